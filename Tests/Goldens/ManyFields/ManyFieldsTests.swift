import CallbackRuntime
import Foundation
import Testing

@Suite("An object of many fields")
struct ManyFieldsTests {
  /// A body with the fields of some numbers.
  private func body(_ numbers: [Int], more: String = #","last":"end""#) -> String {
    "{" + numbers.map { "\"field\($0)\":\($0)" }.joined(separator: ",") + more + "}"
  }

  @Test("Every field is read and written, in any order")
  func every() throws {
    let numbers = Array(1...130)
    let listed = try Many.Listed(json: body(numbers))
    #expect(listed.field1 == 1)
    #expect(listed.field64 == 64)
    #expect(listed.field65 == 65)
    #expect(listed.field130 == 130)
    #expect(listed.json() == #"{"last":"end","# + body(numbers, more: "").dropFirst())
    #expect(try Many.Listed(json: body(numbers.reversed())) == listed)
    #expect(try Many.Listed.validate(json: body(numbers.shuffled())).findings == [])
  }

  @Test("Both ways in agree")
  func codable() throws {
    let json = body(Array(1...130))
    let direct = try Many.Listed(json: json)
    #expect(try JSONDecoder().decode(Many.Listed.self, from: Data(json.utf8)) == direct)
    #expect(try Many.Listed(json: JSONEncoder().encode(direct)) == direct)
  }

  @Test("A required field is missed wherever it stands", arguments: [1, 70, 130])
  func required(_ number: Int) throws {
    let error = #expect(throws: CallbackDecodingError.self) {
      try Many.Listed(json: body((1...130).filter { $0 != number }))
    }
    #expect(error?.problem == .missing("field\(number)"))
    let null = body(Array(1...130)).replacing(
      "\"field\(number)\":\(number)", with: "\"field\(number)\":null")
    #expect(throws: CallbackDecodingError.self) { try Many.Listed(json: null) }
  }

  @Test("A repeated field and another spelling are found after the first 64 too")
  func repeated() throws {
    let twice = body(Array(1...130), more: #","last":"end","field90":7"#)
    let report = try Many.Listed.validate(json: twice)
    #expect(report.value.field90 == 90)
    #expect(report.findings.map(\.rule) == [.duplicateKey])
    let spelt = body(Array(1...130)).replacing("\"field100\"", with: "\"hundredth\"")
    let other = try Many.Listed.validate(json: spelt)
    #expect(other.value.field100 == 100)
    #expect(other.findings.map(\.rule) == [.alias])
    let preferred = try Many.Listed(json: #"{"hundredth":1,"# + body(Array(1...130)).dropFirst())
    #expect(preferred.field100 == 100)
  }

  @Test("An absent constant is a finding")
  func constant() throws {
    let findings = try Many.Listed.validate(json: body(Array(1...130), more: "")).findings
    #expect(findings.map(\.path) == ["last"])
  }
}
