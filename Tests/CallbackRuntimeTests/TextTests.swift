import Foundation
import Testing

@_spi(Generated) @testable import CallbackRuntime

@Suite("Base64, times and templates")
struct TextTests {
  @Test("Base64 is what Foundation makes of it", arguments: 0..<50)
  func base64(_ length: Int) {
    let text =
      String((0..<length).map { Character(Unicode.Scalar(UInt8(32 + ($0 * 37) % 90))) })
      + (length % 7 == 0 ? "é房" : "")
    let plain = Base64Text([:])
    #expect(plain.encode(text) == Data(text.utf8).base64EncodedString())
    #expect(plain.decode(plain.encode(text)) == text)
    let other = Base64Text(["/": "-", "=": "."])
    #expect(other.decode(other.encode(text)) == text)
    #expect(!other.encode(text).contains { "/=".contains($0) })
  }

  @Test(
    "What is no base64, or no text, is refused",
    arguments: ["a", "ab=c", "====", "a===", "ab!d", "/w==", "YQ"])
  func noBase64(_ text: String) { #expect(Base64Text([:]).decode(text) == nil) }

  @Test(
    "A time is what Foundation makes of it",
    arguments: [
      "1970-01-01T00:00:00Z", "2000-02-29T23:59:59Z", "1999-12-31T23:59:59-11:30",
      "2023-03-21T15:32:04+08:00", "2100-03-01T00:00:00Z", "0001-01-01T00:00:00Z",
      "1969-12-31T23:59:59Z", "9999-12-31T23:59:59Z",
    ])
  func time(_ text: String) throws {
    let formatter = ISO8601DateFormatter()
    let date = try #require(formatter.date(from: text))
    // Foundation's formatter counts the days before 1582 by the Julian calendar.
    if !text.hasPrefix("0001") {
      #expect(RFC3339Time(text).date == date)
    }
    #expect(RFC3339Time(text).sinceEpoch != nil)
  }

  @Test("A fraction of a second is exact to the attosecond")
  func fraction() {
    let components = RFC3339Time("1970-01-01T00:00:01.1234567890123456789Z").sinceEpoch?.components
    #expect(components?.seconds == 1)
    #expect(components?.attoseconds == 123_456_789_012_345_678)
  }

  @Test(
    "What is no time is kept and means none",
    arguments: [
      "", "now", "2023-02-29T00:00:00Z", "2023-13-01T00:00:00Z", "2023-01-01T24:00:00Z",
      "2023-01-01T00:60:00Z", "2023-01-01T00:00:61Z", "2023-01-01T00:00:00",
      "2023-01-01T00:00:00.Z",
      "2023-01-01T00:00:00Zx", "2023-1-01T00:00:00Z", "2023-01-01T00:00:00+8:00",
    ])
  func noTime(_ text: String) {
    #expect(RFC3339Time(text).sinceEpoch == nil)
    #expect(RFC3339Time(text).rawValue == text)
  }

  @Test("A template takes apart what it puts together, whichever stretches are left out")
  func template() {
    let template = TextTemplate("a{x}b[c{y}]d[{z}e]")
    for parts in [["1", nil, nil], ["1", "2", nil], ["1", nil, "3"], ["1", "2", "3"]] {
      let text = template.text(parts[0], parts[1], parts[2])
      #expect(self.parts(template, text).contains { $0 == parts }, "\(text)")
    }
  }

  @Test(
    "A text that a template does not fit has no parts",
    arguments: ["", "a", "ab", "a1bd1", "xa1bd"])
  func noMatch(_ text: String) {
    #expect(parts(TextTemplate("a{x}b[c{y}]d"), text).isEmpty)
  }

  /// The parts of a text, for each combination of optional sections that it matches.
  private func parts(_ template: TextTemplate, _ text: String) -> [[String?]] {
    var all: [[String?]] = []
    let bytes = Array(text.utf8)
    _ = template.matches(bytes.span) { ranges in
      all.append(ranges.map { $0.map { String(decoding: bytes[$0], as: UTF8.self) } })
      return false
    }
    return all
  }
}
