extension String {
  /// The text on one line, with one space between words.
  package var onOneLine: String {
    isOnOneLine ? self : split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether the text is known to be on one line; false for any text that is not ASCII.
  package var isOnOneLine: Bool {
    withBytes { bytes in
      var isAfterSpace = true
      for byte in bytes {
        guard byte > 0x20 && byte < 0x80 || byte == 0x20 && !isAfterSpace else { return false }
        isAfterSpace = byte == 0x20
      }
      return !isAfterSpace || bytes.isEmpty
    }
  }

  /// The text with a final period.
  package var asSentence: String {
    guard let last else { return self }
    return ".!?".contains(last) ? self : self + "."
  }

  /// The text without a final period.
  var trimmingPeriod: String { hasSuffix(".") ? String(dropLast()) : self }

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

extension StringProtocol {
  /// The end of the first sentence: after the first punctuation mark that white space follows.
  package var endOfFirstSentence: Index {
    let length = withBytes { bytes in
      var isAfterMark = false
      for place in bytes.indices {
        switch bytes[place] {
        case 0x20, 0x0a, 0x09, 0x0d:
          if isAfterMark { return place }
          isAfterMark = false
        case let byte: isAfterMark = byte == 0x2e || byte == 0x21 || byte == 0x3f
        }
      }
      return bytes.count
    }
    return utf8.index(startIndex, offsetBy: length)
  }
}
