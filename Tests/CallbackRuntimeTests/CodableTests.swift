@_spi(Generated) import CallbackRuntime
import Foundation
import Testing

@Suite("Codable")
struct CodableTests {
  private struct Stored: Codable, Equatable {
    var at: Date
    var callback: Media.Callback
    var files: [String: Media.RecordedFile]
  }

  @Test("Property lists, arrays and a user's own types", arguments: Bodies.all)
  func coders(body: String) throws {
    let callback = try Media.Callback(json: body)
    let list = try JSONEncoder().encode([callback, callback])
    #expect(try JSONDecoder().decode([Media.Callback].self, from: list) == [callback, callback])
    let stored = Stored(
      at: Date(timeIntervalSince1970: 1), callback: callback,
      files: ["a": Media.RecordedFile(fileName: "f")])
    #expect(try JSONDecoder().decode(Stored.self, from: JSONEncoder().encode(stored)) == stored)
    for format in [PropertyListSerialization.PropertyListFormat.binary, .xml] {
      // A property list has no 64-bit unsigned numbers, and its text no control characters.
      if body == Bodies.unrecognized { continue }
      let encoder = PropertyListEncoder()
      encoder.outputFormat = format
      let data = try encoder.encode(callback)
      #expect(try PropertyListDecoder().decode(Media.Callback.self, from: data) == callback)
    }
  }

  @Test("The coding path of a mismatch")
  func mismatch() throws {
    let body = Data(#"{"a":[{"leaveCode":1},{"leaveCode":"x"}]}"#.utf8)
    do {
      _ = try JSONDecoder().decode([String: [Media.RecorderLeave]].self, from: body)
      Issue.record("read")
    } catch DecodingError.typeMismatch(_, let context) {
      #expect(context.codingPath.map(\.stringValue) == ["a", "Index 1", "leaveCode"])
    }
  }

  @Test("The coding path of a missing key")
  func missing() throws {
    let body = Data(#"{"a":[{"leaveCode":1},{}]}"#.utf8)
    do {
      _ = try JSONDecoder().decode([String: [Media.RecorderLeave]].self, from: body)
      Issue.record("read")
    } catch DecodingError.keyNotFound(let key, let context) {
      #expect(key.stringValue == "leaveCode")
      #expect(context.codingPath.map(\.stringValue) == ["a", "Index 1"])
    }
    do {
      _ = try JSONDecoder().decode([Media.Callback].self, from: Data("[{}]".utf8))
      Issue.record("read")
    } catch DecodingError.keyNotFound(let key, let context) {
      #expect(key.stringValue == "eventType")
      #expect(context.codingPath.map(\.stringValue) == ["Index 0"])
    }
  }

  @Test("A malformed event says where, without a byte")
  func malformed() throws {
    let callback = try JSONDecoder().decode(
      Media.Callback.self, from: Data(Bodies.malformed.utf8))
    guard case .malformed(let event) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(event.error.path == "payload.details.fileList[0].fileName")
    #expect(event.error.offset == nil)
    #expect(event.error.description == "payload.details.fileList[0].fileName: missing")
    let odd = Bodies.uploaded.replacing(#""uid":"0""#, with: #""uid":[]"#)
    let other = try JSONDecoder().decode(Media.Callback.self, from: Data(odd.utf8))
    let fault = try #require(other.faults.first)
    #expect(fault.error.path == "payload.details.fileList[0].uid")
    #expect(fault.error.offset == nil)
    #expect(fault.error.problem == .type(.string))
    #expect(fault.json.description == "[]")
  }

  @Test("An encoder's error is thrown")
  func encodingError() {
    var object = Everything()
    object.double = .nan
    object.string = "after"
    #expect(throws: EncodingError.self) { try JSONEncoder().encode(object) }
  }

  @Test("Code tables and times alone")
  func alone() throws {
    let codes: [Media.TrackType] = [.audio, .unrecognized("x")]
    #expect(
      try JSONDecoder().decode([Media.TrackType].self, from: JSONEncoder().encode(codes)) == codes)
    let times = [UnixSeconds(5), UnixSeconds(-5)]
    #expect(String(decoding: try JSONEncoder().encode(times), as: UTF8.self) == "[5,-5]")
    let flags: [Media.LeaveCode] = [.signal, LeaveBits.odd]
    #expect(
      try JSONDecoder().decode([Media.LeaveCode].self, from: JSONEncoder().encode(flags)) == flags)
  }

  private enum LeaveBits { static let odd = Media.LeaveCode(rawValue: 65) }
}
