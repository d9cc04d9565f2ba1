import CallbackRuntime
import Foundation
import Testing
import VolcengineRTC

/// What the page says in two ways, and what it did not foresee: nothing is lost, and each says so.
@Suite("Bodies in several shapes")
struct OddBodyTests {
  private func read(_ body: String) throws -> (Volcengine.Callback, [Finding]) {
    let reading = try Volcengine.Callback.validate(json: body)
    #expect(try Volcengine.Callback(json: body) == reading.value)
    let decoded = try JSONDecoder().decode(Volcengine.Callback.self, from: Data(body.utf8))
    #expect(decoded == reading.value)
    return (reading.value, reading.findings)
  }

  @Test("The data is a text or an object, and means the same")
  func embedded() throws {
    let details = #"{"RoomId":"room1","Timestamp":1679383924691}"#
    let (text, none) = try read(Bodies.wrap(details, type: "RoomCreate"))
    let (object, findings) = try read(Bodies.wrap(data: details, type: "RoomCreate"))
    #expect(text == object)
    #expect(none == [])
    #expect(findings.map(\.rule) == [.otherType])
    #expect(text.event == .roomCreate(.init(roomID: "room1", timestamp: 1_679_383_924_691)))
    #expect(text.eventTime?.sinceEpoch == .seconds(1_679_383_924))
  }

  @Test("Nonce and Noce are one member; the documented spelling wins")
  func nonce() throws {
    let body = Bodies.wrap(#"{"RoomId":"r","Timestamp":1}"#, type: "RoomCreate")
    let (old, findings) = try read(body.replacingOccurrences(of: "Nonce", with: "Noce"))
    #expect(old.nonce == "aaBc")
    #expect(findings.map(\.rule) == [.alias])
  }

  @Test("Exactly one of the two buckets is there, though only the versions say so")
  func buckets() throws {
    func rest(_ more: String) -> String {
      #"{"AppId":"a","BusinessId":"b","RoomId":"r","TaskId":"t",\#(more)"Data":[],"Identifier":"i"}"#
    }
    #expect(try Volcengine.SegmentRealTimeData(json: rest(#""TosBucket":"b","#)).validate() == [])
    #expect(try Volcengine.SegmentRealTimeData(json: rest(#""Bucket":"b","#)).validate() == [])
    let neither = try Volcengine.SegmentRealTimeData(json: rest("")).validate()
    #expect(neither.map(\.path) == ["Bucket"])
  }

  @Test("The limits of an identifier are its length and its characters")
  func identifier() throws {
    func findings(_ identifier: String) throws -> [Finding.Rule] {
      let json =
        #"{"AppId":"a","BusinessId":"b","RoomId":"r","TaskId":"t","Bucket":"b","Data":[],"Identifier":"\#(identifier)"}"#
      return try Volcengine.SegmentRealTimeData(json: json).validate().map(\.rule)
    }
    #expect(try findings("a-Z_0@x.y") == [])
    #expect(try findings("a b") == [.characters])
    #expect(try findings(String(repeating: "a", count: 129)) == [.length])
    #expect(try findings("") == [.length])
  }

  @Test(
    "A video codec is a number in the first table and a word in every body: neither is a finding")
  func codec() throws {
    func file(_ codec: String) -> String {
      #"{"Vid":"v","Duration":1,"Size":1,"StartTime":1,"StreamList":[],"VideoCodec":"\#(codec)","AudioCodec":"aac","#
        + #""VideoWidth":1,"VideoHeight":1}"#
    }
    for codec in ["0", "h264"] {
      let recorded = try Volcengine.RecordFile(json: file(codec))
      #expect(recorded.videoCodec == codec)
      #expect(recorded.validate().map(\.path) == [])
    }
  }

  @Test("A device that the page gives no example of is no finding")
  func device() throws {
    let joined = try Volcengine.UserJoinRoom(
      json:
        #"{"RoomId":"r","UserId":"u","DeviceType":"tv","Timestamp":1611736812853,"ExtraInfo":""}"#)
    #expect(joined.deviceType == "tv")
    #expect(joined.validate() == [])
  }

  @Test("An event without its room is decoded, because no page promises a member")
  func room() throws {
    let (callback, findings) = try read(
      Bodies.wrap(
        #"{"UserId":"u","DeviceType":"web","Timestamp":1611736812853,"ExtraInfo":""}"#,
        type: "UserJoinRoom"))
    guard case .userJoinRoom(let joined) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(joined.userID == "u")
    #expect(findings.map { "\($0.path) \($0.rule)" } == ["EventData.RoomId missing"])
  }

  @Test("A public stream that starts needs no code, because every code describes an end")
  func start() throws {
    let started = try Volcengine.PushPublicStream(
      json:
        #"{"AppId":"a","BusinessId":"b","PublicStreamId":"p","Timestamp":1661150097044,"Status":1,"Msg":""}"#
    )
    #expect(started.validate() == [])
    #expect(started.outcome == .success)
  }

  @Test("A public stream that an internal error ended is a failure, whatever its status")
  func ended() throws {
    func outcome(_ status: Int, _ code: Int) throws -> CallbackOutcome? {
      try Volcengine.PushPublicStream(json: #"{"Status":\#(status),"Code":\#(code)}"#).outcome
    }
    #expect(try outcome(2, 1) == nil)
    #expect(try outcome(2, 2) == nil)
    #expect(try outcome(2, 3) == .failure)
    #expect(try outcome(3, 2) == .failure)
  }

  @Test("A relayed stream that an error stopped is a failure; one that was stopped or ended is not")
  func relay() throws {
    func outcome(_ reason: Int) throws -> CallbackOutcome? {
      try Volcengine.RelayStreamStateChanged(json: #"{"Status":4,"Reason":\#(reason)}"#).outcome
    }
    for reason in [1, 2, 3, 9] { #expect(try outcome(reason) == nil) }
    for reason in 4...8 { #expect(try outcome(reason) == .failure) }
  }

  @Test("A task ID with two at signs contains its user; one without them is a task or a user")
  func task() throws {
    guard case .client(let user, let task) = Volcengine.TranscodeTask("anna@@7") else {
      Issue.record("no client's task")
      return
    }
    #expect(user == "anna")
    #expect(task == "7")
    guard case .plain(taskIDOrUserID: "abc") = Volcengine.TranscodeTask("abc") else {
      Issue.record("no plain task")
      return
    }
  }

  @Test("An event that is called done can carry a failure")
  func outcome() throws {
    func outcome(_ code: Int) throws -> CallbackOutcome? {
      let details =
        #"{"AppId":"a","BusinessId":"b","RoomId":"r","TaskId":"t","Code":\#(code),"ErrorMessage":"e"}"#
      return try Volcengine.Callback(json: Bodies.wrap(details, type: "RecordUploadDone")).outcome
    }
    #expect(try outcome(0) == .success)
    #expect(try outcome(1) == .failure)
    #expect(try outcome(7) == nil)
    let room = Bodies.wrap(#"{"RoomId":"r","Timestamp":1}"#, type: "RoomCreate")
    #expect(try Volcengine.Callback(json: room).outcome == nil)
  }

  @Test(
    "An event that is a failure by its nature is one whatever its code",
    arguments: ["RecordUploadBackuped", "RecordSyncUploadFailed"], [0, 1, 7])
  func failure(_ event: String, _ code: Int) throws {
    let body = Bodies.wrap(#"{"Code":\#(code)}"#, type: event)
    #expect(try Volcengine.Callback(json: body).outcome == .failure)
  }

  @Test("An unknown event keeps its data and is written back")
  func unknown() throws {
    let body = Bodies.wrap(#"{"A":[1.50e1,null]}"#, type: "NewEvent")
    let (callback, findings) = try read(body)
    #expect(findings.map(\.rule) == [.unknownEvent])
    #expect(Bodies.text(callback.json()) == body)
  }

  @Test("Data that is no JSON costs the event, not the body", arguments: [#"{"RoomId":"#, "", "7"])
  func broken(_ data: String) throws {
    let body = Bodies.wrap(data, type: "RoomCreate")
    let (callback, findings) = try read(body)
    guard case .malformed(let event) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(event.details.string == data)
    #expect(callback.eventID == "123456")
    #expect(findings.map(\.rule) == [.malformedEvent])
    #expect(Bodies.text(callback.json()) == body)
  }

  @Test(
    "The times that vendors print are times",
    arguments: [
      "2021-08-17T19:22:02+08:00", "2021-08-17T11:22:02Z", "2021-08-17T11:22:02.123456789Z",
    ])
  func times(_ time: String) throws {
    let body = Bodies.wrap(#"{"RoomId":"r","Timestamp":1}"#, type: "RoomCreate")
      .replacingOccurrences(of: "2023-03-21T15:32:04+08:00", with: time)
    let (callback, findings) = try read(body)
    #expect(findings == [])
    #expect(callback.eventTime?.sinceEpoch?.components.seconds == 1_629_199_322)
    #expect(callback.eventTime?.rawValue == time)
  }
}
