import CallbackRuntime
public import VolcengineRTC

/// The name of every event that Volcengine documents; new ones come with new versions of the models.
public func name(_ event: Volcengine.Event) -> String {
  switch event {
  case .musicRemoved: "musicRemoved"
  case .pushPublicStream: "pushPublicStream"
  case .recordStarted: "recordStarted"
  case .recordStopped: "recordStopped"
  case .recordUploadStarted: "recordUploadStarted"
  case .recordUploadProcessing: "recordUploadProcessing"
  case .recordUploadDone: "recordUploadDone"
  case .recordUploadBackuped: "recordUploadBackuped"
  case .recordAudioStreamStateChanged: "recordAudioStreamStateChanged"
  case .recordVideoStreamStateChanged: "recordVideoStreamStateChanged"
  case .recordSyncUploadStarted: "recordSyncUploadStarted"
  case .recordSyncUploadFailed: "recordSyncUploadFailed"
  case .relayStreamStateChanged: "relayStreamStateChanged"
  case .userJoinRoom: "userJoinRoom"
  case .userLeaveRoom: "userLeaveRoom"
  case .invisibleUserJoinRoom: "invisibleUserJoinRoom"
  case .invisibleUserLeaveRoom: "invisibleUserLeaveRoom"
  case .roleChangeInvisible2Visible: "roleChangeInvisible2Visible"
  case .roleChangeVisible2Invisible: "roleChangeVisible2Invisible"
  case .roomCreate: "roomCreate"
  case .roomDestroy: "roomDestroy"
  case .segmentRealTimeData: "segmentRealTimeData"
  case .snapshotRealTimeData: "snapshotRealTimeData"
  case .userAudioStreamStart: "userAudioStreamStart"
  case .userAudioStreamStop: "userAudioStreamStop"
  case .userVideoStreamStart: "userVideoStreamStart"
  case .userVideoStreamStop: "userVideoStreamStop"
  case .userScreenAudioStreamStart: "userScreenAudioStreamStart"
  case .userScreenAudioStreamStop: "userScreenAudioStreamStop"
  case .userScreenVideoStreamStart: "userScreenVideoStreamStart"
  case .userScreenVideoStreamStop: "userScreenVideoStreamStop"
  case .transcodeStarted: "transcodeStarted"
  case .transcodeStopped: "transcodeStopped"
  case .transcodeUpdated: "transcodeUpdated"
  case .transcodeStateChanged: "transcodeStateChanged"
  case .webcast: "webcast"
  case .whiteboardTranscodeProgressChanged: "whiteboardTranscodeProgressChanged"
  case .whiteboardTranscodeFinished: "whiteboardTranscodeFinished"
  case .unrecognized(let event): "unrecognized \(event.id)"
  case .malformed(let event): "malformed \(event.id): \(event.error)"
  @unknown default: "newer than this code"
  }
}

/// Whether a user left by a decision of their own; nil if the body does not report it.
public func wasWanted(_ left: Volcengine.UserLeaveRoom) -> Bool? {
  switch left.reason {
  case .userLeave: true
  case .connectionLost, .kickedByAdmin, .roomDismissByAdmin, .onUserTokenDidExpire, .otherReason:
    false
  case .unrecognized, nil: nil
  @unknown default: nil
  }
}
