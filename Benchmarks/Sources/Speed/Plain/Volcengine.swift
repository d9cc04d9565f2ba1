import Foundation

/// What a user would write by hand for the bodies of Volcengine: the event's data is JSON text in a string, with a decoder and
/// an encoder of its own.
struct PlainVolcengineCallback<Payload: Codable & Equatable>: Codable, Equatable {
  var eventType: String
  var eventData: Payload
  var eventTime: String
  var eventID: String
  var appID: String
  var version: String
  var signature: String
  var nonce: String

  enum CodingKeys: String, CodingKey {
    case eventType = "EventType"
    case eventData = "EventData"
    case eventTime = "EventTime"
    case eventID = "EventId"
    case appID = "AppId"
    case version = "Version"
    case signature = "Signature"
    case nonce = "Nonce"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    eventType = try container.decode(String.self, forKey: .eventType)
    let text = try container.decode(String.self, forKey: .eventData)
    eventData = try JSONDecoder().decode(Payload.self, from: Data(text.utf8))
    eventTime = try container.decode(String.self, forKey: .eventTime)
    eventID = try container.decode(String.self, forKey: .eventID)
    appID = try container.decode(String.self, forKey: .appID)
    version = try container.decode(String.self, forKey: .version)
    signature = try container.decode(String.self, forKey: .signature)
    nonce = try container.decode(String.self, forKey: .nonce)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(eventType, forKey: .eventType)
    let text = String(decoding: try JSONEncoder().encode(eventData), as: UTF8.self)
    try container.encode(text, forKey: .eventData)
    try container.encode(eventTime, forKey: .eventTime)
    try container.encode(eventID, forKey: .eventID)
    try container.encode(appID, forKey: .appID)
    try container.encode(version, forKey: .version)
    try container.encode(signature, forKey: .signature)
    try container.encode(nonce, forKey: .nonce)
  }
}

struct PlainUserLeft: Codable, Equatable {
  var roomId: String
  var userId: String
  var deviceType: String
  var reason: String
  var timestamp: Int

  enum CodingKeys: String, CodingKey {
    case roomId = "RoomId"
    case userId = "UserId"
    case deviceType = "DeviceType"
    case reason = "Reason"
    case timestamp = "Timestamp"
  }
}

struct PlainRecordStopped: Codable, Equatable {
  var appId: String
  var businessId: String
  var roomId: String
  var taskId: String
  var code: Int
  var errorMessage: String
  var recordFileList: [PlainRecordFile]

  enum CodingKeys: String, CodingKey {
    case appId = "AppId"
    case businessId = "BusinessId"
    case roomId = "RoomId"
    case taskId = "TaskId"
    case code = "Code"
    case errorMessage = "ErrorMessage"
    case recordFileList = "RecordFileList"
  }
}

struct PlainRecordFile: Codable, Equatable {
  var vid: String
  var objectKey: String
  var duration: Int
  var size: Int
  var startTime: Int
  var streamList: [PlainStream]
  var videoCodec: String
  var audioCodec: String
  var videoWidth: Int
  var videoHeight: Int

  enum CodingKeys: String, CodingKey {
    case vid = "Vid"
    case objectKey = "ObjectKey"
    case duration = "Duration"
    case size = "Size"
    case startTime = "StartTime"
    case streamList = "StreamList"
    case videoCodec = "VideoCodec"
    case audioCodec = "AudioCodec"
    case videoWidth = "VideoWidth"
    case videoHeight = "VideoHeight"
  }
}

struct PlainStream: Codable, Equatable {
  var userId: String
  var streamType: Int

  enum CodingKeys: String, CodingKey {
    case userId = "UserId"
    case streamType = "StreamType"
  }
}
