/// What a user would write by hand for the bodies of TRTC.
struct PlainTRTCCallback<Payload: Codable & Equatable>: Codable, Equatable {
  var eventGroupId: Int
  var eventType: Int
  var callbackTs: Int
  var eventInfo: PlainEventInfo<Payload>

  enum CodingKeys: String, CodingKey {
    case eventGroupId = "EventGroupId"
    case eventType = "EventType"
    case callbackTs = "CallbackTs"
    case eventInfo = "EventInfo"
  }
}

struct PlainEventInfo<Payload: Codable & Equatable>: Codable, Equatable {
  var roomId: String
  var eventTs: Int
  var userId: String
  var taskId: String
  var payload: Payload

  enum CodingKeys: String, CodingKey {
    case roomId = "RoomId"
    case eventTs = "EventTs"
    case userId = "UserId"
    case taskId = "TaskId"
    case payload = "Payload"
  }
}

struct PlainStatus: Codable, Equatable {
  var status: Int

  enum CodingKeys: String, CodingKey {
    case status = "Status"
  }
}

struct PlainFileUploaded: Codable, Equatable {
  var status: Int
  var tencentVod: PlainVideo

  enum CodingKeys: String, CodingKey {
    case status = "Status"
    case tencentVod = "TencentVod"
  }
}

struct PlainVideo: Codable, Equatable {
  var userId: String
  var trackType: String
  var mediaId: String
  var fileId: String
  var videoUrl: String
  var cacheFile: String
  var startTimeStamp: Int
  var endTimeStamp: Int

  enum CodingKeys: String, CodingKey {
    case userId = "UserId"
    case trackType = "TrackType"
    case mediaId = "MediaId"
    case fileId = "FileId"
    case videoUrl = "VideoUrl"
    case cacheFile = "CacheFile"
    case startTimeStamp = "StartTimeStamp"
    case endTimeStamp = "EndTimeStamp"
  }
}

struct PlainMP4Stopped: Codable, Equatable {
  var status: Int
  var fileList: [String]
  var fileMessage: [PlainMP4File]

  enum CodingKeys: String, CodingKey {
    case status = "Status"
    case fileList = "FileList"
    case fileMessage = "FileMessage"
  }
}

struct PlainMP4File: Codable, Equatable {
  var fileName: String
  var userId: String
  var trackType: String
  var mediaId: String
  var startTimeStamp: Int
  var endTimeStamp: Int

  enum CodingKeys: String, CodingKey {
    case fileName = "FileName"
    case userId = "UserId"
    case trackType = "TrackType"
    case mediaId = "MediaId"
    case startTimeStamp = "StartTimeStamp"
    case endTimeStamp = "EndTimeStamp"
  }
}
