/// The colors and weights of text on a terminal, as ANSI escape sequences; without colors the text itself.
package struct TextStyle: Sendable {
  private let isColored: Bool

  package init(isColored: Bool) { self.isColored = isColored }

  /// Text in bold, for positions and messages.
  package func bold(_ text: String) -> String { styled(text, "1") }

  /// Text in green, for what is pointed out or proposed.
  package func green(_ text: String) -> String { styled(text, "32") }

  /// The word for a severity with a colon, in bold and the color of the severity.
  package func severity(_ word: String) -> String {
    switch word {
    case "error": styled("error:", "1;31")
    case "warning": styled("warning:", "1;35")
    default: styled("\(word):", "1;36")
    }
  }

  private func styled(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
