/// A value that is sent either as a string or as an integer; encoding keeps the JSON type.
public enum StringOrInteger: Hashable, Sendable {
  /// A JSON string.
  case string(String)
  /// A JSON number without a fraction, such as `7`, `7.0` or `7e0`.
  case integer(Int)
}

extension StringOrInteger: CustomStringConvertible {
  /// The string, or the digits of the integer.
  public var description: String {
    switch self {
    case .string(let text): text
    case .integer(let value): "\(value)"
    }
  }
}

extension StringOrInteger: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// Creates a string from a literal.
  public init(stringLiteral value: String) { self = .string(value) }
  /// Creates an integer from a literal.
  public init(integerLiteral value: Int) { self = .integer(value) }
}

extension StringOrInteger: Codable {
  /// Decodes a string or an integer.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .string(text)
    } else {
      self = .integer(try container.decode(Int.self))
    }
  }

  /// Encodes a string or an integer.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .string(let text): try container.encode(text)
    case .integer(let value): try container.encode(value)
    }
  }
}

extension StringOrInteger: _JSONScalar {
  /// Reads a string or an integer; nil for `null` and after an error.
  @_spi(Generated) public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _JSONTypes
  ) -> StringOrInteger? {
    reader.stringOrInteger(types)
  }

  /// Writes a string or an integer.
  @_spi(Generated) public static func _writeJSON(
    _ value: StringOrInteger, to writer: inout _JSONWriter
  ) {
    switch value {
    case .string(let text): writer.put(text)
    case .integer(let value): writer.put(value)
    }
  }
}

extension _JSONReader {
  @inline(never)
  fileprivate mutating func stringOrInteger(_ types: _JSONTypes) -> StringOrInteger? {
    space()
    if let bridge = activeBridge {
      if let value = try? bridge.int() { return .integer(value) }
      return string(types).map { .string($0) }
    }
    if position < end, at(position) == 0x2d || at(position) &- 0x30 <= 9 {
      return integer([]).map { .integer($0) }
    }
    return string(types).map { .string($0) }
  }
}
