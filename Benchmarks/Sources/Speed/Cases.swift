import AgoraCloudRecording
import CallbackRuntime
import Quality
import TencentTRTCRecording
import VolcengineRTC

extension Case {
  static func all() throws -> [Case] {
    let documented = try documented().map { body in
      var body = body
      body.limits = [.decode: 12, .encode: body.name.hasSuffix("large") ? 16 : 20]
      return body
    }
    return try documented + deviating()
  }

  /// Nine bodies of three vendors.
  private static func documented() throws -> [Case] {
    [
      try Case(
        "agora-small", Bodies.agoraSmall, Agora.Callback.self, PlainProgressCallback.self
      ) {
        if case .uploadingProgress = $0.event { $0.faults.isEmpty } else { false }
      },
      try agoraUploaded("agora-middle", Bodies.agoraMiddle),
      try agoraUploaded("agora-large", Bodies.agoraLarge),
      try Case(
        "trtc-small", Bodies.trtcSmall, TRTC.Callback.self, PlainTRTCCallback<PlainStatus>.self
      ) {
        if case .recorderStarted = $0.event { $0.faults.isEmpty } else { false }
      },
      try Case(
        "trtc-middle", Bodies.trtcMiddle, TRTC.Callback.self,
        PlainTRTCCallback<PlainFileUploaded>.self
      ) {
        guard case .vodCommit(let event) = $0.event else { return false }
        return $0.faults.isEmpty && event.tencentVod?.cacheFile?.isRecognized == true
      },
      try Case(
        "trtc-large", Bodies.trtcLarge, TRTC.Callback.self, PlainTRTCCallback<PlainMP4Stopped>.self
      ) {
        if case .mp4Stop = $0.event { $0.faults.isEmpty } else { false }
      },
      try Case(
        "volcengine-small", Bodies.volcengineSmall, Volcengine.Callback.self,
        PlainVolcengineCallback<PlainUserLeft>.self
      ) {
        if case .userLeaveRoom = $0.event { $0.faults.isEmpty } else { false }
      },
      try volcengineRecordStopped("volcengine-middle", Bodies.volcengineMiddle),
      try volcengineRecordStopped("volcengine-large", Bodies.volcengineLarge),
    ]
  }

  /// Bodies that deviate from the documentation, and those of a service of Benchmarks.
  private static func deviating() throws -> [Case] {
    [
      try Case(
        "unknown-event", Bodies.unknownEvent, Agora.Callback.self, PlainProgressCallback.self
      ) {
        if case .unrecognized = $0.event { true } else { false }
      },
      try Case(
        "malformed-event", Bodies.malformedEvent, Agora.Callback.self, PlainTextCallback.self
      ) {
        if case .malformed = $0.event { true } else { false }
      },
      try agoraUploaded("deviating", Bodies.deviating),
      try Case("fractions", Bodies.fractions, Quality.Callback.self, PlainQuality.self) {
        if case .qualityReported = $0.event { true } else { false }
      },
      try Case(
        "unknown-fields", Bodies.unknownFields, Quality.Callback.self, PlainQuality.self,
        keepsUnknownFields: true
      ) {
        guard case .qualityReported(let event) = $0.event else { return false }
        return event.streams?.allSatisfy { !$0.unknownFields.isEmpty } == true
      },
    ]
  }

  private static func agoraUploaded(_ name: String, _ bytes: [UInt8]) throws -> Case {
    try Case(name, bytes, Agora.Callback.self, PlainUploadedCallback.self) {
      if case .uploaded = $0.event { $0.faults.isEmpty } else { false }
    }
  }

  private static func volcengineRecordStopped(_ name: String, _ bytes: [UInt8]) throws -> Case {
    try Case(
      name, bytes, Volcengine.Callback.self, PlainVolcengineCallback<PlainRecordStopped>.self
    ) {
      if case .recordStopped = $0.event { $0.faults.isEmpty } else { false }
    }
  }
}
