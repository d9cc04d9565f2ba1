/// What a user would write by hand for these bodies: plain structs with synthesised Codable.
struct PlainUploadedCallback: Codable, Equatable {
  var noticeId: String
  var productId: Int
  var eventType: Int
  var notifyMs: Int
  var payload: PlainPayload<PlainUploaded>
}

struct PlainProgressCallback: Codable, Equatable {
  var noticeId: String
  var productId: Int
  var eventType: Int
  var notifyMs: Int
  var payload: PlainPayload<PlainProgress>
}

struct PlainPayload<Details: Codable & Equatable>: Codable, Equatable {
  var cname: String
  var uid: String
  var sid: String
  var sequence: Int
  var sendts: Int
  var serviceType: Int
  var serviceScene: String?
  var details: Details
}

struct PlainUploaded: Codable, Equatable {
  var msgName: String
  var status: Int
  var fileList: [PlainFile]
}

struct PlainFile: Codable, Equatable {
  var fileName: String
  var trackType: String
  var uid: String
  var mixedAllUser: Bool
  var isPlayable: Bool
  var sliceStartTime: Int
}

struct PlainProgress: Codable, Equatable {
  var msgName: String
  var progress: Int
}

/// A callback whose details are no object.
struct PlainTextCallback: Codable, Equatable {
  var noticeId: String
  var productId: Int
  var eventType: Int
  var notifyMs: Int
  var payload: PlainPayload<String>
}
