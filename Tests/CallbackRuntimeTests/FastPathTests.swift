import Foundation
import Testing

@_spi(Generated) @testable import CallbackRuntime

@Suite("Paths that take eight bytes at a time")
struct FastPathTests {
  @Test(
    "A string with JSON text is unescaped as Foundation unescapes it, wherever its escapes are",
    arguments: ["\\\"", "\\\\", "\\n", "\\u0041", "\\u00e9", "\\ud83d\\ude00", "房", "\\/"])
  func unescaping(_ escape: String) throws {
    for before in 0..<20 {
      for after in 0..<20 {
        let letters = { (count: Int) in String(repeating: "#", count: count) }
        let text = "\"\(letters(before))\(escape)\(letters(after % 3))\(escape)\(letters(after))\""
        let expected = try JSONDecoder().decode(String.self, from: Data(text.utf8))
        let found = _JSONReader.reading(Array(text.utf8)) { $0.embeddedText() }
        #expect(found == Array(expected.utf8), "\(text)")
      }
    }
  }

  @Test("A long string with JSON text is unescaped", arguments: [1_000, 2_040, 2_056, 5_000])
  func longText(_ count: Int) throws {
    let text = "\"\(String(repeating: "a\\\"", count: count))\""
    let found = _JSONReader.reading(Array(text.utf8)) { $0.embeddedText() }
    #expect(found == Array(String(repeating: "a\"", count: count).utf8))
  }

  @Test(
    "A string that is not valid is refused",
    arguments: [
      "\"abcdefgh\\x\"", "\"abcdefghi", "\"abc\u{1}defghij\"", "\"abcdefgh\\u12\"", "\"\\",
    ])
  func invalidText(_ text: String) {
    let (found, isFailed) = _JSONReader.reading(Array(text.utf8)) {
      ($0.embeddedText(), $0.isFailed)
    }
    #expect(found == nil && isFailed)
  }

  @Test("An integer with any number of digits is read exactly", arguments: 1...20)
  func integers(_ count: Int) {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let first = Int.random(in: 1...9, using: &generator)
      let rest = (1..<count).map { _ in "\(Int.random(in: 0...9, using: &generator))" }.joined()
      for text in ["\(first)\(rest)", "-\(first)\(rest)", "0\(rest)", "\(first)\(rest).5"] {
        for tail in ["", ",", " ", "}"] {
          let found = _JSONReader.reading(Array((text + tail).utf8)) { reader in
            Int._readJSON(from: &reader, accepting: [])
          }
          let isInteger = !text.hasPrefix("0") || text == "0"
          #expect(found == (isInteger ? Int(text) : nil), "\(text + tail)")
        }
      }
    }
  }

  @Test("Eight bytes of which one is no digit are no number")
  func digits() {
    for place in 0..<8 {
      for byte in UInt8.min...UInt8.max
      where !(0x30...0x39).contains(byte) && byte != 0x2e
        && byte | 0x20 != 0x65
      {
        var bytes = Array("12345678".utf8)
        bytes[place] = byte
        let found = _JSONReader.reading(bytes) { reader in
          Int._readJSON(from: &reader, accepting: [])
        }
        // A minus sign and white space precede a number.
        let expected: Int? =
          switch byte {
          case 0x2d where place == 0: -2_345_678
          case 0x20 where place == 0, 9 where place == 0, 10 where place == 0, 13 where place == 0:
            2_345_678
          default: Int(String(decoding: bytes[..<place], as: UTF8.self))
          }
        #expect(found == expected, "\(bytes)")
      }
    }
  }

  @Test("A member is found by a name of any length, and by no other name", arguments: 1...40)
  func names(_ length: Int) {
    let name = String((0..<length).map { Character(Unicode.Scalar(UInt8(97 + $0 % 26))) })
    let names = FieldNames("\(name) other")
    func fields(_ body: String) -> [Int] {
      _JSONReader.reading(Array(body.utf8)) { reader in
        var scope = ObjectScope()
        var found: [Int] = []
        while reader.nextField(&scope, names) {
          found.append(scope.field)
          reader.skip()
        }
        let isFailed = reader.isFailed
        #expect(!isFailed, "\(body)")
        return found
      }
    }
    for space in ["", " ", "\n\t"] {
      let body =
        "{\(space)\"\(name)\"\(space):\(space)1\(space),\(space)\"other\"\(space):\(space)2\(space)}"
      #expect(fields(body) == [0, 1], "\(body)")
    }
    #expect(fields("{\"other\":1,\"\(name)\":2}") == [1, 0])
    #expect(fields("{\"\(name)\":1,\"\(name)\":2,\"other\":3}") == [0, 1])
    for place in name.indices {
      var other = name
      other.replaceSubrange(place...place, with: "_")
      #expect(fields("{\"\(other)\":1,\"other\":2}") == [1], "\(other)")
    }
    #expect(fields("{\"\(name)x\":1,\"other\":2}") == [1])
  }

  @Test("A text is found among names of any length, if it is one of them", arguments: 1...40)
  func indexes(_ length: Int) {
    let name = String((0..<length).map { Character(Unicode.Scalar(UInt8(97 + $0 % 26))) })
    let names = FieldNames("first \(name) other")
    #expect(names.index(of: name) == 1)
    #expect(names.index(of: "other") == 2)
    #expect(names.index(of: "") == -1)
    #expect(names.index(of: String(name.dropLast())) == -1)
    #expect(names.index(of: name + "x") == -1)
    for place in name.indices {
      var other = name
      other.replaceSubrange(place...place, with: "_")
      #expect(names.index(of: other) == -1, "\(other)")
    }
  }

  @Test(
    "A member is written with a name of any length, also in text of a string",
    arguments: [
      "", "a", "ab", "abc", "abcd", "abcde", "abcdef", "abcdefg", "abcdefgh", "abcdefghi",
      "abcdefghij", "abcdefghijklmno", "abcdefghijklmnop", "abcdefghijklmnopq",
      "abcdefghijklmnopqrstuvwxyz0123456789",
    ] as [StaticString])
  func writtenNames(_ name: StaticString) throws {
    var writer = _JSONWriter()
    writer.begin()
    writer.write(name, "text")
    writer.write(name, 7)
    writer.write("inner", try RawJSON("1"))
    writer.member("embedded")
    writer.embedding { inner in
      inner.begin()
      inner.write(name, "text")
      inner.write(name, 7)
      inner.end()
    }
    writer.end()
    let members = "\"\(name)\":\"text\",\"\(name)\":7"
    let escaped = members.replacing("\"", with: "\\\"")
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "{\(members),\"inner\":1,\"embedded\":\"{\(escaped)}\"}")
  }

  @Test("A string of any length is written, up to the first buffer's end and beyond it")
  func writtenStrings() throws {
    for count in 0..<600 {
      let text = String(repeating: "x", count: count)
      var writer = _JSONWriter()
      writer.begin()
      writer.write("name", text)
      writer.write("number", 12)
      writer.end()
      #expect(
        String(decoding: writer.bytes, as: UTF8.self) == "{\"name\":\"\(text)\",\"number\":12}")
    }
  }

  @Test(
    "What is written as text of a string is the same JSON when it is read",
    arguments: [
      "plain", "a \"quote\" and a \\", "line\nbreak\u{1}", "房间😀",
      String(repeating: "\"", count: 40),
    ])
  func embedding(_ text: String) throws {
    var writer = _JSONWriter()
    writer.begin()
    writer.member("outer")
    writer.embedding { inner in
      inner.begin()
      inner.member("name \\\"quoted\\\"")
      inner.put(text)
      inner.member("deeper")
      inner.embedding { $0.put(text) }
      inner.member("raw")
      inner.write(RawJSON(string: text))
      inner.end()
    }
    writer.member("after")
    writer.put(7)
    writer.end()
    let bytes = writer.bytes
    let outer = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(outer["after"] as? Int == 7)
    let inner = try #require(outer["outer"] as? String)
    let members = try #require(
      try JSONSerialization.jsonObject(with: Data(inner.utf8)) as? [String: Any])
    #expect(members["name \"quoted\""] as? String == text)
    #expect(members["raw"] as? String == text)
    let deeper = try #require(members["deeper"] as? String)
    let value = try JSONSerialization.jsonObject(
      with: Data(deeper.utf8), options: .fragmentsAllowed)
    #expect(value as? String == text)
  }
}
