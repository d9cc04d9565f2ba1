public import SchemaSource

/// A place in a delivery: `payload.sid`, `header X-Signature`, `.` for the whole body, or `key of .` for the name of the
/// member that holds the event.
public enum Place: Hashable, Sendable {
  case body
  case member([String])
  case header(String)
  /// The name of a member of the object at a path, which is empty for the body.
  case key([String])

  /// The notation of the schema.
  public var text: String {
    switch self {
    case .body: "."
    case .member(let path): path.joined(separator: ".")
    case .header(let name): "header \(name)"
    case .key(let path): "key of \(path.isEmpty ? "." : path.joined(separator: "."))"
    }
  }

  /// The path of a member; empty for the whole body.
  public var path: [String] {
    if case .member(let path) = self { path } else { [] }
  }
}

/// A single JSON value.
public enum WireValue: Hashable, Sendable {
  case string(String)
  /// A number in its original notation.
  case number(String)
  case bool(Bool)
  case null

  /// The notation of the value; strings without quotation marks.
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

/// The kinds of JSON values except null; `list` is an array.
public enum JSONKind: String, Hashable, Sendable, CaseIterable {
  case string, number, bool, object, list
}
