import SchemaSource

extension String {
  /// The text on one line, with one space between words.
  package var onOneLine: String {
    isOnOneLine ? self : split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text with a final period.
  package var asSentence: String {
    switch utf8.last {
    case nil, UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): self
    default: self + "."
    }
  }

  /// The text without a final period.
  var trimmingPeriod: String {
    utf8.last == UInt8(ascii: ".") ? String(self[..<utf8.index(before: endIndex)]) : self
  }

  /// The sentences of the text, each on one line.
  package var sentences: [String] {
    var rest = Substring(onOneLine)
    var found: [String] = []
    while !rest.isEmpty {
      let end = rest.endOfFirstSentence
      found.append(String(rest[..<end]))
      rest = rest[end...].drop(while: \.isWhitespace)
    }
    return found
  }
}
