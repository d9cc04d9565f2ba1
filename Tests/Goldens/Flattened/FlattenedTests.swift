import CallbackRuntime
import Foundation
import Testing

@Suite("Objects without their braces")
struct FlattenedTests {
  private static let nested =
    #"{"status":0,"file":{"label":"file","name":"a","begin":1622191965000},"place":{"region":"r","bucket":"b"}}"#
  private static let flat =
    #"{"label":"file","fileName":"a","start":1622191965,"region":"r","bucket":"b","status":0}"#

  @Test("Both shapes give one model")
  func oneModel() throws {
    #expect(try Flat.Uploaded(json: Self.flat) == Flat.Uploaded(json: Self.nested))
  }

  @Test("A finding says which shape was sent, once for each object")
  func finding() throws {
    #expect(try Flat.Uploaded.read(json: Self.nested).findings == [])
    let findings = try Flat.Uploaded.read(json: Self.flat).findings
    #expect(findings.map(\.rule) == [.flattened, .alias, .alias, .otherUnit, .flattened])
    #expect(findings.map(\.path) == ["label", "fileName", "start", "start", "region"])
  }

  @Test("It is written in the documented shape")
  func written() throws {
    let uploaded = try Flat.Uploaded(json: Self.flat)
    #expect(String(decoding: uploaded.json(), as: UTF8.self) == Self.nested)
  }

  @Test("Both ways in agree", arguments: [nested, flat])
  func codable(_ json: String) throws {
    let decoded = try JSONDecoder().decode(Flat.Uploaded.self, from: Data(json.utf8))
    #expect(try Flat.Uploaded(json: json) == decoded)
  }

  @Test("Where both are there, the documented shape counts")
  func both() throws {
    let json = #"{"name":"flat","file":{"name":"nested"},"place":{"bucket":"b"},"region":"r"}"#
    let uploaded = try Flat.Uploaded(json: json)
    #expect(uploaded.file?.name == "nested")
    #expect(uploaded.place == Flat.Uploaded.Place(bucket: "b"))
  }

  @Test("Without any of its members there is no object")
  func absent() throws {
    let uploaded = try Flat.Uploaded(json: #"{"status":1}"#)
    #expect(uploaded.file == nil)
    #expect(uploaded.validate().map(\.path) == ["file", "place"])
  }

  @Test("A member of a wrong type is a fault in either shape")
  func fault() {
    #expect(throws: CallbackDecodingError.self) { try Flat.Uploaded(json: #"{"begin":"x"}"#) }
    #expect(throws: CallbackDecodingError.self) {
      try Flat.Uploaded(json: #"{"file":{"begin":"x"}}"#)
    }
  }
}
