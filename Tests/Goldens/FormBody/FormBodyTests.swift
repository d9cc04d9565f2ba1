import CallbackRuntime
import Foundation
import Testing

@Suite("Form-encoded bodies")
struct FormBodyTests {
  private static let connected =
    "RoomName=a+b%26c&RoomSid=RM1&StatusCallbackEvent=participant-connected&"
    + "Timestamp=2026-03-01T10%3A00%3A00Z&SequenceNumber=2&ParticipantIdentity=%C3%A9&IsHost=true"

  @Test("Values are decoded, numbers and booleans from their text")
  func values() throws {
    let report = try Form.Callback.validate(form: Self.connected)
    let callback = report.value
    #expect(report.findings == [])
    #expect(callback.roomName == "a b&c")
    #expect(callback.sequenceNumber == 2)
    #expect(
      callback.event
        == .participantConnected(
          Form.ParticipantConnected(participantIdentity: "é", isHost: true)))
    #expect(callback.form() == Self.connected)
    #expect(callback.form() == Array(Self.connected.utf8))
    #expect(try Form.Callback(form: callback.form() as [UInt8]) == callback)
  }

  @Test("As JSON the callback has numbers and booleans")
  func json() throws {
    let callback = try Form.Callback(form: Self.connected)
    #expect(try Form.Callback(json: callback.json() as String) == callback)
    let json: String = callback.json()
    #expect(json.contains(#""SequenceNumber":2"#))
  }

  @Test("An empty number is absent, another text is kept and written back")
  func numbers() throws {
    let empty = "StatusCallbackEvent=room-ended&RoomSid=a&RoomDuration="
    #expect(try Form.Callback(form: empty).event == .roomEnded(Form.RoomEnded()))
    let wrong = "StatusCallbackEvent=room-ended&RoomDuration=long"
    let callback = try Form.Callback(form: wrong)
    #expect(callback.event == .roomEnded(Form.RoomEnded()))
    #expect(callback.faults.map(\.path) == ["RoomDuration"])
    #expect(callback.form() == wrong)
  }

  @Test("Unknown members, repeated ones and undocumented events are found and kept")
  func findings() throws {
    let body = "StatusCallbackEvent=room-ended&RoomSid=a&RoomSid=b&More=%zz"
    let report = try Form.Callback.validate(form: body)
    #expect(report.value.roomSid == "a")
    #expect(report.findings.filter { $0.rule == .unknownField }.map(\.path) == ["More"])
    #expect(report.findings.filter { $0.rule == .duplicateKey }.map(\.path) == ["RoomSid"])
    #expect(report.findings.allSatisfy { $0.offset == nil })
    let unknown = "StatusCallbackEvent=new&A=1&B=%22%5C%0A"
    #expect(try Form.Callback(form: unknown).form() == unknown)
  }

  @Test("A receiver decodes the form, and gets the key and the number in the sequence")
  func receiving() throws {
    let report = try Form.Callback.report(body: Array(Self.connected.utf8)) { _ in nil }
    #expect(try report.value == Form.Callback(form: Self.connected))
    let key = try #require(report.value.deduplicationKey)
    #expect(report.value.deliveryKey == #"["\#(key.roomSid)",\#(key.sequenceNumber)]"#)
  }

  @Test("A body without the event, or with other bytes than UTF-8, cannot be decoded")
  func errors() throws {
    for body in ["", "a=b", "StatusCallbackEvent=%FF"] {
      let error = #expect(throws: CallbackDecodingError.self) { try Form.Callback(form: body) }
      #expect(error?.offset == nil)
    }
  }
}
