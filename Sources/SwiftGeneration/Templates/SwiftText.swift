import CallbackSchema
import SchemaSource

/// Swift source text, written line by line.
struct SwiftText: ~Copyable {
  private var output = OutputBuffer()
  private var depth = 0
  let access: GenerationOptions.Access
  let keepsUnknown: Bool
  let keepsFaults: Bool

  init(_ options: GenerationOptions) {
    access = options.access
    (keepsUnknown, keepsFaults) = (options.keepsUnknown, options.keepsFaults)
  }

  /// The text that was printed.
  consuming func finished() -> OutputBuffer { output }

  /// The maximum line length where lines can be broken; the default of `swift format`.
  static let width = 100

  /// The number of characters of a line at the current indentation.
  var room: Int { Self.width - 2 * depth }

  /// Whether a line at the current indentation is no longer than that.
  ///
  /// - Parameter more: the number of further characters.
  func fits(_ line: String, and more: Int = 0) -> Bool {
    let room = room - more
    // A character has one byte at least.
    return line.utf8.count <= room || line.width <= room
  }

  mutating func line(_ line: String = "") {
    if !line.isEmpty {
      indent()
      append(visible(line))
    }
    endLine()
  }

  /// Prints a line of several parts.
  mutating func line(_ first: String, _ second: String, _ third: String = "") {
    indent()
    append(visible(first), second, third)
    endLine()
  }

  /// Prints what is appended as a line.
  mutating func line(_ line: (inout SwiftText) -> Void) {
    indent()
    line(&self)
    endLine()
  }

  private mutating func indent() { output.append(" ", count: 2 * depth) }

  mutating func append(_ text: String) { output.append(text) }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) { output.append(bytes) }

  /// Appends several texts, without joining them first.
  mutating func append(_ first: String, _ second: String, _ third: String = "") {
    output.append(first)
    output.append(second)
    output.append(third)
  }

  /// Appends `(a, b)`.
  mutating func append(_ arguments: [String], in brackets: (String, String)) {
    append(brackets.0)
    for (place, argument) in arguments.enumerated() {
      if place > 0 { append(", ") }
      append(argument)
    }
    append(brackets.1)
  }

  /// Prints what is appended as a line, or something else if it does not fit.
  mutating func attempt(
    _ line: (inout SwiftText) -> Void, orElse broken: (inout SwiftText) -> Void
  ) {
    let start = output.count
    indent()
    line(&self)
    // A character has one byte at least.
    let fits = output.count - start <= Self.width || output.text(from: start).width <= Self.width
    guard !fits else { return endLine() }
    output.truncate(to: start)
    broken(&self)
  }

  private mutating func endLine() { output.endLine() }

  /// The access level with which declarations start.
  var visibility: String { visible("public ") }

  /// Replaces `public` at the start of a line, with which all templates are written, by the chosen access level.
  private func visible(_ line: String) -> String {
    guard access != .public, line.hasPrefix("public ") else { return line }
    return access == .package ? "package " + line.dropFirst(7) : String(line.dropFirst(7))
  }

  /// Prints `head {`, an indented body, and `}`.
  mutating func block(_ head: String, _ body: (inout SwiftText) -> Void) {
    indent()
    append(visible(head))
    append(" {\n")
    indented(body)
    line("}")
  }

  /// Prints a function that is not inlined: a protocol witness or a caller would otherwise be compiled with a copy of it.
  mutating func outlined(_ head: String, _ body: (inout SwiftText) -> Void) {
    line("@inline(never)")
    block(head, body)
  }

  mutating func indented(_ body: (inout SwiftText) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  /// Prints `head(a, b) tail` on one line if it fits, else one argument a line; an argument may have several lines.
  mutating func call(
    _ head: String, _ arguments: [String], _ tail: String = "",
    brackets: (String, String) = ("(", ")")
  ) {
    // `swift format` reserves a column for a trailing comma in an array literal.
    let room = brackets.0 == "[" ? room - 1 : room
    var length = head.utf8.count + tail.utf8.count + 2 * arguments.count
    for argument in arguments { length += argument.utf8.count }
    if length > room {
      // A character has one byte at least.
      length = head.width + tail.width + 2 * arguments.count
      for argument in arguments { length += argument.width }
    }
    if length <= room || arguments.isEmpty {
      let start = output.count
      indent()
      append(visible(head))
      append(arguments, in: brackets)
      append(tail)
      if arguments.isEmpty || !output.hasLineBreak(from: start) { return endLine() }
      output.truncate(to: start)
    }
    line(head, brackets.0)
    indented { text in
      for (place, argument) in arguments.enumerated() {
        // An array literal of several elements has a trailing comma, an argument list has none.
        let isLast = place == arguments.count - 1
        let hasTrailing = brackets.0 == "[" && arguments.count > 1
        let end = isLast && !hasTrailing ? "" : ","
        guard argument.hasLineBreak else {
          text.line(argument, end)
          continue
        }
        for piece in (argument + end).split(separator: "\n") { text.line(String(piece)) }
      }
    }
    line(brackets.1 + tail)
  }

  /// Prints `case .a, .b: break` on one line if it fits, else one pattern a line.
  mutating func cases(_ patterns: [String], _ statement: String) {
    wrapped("case \(patterns.joined(separator: ",\n")):\n\(statement)")
  }

  /// Prints `case .a, .b:` on one line if it fits, else one pattern a line.
  mutating func casesHead(_ patterns: [String]) {
    wrapped("case \(patterns.joined(separator: ",\n")):")
  }

  /// Prints `guard a, b else { return nil }` on one line if it fits, else one condition a line.
  mutating func guardElse(_ conditions: [String], _ otherwise: String) {
    wrapped("guard \(conditions.joined(separator: ",\n"))", end: "else { \(otherwise) }")
  }

  /// Prints `if a || b {` on one line if it fits, else one condition a line.
  mutating func ifAny(_ conditions: [String]) {
    if conditions.count == 1 { return line("if \(conditions[0]) {") }
    wrapped("if \(conditions.joined(separator: "\n|| "))", end: "{")
  }

  /// Prints `if a, b {` on one line if it fits, else one condition a line.
  mutating func ifAll(_ conditions: [String]) {
    wrapped("if \(conditions.joined(separator: ",\n"))", end: "{")
  }

  /// Prints lines as one line if it fits, else the lines after the first with more indentation, and `end` without.
  private mutating func wrapped(_ lines: String, end: String? = nil) {
    let lines = lines.split(separator: "\n").map(String.init)
    let whole = (lines + [end].compactMap { $0 }).joined(separator: " ")
    guard !fits(whole) else { return line(whole) }
    line(lines[0])
    indented { text in for piece in lines.dropFirst() { text.line(piece) } }
    if let end { line(end) }
  }

  /// Prints `case .head: value`, a long value on the next line; a long string literal is broken between words.
  mutating func branch(_ head: String, _ value: String) {
    guard !fits(head, and: value.width + 2) else { return line(head, ": ", value) }
    line(head, ":")
    indented { text in
      for (place, part) in text.parts(of: value).enumerated() {
        place == 0 ? text.line(part) : text.indented { $0.line("+ \(part)") }
      }
    }
  }

  /// Splits a string literal into literals that fit a line.
  private func parts(of literal: String) -> [String] {
    let room = room - 8
    guard literal.hasPrefix("\""), literal.count > room else { return [literal] }
    var parts: [String] = []
    var part = ""
    for word in literal.dropFirst().dropLast().split(
      separator: " ", omittingEmptySubsequences: false)
    {
      if !part.isEmpty, part.count + word.count + 1 > room {
        parts.append("\"\(part)\"")
        part = ""
      }
      part += word + " "
    }
    return parts + ["\"\(part.dropLast())\""]
  }

  /// Prints the attribute that allows cases to be added later without breaking source compatibility.
  mutating func nonexhaustive() {
    // The attribute has no effect within a module.
    guard access != .internal else { return }
    line("#if hasAttribute(nonexhaustive)")
    indented { $0.line("@nonexhaustive") }
    line("#endif")
  }
}

extension String {
  /// The number of characters.
  var width: Int {
    // ASCII without the one pair of characters that is counted as one.
    withBytes { $0.allSatisfy { $0 < 0x80 && $0 != 0x0D } } ? utf8.count : count
  }

  var hasLineBreak: Bool { withBytes { $0.contains("\n" as Unicode.Scalar) } }
}
