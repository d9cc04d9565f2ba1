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
  public var description: String {
    var text = ""
    append(to: &text, indent: "")
    return text
  }

  private func append(to text: inout String, indent: String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let digits), .text(let digits): text += digits
    case .string(let value): text += Self.quoted(value)
    case .array(let items):
      Self.append(items.map { ("", $0) }, "[", "]", width: 100, to: &text, indent)
    case .object(let members):
      let parts = members.map { ("\(Self.quoted($0.name)): ", $0.value) }
      Self.append(
        parts, "{", "}", space: " ", width: parts.count <= 3 ? 80 : 0, to: &text, indent)
    }
  }

  /// Appends a collection, on one line if its values are scalars and the line does not exceed a width.
  private static func append(
    _ parts: [(label: String, value: JSONValue)], _ open: String, _ close: String,
    space: String = "", width: Int, to text: inout String, _ indent: String
  ) {
    text += open
    if parts.isEmpty {
      text += close
      return
    }
    if width > 0, parts.allSatisfy(\.value.isScalar) {
      let items = parts.map { "\($0.label)\($0.value)" }.joined(separator: ", ")
      let line = space + items + space
      if open.count + line.count + close.count + indent.count <= width {
        text += line + close
        return
      }
    }
    let inner = indent + "  "
    for (place, part) in parts.enumerated() {
      text += place > 0 ? ",\n" : "\n"
      text += inner
      text += part.label
      part.value.append(to: &text, indent: inner)
    }
    text += "\n"
    text += indent
    text += close
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
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else {
      return "\"" + text + "\""
    }
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
