import CallbackRuntime
import Foundation
import Testing

@Suite("Fields that nobody documents, kept")
struct KeptFieldsTests {
  private static let body =
    #"{"kind":"uploaded","payload":{"at":1,"data":{"files":[{"name":"a","size":1.50,"n":null}],"place":{"region":"r","z\"\n":[{}]},"more":"x"},"trace":{"id":"t"}},"version":2}"#

  @Test("Nothing is lost, at any depth, and the documented members stand first")
  func kept() throws {
    let callback = try Keeping.Callback(json: Self.body)
    #expect(String(decoding: callback.json(), as: UTF8.self) == Self.body)
    #expect(callback.unknownFields["version"]?.description == "2")
    #expect(callback.payload.unknownFields["trace"] != nil)
  }

  @Test("Wherever they stand among the others")
  func anywhere() throws {
    let json =
      #"{"zone":1,"files":[],"alpha":{"a":[1,2]},"place":{"x":true,"region":"r"},"beta":"\u00e9"}"#
    let uploaded = try Keeping.Uploaded(json: json)
    #expect(uploaded.unknownFields == UnknownFields(uploaded.unknownFields.members.reversed()))
    #expect(uploaded.unknownFields.members.map(\.name) == ["zone", "alpha", "beta"])
    #expect(try RawJSON(bytes: uploaded.json()) == RawJSON(json))
    #expect(try Keeping.Uploaded(json: uploaded.json()) == uploaded)
  }

  @Test("Through a decoder and an encoder too")
  func codable() throws {
    let decoded = try JSONDecoder().decode(Keeping.Callback.self, from: Data(Self.body.utf8))
    let direct = try Keeping.Callback(json: Self.body)
    #expect(decoded.unknownFields == direct.unknownFields)
    #expect(decoded.payload.unknownFields == direct.payload.unknownFields)
    #expect(try RawJSON(bytes: JSONEncoder().encode(direct)) == RawJSON(Self.body))
    #expect(try Keeping.Callback(json: JSONEncoder().encode(decoded)) == decoded)
  }

  @Test("They are findings all the same")
  func findings() throws {
    let reading = try Keeping.Callback.read(json: Self.body)
    #expect(
      reading.findings.filter { $0.rule == .unknownField }.map(\.path) == [
        "payload.data.files[0].size", "payload.data.files[0].n", "payload.data.place.z\"\n",
        "payload.data.more", "payload.trace", "version",
      ])
  }

  @Test("A broken one is a fault as ever")
  func broken() {
    #expect(throws: CallbackDecodingError.self) { try Keeping.Ended(json: #"{"a":[1,}"#) }
  }

  @Test("An event without documented members keeps all of them")
  func onlyUnknown() throws {
    let json = #"{"a":1,"b":{"c":"d"}}"#
    #expect(String(decoding: try Keeping.Ended(json: json).json(), as: UTF8.self) == json)
  }
}
