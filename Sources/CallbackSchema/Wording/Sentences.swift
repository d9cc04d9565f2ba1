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
    let marks = utf8.indices.lazy.filter { ".!?".utf8.contains(utf8[$0]) }
    return marks.map(utf8.index(after:)).first { next in
      next == endIndex || " \n\t\r".utf8.contains(utf8[next])
    } ?? endIndex
  }
}
