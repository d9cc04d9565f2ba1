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
  /// An object; a member without a value is left out.
  public init(dictionaryLiteral elements: (String, JSONValue?)...) {
    self = .object(elements.compactMap { name, value in value.map { Member(name, $0) } })
  }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int) { self = .number("\(value)") }
}

extension JSONValue: CustomStringConvertible {
  /// The value indented by two spaces for each level, with short collections on one line.
  public var description: String { text(indent: "") }

  private func text(indent: String) -> String {
    switch self {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .number(let digits), .text(let digits): return digits
    case .string(let value): return Self.quoted(value)
    case .array(let items):
      return Self.text(items.map { ("", $0) }, "[", "]", width: 100, indent)
    case .object(let members):
      let parts = members.map { ("\(Self.quoted($0.name)): ", $0.value) }
      return Self.text(parts, "{", "}", space: " ", width: parts.count <= 3 ? 80 : 0, indent)
    }
  }

  /// A collection, on one line if its values are scalars and the line does not exceed a width.
  private static func text(
    _ parts: [(label: String, value: JSONValue)], _ open: String, _ close: String,
    space: String = "", width: Int, _ indent: String
  ) -> String {
    guard !parts.isEmpty else { return open + close }
    if parts.allSatisfy(\.value.isScalar) {
      let items = parts.map { "\($0.label)\($0.value)" }.joined(separator: ", ")
      let line = open + space + items + space + close
      if line.count + indent.count <= width { return line }
    }
    let inner = indent + "  "
    let lines = parts.map { inner + $0.label + $0.value.text(indent: inner) }
    return "\(open)\n\(lines.joined(separator: ",\n"))\n\(indent)\(close)"
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
