/// A YAML value in flow style, in which the style of every scalar is chosen: it decides what a wire value is.
indirect enum YAMLText {
  case plain(String)
  case quoted(String)
  case list([YAMLText])
  case map([Entry])

  struct Entry {
    var key: YAMLText
    var value: YAMLText
  }

  /// The text, on one line.
  var text: String {
    switch self {
    case .plain(let text): text
    case .quoted(let text): Self.quote(text)
    case .list(let items): "[\(items.map(\.text).joined(separator: ", "))]"
    case .map(let entries):
      entries.isEmpty
        ? "{}" : "{ \(entries.map { "\($0.key.text): \($0.value.text)" }.joined(separator: ", ")) }"
    }
  }

  /// A mapping in block style with each entry in flow style, so that a position in a message is worth something.
  func block(indent: String) -> String {
    guard case .map(let entries) = self, !entries.isEmpty else { return " \(text)\n" }
    return "\n"
      + entries.map { "\(indent)\($0.key.text): \($0.value.text)\n" }.joined()
  }

  private static func quote(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
