import TestSupport
import Testing

@testable import SwiftGeneration

@Suite("Documentation comments")
struct DocumentationTests {
  /// Texts of lines, most with words, some blank.
  private static let texts = RandomTexts.texts(
    of: ["a", "word.", " ", "  ", "\n", "\n\n", "\n \n", "\t", "\r\n", "事件。", "\u{3000}"], first: 9,
    seed: 61)

  @Test("The paragraphs of a text are divided by blank lines, and have one space between words")
  func paragraphs() {
    for text in Self.texts {
      var expected: [[Substring]] = [[]]
      for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
        let words = line.split(whereSeparator: \.isWhitespace)
        if words.isEmpty { expected.append([]) } else { expected[expected.count - 1] += words }
      }
      let paragraphs = expected.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
      #expect(Documentation.paragraphs(text) == paragraphs, "of \(text.debugDescription)")
    }
  }
}
