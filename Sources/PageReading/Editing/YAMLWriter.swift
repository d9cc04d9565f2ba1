/// Writes YAML as the schemas have it: a mapping stands in braces if it fits into its line, and the declarations of fields,
/// events, tables and objects stand below each other.
public struct YAMLWriter: Sendable {
  /// The maximum length of a line with braces.
  public static let width = 120

  /// The keys whose mappings are never written in braces.
  static let blockKeys: Set<String> = [
    "events", "tables", "objects", "envelope", "headers", "fields", "pages",
  ]

  public init() {}

  /// The lines of an entry of a block mapping.
  public func lines(_ entry: YAMLEntry, indentation: Int = 0) -> [String] {
    let space = String(repeating: " ", count: indentation)
    let key = scalar(entry.key, inFlow: false)
    let comments = entry.comments.map { $0.isEmpty ? "\(space)#" : "\(space)# \($0)" }
    if let text = flow(entry.value, isOutermost: true), !Self.isBlock(entry) {
      let line = "\(space)\(key): \(text)"
      if line.unicodeScalars.count <= Self.width || entry.value.scalarText != nil {
        return comments + [line]
      }
    }
    switch entry.value {
    case .text, .plain, .quoted:
      return comments + ["\(space)\(key): \(scalar(entry.value, inFlow: false))"]
    case .list(let items):
      return comments + ["\(space)\(key):"]
        + items.flatMap { item in
          lines(ofItem: item, indentation: indentation + 2)
        }
    case .mapping(let entries):
      return comments + ["\(space)\(key):"]
        + entries.flatMap { lines($0, indentation: indentation + 2) }
    }
  }

  private func lines(ofItem item: YAMLValue, indentation: Int) -> [String] {
    let space = String(repeating: " ", count: indentation)
    if let text = flow(item, isOutermost: true) { return ["\(space)- \(text)"] }
    guard case .mapping(let entries) = item else { return [] }
    let lines = entries.flatMap { self.lines($0, indentation: indentation + 2) }
    return lines.enumerated().map { place, line in
      place == 0 ? "\(space)- \(line.dropFirst(indentation + 2))" : line
    }
  }

  /// The value on one line; nil if it contains a comment or a declaration that stands on lines of its own.
  ///
  /// - Parameter isOutermost: whether the value is not between braces or brackets.
  public func flow(_ value: YAMLValue, isOutermost: Bool = false) -> String? {
    switch value {
    case .text, .plain, .quoted: return scalar(value, inFlow: !isOutermost)
    case .list(let items):
      let texts = items.map { flow($0) }
      guard !texts.contains(nil) else { return nil }
      return "[\(texts.compactMap { $0 }.joined(separator: ", "))]"
    case .mapping(let entries):
      guard !entries.isEmpty else { return "{}" }
      let texts = entries.map { flow($0) }
      guard !texts.contains(nil) else { return nil }
      return "{ \(texts.compactMap { $0 }.joined(separator: ", ")) }"
    }
  }

  /// An entry between braces; nil if it cannot be.
  func flow(_ entry: YAMLEntry) -> String? {
    guard entry.comments.isEmpty, !Self.isBlock(entry), let value = flow(entry.value) else {
      return nil
    }
    return "\(scalar(entry.key, inFlow: true)): \(value)"
  }

  private static func isBlock(_ entry: YAMLEntry) -> Bool {
    guard case .mapping(let entries) = entry.value, !entries.isEmpty else { return false }
    return blockKeys.contains(entry.name)
  }

  /// A scalar as the language reads it.
  func scalar(_ value: YAMLValue, inFlow: Bool) -> String {
    switch value {
    case .plain(let text): text
    case .quoted(let text): Self.quoted(text)
    case .text(let text): Self.needsQuotes(text, inFlow: inFlow) ? Self.quoted(text) : text
    case .list, .mapping: ""
    }
  }

  /// Whether YAML would not read a text without quotation marks as this text.
  static func needsQuotes(_ text: String, inFlow: Bool) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return true
    }
    if first == " " || last == " " || last == ":" || text == "<<" { return true }
    if "-?:,[]{}#&*!|>'\"%@`=~".unicodeScalars.contains(first) { return true }
    if text.contains(": ") || text.contains(" #") { return true }
    if inFlow, text.unicodeScalars.contains(where: { ",[]{}".unicodeScalars.contains($0) }) {
      return true
    }
    return !text.unicodeScalars.allSatisfy(isPlain)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
    case 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// A text between double quotation marks.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where !isPlain(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
