@_spi(Generated) import CallbackRuntime
import Foundation
import Testing

@Suite("Strings that are not valid Unicode")
struct BrokenTextTests {
  /// Contents of strings: half of a surrogate pair, as an escape sequence, and bytes that are not UTF-8.
  static let contents: [[UInt8]] = [
    Array(#"\ud800"#.utf8), Array(#"\udc00x"#.utf8), Array(#"\ud83d\n"#.utf8),
    Array(#"a\ud83d\ud83d\ude00"#.utf8), [0xff], [0xe4, 0xbd], Array("12345678".utf8) + [0xc3],
    [0xed, 0xa0, 0x80], [0x5c, 0x6e, 0xf0, 0x9f, 0x98],
  ]

  /// A body with some bytes in the place of `@`.
  private func body(_ text: String, _ content: [UInt8]) -> [UInt8] {
    text.utf8.flatMap { $0 == 0x40 ? content : [$0] }
  }

  private func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    bytes.firstRange(of: part) != nil
  }

  @Test("An optional string costs that field, and its bytes are written back", arguments: contents)
  func optional(content: [UInt8]) throws {
    let body = body(
      #"{"productId":3,"eventType":31,"payload":{"details":{"msgName":"uploaded","status":0,"fileList":[{"fileName":"a","uid":"@"}]}}}"#,
      content)
    let report = try Media.Callback.validate(json: body)
    let callback = report.value
    guard case .uploaded(let event) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(event.fileList == [Media.RecordedFile(fileName: "a")])
    #expect(callback.faults.map(\.path) == ["payload.details.fileList[0].uid"])
    #expect(callback.faults.map(\.json.bytes) == [[0x22] + content + [0x22]])
    #expect(
      report.findings.filter { $0.rule == .wrongType }.map(\.path)
        == ["payload.details.fileList[0].uid"])
    #expect(callback.json() == body)
    #expect(try Media.Callback(json: callback.json()) == callback)
    // An encoder takes no such strings; they are repaired.
    let encoded = try JSONEncoder().encode(callback)
    #expect(String(decoding: encoded, as: UTF8.self).contains("\u{fffd}"))
  }

  @Test("In an undocumented event and a malformed one the bytes are kept", arguments: contents)
  func raw(content: [UInt8]) throws {
    let unknown = body(#"{"eventType":99,"beside":"@","payload":{"details":["@"]}}"#, content)
    let first = try Media.Callback(json: unknown)
    #expect(first.json() == unknown)
    let malformed = body(
      #"{"productId":3,"eventType":41,"payload":{"details":{"leaveCode":"@","x":"@"}}}"#, content)
    let second = try Media.Callback(json: malformed)
    guard case .malformed(let event) = second.event else {
      Issue.record("\(second.event)")
      return
    }
    #expect(event.error.path == "payload.details.leaveCode")
    #expect(event.details["x"]?.string == nil)
    #expect(event.details["x"]?.bytes == [0x22] + content + [0x22])
    #expect(second.json() == malformed)
    #expect(try Media.Callback(json: second.json()) == second)
    #expect(second.hashValue == (try Media.Callback(json: second.json())).hashValue)
  }

  @Test("Raw JSON with different broken strings differs")
  func equality() throws {
    func details(_ content: [UInt8]) throws -> RawJSON {
      let callback = try Media.Callback(
        json: body(#"{"eventType":99,"payload":{"details":{"a":"@"}}}"#, content))
      guard case .unrecognized(let event) = callback.event else { return .null }
      return event.details
    }
    for (place, one) in Self.contents.enumerated() {
      for (other, two) in Self.contents.enumerated() {
        // An escape sequence for half of a pair means the same as its bytes.
        if [place, other].sorted() == [0, 7] { continue }
        #expect(try (details(one) == details(two)) == (place == other), "\(one) \(two)")
      }
    }
  }

  @Test("Undocumented members are skipped, names must be valid", arguments: contents)
  func names(content: [UInt8]) throws {
    let skipped = body(#"{"eventType":31,"x":["@",{"y":"@"}],"payload":{"details":{}}}"#, content)
    #expect(try Media.Callback(json: skipped).event == .uploaded(Media.Uploaded()))
    for text in [
      #"{"eventType":31,"@":1}"#, #"{"eventType":31,"x":{"@" :1}}"#,
      #"{"eventType":31,"payload":{"details":{"@":1}}}"#, #"{"eventType":99,"payload":{"@":1}}"#,
    ] {
      #expect(throws: CallbackDecodingError.self) {
        try Media.Callback(json: body(text, content))
      }
    }
  }

  @Test("Objects decoded on their own and raw JSON are strict", arguments: contents)
  func strict(content: [UInt8]) {
    let bytes = body(#"{"string":"@","other":["@"]}"#, content)
    #expect(throws: CallbackDecodingError.self) { try Lenient(json: bytes) }
    #expect(throws: CallbackDecodingError.self) { try RawJSON(bytes: bytes) }
  }
}
