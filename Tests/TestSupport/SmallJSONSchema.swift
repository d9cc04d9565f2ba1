import Foundation
public import SchemaSource

/// As much of JSON Schema as the editors' schema of the language uses, judging YAML.
public struct SmallJSONSchema {
  private let root: [String: Any]

  /// The schema of a whole file.
  var whole: [String: Any] { root }

  public init(_ text: String) throws {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    root = value as? [String: Any] ?? [:]
  }

  /// A definition, for tests that look at its keywords.
  public func definition(_ name: String) -> [String: Any] {
    (root["$defs"] as? [String: Any])?[name] as? [String: Any] ?? [:]
  }

  /// Every definition that lists its properties and nothing else, or little else.
  public var definitions: [String] {
    let all = root["$defs"] as? [String: [String: Any]] ?? [:]
    return all.filter { $0.value["properties"] != nil }.keys.sorted()
  }

  public func accepts(_ node: Node) -> Bool { accepts(node, root) }

  func accepts(_ node: Node, _ schema: [String: Any]) -> Bool {
    if let reference = schema["$ref"] as? String,
      !accepts(node, definition(String(reference.dropFirst("#/$defs/".count))))
    {
      return false
    }
    if let choices = schema["anyOf"] as? [[String: Any]],
      !choices.contains(where: { accepts(node, $0) })
    {
      return false
    }
    if let constant = schema["const"], scalar(node) != "\(constant)" { return false }
    if let values = schema["enum"] as? [String], !values.contains(scalar(node) ?? "") {
      return false
    }
    if let types = schema["type"], !has(node, types as? [String] ?? [types as? String ?? ""]) {
      return false
    }
    if let pattern = schema["pattern"] as? String, let text = scalar(node),
      text.range(of: pattern, options: .regularExpression) == nil
    {
      return false
    }
    switch node.content {
    case .scalar: return true
    case .sequence(let items):
      let count = schema["maxItems"] as? Int ?? .max
      guard items.count <= count, items.count >= schema["minItems"] as? Int ?? 0 else {
        return false
      }
      guard let schema = schema["items"] as? [String: Any] else { return true }
      return items.allSatisfy { accepts($0, schema) }
    case .mapping(let entries): return accepts(entries, schema)
    }
  }

  private func accepts(_ entries: [Node.Entry], _ schema: [String: Any]) -> Bool {
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    let names = entries.map { scalar($0.key) ?? "" }
    guard (schema["required"] as? [String] ?? []).allSatisfy(names.contains) else { return false }
    return zip(names, entries).allSatisfy { name, entry in
      if let property = properties[name] { return accepts(entry.value, property) }
      if schema["additionalProperties"] as? Bool == false { return false }
      guard let others = schema["additionalProperties"] as? [String: Any] else { return true }
      return accepts(entry.value, others)
    }
  }

  func scalar(_ node: Node) -> String? {
    if case .scalar(let scalar) = node.content { scalar.text } else { nil }
  }

  private func has(_ node: Node, _ types: [String]) -> Bool {
    switch node.content {
    case .mapping: return types.contains("object")
    case .sequence: return types.contains("array")
    case .scalar(let scalar):
      guard scalar.style == .plain else { return types.contains("string") }
      switch scalar.text {
      case "true", "false": return types.contains("boolean")
      case "", "null": return types.contains("null")
      default:
        if Int(scalar.text) != nil { return types.contains("integer") || types.contains("number") }
        if Double(scalar.text) != nil { return types.contains("number") }
        return types.contains("string")
      }
    }
  }
}
