import CallbackRuntime
import Foundation
import Testing

@Suite("Maps")
struct MapsTests {
  static let json =
    #"{"metadata":{"a":"1","b c":""},"counts":{"de":7},"states":{"t":"open"},"members":{"ann":{"id":1,"state":"shut"}},"extra":{"n":null,"x":[1]}}"#

  @Test("A map is a dictionary, and is written sorted by name")
  func kept() throws {
    let report = try Mapped.Updated.validate(json: Self.json)
    #expect(report.findings == [])
    #expect(report.value.metadata == ["a": "1", "b c": ""])
    #expect(report.value.counts == ["de": 7])
    #expect(report.value.members?["ann"]?.id == 1)
    #expect(report.value.extra?["n"] == .null)
    #expect(report.value.json() == Self.json)
    let other = #"{"metadata":{"b c":"","a":"1"}}"#
    #expect(try Mapped.Updated(json: other).metadata == report.value.metadata)
  }

  @Test("Both ways in agree")
  func codable() throws {
    let direct = try Mapped.Updated(json: Self.json)
    #expect(try JSONDecoder().decode(Mapped.Updated.self, from: Data(Self.json.utf8)) == direct)
    #expect(try Mapped.Updated(json: JSONEncoder().encode(direct)) == direct)
  }

  @Test("A member name that JSON escapes is read and written, both ways")
  func escaped() throws {
    let json = #"{"metadata":{},"by\"size\"\\in":{"s":1}}"#
    let value = try Mapped.Updated(json: json)
    #expect(value.bySize == ["s": 1])
    #expect(value.json() == json)
    #expect(try Mapped.Updated(json: JSONEncoder().encode(value)) == value)
  }

  @Test("Of repeated names the first counts, and null is absence")
  func repeated() throws {
    let report = try Mapped.Updated.validate(
      json: Self.json.replacing(#"{"de":7}"#, with: #"{"de":7,"fr":null,"de":8,"fr":9}"#))
    #expect(report.value.counts == ["de": 7])
    #expect(report.findings.map(\.rule) == [.null, .duplicateKey, .duplicateKey])
    #expect(report.findings.map(\.path) == ["counts.fr", "counts.de", "counts.fr"])
  }

  @Test("Findings name the key")
  func findings() throws {
    let json = Self.json.replacing(#""t":"open""#, with: #""t":"open","u":"ajar""#)
      .replacing(#""state":"shut""#, with: #""state":"?""#)
    let findings = try Mapped.Updated.validate(json: json).findings
    #expect(findings.map(\.path) == ["states.u", "members.ann.state"])
    #expect(findings.map(\.rule) == [.unknownCode, .unknownCode])
  }

  @Test(
    "A value of another type cannot be read, and the error names its place",
    arguments: [
      (#"{"metadata":{"a":1}}"#, "metadata.a"), (#"{"metadata":[]}"#, "metadata"),
      (#"{"metadata":{},"members":{"x":{}}}"#, "members.x.id"),
      (#"{"metadata":{"a""#, "metadata.a"),
    ])
  func unreadable(_ json: String, _ path: String) {
    let error = #expect(throws: CallbackDecodingError.self) { try Mapped.Updated(json: json) }
    #expect(error?.path == path)
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode(Mapped.Updated.self, from: Data(json.utf8))
    }
  }

  @Test("A required map is missed")
  func required() {
    #expect(throws: CallbackDecodingError.self) { try Mapped.Updated(json: "{}") }
    #expect(throws: CallbackDecodingError.self) { try Mapped.Updated(json: #"{"metadata":null}"#) }
  }

  @Test("A map in the envelope that cannot be read is absent")
  func envelope() throws {
    let json = #"{"kind":"updated","labels":{"a":1},"data":{"metadata":{}}}"#
    let report = try Mapped.Callback.validate(json: json)
    #expect(report.value.labels == nil)
    #expect(report.findings.contains { $0.rule == .wrongType && $0.path == "labels.a" })
  }
}
