import CallbackRuntime
import Foundation
import TencentTRTCRecording
import Testing

/// What the page says in two ways, and what it did not foresee: nothing is lost, and each says so.
@Suite("Bodies in several shapes")
struct OddBodyTests {
  private func read(_ body: String) throws -> (TRTC.Callback, [Finding]) {
    let reading = try TRTC.Callback.validate(json: body)
    #expect(try TRTC.Callback(json: body) == reading.value)
    #expect(try JSONDecoder().decode(TRTC.Callback.self, from: Data(body.utf8)) == reading.value)
    return (reading.value, reading.findings)
  }

  @Test("The three shapes of event 311 give one model")
  func threeShapes() throws {
    let members =
      #""UserId":"anchor1","TrackType":"video","MediaId":"main","FileId":"f","VideoUrl":"u","#
    let name = #""CacheFile":"1400_1234_UserId_s_YW5jaG9yMQ.._UserId_e_main.mp4","#
    let nested =
      #"{"Status":0,"TencentVod":{"# + members + name
      + #""StartTimeStamp":1622186279000,"EndTimeStamp":1622186811000}}"#
    let flat =
      #"{"Status":0,"# + members + name + #""BeginTimeStamp":1622186279,"EndTimeStamp":1622186811}"#
    let (first, noFindings) = try read(Bodies.wrap(nested, type: "311"))
    let (second, findings) = try read(Bodies.wrap(flat, type: "311"))
    #expect(first == second)
    #expect(noFindings == [])
    #expect(findings.map(\.rule) == [.flattened, .alias, .otherUnit, .otherUnit])
    let failed =
      #"{"Status":2,"Errmsg":"x","TencentVod":{"UserId":"123","TrackType":"audio_video","CacheFile":"1400_1.mp4"}}"#
    let (third, none) = try read(Bodies.wrap(failed, type: "311"))
    #expect(none == [])
    guard case .vodCommit(let event) = third.event else {
      Issue.record("\(third.event)")
      return
    }
    #expect(event.status?.outcome == .failure)
    #expect(event.tencentVod?.fileID == nil)
  }

  @Test("A file name of the documented form tells room, user and stream")
  func fileName() throws {
    let name = TRTC.RecordingFileName("1400123_5oi-6Ze0_UserId_s_dXNlcjE._UserId_e_aux_2.mp4")
    guard
      case .single(let app, let room, let user, let media, let index) = name
    else {
      Issue.record("\(name)")
      return
    }
    #expect(app == 1_400_123)
    #expect(room == "房间")
    #expect(user == "user1")
    #expect(media == .aux)
    #expect(index == 2)
    let mixed = TRTC.RecordingFileName.mixed(sdkAppID: 14, roomID: 20015, index: nil)
    #expect(mixed.rawValue == "14_20015.mp4")
    guard case .other("xxxx.mp4") = TRTC.RecordingFileName("xxxx.mp4") else {
      Issue.record("the placeholder of the page is a file name")
      return
    }
  }

  @Test("A file name as traffic contains it, with two underscores, gives the same parts")
  func fileNameInTraffic() throws {
    let text = "1400123_20015__UserId_s_dXNlcjE.__UserId_e_main.mp4"
    let name = TRTC.RecordingFileName(text)
    #expect(
      name
        == .singleInTraffic(
          sdkAppID: 1_400_123, roomID: 20015, userID: "user1", mediaID: .main, index: nil))
    #expect(name.rawValue == text)
  }

  @Test("The assumptions on room IDs in file names: '+' is kept, and digits are a number")
  func roomInFileName() {
    #expect(
      TRTC.RecordingFileName.mixed(sdkAppID: 14, roomID: "~~>", index: nil).rawValue
        == "14_fn4+.mp4")
    #expect(
      TRTC.RecordingFileName("14_fn4+_1.mp4") == .mixed(sdkAppID: 14, roomID: "~~>", index: 1))
    // The base64 of this string consists of digits.
    #expect(
      TRTC.RecordingFileName.mixed(sdkAppID: 14, roomID: "\u{6cd}4", index: nil).rawValue
        == "14_2400.mp4")
    #expect(
      TRTC.RecordingFileName("14_2400.mp4") == .mixed(sdkAppID: 14, roomID: 2400, index: nil))
  }

  @Test(
    "The user of a mixed recording is an empty string, null or absent",
    arguments: [#""UserId":"","#, #""UserId":null,"#, ""])
  func noUser(_ member: String) throws {
    let file = #"{\#(member)"TrackType":"audio_video","CacheFile":"1400_1.mp4"}"#
    let (callback, findings) = try read(
      Bodies.wrap(#"{"Status":0,"TencentVod":\#(file)}"#, type: "311"))
    guard case .vodCommit(let event) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(event.tencentVod?.userID ?? "" == "")
    #expect(findings.map(\.rule) == (member.contains("null") ? [.null] : []))
  }

  @Test(
    "A stop is a success by call and a failure after a room timeout; other reasons are neither",
    arguments: [
      (0, .success), (1, nil), (2, nil), (3, nil), (4, nil), (99, nil), (100, .failure), (101, nil),
      (9999, nil),
    ] as [(Int, CallbackOutcome?)])
  func stopped(_ code: Int, _ outcome: CallbackOutcome?) throws {
    let (callback, _) = try read(Bodies.wrap(#"{"LeaveCode":\#(code)}"#, type: "302"))
    #expect(callback.outcome == outcome)
  }

  @Test("An image that could not be downloaded is a failure, whatever the body contains")
  func imageError() throws {
    for details in [#"{"Url":"http://xx"}"#, #"{"Status":0}"#, "{}"] {
      let (callback, _) = try read(Bodies.wrap(details, type: "309"))
      #expect(callback.outcome == .failure)
    }
  }

  @Test("A room is a string or a number, and stays what it was", arguments: [#""20015""#, "20015"])
  func room(_ room: String) throws {
    let body =
      #"{"EventGroupId":3,"EventType":301,"CallbackTs":1,"EventInfo":{"RoomId":\#(room),"EventTs":1622191965,"#
      + #""UserId":"u","TaskId":"t","Payload":{"Status":0}}}"#
    let (callback, findings) = try read(body)
    #expect(findings == [])
    #expect(Bodies.text(callback.json()) == body)
  }

  @Test("A quoted time is read, and is a finding")
  func quotedTime() throws {
    let body = Bodies.wrap(#"{"LeaveCode":100}"#, type: "302").replacingOccurrences(
      of: #""EventTs":1622191965"#, with: #""EventTs":"1622191965""#)
    let (callback, findings) = try read(body)
    #expect(callback.eventInfo.eventTs == 1_622_191_965)
    #expect(
      findings.map(\.description) == [
        "EventInfo.EventTs: a string instead of an integer [other-type]"
      ])
  }

  @Test("Another group's event is another product's, and is written back as it came")
  func otherGroup() throws {
    let body =
      #"{"EventGroupId":1,"EventType":103,"CallbackTs":1,"EventInfo":{"RoomId":12345,"EventTs":1,"UserId":"test","#
      + #""Role":21,"Reason":1}}"#
    let (callback, findings) = try read(body)
    #expect(Bodies.text(callback.json()) == body)
    #expect(findings.map(\.rule) == [.otherProduct])
  }

  @Test("An error text beside success is out of place, and missing beside a failure")
  func condition() throws {
    let file = #""TencentVod":{"UserId":"1","TrackType":"audio","CacheFile":"1_2.mp4"}"#
    let (_, outOfPlace) = try read(
      Bodies.wrap(#"{"Status":0,"Errmsg":"x",\#(file)}"#, type: "311"))
    #expect(outOfPlace.map(\.rule) == [.condition])
    let (_, missing) = try read(Bodies.wrap(#"{"Status":1,\#(file)}"#, type: "311"))
    #expect(missing.map(\.path) == ["EventInfo.Payload.Errmsg"])
  }
}
