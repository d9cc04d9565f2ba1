@_spi(Generated) import CallbackRuntime
import Testing

@Suite("Faults")
struct FaultTests {
  private func refusal<T: CallbackObject>(_: T.Type, _ body: String) -> CallbackDecodingError? {
    do throws(CallbackDecodingError) {
      _ = try T(json: body)
      return nil
    } catch { return error }
  }

  @Test(
    "Broken bodies throw with what was wrong, the path and the byte",
    arguments: [
      ("", CallbackDecodingError.Problem.end, "", 0),
      ("[]", .type(.object), "", 0),
      ("null", .type(.object), "", 0),
      ("{", .end, "", 1),
      (#"{"noticeId":"n"}"#, .missing("eventType"), "eventType", 0),
      (#" {"eventType":null}"#, .missing("eventType"), "eventType", 1),
      (#"{"eventType":"x"}"#, .type(.integer), "eventType", 13),
      (#"{"eventType":1.5}"#, .type(.integer), "eventType", 13),
      (#"{"eventType":1e30}"#, .range, "eventType", 13),
      (#"{"eventType":1,"payload":{"details":{"stat":}}}"#, .syntax, "payload.details.stat", 44),
      (#"{"eventType":1,"payload":{"details":{"stat":1]}}"#, .syntax, "payload.details.stat", 45),
      (#"{"eventType":1}x"#, .trailing, "", 15),
      (#"{"eventType":1,}"#, .syntax, "", 15),
      (#"{"eventType":1,"x":[1,{"y":"\q"}]}"#, .escape, "x[1].y", 28),
      (#"{"eventType":1,"\ud800":1}"#, .escape, "", 16),
      (#"{"eventType":01}"#, .syntax, "eventType", 13),
      ("\u{feff}{}", .type(.object), "", 0),
    ])
  func broken(body: String, problem: CallbackDecodingError.Problem, path: String, offset: Int)
    throws
  {
    let fault = try #require(refusal(Media.Callback.self, body))
    #expect(fault.problem == problem)
    #expect(fault.path == path)
    #expect(fault.offset == offset)
  }

  @Test("A fault reads as a sentence")
  func description() throws {
    let body = #"{"eventType":31,"payload":{"details":{"fileList":[{"uid":"a","fileName":[]}]}}}"#
    guard case .malformed(let event) = try Media.Callback(json: body).event else {
      Issue.record("not malformed")
      return
    }
    #expect(
      event.error.description == "payload.details.fileList[0].fileName: expected a string (byte 72)"
    )
    let empty = refusal(Media.Callback.self, "")
    #expect(empty?.description == "body: the JSON text ends inside the value (byte 0)")
  }

  @Test("Bytes that are not UTF-8 are refused, wherever they stand")
  func encoding() {
    let wrong: [[UInt8]] = [
      [0xff], [0xc3], [0xc0, 0x80], [0xe0, 0x80, 0x80], [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xf0, 0x80, 0x80, 0x80], [0xc3, 0x28], [0xe2, 0x82], [0x80], [0xf5, 0x80, 0x80, 0x80],
    ]
    for bytes in wrong {
      for padding in ["", "12345678", "123456789012345"] {
        for (before, after) in [
          (#"{"a":""#, #""}"#), (#"{""#, #"":1}"#), (#"{"needed":"\n"#, #""}"#),
        ] {
          let body = Array(before.utf8) + padding.utf8 + bytes + padding.utf8 + after.utf8
          #expect(throws: CallbackDecodingError.self) { try Lenient(json: body) }
          #expect(throws: CallbackDecodingError.self) { try RawJSON(bytes: body) }
        }
      }
    }
  }

  @Test("What is no JSON is refused, as raw JSON too", arguments: NotJSON.texts)
  func notJSON(text: String) {
    #expect(throws: CallbackDecodingError.self) { try RawJSON(text) }
    #expect(throws: CallbackDecodingError.self) { try Lenient(json: #"{"other":\#(text)}"#) }
    #expect(throws: CallbackDecodingError.self) { try Lenient(json: #"{"string":\#(text)}"#) }
    if NotJSON.strings.contains(text) { return }
    #expect(throws: CallbackDecodingError.self) {
      try Media.Callback(json: #"{"eventType":1,"sid":\#(text)}"#)
    }
    #expect(throws: CallbackDecodingError.self) {
      try Media.Callback(json: #"{"eventType":1,"payload":{"details":{"stat":\#(text)}}}"#)
    }
  }

  @Test("A nest of 512 is read, a deeper one is refused, and neither overflows the stack")
  func depth() throws {
    func nest(_ count: Int) -> String {
      String(repeating: "[", count: count) + String(repeating: "]", count: count)
    }
    #expect(try RawJSON(nest(512)) == RawJSON(nest(512)))
    #expect(throws: CallbackDecodingError.self) { try RawJSON(nest(513)) }
    #expect(throws: CallbackDecodingError.self) { try RawJSON(nest(100_000)) }
    #expect(throws: Never.self) { try Lenient(json: #"{"x":\#(nest(511))}"#) }
    #expect(refusal(Lenient.self, #"{"x":\#(nest(512))}"#)?.problem == .depth)
    let objects = String(repeating: #"{"a":"#, count: 5000)
    #expect(refusal(Lenient.self, #"{"x":\#(objects)"#)?.problem == .depth)
  }

  @Test("A fault in an event is the event's; one before it is not")
  func olderFault() throws {
    #expect(
      refusal(Media.Callback.self, #"{"eventType":[],"payload":{"details":{"stat":[]}}}"#) != nil)
    let value = try Media.Callback(json: #"{"eventType":1,"payload":{"details":7}}"#)
    guard case .malformed(let event) = value.event else {
      Issue.record("\(value.event)")
      return
    }
    #expect(event.error.problem == .type(.object))
    #expect(event.details.description == "7")
  }
}

enum NotJSON {
  /// Strings that are not valid Unicode, which cost no more than a field of a callback.
  static let strings = [
    "\"\\ud800\"", "\"\\ud800\\n\"", "\"\\udc00\"", "\"\\ud800\\ud800\"",
  ]
  static let texts = [
    "", "x", "tru", "True", "nul", "nulls", "fals", "01", "-", "+1", "1.", ".5", "1e", "1e+", "-01",
    "0x1", "NaN", "Infinity", "'a'", "\"a", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"", "\"\\ud800\"",
    "\"\\ud800\\n\"", "\"\\udc00\"", "\"\\ud800\\ud800\"", "\"\u{1}\"", "\"a\nb\"", "\"tab\there\"",
    "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1}", "{", "}", "{\"a\"}", "{\"a\":}",
    "{\"a\":1,}", "{\"a\":1 \"b\":2}", "{a:1}", "{1:1}", "{\"a\"::1}", "{,}", "{\"a\":1]", "1 1",
    "[1]]", "{}}", "// x\n1", "[1/**/]", "\u{a0}1", "\"\\", "\"\\u", "\"\\ud83d\\",
    "\"\\ud83d\\u12\"",
  ]
}
