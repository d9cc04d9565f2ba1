/// A number in a string, such as `"12.50"`, stored as the string received.
public struct DoubleText: RawRepresentable, Codable, Hashable, Sendable {
  /// The string as received.
  public let rawValue: String

  /// Creates a number from a string; nil if the string is not a JSON number that fits a `Double`.
  public init?(rawValue: String) {
    guard _JSONReader.number(Double.self, in: Array(rawValue.utf8)) != nil else { return nil }
    self.rawValue = rawValue
  }

  /// Creates a number with the shortest string that reads as it; 0 for a value that is not finite.
  public init(_ value: Double) { rawValue = value.isFinite ? "\(value)" : "0" }

  /// The number.
  public var value: Double { Double(rawValue) ?? 0 }
}

extension DoubleText: CustomStringConvertible {
  /// The string as received.
  public var description: String { rawValue }
}

extension DoubleText: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// Creates a number from a literal.
  public init(floatLiteral value: Double) { self.init(value) }
  /// Creates a number from a literal.
  public init(integerLiteral value: Int) { rawValue = "\(value)" }
}

extension DoubleText: _JSONScalar {
  /// Reads a string with a number; nil for `null` and after an error.
  @_spi(Generated) public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _JSONTypes
  ) -> DoubleText? {
    reader.textNumber(types)
  }
}
