import CallbackRuntime
import Foundation
import Testing

@Suite("Broken fields in maps, alternatives, and beside the envelope")
struct BrokenPlacesTests {
  /// The paths of the broken fields of a body, which is encoded with the same meaning and decoded equally through Foundation.
  private func broken<Callback: CallbackObject>(
    _ body: String, _: Callback.Type, _ faults: (Callback) -> [FieldFault]
  ) throws -> [String] {
    let callback = try Callback(json: body)
    #expect(try RawJSON(bytes: callback.json()) == RawJSON(body))
    #expect(try Callback(json: callback.json()) == callback)
    let decoded = try JSONDecoder().decode(Callback.self, from: Data(body.utf8))
    #expect(decoded == callback)
    #expect(faults(decoded).map(\.path) == faults(callback).map(\.path))
    #expect(try RawJSON(bytes: JSONEncoder().encode(callback)) == RawJSON(body))
    return faults(callback).map(\.path)
  }

  @Test(
    "A map of values is one field, and a map of objects contains fields",
    arguments: [
      (#""counts":{"de":1,"fr":"2"}"#, ["data.counts"]), (#""counts":[1]"#, ["data.counts"]),
      (#""states":{"a":7}"#, ["data.states"]),
      (#""members":{"a":{"id":1,"state":7},"b":{"id":2}}"#, ["data.members.a.state"]),
      (#""members":{"a":7}"#, ["data.members"]),
    ])
  func maps(member: String, paths: [String]) throws {
    let body = #"{"kind":"updated","data":{"metadata":{"k":"v"},\#(member)}}"#
    #expect(try broken(body, Mapped.Callback.self) { $0.faults } == paths)
  }

  @Test("A required field inside a map makes the event malformed")
  func requiredInMap() throws {
    let body = #"{"kind":"updated","data":{"metadata":{},"members":{"a":{"id":"x"}}}}"#
    let callback = try Mapped.Callback(json: body)
    guard case .malformed(let event) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(event.error.path == "data.members.a.id")
    #expect(try JSONDecoder().decode(Mapped.Callback.self, from: Data(body.utf8)) == callback)
  }

  @Test(
    "An alternative is decoded by its JSON type, and a field inside it is a field",
    arguments: [
      (#""rate":"x""#, ["data.rate"]), (#""items":7"#, ["data.items"]),
      (#""items":[{"price":"x"},{"price":2}]"#, ["data.items[0].price"]),
      (#""source":{"object":"card","last4":4}"#, ["data.source.last4"]),
      (#""history":[{"object":"card","last4":[]},{"object":"card"}]"#, ["data.history[0].last4"]),
    ])
  func alternatives(member: String, paths: [String]) throws {
    let body = #"{"kind":"charged","data":{"customer":"c",\#(member)}}"#
    #expect(try broken(body, Choose.Callback.self) { $0.faults } == paths)
  }

  @Test("The fields of an event beside those of the envelope")
  func beside() throws {
    let body =
      #"{"event":"participant_joined","id":7,"createdAt":[],"room":{"sid":1,"name":"n"},"participant":"p"}"#
    #expect(
      try broken(body, Beside.Callback.self) { $0.faults }
        == ["createdAt", "id", "participant", "room.sid"])
    let malformed = #"{"event":"room_started","id":7,"room":"r"}"#
    #expect(try broken(malformed, Beside.Callback.self) { $0.faults } == ["id"])
    let unknown = #"{"event":"other","id":7,"more":[1.50]}"#
    #expect(try broken(unknown, Beside.Callback.self) { $0.faults } == ["id"])
  }
}
