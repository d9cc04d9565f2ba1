extension String {
  /// The text on one line.
  package var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

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
    indices.lazy.filter { ".!?".contains(self[$0]) }.map(index(after:)).first { next in
      next == endIndex || self[next].isWhitespace
    } ?? endIndex
  }
}
