import Testing

@testable import SwiftGeneration

@Suite("Lines of generated code")
struct SwiftTextTests {
  /// The lines of a comment on a text, one level deep.
  private func comment(_ documentation: Documentation) -> [String] {
    var text = SwiftText(GenerationOptions())
    text.indented { $0.documentation(documentation) }
    return text.finished().text().split(separator: "\n").map(String.init)
  }

  /// Texts of words of one to thirty letters, and of words that no line has room for.
  private static let texts: [String] = (1...40).map { seed in
    (0..<seed).map { word in
      String(repeating: "e", count: word % 13 == 12 ? 120 : (word * seed) % 30 + 1)
    }.joined(separator: " ")
  }

  @Test(
    "A comment is broken where a line is full, whether its letters are ASCII or not",
    arguments: texts)
  func comments(_ text: String) {
    for bullets in [[], [text]] {
      var documentation = Documentation(summary: text)
      documentation.bullets = bullets
      var accented = Documentation(summary: text.replacing("e", with: "é"))
      accented.bullets = bullets.map { $0.replacing("e", with: "é") }
      let lines = comment(documentation)
      #expect(comment(accented).map { $0.replacing("é", with: "e") } == lines)
      for (line, next) in zip(lines, lines.dropFirst()) where !next.contains("- ") {
        let word = next.split(separator: " ").dropFirst().first ?? ""
        #expect(line.count + 1 + word.count > SwiftText.width || next == "  ///")
      }
    }
  }

  @Test(
    "A call is broken if it is longer than a line, whether its letters are ASCII or not",
    arguments: 60...100)
  func calls(_ count: Int) {
    func lines(_ letter: String) -> [String] {
      var text = SwiftText(GenerationOptions())
      text.indented { text in
        text.call("call", [String(repeating: letter, count: count), "second"], " end")
        text.statement(.assignment("target", String(repeating: letter, count: count)))
      }
      return text.finished().text().split(separator: "\n").map(String.init)
    }
    let ascii = lines("e")
    #expect(lines("é").map { $0.replacing("é", with: "e") } == ascii)
    #expect(
      ascii.allSatisfy { $0.count <= SwiftText.width || !$0.contains(" ") || $0.hasPrefix("    e") }
    )
    #expect(ascii[0].hasPrefix("  call(e") == (count + 20 <= SwiftText.width))
  }
}
