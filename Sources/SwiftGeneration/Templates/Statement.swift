/// A statement of generated code, which is broken where it does not fit a line.
indirect enum Statement {
  case text(String)
  /// A call, broken into one argument a line.
  case call(String, [String])
  /// An assignment, broken after the equals sign.
  case assignment(String, String)
  /// `if condition { statement }`, broken into a block.
  case conditional(String, Statement)

  /// The statement on one line.
  var text: String {
    switch self {
    case .text(let text): text
    case .call(let function, let arguments): "\(function)(\(arguments.joined(separator: ", ")))"
    case .assignment(let target, let value): "\(target) = \(value)"
    case .conditional(let condition, let statement): "if \(condition) { \(statement.text) }"
    }
  }
}

extension SwiftText {
  /// Prints a statement on one line if it fits, else broken.
  mutating func statement(_ statement: Statement) {
    switch statement {
    case .call(let function, let arguments) where !arguments.contains(where: \.hasLineBreak):
      return call(function, arguments)
    case .assignment(let target, let value):
      guard !fits(target, and: value.width + 3) else { return line(target, " = ", value) }
      line(target, " =")
      return indented { $0.line(value) }
    case .text, .call, .conditional: break
    }
    let whole = statement.text
    guard !fits(whole) else { return line(whole) }
    switch statement {
    case .text, .assignment: line(whole)
    case .call(let function, let arguments): call(function, arguments)
    case .conditional(let condition, let inner):
      block("if \(condition)") { $0.statement(inner) }
    }
  }

  /// Prints `case .head: statement` on one line if it fits, else the statement below.
  mutating func branch(_ head: String, _ statement: Statement) {
    attempt { text in
      text.append(head)
      text.append(": ")
      text.append(statement)
    } orElse: { text in
      text.line(head, ":")
      text.indented { $0.statement(statement) }
    }
  }

  /// Appends the statement on one line.
  private mutating func append(_ statement: Statement) {
    switch statement {
    case .text(let text): append(text)
    case .call(let function, let arguments):
      append(function)
      append(arguments, in: ("(", ")"))
    case .assignment(let target, let value):
      append(target)
      append(" = ")
      append(value)
    case .conditional(let condition, let statement):
      append("if ")
      append(condition)
      append(" { ")
      append(statement)
      append(" }")
    }
  }

  /// Prints the declaration of a type, or of a computed property, with its members: the types after the colon are below
  /// the name if they do not fit beside it.
  mutating func type(_ head: String, _ inherited: [String], _ body: (inout SwiftText) -> Void) {
    let list = inherited.joined(separator: ", ")
    let whole = "\(head): \(list)"
    guard !fits(whole, and: 2) else { return block(whole, body) }
    line("\(head):")
    indented { $0.line(list) }
    line("{")
    indented(body)
    line("}")
  }

  /// Prints `var name: Type` on one line if it fits, else the type below.
  mutating func variable(_ name: String, _ type: String) {
    attempt { text in
      text.append(text.visibility, "var ", name)
      text.append(": ", type)
    } orElse: { text in
      text.line("public var ", name, ":")
      text.indented { $0.line(type) }
    }
  }

  /// Prints `self.name = name` on one line if it fits, else the value below.
  mutating func storing(_ name: String) {
    attempt { text in
      text.append("self.", name)
      text.append(" = ", name)
    } orElse: { text in
      text.line("self.", name, " =")
      text.indented { $0.line(name) }
    }
  }

  /// Prints a computed property on one line if it fits, else as a block.
  mutating func computed(_ head: String, _ value: String) {
    let whole = "\(head) { \(value) }"
    guard !fits(whole) else { return line(whole) }
    block(head) { $0.line(value) }
  }
}
