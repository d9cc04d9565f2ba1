import AgoraCloudRecording
import CallbackRuntime
import Foundation
import MainActorReceiver
import Receiver
import TencentTRTCRecording
import Testing
import VolcengineRTC

@Suite("A consumer of the shipped modules")
struct ReceiverTests {
  private func agora(_ type: Int, _ details: String) -> String {
    #"{"productId":3,"eventType":\#(type),"notifyMs":1619172632080,"payload":{"details":\#(details)}}"#
  }

  @Test("Reads bytes, and tells the three kinds of events apart")
  func bytes() throws {
    let body = agora(31, #"{"msgName":"uploaded","status":0,"fileList":[{"fileName":"a"}]}"#)
    #expect(try uploadedFiles(Array(body.utf8)) == ["a"])
    #expect(name(try Agora.Callback(json: agora(999, "{}")).event) == "unrecognized 999")
    #expect(name(try Agora.Callback(json: agora(41, "[]")).event).hasPrefix("malformed 41: "))
    #expect(throws: CallbackDecodingError.self) { try uploadedFiles([0x5B]) }
  }

  @Test("Reads with JSONDecoder, and writes with JSONEncoder what is read again")
  func codable() throws {
    let body = Data(agora(41, #"{"msgName":"recorder_leave","leaveCode":6}"#).utf8)
    let callback = try JSONDecoder().decode(Agora.Callback.self, from: body)
    guard case .recorderLeave(let leave) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(isEmpty(leave))
    #expect(callback.notifyMs?.date == Date(timeIntervalSince1970: 1_619_172_632.08))
    let again = try JSONDecoder().decode(
      Agora.Callback.self, from: JSONEncoder().encode(callback))
    #expect(again == callback)
  }

  @Test("Makes callbacks by memberwise initialisers, and changes them")
  func made() {
    var callback = TRTC.Callback(
      eventGroupID: .cloudRecording, eventInfo: .init(roomID: "room", taskID: "task"),
      event: .recorderStopped(TRTC.RecorderStopped(leaveCode: .roomTimeout)))
    callback.eventInfo.userID = "robot"
    #expect(name(callback.event) == "recorderStopped")
    #expect(callback.eventType == 302)
    #expect(callback.eventGroupID?.rawValue == 3)
    #expect(wasWanted(.stopped) == true)
    #expect(wasWanted(TRTC.RecorderStopped.LeaveCode(rawValue: 7)) == nil)
    #expect(Volcengine.UserJoinRoom(roomID: "room").userID == nil)
    #expect(wasWanted(Volcengine.UserLeaveRoom(reason: .userLeave)) == true)
    #expect(advice(.unrecognized(1)) == "ask about 1")
  }

  @Test("Reads an event alone, and validates it")
  func alone() throws {
    let left = try Volcengine.UserLeaveRoom(json: #"{"RoomId":"r","Reason":"bored"}"#)
    #expect(left.reason == .unrecognized("bored"))
    #expect(left.validate().contains { $0.description.contains("bored") })
  }

  @Test("Hands models from a concurrent function to the main actor")
  func inbox() async throws {
    let inbox = await Inbox()
    try await inbox.receive(agora: agora(999, "{}"))
    #expect(await inbox.events().map(\.id) == [999])
  }
}
