import CallbackRuntime
import Foundation
import Testing

@Suite("Events under keys of an object")
struct KeysOfObjectTests {
  private static let joined =
    #"{"product":"rooms","message":{"room":"lobby","joined":{"user":"ann"},"extra":1}}"#

  @Test("The object has the event beside its own fields")
  func event() throws {
    let report = try KeyedMessage.Callback.validate(json: Self.joined)
    let callback = report.value
    #expect(callback.message.room == "lobby")
    #expect(callback.event == .joined(KeyedMessage.Joined(user: "ann")))
    #expect(callback.message.unknownFields["extra"]?.description == "1")
    #expect(callback.json() == Self.joined)
    #expect(report.findings.map(\.path) == ["message.extra"])
  }

  @Test("An undocumented key is written once, also without the body")
  func unknown() throws {
    let body = #"{"product":"rooms","message":{"room":"lobby","moved":{"to":"hall"},"extra":1}}"#
    var callback = try KeyedMessage.Callback(json: body)
    guard case .unrecognized(var event) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(event.id == "moved")
    #expect(callback.validate().map(\.path) == ["message.moved"])
    #expect(callback.json() == body)
    event.details = try RawJSON(#"{"to":"garden"}"#)
    callback.event = .unrecognized(event)
    #expect(
      callback.json()
        == #"{"product":"rooms","message":{"room":"lobby","moved":{"to":"garden"},"extra":1}}"#)
  }

  @Test("The key of another event is kept as an unknown field where there are no faults")
  func two() throws {
    let body = #"{"product":"rooms","message":{"left":{"user":"bo"},"joined":{"user":"ann"}}}"#
    let callback = try KeyedMessage.Callback(json: body)
    #expect(callback.event == .joined(KeyedMessage.Joined(user: "ann")))
    #expect(callback.message.unknownFields["left"]?.description == #"{"user":"bo"}"#)
    #expect(try RawJSON(bytes: callback.json()) == RawJSON(body))
    let decoded = try JSONDecoder().decode(KeyedMessage.Callback.self, from: Data(body.utf8))
    #expect(decoded == callback)
  }

  @Test("A callback of another product keeps the whole body")
  func otherProduct() throws {
    let body = #"{"product":"calls","message":{"joined":{"user":1}}}"#
    let callback = try KeyedMessage.Callback(json: body)
    guard case .otherProduct(let other) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(other.id == "joined")
    #expect(callback.json() == body)
    #expect(callback.validate().map(\.path) == ["message.joined"])
  }

  @Test("A malformed event is reported at its key")
  func malformed() throws {
    let body = #"{"product":"rooms","message":{"joined":{"user":1}}}"#
    let callback = try KeyedMessage.Callback(json: body)
    #expect(callback.validate().map(\.path) == ["message.joined.user"])
    #expect(callback.json() == body)
  }

  @Test("A body without the object, or with another value in its place, has no event")
  func none() {
    for body in [#"{"product":"rooms"}"#, #"{"message":null}"#, #"{"message":{"room":"lobby"}}"#] {
      #expect(throws: CallbackDecodingError.self) { try KeyedMessage.Callback(json: body) }
    }
  }
}
