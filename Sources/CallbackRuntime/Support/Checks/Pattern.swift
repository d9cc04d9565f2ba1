/// A regular expression that whole strings match, in a time that grows linearly with the string.
///
/// The dialect is I-Regexp (RFC 9485) without `^` and `$`.
@_spi(Generated)
public struct Pattern: Sendable {
  /// The expression.
  package let text: String
  package let automaton: PatternAutomaton
  /// An expression outside the dialect, which the check of a schema refuses, matches every string.
  private let isValid: Bool

  /// Compiles the expression of generated code, which the schema's check has accepted.
  public init(_ text: StaticString) {
    self.text = text.description
    let compiled = try? PatternAutomaton(PatternNode(parsing: self.text))
    automaton = compiled ?? PatternAutomaton()
    isValid = compiled != nil
  }

  /// Compiles an expression.
  package init(parsing text: String) throws(PatternError) {
    self.text = text
    automaton = try PatternAutomaton(PatternNode(parsing: text))
    isValid = true
  }

  /// Whether the whole string matches.
  package func matches(_ text: String) -> Bool {
    var steps = 0
    return !isValid || automaton.matches(text, steps: &steps)
  }
}

/// An error in a regular expression.
package struct PatternError: Error {
  package var message: String
  /// The position, in Unicode scalars from the start.
  package var offset: Int
  package var fix: String?

  package init(_ message: String, at offset: Int, fix: String? = nil) {
    self.message = message
    self.offset = offset
    self.fix = fix
  }
}
