/// What a careful user would write by hand for an `uploaded` callback: synthesised Codable, with every member optional except
/// the event's type.
struct OptionalUploadedCallback: Decodable {
  var noticeId: String?
  var productId: Int?
  var eventType: Int
  var notifyMs: Int?
  var payload: OptionalPayload?
}

struct OptionalPayload: Decodable {
  var cname: String?
  var uid: String?
  var sid: String?
  var sequence: Int?
  var sendts: Int?
  var serviceType: Int?
  var serviceScene: String?
  var details: OptionalUploaded?
}

struct OptionalUploaded: Decodable {
  var msgName: String?
  var status: Int?
  var fileList: [OptionalFile]?
}

struct OptionalFile: Decodable {
  var fileName: String?
  var trackType: String?
  var uid: String?
  var mixedAllUser: Bool?
  var isPlayable: Bool?
  var sliceStartTime: Int?
}
