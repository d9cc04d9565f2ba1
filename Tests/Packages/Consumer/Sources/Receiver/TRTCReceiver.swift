import CallbackRuntime
public import TencentTRTCRecording

/// The name of every event that Tencent documents; new ones come with new versions of the models.
public func name(_ event: TRTC.Event) -> String {
  switch event {
  case .recorderStarted: "recorderStarted"
  case .recorderStopped: "recorderStopped"
  case .uploadStarted: "uploadStarted"
  case .fileInfo: "fileInfo"
  case .uploadStopped: "uploadStopped"
  case .failover: "failover"
  case .fileSlice: "fileSlice"
  case .downloadImageError: "downloadImageError"
  case .mp4Stop: "mp4Stop"
  case .vodCommit: "vodCommit"
  case .vodStop: "vodStop"
  case .webRecorderStart: "webRecorderStart"
  case .webRecorderStop: "webRecorderStop"
  case .webRecorderStatusUpdate: "webRecorderStatusUpdate"
  case .webRecorderResourceLimit: "webRecorderResourceLimit"
  case .unrecognized(let event): "unrecognized \(event.id)"
  case .otherProduct(let callback): "another product: \(callback.body)"
  case .malformed(let event): "malformed \(event.id): \(event.error)"
  @unknown default: "newer than this code"
  }
}

/// Whether the customer ended the recording; nil if the body does not report it.
public func wasWanted(_ code: TRTC.RecorderStopped.LeaveCode) -> Bool? {
  switch code {
  case .stopped, .removedByCustomer, .roomDismissedByCustomer: true
  case .removedByServer, .roomDismissedByServer, .noOtherStreams, .roomTimeout,
    .replacedBySameUser:
    false
  case .unrecognized: nil
  @unknown default: nil
  }
}
