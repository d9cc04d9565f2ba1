import CallbackSchema
import SchemaSource
import TestSupport
import Testing

/// Texts of a schema are read as bytes where that is faster; these tests read them character by character.
@Suite("Wording")
struct WordingTests {
  /// Texts of words, white space and punctuation marks, in ASCII and beyond.
  static let texts = RandomTexts.texts(
    of: [
      "a", "word", "1.5", ".", "!", "?", " ", " ", "  ", "\n", "\t", "\r\n", "é", "事件", "\u{3000}",
      "\u{85}",
    ], first: 12, seed: 16)

  @Test("A text on one line has its words with one space between them")
  func onOneLine() {
    for text in Self.texts {
      let words = text.split { $0.isWhitespace }
      #expect(text.onOneLine == words.joined(separator: " "), "of \(text.debugDescription)")
    }
  }

  @Test("A text that is said to be on one line stays as it is")
  func isOnOneLine() {
    var count = 0
    for text in Self.texts where text.isOnOneLine {
      count += 1
      #expect(text == text.split { $0.isWhitespace }.joined(separator: " "))
    }
    #expect(count > 100)
  }

  @Test("A character is found at each place of a text, and not where only its lower bits are")
  func containsCharacter() {
    for length in 0...25 {
      var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
      let contains = { bytes.withUnsafeBufferPointer { $0.contains("\n" as Unicode.Scalar) } }
      #expect(!contains())
      for place in bytes.indices {
        bytes[place] = 0x8A
        #expect(!contains(), "at \(place) of \(length)")
        bytes[place] = 0x0A
        #expect(contains(), "at \(place) of \(length)")
        bytes[place] = UInt8(ascii: "a")
      }
    }
  }

  @Test("The first sentence ends after the first mark that white space follows")
  func firstSentence() {
    for text in Self.texts {
      let scalars = Array(text.unicodeScalars)
      let end = scalars.indices.dropFirst().first { place in
        " \n\t\r".unicodeScalars.contains(scalars[place])
          && ".!?".unicodeScalars.contains(scalars[place - 1])
      }
      var expected = String.UnicodeScalarView()
      expected.append(contentsOf: scalars[..<(end ?? scalars.count)])
      let first = text[..<text.endOfFirstSentence]
      #expect(Array(first.utf8) == Array(String(expected).utf8), "of \(text.debugDescription)")
    }
  }

  @Test("A text on one line is its first sentence, a space if others follow, and the others")
  func othersOfFirstSentence() throws {
    var count = 0
    for text in Self.texts {
      guard text.isOnOneLine else {
        #expect(text.firstSentence == nil)
        continue
      }
      let (first, others) = try #require(text.firstSentence)
      #expect(first == text[..<text.endOfFirstSentence])
      #expect(others.isEmpty ? text == first : text == "\(first) \(others)")
      if !others.isEmpty { count += 1 }
    }
    #expect(count > 10)
  }

  @Test("The sentences of a text are its words, divided after each mark at the end of a word")
  func sentences() {
    for text in Self.texts {
      var expected: [[Substring]] = [[]]
      for word in text.split(whereSeparator: \.isWhitespace) {
        expected[expected.count - 1].append(word)
        if let last = word.last, ".!?".contains(last) { expected.append([]) }
      }
      let lines = expected.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
      #expect(text.sentences == lines, "of \(text.debugDescription)")
    }
  }
}
