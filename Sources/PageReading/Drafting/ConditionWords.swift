/// The words with which a page makes a statement conditional.
enum ConditionWords {
  /// Whether a sentence with a link to a place on the page begins with the words for a condition, or ends its condition
  /// before the link.
  static func precedeLink(in text: String) -> Bool {
    let separated = text.replacing(". ", with: "\n").replacing("; ", with: "\n")
    let sentences = separated.split { $0.isNewline || $0.isOne(of: ";；。|>") }
    return sentences.contains { sentence in
      guard let link = sentence.firstRange(of: "](#") else { return false }
      let before = sentence[..<link.lowerBound].lowercased().trimmingSpaces
      return Vocabulary.conditionBeginnings.contains { before.hasPrefix($0) }
        || Vocabulary.conditionEndings.contains { before.contains($0) }
    }
  }
}
