import Testing

@testable import SwiftGeneration

@Suite("Names")
struct NamingTests {
  @Test(
    "A wire spelling becomes a property by the Swift API guidelines",
    arguments: [
      ("RoomId", "roomID"), ("UtcMs", "utcMs"), ("noticeId", "noticeID"), ("rtmpUrl", "rtmpURL"),
      ("file_list", "fileList"), ("ID", "id"), ("URL", "url"), ("userIds", "userIDs"),
      ("WebGL", "webGL"),
      ("HTTPServer", "httpServer"), ("sendts", "sendts"), ("a.b-c d", "aBCD"),
      ("postpone::transcode", "postponeTranscode"),
      ("VeImageXUri", "veImageXURI"), ("startUtcMS", "startUtcMS"), ("H264Stream", "h264Stream"),
      ("", ""),
    ])
  func lower(_ wire: String, _ expected: String) { #expect(Words.lower(wire) == expected) }

  @Test(
    "A letter that is not ASCII changes no other word of a name",
    arguments: [
      "RoomId", "file_list", "EVENT_TYPE_rest", "WebGLview", "HTTPServer", "a.b-c d", "H264Stream",
      "postpone::transcode", "__x", "x1Y2z",
    ])
  func otherLetters(_ wire: String) {
    let words = Words.split(wire)
    #expect(Words.split(wire + "é") == words.dropLast() + [(words.last ?? "") + "é"])
  }

  @Test(
    "and a type",
    arguments: [
      ("recorder_leave", "RecorderLeave"), ("WebGL", "WebGL"), ("id", "ID"), ("urlList", "URLList"),
    ])
  func upper(_ wire: String, _ expected: String) { #expect(Words.upper(wire) == expected) }

  @Test("A set of names contains its names and nothing else")
  func nameSet() {
    let set: NameSet = ["class", "in", "事件", ""]
    for name in ["class", "in", "事件", ""] { #expect(set.contains(name)) }
    // Some have the first byte, the last byte and the length of a name in the set.
    for name in ["clams", "cxxxs", "Class", "事x件", "i", "classs", " "] {
      #expect(!set.contains(name), "\(name)")
    }
    for word in ReservedWordsTests.keywords + ReservedWordsTests.names {
      let isLocal = [
        "borrowing", "consuming", "didSet", "get", "mutating", "nonmutating", "set", "willSet",
        "body", "event", "fields", "id", "reader", "scope", "position", "start", "context",
        "writer",
        "error", "value", "callback", "other",
      ].contains(word)
      #expect(ReservedNames.locals.contains(word) == isLocal, "\(word)")
    }
  }
}
