import CallbackRuntime
import Foundation
import Testing

@Suite("Events beside their envelope")
struct BesideEnvelopeTests {
  private static let joined =
    #"{"event":"participant_joined","id":"EV_1","createdAt":1709181296,"#
    + #""room":{"sid":"RM_1","name":"lobby"},"participant":{"identity":"ann"}}"#

  @Test("The fields of the envelope and of the event are members of the body, in any order")
  func fields() throws {
    let body =
      #"{"participant":{"identity":"ann"},"id":"EV_1","room":{"sid":"RM_1","name":"lobby"},"#
      + #""event":"participant_joined","createdAt":1709181296}"#
    for text in [Self.joined, body] {
      let callback = try Beside.Callback(json: text)
      #expect(callback.id == "EV_1")
      #expect(callback.createdAt == 1_709_181_296)
      #expect(
        callback.event
          == .participantJoined(
            Beside.ParticipantJoined(
              room: Beside.Room(sid: "RM_1", name: "lobby"),
              participant: Beside.Participant(identity: "ann"))))
      #expect(callback.json() == Self.joined)
      #expect(try Beside.Callback.validate(json: text).findings == [])
    }
  }

  @Test("An event is written as one object, also without fields of its own or of the envelope")
  func written() throws {
    #expect(Beside.Callback(event: .ping(Beside.Ping())).json() == #"{"event":"ping"}"#)
    #expect(
      Beside.Callback(id: "1", event: .ping(Beside.Ping())).json() == #"{"event":"ping","id":"1"}"#)
  }

  @Test("A member is unknown if neither the envelope nor the event has it")
  func unknown() throws {
    let body =
      #"{"more":{"id":1},"event":"room_started","id":"1","createdAt":1709181296,"#
      + #""room":{"sid":"a","name":"b","participant":1},"participant":{"identity":"ann"}}"#
    let findings = try Beside.Callback.validate(json: body).findings
    #expect(findings.map(\.path) == ["more", "room.participant", "participant"])
    #expect(findings.allSatisfy { $0.rule == .unknownField })
  }

  @Test("An undocumented event and a malformed one keep the whole body, and are written unchanged")
  func raw() throws {
    let unknown = #"{"event":"egress_ended","id":"1","egress":{"a":[1.50]}}"#
    let malformed = #"{"event":"room_started","id":"1","x":2,"room":1}"#
    guard case .unrecognized(let event) = try Beside.Callback(json: unknown).event else {
      Issue.record("not unrecognized")
      return
    }
    #expect(event.details.description == unknown)
    guard case .malformed(let event) = try Beside.Callback(json: malformed).event else {
      Issue.record("not malformed")
      return
    }
    #expect(event.error.path == "room")
    #expect(event.details.description == malformed)
    for body in [unknown, malformed] {
      let callback = try Beside.Callback(json: body)
      #expect(callback.id == "1")
      #expect(callback.json() == body)
    }
  }

  @Test(
    "A field of the event that does not decode costs that field, and is written back at its place")
  func brokenField() throws {
    let body = #"{"event":"room_started","id":"1","room":{"sid":1,"name":"b"}}"#
    let callback = try Beside.Callback(json: body)
    #expect(callback.event == .roomStarted(.init(room: .init(name: "b"))))
    #expect(callback.faults.map(\.path) == ["room.sid"])
    #expect(callback.validate().map(\.path).contains("room.sid"))
    #expect(try RawJSON(bytes: callback.json()) == RawJSON(body))
  }

  @Test("A damaged member of the envelope leaves the event decoded")
  func damaged() throws {
    let body = #"{"event":"ping","id":7,"createdAt":true}"#
    let report = try Beside.Callback.validate(json: body)
    #expect(report.value.event == .ping(Beside.Ping()))
    #expect(report.findings.map(\.path) == ["id", "createdAt"])
    #expect(report.findings.map(\.rule) == [.wrongType, .wrongType])
    // The value alone does not show that the members were sent.
    #expect(report.value.validate().map(\.rule) == [.missing, .missing])
  }

  @Test("Foundation's coders read and write the same")
  func codable() throws {
    let bodies = [
      Self.joined, #"{"event":"room_started"}"#, #"{"event":"ping"}"#, #"{"event":"new","id":"1"}"#,
    ]
    for body in bodies {
      let direct = try Beside.Callback(json: body)
      let decoded = try JSONDecoder().decode(Beside.Callback.self, from: Data(body.utf8))
      #expect(decoded == direct)
      #expect(try Beside.Callback(json: JSONEncoder().encode(direct)) == direct)
    }
  }
}
