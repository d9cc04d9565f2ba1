import CallbackRuntime
import Foundation
import Testing

@Suite("Members that may be null")
struct NullsTests {
  static let nulls =
    #"{"name":null,"email":null,"level":null,"address":null,"tags":null,"extra":null,"plain":1}"#

  @Test("A documented null is no finding, and is written again")
  func kept() throws {
    let report = try Nullable.Updated.validate(json: Self.nulls)
    #expect(report.findings == [])
    #expect(report.value.name == nil)
    #expect(report.value.json() == Self.nulls)
  }

  @Test("Absence is nil too, and a finding unless the member is optional")
  func absent() throws {
    let report = try Nullable.Updated.validate(json: #"{"level":2,"plain":1}"#)
    #expect(report.findings.map(\.path) == ["name", "company", "address", "tags", "extra"])
    #expect(report.findings.allSatisfy { $0.rule == .missing })
    #expect(report.value.json() == #"{"level":2,"plain":1}"#)
  }

  @Test("A value that replaces null is written")
  func replaced() throws {
    var updated = try Nullable.Updated(json: Self.nulls)
    updated.name = "Ada"
    updated.tags = []
    #expect(
      updated.json()
        == #"{"name":"Ada","email":null,"level":null,"address":null,"tags":[],"extra":null,"plain":1}"#
    )
    #expect(updated.validate() == [])
  }

  @Test("Null and absence are different values")
  func different() throws {
    let null = try Nullable.Updated(json: #"{"email":null}"#)
    let absent = try Nullable.Updated(json: "{}")
    #expect(null != absent)
    #expect(absent == Nullable.Updated())
  }

  @Test("A null that is not documented is a finding, as ever")
  func undocumented() throws {
    let findings = try Nullable.Updated.validate(
      json: Self.nulls.replacing(#""plain":1"#, with: #""plain":null"#)
    ).findings
    #expect(findings.map(\.rule) == [.null, .missing])
    #expect(Set(findings.map(\.path)) == ["plain"])
  }

  @Test("A callback keeps an undocumented null as a fault, and writes it again, both ways")
  func undocumentedKept() throws {
    let json = #"{"kind":"updated","data":{"name":"a","plain":null}}"#
    var callback = try Nullable.Callback(json: json)
    #expect(callback.faults.map(\.path) == ["data.plain"])
    #expect(callback.faults.map(\.json) == [.null])
    #expect(
      callback.faults.first?.error.description
        == "data.plain: null instead of a value (byte 45)")
    #expect(callback.json() == json)
    let decoded = try JSONDecoder().decode(Nullable.Callback.self, from: Data(json.utf8))
    #expect(decoded == callback)
    #expect(try Nullable.Callback(json: JSONEncoder().encode(decoded)) == callback)

    callback.event = .updated(Nullable.Updated(name: "a", plain: 1))
    #expect(callback.json() == json.replacing("null", with: "1"))
    callback.faults = []
    callback.event = .updated(Nullable.Updated(name: "a"))
    #expect(callback.json() == #"{"kind":"updated","data":{"name":"a"}}"#)
  }

  @Test("A condition demands the member, which may be null")
  func condition() throws {
    let json = Self.nulls.replacing(#""level":null"#, with: #""level":2,"company":null"#)
    #expect(try Nullable.Updated.validate(json: json).findings == [])
    let other = Self.nulls.replacing(#""level":null"#, with: #""level":1,"company":null"#)
    #expect(try Nullable.Updated.validate(json: other).findings == [])
  }

  @Test("The envelope keeps its nulls")
  func envelope() throws {
    let json = #"{"kind":"updated","account":null,"data":{"name":"a","address":{"city":null}}}"#
    let callback = try Nullable.Callback(json: json)
    #expect(callback.account == nil)
    #expect(callback.json() == json)
  }

  @Test("Elements that may be null are read and written")
  func elements() throws {
    let json = Self.nulls.replacing(
      #""plain":1"#,
      with: #""members":[{"name":"Ada"},null],"levels":[null,2],"#
        + #""owners":["u1",null,{"name":"Bob"}],"notes":[null],"plain":1"#)
    let report = try Nullable.Updated.validate(json: json)
    #expect(report.findings == [])
    let updated = report.value
    #expect(updated.members == [Nullable.User(name: "Ada"), nil])
    #expect(updated.levels == [nil, .business])
    #expect(updated.owners == [.string("u1"), nil, .user(Nullable.User(name: "Bob"))])
    #expect(updated.notes == [nil])
    #expect(updated.json() == json)
    #expect(try JSONDecoder().decode(Nullable.Updated.self, from: Data(json.utf8)) == updated)
    #expect(try Nullable.Updated(json: JSONEncoder().encode(updated)) == updated)
  }

  @Test("Findings and faults name the elements")
  func brokenElements() throws {
    let json =
      #"{"kind":"updated","data":{"members":[null],"levels":[null,7],"notes":[null,7]}}"#
    let report = try Nullable.Callback.validate(json: json)
    let findings = report.findings.filter { $0.rule != .missing }
    #expect(
      findings.map { "\($0.path) \($0.rule)" } == [
        "data.notes[1] wrong-type", "data.levels[1] unknown-code",
      ])
    #expect(report.value.json() == json)
  }

  @Test("Both ways in agree")
  func codable() throws {
    let direct = try Nullable.Updated(json: Self.nulls)
    #expect(try JSONDecoder().decode(Nullable.Updated.self, from: Data(Self.nulls.utf8)) == direct)
    #expect(try Nullable.Updated(json: JSONEncoder().encode(direct)) == direct)
  }
}
