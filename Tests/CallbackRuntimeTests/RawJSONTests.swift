@_spi(Generated) import CallbackRuntime
import Foundation
import PayloadValidation
import Testing

@Suite("Raw JSON")
struct RawJSONTests {
  @Test(
    "What means the same is equal and has one hash",
    arguments: [
      ("1", "1.0"), ("1", "10e-1"), ("0", "-0"), ("0", "0e5"), ("100", "1E2"), ("0.10", "1e-1"),
      ("123456789012345678901234567890", "1234567890123456789012345678.90e2"),
      ("1e99999999999999999999999", "10e99999999999999999999998"),
      ("0.1e100000000000000000000", "1e99999999999999999999"),
      ("1e-100000000000000000000", "0.1e-99999999999999999999"),
      ("\"A\\n\"", "\"\\u0041\\u000a\""), ("\"😀\"", "\"\\ud83d\\ude00\""), ("\"/\"", "\"\\/\""),
      (#"{"a":1,"b":2}"#, #" { "b" : 2.0 , "\u0061":1 } "#),
      (#"{"a":1,"a":2}"#, #"{"a":1}"#),
      (#"{"x":{"b":[],"a":{}},"y":"z"}"#, #"{"y":"z","x":{"a":{},"b":[ ]}}"#),
      (#"[[],{},null,true]"#, #" [ [ ] , { } , null , true ] "#),
    ])
  func equal(one: String, other: String) throws {
    #expect(try RawJSON(one) == RawJSON(other))
    #expect(try RawJSON(one).hashValue == RawJSON(other).hashValue)
    #expect(try RawJSON(" \(one) ").description == one)
  }

  @Test(
    "What means something else is not",
    arguments: [
      ("1", "2"), ("1", "-1"), ("1", "\"1\""), ("10", "1"), ("1e1", "1e-1"), ("[1,2]", "[2,1]"),
      ("[1,2]", "[12]"), ("[[1],2]", "[[1,2]]"), ("{}", "[]"), ("null", "false"), ("\"\"", "null"),
      (#"{"a":1,"b":2}"#, #"{"a":2,"b":1}"#), (#"{"a":1}"#, #"{"a":1,"b":1}"#),
      (#"{"a":"b"}"#, #"["a","b"]"#), ("1e99999999999999999999", "1e99999999999999999998"),
      ("9007199254740993", "9007199254740992"), (#"{"a":{"b":1}}"#, #"{"a":{},"b":1}"#),
      ("\"é\"", "\"e\u{301}\""),
    ])
  func different(one: String, other: String) throws {
    #expect(try RawJSON(one) != RawJSON(other))
  }

  @Test("Null, its bytes, and its absence when written")
  func null() throws {
    #expect(try RawJSON.null == RawJSON(" null"))
    #expect(RawJSON.null.hashValue == (try RawJSON("null").hashValue))
    #expect(RawJSON.null.bytes == Array("null".utf8))
    #expect(RawJSON.null.isNull)
    var object = Everything()
    object.raw = .null
    #expect(String(decoding: object.json(), as: UTF8.self) == "{}")
  }

  @Test("Scalars are read by type, and any other value is nil")
  func scalars() throws {
    #expect(try RawJSON(#""a\u0041\n""#).string == "aA\n")
    #expect(try RawJSON("7.0").int == 7)
    #expect(try RawJSON("-7e2").int == -700)
    #expect(try RawJSON("9223372036854775808").int == nil)
    #expect(try RawJSON("7.5").int == nil)
    #expect(try RawJSON("7.5").double == 7.5)
    #expect(try RawJSON("1e999").double == nil)
    #expect(try RawJSON("false").bool == false)
    for text in ["null", "1", "true", "\"1\"", "[1]", "{}"] {
      let value = try RawJSON(text)
      #expect((value.string == nil) == (text != "\"1\""), "\(text)")
      #expect((value.int == nil) == (text != "1"), "\(text)")
      #expect((value.double == nil) == (text != "1"), "\(text)")
      #expect((value.bool == nil) == (text != "true"), "\(text)")
      #expect((value.elements == nil) == (text != "[1]"), "\(text)")
      #expect((value.members == nil) == (text != "{}"), "\(text)")
      #expect(value.isNull == (text == "null"))
    }
  }

  @Test("Members and elements are reached by name and by position")
  func subscripts() throws {
    let value = try RawJSON(#"{"files":[{"name":"a"},{"name":"b"}],"files":1}"#)
    #expect(value["files"]?[1]?["name"]?.string == "b")
    #expect(value["files"]?.elements?.map { $0["name"]?.string } == ["a", "b"])
    #expect(value["files"]?[2] == nil)
    #expect(value["files"]?[-1] == nil)
    #expect(value[0] == nil)
    #expect(value["none"] == nil)
  }

  @Test("Through Foundation the meaning stays")
  func codable() throws {
    let text = #"{"b":[1,-2,1.5,true,false,null,"x\u0000",{"c":{}},[[]]],"a":18446744073709551615}"#
    let raw = try RawJSON(text)
    #expect(try JSONDecoder().decode(RawJSON.self, from: Data(text.utf8)) == raw)
    #expect(try JSONDecoder().decode(RawJSON.self, from: JSONEncoder().encode(raw)) == raw)
    for scalar in ["1", "\"a\"", "null", "[]", "{}", "true", "0.5"] {
      let raw = try RawJSON(scalar)
      #expect(try JSONDecoder().decode([RawJSON].self, from: JSONEncoder().encode([raw])) == [raw])
    }
    let twice = try RawJSON(#"{"a":1,"a":2}"#)
    #expect(String(decoding: try JSONEncoder().encode(twice), as: UTF8.self) == #"{"a":1}"#)
  }

  @Test("Deep nests are compared, hashed, encoded and decoded")
  func deep() throws {
    let text = String(repeating: #"{"a":["#, count: 250) + String(repeating: "]}", count: 250)
    let raw = try RawJSON(text)
    #expect(raw == (try RawJSON(text + " ")))
    #expect(raw.hashValue == raw.hashValue)
    #expect(try JSONDecoder().decode(RawJSON.self, from: JSONEncoder().encode(raw)) == raw)
  }

  @Test("Random values equal themselves in another spelling")
  func random() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let value = Self.value(3, &generator)
      let data = try JSONEncoder().encode(
        JSONDecoder().decode(RawJSON.self, from: Data(value.utf8)))
      #expect(try RawJSON(bytes: data) == RawJSON(value))
    }
  }

  private static func value(_ depth: Int, _ generator: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &generator) {
    case 0: return "\(Int.random(in: -1000...1000, using: &generator))"
    case 1: return "\(Double.random(in: -1...1, using: &generator))"
    case 2: return ["true", "false", "null"].randomElement(using: &generator) ?? "null"
    case 3, 4: return "\"\(Int.random(in: 0...99, using: &generator))\""
    case 5:
      let items = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        value(depth - 1, &generator)
      }
      return "[\(items.joined(separator: ","))]"
    default:
      let items = (0..<Int.random(in: 0...4, using: &generator)).map {
        "\"k\($0)\":\(value(depth - 1, &generator))"
      }
      return "{\(items.shuffled(using: &generator).joined(separator: ","))}"
    }
  }
}
