/// A JSON value for output; members keep their order.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// The digits of a number.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])
  /// JSON text, printed unchanged.
  case text(String)

  public struct Member: Hashable, Sendable {
    public var name: String
    public var value: JSONValue

    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int) { self = .number("\(value)") }
}

extension JSONValue: CustomStringConvertible {
  /// The value indented by two spaces for each level, with short collections on one line.
  public var description: String {
    var text = ""
    print(to: &text, indent: "")
    return text
  }

  private func print(to text: inout String, indent: String) {
    let inner = indent + "  "
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let digits), .text(let digits): text += digits
    case .string(let value): text += Self.quoted(value)
    case .array(let items):
      guard !items.isEmpty else {
        text += "[]"
        return
      }
      if items.allSatisfy(\.isScalar), let line = line, line.count + indent.count <= 100 {
        text += line
        return
      }
      text += "[\n"
      for (place, item) in items.enumerated() {
        text += inner
        item.print(to: &text, indent: inner)
        text += place == items.count - 1 ? "\n" : ",\n"
      }
      text += indent + "]"
    case .object(let members):
      guard !members.isEmpty else {
        text += "{}"
        return
      }
      if members.count <= 3, members.allSatisfy(\.value.isScalar), let line = line,
        line.count + indent.count <= 80
      {
        text += line
        return
      }
      text += "{\n"
      for (place, member) in members.enumerated() {
        text += inner + Self.quoted(member.name) + ": "
        member.value.print(to: &text, indent: inner)
        text += place == members.count - 1 ? "\n" : ",\n"
      }
      text += indent + "}"
    }
  }

  private var isScalar: Bool {
    switch self {
    case .null, .bool, .number, .string: true
    case .text: false
    case .array(let items): items.isEmpty
    case .object(let members): members.isEmpty
    }
  }

  /// The value on one line, without spaces.
  public var compact: String {
    switch self {
    case .null, .bool, .number, .string, .text: description
    case .array(let items): "[\(items.map(\.compact).joined(separator: ","))]"
    case .object(let members):
      "{\(members.map { "\(Self.quoted($0.name)):\($0.value.compact)" }.joined(separator: ","))}"
    }
  }

  /// The value on one line, with spaces; nil for a scalar.
  private var line: String? {
    switch self {
    case .array(let items): return "[\(items.map(\.description).joined(separator: ", "))]"
    case .object(let members):
      let parts = members.map { "\(Self.quoted($0.name)): \($0.value)" }
      return "{ \(parts.joined(separator: ", ")) }"
    default: return nil
    }
  }

  /// A text as a JSON string, with quotes and escapes.
  public static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}
