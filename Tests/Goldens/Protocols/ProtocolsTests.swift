import CallbackRuntime
import Testing

@Suite("Protocols of events with fields in common")
struct ProtocolsTests {
  private static func body(_ type: String, _ more: String = "") -> String {
    #"{"type":"\#(type)","data":{"roomId":"r1","at":1709181296123,"version":2\#(more)}}"#
  }

  private func summary(_ event: some Rooms.RoomFields) -> String {
    "\(event.roomID) \(event.at?.rawValue ?? 0)"
  }

  @Test("The struct of an event is a value of each protocol that it includes, also through others")
  func conformance() {
    #expect(summary(Rooms.RoomOpened(roomID: "r1", at: 5)) == "r1 5")
    #expect(summary(Rooms.MemberJoined(roomID: "r2")) == "r2 0")
    let member: any Rooms.MemberFields = Rooms.Departure(roomID: "r3", region: "eu", role: .host)
    #expect(member.role == .host)
    #expect(member.region == "eu")
    #expect(summary(member) == "r3 0")
  }

  @Test("The event is reached as a protocol without a switch over its cases")
  func access() throws {
    let rooms = try ["room_opened", "member_joined", "member_left"].map {
      try Rooms.Callback(json: Self.body($0)).event
    }
    #expect(rooms.map { $0.roomFields?.roomID } == ["r1", "r1", "r1"])
    #expect(rooms.map { $0.memberFields != nil } == [false, true, true])
    for body in [#"{"type":"ping","data":{}}"#, Self.body("closed"), #"{"type":"room_opened"}"#] {
      #expect(try Rooms.Callback(json: body).event.roomFields == nil)
    }
  }

  @Test("A function changes the fields in common of any such struct")
  func change() throws {
    func anonymize(_ event: inout some Rooms.RoomFields) { event.roomID = "" }
    guard
      case .memberJoined(var joined) = try Rooms.Callback(
        json: Self.body("member_joined", #","role":"guest","device":"phone""#)
      ).event
    else {
      Issue.record("another event")
      return
    }
    anonymize(&joined)
    #expect(
      joined.json()
        == #"{"version":2,"roomId":"","at":1709181296123,"role":"guest","device":"phone"}"#)
  }

  @Test("Findings are those of the structs")
  func findings() throws {
    let event = try Rooms.Callback(json: Self.body("member_left", #","role":"owner""#)).event
    #expect(event.memberFields?.validate().map(\.path) == ["role", "reason"])
  }
}
