import PayloadValidation
import Testing

@testable import SwiftGeneration

@Suite("Documentation comments")
struct DocumentationTests {
  /// Texts of lines, most with words, some blank.
  private static let texts: [String] = {
    let pieces = ["a", "word.", " ", "  ", "\n", "\n\n", "\n \n", "\t", "\r\n", "事件。", "\u{3000}"]
    var generator = SeededGenerator(seed: 61)
    return (0..<4_000).map { number in
      let pieces = number % 2 == 0 ? pieces : Array(pieces.prefix(9))
      return (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
    }
  }()

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
