/// The bodies that are measured, without white space: a small, a middle and a large one of each vendor, as the vendor sends
/// them; and what deviates from the documentation, or no shipped service has.
enum Bodies {
  static let agoraSmall = agora(33, #"{"msgName":"uploading_progress","progress":5000}"#)
  static let agoraMiddle = agora(31, uploaded(files: 2))
  static let agoraLarge = agora(31, uploaded(files: 12))

  static let trtcSmall = trtc(301, #"{"Status":0}"#)
  static let trtcMiddle = trtc(
    311,
    #"{"Status":0,"TencentVod":{"UserId":"user_7351","TrackType":"audio_video","MediaId":"main","#
      + #""FileId":"387702299774251236","VideoUrl":"http://1400188366.vod2.myqcloud.com/8bd5f9/f0.mp4","#
      + #""CacheFile":"\#(fileName)","StartTimeStamp":1622191916000,"EndTimeStamp":1622191964000}}"#
  )
  static let trtcLarge = trtc(
    310,
    #"{"Status":0,"FileList":["\#(fileName)","\#(fileName)"],"FileMessage":[\#(mp4(0)),\#(mp4(1))]}"#
  )

  static let volcengineSmall = volcengine(
    "UserLeaveRoom",
    #"{"RoomId":"6992870232038591758","UserId":"4398491447867063","DeviceType":"android","#
      + #""Reason":"userLeave","Timestamp":1611736812853}"#)
  static let volcengineMiddle = volcengine("RecordStopped", recordStopped(files: 1))
  static let volcengineLarge = volcengine("RecordStopped", recordStopped(files: 6))

  /// An event that no edition documents.
  static let unknownEvent = agora(9_033, #"{"msgName":"uploading_progress","progress":5000}"#)
  /// An event whose details are no object.
  static let malformedEvent = agora(31, #""uploaded""#)
  /// Fields and codes that nobody documents.
  static let deviating = agora(
    31,
    uploaded(files: 2).replacing(
      "\"trackType\":\"audio_and_video\"", with: "\"codec\":\"h264\",\"trackType\":\"hologram\""))

  static let fractions = quality(unknown: "")
  /// Each stream has two fields that nobody documents.
  static let unknownFields = quality(unknown: #","codec":"h264","layers":[1,2,3]"#)

  private static func quality(unknown: String) -> [UInt8] {
    let streams = (0..<6).map { number in
      #"{"id":"stream-\#(number)","bitrate":1742.\#(number)31,"frameRate":29.97,"loss":0.00\#(number)25,"#
        + #""jitter":4.\#(number)75,"roundTrip":38.125,"level":-23.\#(number)4\#(unknown)}"#
    }
    return Array(
      (#"{"type":"quality","room":"6992870232038591758","at":1611566412672,"data":{"seconds":2.004,"#
        + #""streams":[\#(streams.joined(separator: ","))]}}"#).utf8)
  }

  private static let fileName =
    "1400188366_20015_UserId_s_dXNlcl83MzUx_UserId_e_main_202105281530.mp4"

  private static func uploaded(files: Int) -> String {
    let list = (0..<files).map { number in
      #"{"fileName":"recordings/38f8e3cfdc474cd56f_\#(number).m3u8","trackType":"audio_and_video","uid":"57297","#
        + #""mixedAllUser":false,"isPlayable":true,"sliceStartTime":16191728710\#(10 + number)}"#
    }
    return #"{"msgName":"uploaded","status":0,"fileList":[\#(list.joined(separator: ","))]}"#
  }

  private static func agora(_ type: Int, _ details: String) -> [UInt8] {
    Array(
      (#"{"noticeId":"2000001428:4330:107","productId":3,"eventType":\#(type),"notifyMs":1611566412672,"#
        + #""payload":{"cname":"httpClient463224","uid":"527841","sid":"38f8e3cfdc474cd56fc1ceba380d7e1a","#
        + #""sequence":7,"serviceScene":"rtc_record","sendts":1611566412672,"serviceType":2,"#
        + #""details":\#(details)}}"#).utf8)
  }

  private static func mp4(_ number: Int) -> String {
    #"{"FileName":"\#(fileName)","UserId":"user_735\#(number)","TrackType":"audio_video","#
      + #""MediaId":"main","StartTimeStamp":1622186279145,"EndTimeStamp":1622186282145}"#
  }

  private static func trtc(_ type: Int, _ payload: String) -> [UInt8] {
    Array(
      (#"{"EventGroupId":3,"EventType":\#(type),"CallbackTs":1622186275913,"EventInfo":{"RoomId":"20015","#
        + #""EventTs":1622186275,"UserId":"user_7351","TaskId":"-AnNa2Hc1Gb2Aq1Nn-Dzs0Ed","#
        + #""Payload":\#(payload)}}"#).utf8)
  }

  private static func recordStopped(files: Int) -> String {
    let list = (0..<files).map { number in
      #"{"Vid":"v0c0bg0000cbc1jbc77u1nsgs0jf\#(number)","ObjectKey":"5f0b/6992870232038591758/\#(number).mp4","#
        + #""Duration":57472,"Size":5018305,"StartTime":1611736812853,"#
        + #""StreamList":[{"UserId":"4398491447867063","StreamType":0},{"UserId":"4398491447867064","StreamType":1}],"#
        + #""VideoCodec":"h264","AudioCodec":"aac","VideoWidth":640,"VideoHeight":360}"#
    }
    return
      #"{"AppId":"5f0b8c1d8e3b4a0187a1b2c3","BusinessId":"lessons","RoomId":"6992870232038591758","#
      + #""TaskId":"6992870232038591758-1","Code":0,"ErrorMessage":"","#
      + #""RecordFileList":[\#(list.joined(separator: ","))]}"#
  }

  /// The event's data is JSON text in a string.
  private static func volcengine(_ type: String, _ data: String) -> [UInt8] {
    let escaped = data.replacing("\"", with: "\\\"")
    return Array(
      (#"{"EventType":"\#(type)","EventData":"\#(escaped)","EventTime":"2021-08-17T19:22:02+08:00","#
        + #""EventId":"d9d1fb56-d93b-4b50-9b2e-1b6d9a1cf1dc","AppId":"5f0b8c1d8e3b4a0187a1b2c3","#
        + #""Version":"2020-12-01","#
        + #""Signature":"2fd0d3ea1cbd6a6ee21bd0a0ba72be6a8da0e0f34d79c2a9d37a2cf35dd07d79","Nonce":"4bV1"}"#)
        .utf8)
  }
}
