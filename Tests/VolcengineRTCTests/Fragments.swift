import VolcengineRTC

/// Every event type reads its own fields alone.
enum Fragments {
  static let keys = [
    "UserAudioStreamStart",
    "UserAudioStreamStop",
    "UserVideoStreamStart",
    "UserVideoStreamStop",
    "UserScreenAudioStreamStart",
    "UserScreenAudioStreamStop",
    "UserScreenVideoStreamStart",
    "UserScreenVideoStreamStop",
    "RecordStarted",
    "RecordStopped",
    "RecordUploadStarted",
    "RecordUploadProcessing",
    "RecordUploadDone",
    "RecordUploadBackuped",
    "RecordAudioStreamStateChanged",
    "RecordVideoStreamStateChanged",
    "RecordSyncUploadStarted",
    "RecordSyncUploadFailed",
    "UserJoinRoom",
    "UserLeaveRoom",
    "InvisibleUserJoinRoom",
    "InvisibleUserLeaveRoom",
    "RoleChangeInvisible2Visible",
    "RoleChangeVisible2Invisible",
    "RoomCreate",
    "RoomDestroy",
    "SegmentRealTimeData",
    "SnapshotRealTimeData",
    "RelayStreamStateChanged",
    "Webcast",
    "TranscodeStarted",
    "TranscodeStopped",
    "TranscodeUpdated",
    "TranscodeStateChanged",
    "PushPublicStream",
    "MusicRemoved",
    "WbTranscodeProgressChanged",
    "WbTranscodeFinished",
  ]

  /// The fields of an event, read and written by its type; nil for an event without one.
  static func rewritten(_ details: String, as key: String) throws -> [UInt8]? {
    switch key {
    case "UserAudioStreamStart": try Volcengine.UserAudioStreamStart(json: details).json()
    case "UserAudioStreamStop": try Volcengine.UserAudioStreamStop(json: details).json()
    case "UserVideoStreamStart": try Volcengine.UserVideoStreamStart(json: details).json()
    case "UserVideoStreamStop": try Volcengine.UserVideoStreamStop(json: details).json()
    case "UserScreenAudioStreamStart":
      try Volcengine.UserScreenAudioStreamStart(json: details).json()
    case "UserScreenAudioStreamStop": try Volcengine.UserScreenAudioStreamStop(json: details).json()
    case "UserScreenVideoStreamStart":
      try Volcengine.UserScreenVideoStreamStart(json: details).json()
    case "UserScreenVideoStreamStop": try Volcengine.UserScreenVideoStreamStop(json: details).json()
    case "RecordStarted": try Volcengine.RecordStarted(json: details).json()
    case "RecordStopped": try Volcengine.RecordStopped(json: details).json()
    case "RecordUploadStarted": try Volcengine.RecordUploadStarted(json: details).json()
    case "RecordUploadProcessing": try Volcengine.RecordUploadProcessing(json: details).json()
    case "RecordUploadDone": try Volcengine.RecordUploadDone(json: details).json()
    case "RecordUploadBackuped": try Volcengine.RecordUploadBackuped(json: details).json()
    case "RecordAudioStreamStateChanged":
      try Volcengine.RecordAudioStreamStateChanged(json: details).json()
    case "RecordVideoStreamStateChanged":
      try Volcengine.RecordVideoStreamStateChanged(json: details).json()
    case "RecordSyncUploadStarted": try Volcengine.RecordSyncUploadStarted(json: details).json()
    case "RecordSyncUploadFailed": try Volcengine.RecordSyncUploadFailed(json: details).json()
    case "UserJoinRoom": try Volcengine.UserJoinRoom(json: details).json()
    case "UserLeaveRoom": try Volcengine.UserLeaveRoom(json: details).json()
    case "InvisibleUserJoinRoom": try Volcengine.InvisibleUserJoinRoom(json: details).json()
    case "InvisibleUserLeaveRoom": try Volcengine.InvisibleUserLeaveRoom(json: details).json()
    case "RoleChangeInvisible2Visible":
      try Volcengine.RoleChangeInvisible2Visible(json: details).json()
    case "RoleChangeVisible2Invisible":
      try Volcengine.RoleChangeVisible2Invisible(json: details).json()
    case "RoomCreate": try Volcengine.RoomCreate(json: details).json()
    case "RoomDestroy": try Volcengine.RoomDestroy(json: details).json()
    case "SegmentRealTimeData": try Volcengine.SegmentRealTimeData(json: details).json()
    case "SnapshotRealTimeData": try Volcengine.SnapshotRealTimeData(json: details).json()
    case "RelayStreamStateChanged": try Volcengine.RelayStreamStateChanged(json: details).json()
    case "Webcast": try Volcengine.Webcast(json: details).json()
    case "TranscodeStarted": try Volcengine.TranscodeStarted(json: details).json()
    case "TranscodeStopped": try Volcengine.TranscodeStopped(json: details).json()
    case "TranscodeUpdated": try Volcengine.TranscodeUpdated(json: details).json()
    case "TranscodeStateChanged": try Volcengine.TranscodeStateChanged(json: details).json()
    case "PushPublicStream": try Volcengine.PushPublicStream(json: details).json()
    case "MusicRemoved": try Volcengine.MusicRemoved(json: details).json()
    case "WbTranscodeProgressChanged":
      try Volcengine.WhiteboardTranscodeProgressChanged(json: details).json()
    case "WbTranscodeFinished": try Volcengine.WhiteboardTranscodeFinished(json: details).json()
    default: nil
    }
  }
}
