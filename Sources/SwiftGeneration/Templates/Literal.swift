import CallbackSchema
import SchemaSource

/// Swift literals.
enum Literal {
  static func swift(_ value: WireValue) -> String {
    switch value {
    case .string(let text): string(text)
    case .number(let text): number(text)
    case .bool(let value): value ? "true" : "false"
    case .null: "nil"
    }
  }

  /// A string literal, with escapes for quotes, backslashes and invisible characters.
  static func string(_ text: String) -> String {
    if let literal = text.withBytes(plainLiteral) { return literal }
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "\t": literal += "\\t"
      default:
        if isInvisible(scalar) {
          literal += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
          literal.unicodeScalars.append(scalar)
        }
      }
    }
    return literal + "\""
  }

  /// The literal of a text without escapes; nil for any other text.
  private static func plainLiteral(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    guard text.allSatisfy(isPlain) else { return nil }
    return String(unsafeUninitializedCapacity: text.count + 2) { literal in
      literal[0] = UInt8(ascii: "\"")
      let end = literal[1...].update(fromContentsOf: text)
      literal[end] = UInt8(ascii: "\"")
      return end + 1
    }
  }

  /// Whether a byte is a character that stands for itself in a literal.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    return scalar.value == 0x2028 || scalar.value == 0x2029 || scalar.value == 0x85
      || scalar.properties.generalCategory == .format
  }

  /// The literal of a member name as JSON text, in which a quotation mark and a backslash are escaped.
  static func member(_ name: String) -> String {
    guard name.withBytes({ $0.contains { $0 == 0x5c || $0 == 0x22 } }) else { return string(name) }
    return string(name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))
  }

  /// A number; five digits and more are grouped by `_`.
  static func number(_ text: String) -> String {
    if text.utf8.count <= 4 { return text }
    let sign = text.hasPrefix("-") ? "-" : ""
    let digits = text.utf8.dropFirst(sign.utf8.count)
    guard digits.count > 4, digits.allSatisfy(\.isDigit) else { return text }
    return sign + grouped(digits, by: 3)
  }

  /// A range: `1...5`, `1...`, `...5`.
  static func range(_ bounds: Bounds) -> String {
    // `...-5` would be one operator.
    let upper = bounds.upper.map { $0.hasPrefix("-") ? "(\(number($0)))" : number($0) } ?? ""
    return "\(bounds.lower.map(number) ?? "")...\(upper)"
  }

  /// A bit mask in groups of four: `0b1_0011`.
  static func mask(_ mask: UInt64) -> String {
    if mask < 16 { return smallMasks[Int(mask)] }
    return "0b" + grouped(String(mask, radix: 2).utf8[...], by: 4)
  }

  /// The masks of four bits at most, which most are.
  private static let smallMasks = (0..<16).map { "0b" + String($0, radix: 2) }

  private static func grouped(_ digits: Substring.UTF8View, by size: Int) -> String {
    var grouped: [UInt8] = []
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % size == 0 { grouped.append(UInt8(ascii: "_")) }
      grouped.append(digit)
    }
    return String(decoding: grouped, as: UTF8.self)
  }
}
