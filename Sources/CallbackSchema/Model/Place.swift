public import SchemaSource

/// Where a value is on a delivery: `payload.sid`, `header X-Signature`, `.` for the whole body.
public enum Place: Hashable, Sendable {
  case body
  case member([String])
  case header(String)

  /// As a schema spells it.
  public var text: String {
    switch self {
    case .body: "."
    case .member(let path): path.joined(separator: ".")
    case .header(let name): "header \(name)"
    }
  }

  /// The path of a member; empty for the whole body.
  public var path: [String] {
    if case .member(let path) = self { path } else { [] }
  }
}

/// A value as it stands on the wire.
public enum WireValue: Hashable, Sendable {
  case string(String)
  /// An integer's or a number's text, exactly as written.
  case number(String)
  case bool(Bool)
  case null

  /// The text, without the quotes of a string.
  public var text: String {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    case .null: "null"
    }
  }

  public var json: JSONValue {
    switch self {
    case .string(let text): .string(text)
    case .number(let digits): .number(digits)
    case .bool(let value): .bool(value)
    case .null: .null
    }
  }
}

/// The kinds of JSON values.
public enum JSONKind: String, Hashable, Sendable, CaseIterable {
  case string, number, bool, object, list
}
