import PayloadValidation
import SchemaSource
import TestSupport

/// Writes a schema anew with the same meaning: keys in another order, other quotes, comments between.
struct Rewriting {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func text(_ root: Node) -> String {
    var text = "# Written anew.\n"
    write(root, key: "", indent: "", to: &text)
    return text + "\n"
  }

  private mutating func write(
    _ node: Node, key: String, indent: String, to text: inout String
  ) {
    let inner = indent + "  "
    switch node.content {
    case .scalar(let scalar): text += written(scalar)
    case .sequence(let items):
      text += "["
      for item in items {
        text += "\n\(inner)"
        comment(inner, to: &text)
        write(item, key: key, indent: inner, to: &text)
        text += ","
      }
      text += "\n\(indent)]"
    case .mapping(let entries):
      text += "{"
      // The older of two versions comes first.
      let hasVersions = key == "editions" && entries.contains { isVersion($0.value) }
      // The first form that matches a string is taken.
      let isOrdered = hasVersions || key == "forms"
      let shuffled = isOrdered ? entries : entries.shuffled(using: &generator)
      for entry in shuffled {
        text += "\n\(inner)"
        comment(inner, to: &text)
        guard case .scalar(let name) = entry.key.content else { continue }
        text += "\(written(name)): "
        write(entry.value, key: name.text, indent: inner, to: &text)
        text += ","
      }
      text += "\n\(indent)}"
    }
  }

  private func isVersion(_ edition: Node) -> Bool {
    guard case .mapping(let entries) = edition.content else { return false }
    return entries.contains { entry in
      guard case .scalar(let value) = entry.value.content else { return false }
      return value.text == "version"
    }
  }

  private mutating func comment(_ indent: String, to text: inout String) {
    if Int.random(in: 0..<8, using: &generator) == 0 { text += "# A word.\n\(indent)" }
  }

  /// Words whose look is their meaning stay as they are.
  private mutating func written(_ scalar: Node.Scalar) -> String {
    let words = ["true", "false", "null", "else", "none", "secret"]
    let isNumber = scalar.text.first.map { $0.isNumber || $0 == "-" } ?? false
    if scalar.style == .plain, words.contains(scalar.text) || isNumber && !scalar.text.contains(" ")
    {
      return scalar.text
    }
    var content = scalar.text
    if scalar.style == .literal || scalar.style == .folded {
      while content.last == "\n" { content.removeLast() }
    }
    let isOneLine = !content.contains { $0.isNewline || $0 == "\t" }
    if isOneLine, Bool.random(using: &generator) {
      return "'\(content.replacing("'", with: "''"))'"
    }
    return JSONValue.quoted(content)
  }
}
