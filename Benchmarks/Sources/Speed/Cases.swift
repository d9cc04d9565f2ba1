import AgoraCloudRecording
import CallbackRuntime
import TencentTRTCRecording
import VolcengineRTC

extension Case {
  /// Nine bodies of three vendors.
  static func all() throws -> [Case] {
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
