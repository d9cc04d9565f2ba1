/// What a user would write by hand for the reports of quality.
struct PlainQuality: Codable, Equatable {
  var type: String
  var room: String
  var at: Int
  var data: PlainReport
}

struct PlainReport: Codable, Equatable {
  var seconds: Double
  var streams: [PlainStreamQuality]
}

struct PlainStreamQuality: Codable, Equatable {
  var id: String
  var bitrate: Double
  var frameRate: Double
  var loss: Double
  var jitter: Double
  var roundTrip: Double
  var level: Double
}
