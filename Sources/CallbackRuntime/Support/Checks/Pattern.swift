/// A regular expression that whole texts match, in a time that grows linearly with the text.
///
/// The dialect is I-Regexp (RFC 9485) without `^` and `$`.
public struct _Pattern: Sendable {
  /// The expression.
  package let text: String
  package let automaton: PatternAutomaton

  /// Compiles an expression, for generated code: its schema was checked.
  public init(_ text: StaticString) {
    do throws(PatternError) {
      try self.init(parsing: text.description)
    } catch {
      preconditionFailure("\(error.message), at character \(error.offset + 1) of \(text)")
    }
  }

  /// Compiles an expression.
  package init(parsing text: String) throws(PatternError) {
    self.text = text
    automaton = try PatternAutomaton(PatternNode(parsing: text))
  }

  /// Whether the whole text matches.
  package func matches(_ text: String) -> Bool {
    var steps = 0
    return automaton.matches(text, steps: &steps)
  }
}

/// What is wrong with a regular expression.
package struct PatternError: Error {
  package var message: String
  /// Where it is wrong, in Unicode scalars from the start.
  package var offset: Int
  package var fix: String?

  package init(_ message: String, at offset: Int, fix: String? = nil) {
    self.message = message
    self.offset = offset
    self.fix = fix
  }
}
