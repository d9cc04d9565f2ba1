public import AgoraCloudRecording
public import CallbackRuntime

/// The name of every event that Agora documents; new ones come with new versions of the models.
public func name(_ event: Agora.Event) -> String {
  switch event {
  case .cloudRecordingError: "cloudRecordingError"
  case .cloudRecordingWarning: "cloudRecordingWarning"
  case .cloudRecordingStatusUpdate: "cloudRecordingStatusUpdate"
  case .cloudRecordingFileInfos: "cloudRecordingFileInfos"
  case .sessionExit: "sessionExit"
  case .sessionFailover: "sessionFailover"
  case .uploaderStarted: "uploaderStarted"
  case .uploaded: "uploaded"
  case .backuped: "backuped"
  case .uploadingProgress: "uploadingProgress"
  case .recorderStarted: "recorderStarted"
  case .recorderLeave: "recorderLeave"
  case .recorderSliceStart: "recorderSliceStart"
  case .recorderAudioStreamStateChanged: "recorderAudioStreamStateChanged"
  case .recorderVideoStreamStateChanged: "recorderVideoStreamStateChanged"
  case .recorderSnapshotFile: "recorderSnapshotFile"
  case .vodStarted: "vodStarted"
  case .vodTriggered: "vodTriggered"
  case .webRecorderStarted: "webRecorderStarted"
  case .webRecorderStopped: "webRecorderStopped"
  case .webRecorderCapabilityLimit: "webRecorderCapabilityLimit"
  case .webRecorderReload: "webRecorderReload"
  case .transcoderStarted: "transcoderStarted"
  case .transcoderCompleted: "transcoderCompleted"
  case .downloadFailed: "downloadFailed"
  case .rtmpPublishStatus: "rtmpPublishStatus"
  case .postponeTranscodeFinalResult: "postponeTranscodeFinalResult"
  case .unrecognized(let event): "unrecognized \(event.id)"
  case .otherProduct(let callback): "another product: \(callback.body)"
  case .malformed(let event): "malformed \(event.id): \(event.error)"
  @unknown default: "newer than this code"
  }
}

/// The reaction to a failed upload.
public func advice(_ error: Agora.UploadError) -> String {
  switch error {
  case .storageMisconfigured: "look at the storage's settings"
  case .uploadFailed, .fileOperationFailed: "wait for the backup"
  case .unrecognized(let code): "ask about \(code)"
  @unknown default: "newer than this code"
  }
}

/// The reason why the recorder left, from a combination of flags.
public func isEmpty(_ leave: Agora.RecorderLeave) -> Bool {
  leave.leaveCode?.contains(.noUsers) == true
}

/// The names of the files in a body, or the error of a body that is not a callback.
public func uploadedFiles(_ body: [UInt8]) throws(CallbackDecodingError) -> [String] {
  guard case .uploaded(let uploaded) = try Agora.Callback(json: body).event else { return [] }
  return (uploaded.fileList ?? []).compactMap(\.fileName)
}
