import CallbackRuntime
import Foundation
import Testing

@Suite("A discriminator inside the envelope")
struct NestedDiscriminatorTests {
  private let json =
    #"{"version":2,"meta":{"product":"rec","type":"room.created","sentAt":5,"#
    + #""inner":{"note":"n","data":{"room":"r"}}}}"#

  @Test("The event is found by a name that lies as deep as itself")
  func reads() throws {
    let callback = try Deep.Callback(json: json)
    #expect(callback.event == .roomCreated(.init(room: "r")))
    #expect(callback.meta.inner.note == "n")
    #expect(String(decoding: callback.json(), as: UTF8.self) == json)
    #expect(callback.validate() == [])
    #expect(try JSONDecoder().decode(Deep.Callback.self, from: Data(json.utf8)) == callback)
  }

  @Test("Every one of several guards must hold, and an absent one tells nothing")
  func guards() throws {
    for foreign in [
      json.replacing("\"rec\"", with: "\"other\""), json.replacing(":2,", with: ":3,"),
    ] {
      let callback = try Deep.Callback(json: foreign)
      #expect(callback.validate().map(\.rule) == [.otherProduct])
      #expect(String(decoding: callback.json(), as: UTF8.self) == foreign)
    }
    let silent = try Deep.Callback(json: json.replacing(#""version":2,"#, with: ""))
    #expect(silent.event == .roomCreated(.init(room: "r")))
    #expect(silent.validate().map(\.path) == ["version"])
  }

  @Test("The identity is made of the envelope and the event")
  func identity() throws {
    #expect(
      try Deep.Callback(json: json).deduplicationKey == .init(sentAt: 5, type: "room.created"))
  }

  @Test("Without the group that names the event the body throws")
  func missing() {
    #expect(throws: CallbackDecodingError.self) { try Deep.Callback(json: #"{"version":2}"#) }
  }
}
