/// A type that is read from a single JSON value and written as one, such as a string, a number or a code.
public protocol _JSONScalar: Hashable, Sendable {
  /// Reads the next value; nil for `null` and after an error, which the reader stores.
  static func _readJSON(from reader: inout _JSONReader, accepting types: _JSONTypes)
    -> Self?

  /// Writes a value at the writer's position.
  static func _writeJSON(_ value: Self, to writer: inout _JSONWriter)
}

extension String: _JSONScalar {
  /// Reads a string; nil for `null` and after an error.
  @_spi(Generated) public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _JSONTypes
  ) -> String? {
    reader.string(types)
  }

  /// Writes a string.
  @_spi(Generated) public static func _writeJSON(_ value: String, to writer: inout _JSONWriter) {
    writer.put(value)
  }
}

extension Bool: _JSONScalar {
  /// Reads a boolean; nil for `null` and after an error.
  @_spi(Generated) public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _JSONTypes
  ) -> Bool? {
    reader.bool(types)
  }

  /// Writes a boolean.
  @_spi(Generated) public static func _writeJSON(_ value: Bool, to writer: inout _JSONWriter) {
    writer.put(value)
  }
}

extension Int: _JSONScalar {
  /// Reads an integer; nil for `null` and after an error.
  @_spi(Generated) public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _JSONTypes
  ) -> Int? {
    reader.integer(types)
  }

  /// Writes an integer.
  @_spi(Generated) public static func _writeJSON(_ value: Int, to writer: inout _JSONWriter) {
    writer.put(value)
  }
}

extension Int32: _JSONScalar {}
extension Int64: _JSONScalar {}
extension UInt32: _JSONScalar {}
extension UInt64: _JSONScalar {}

extension _JSONScalar where Self: FixedWidthInteger {
  /// Reads an integer that fits the type; nil for `null` and after an error.
  @_spi(Generated) @inlinable
  public static func _readJSON(from reader: inout _JSONReader, accepting types: _JSONTypes) -> Self?
  {
    reader.integerBits(types, width: bitWidth, isSigned: isSigned).map(
      Self.init(truncatingIfNeeded:))
  }

  /// Writes an integer.
  @_spi(Generated) @inlinable
  public static func _writeJSON(_ value: Self, to writer: inout _JSONWriter) {
    if isSigned { writer.put(Int64(value)) } else { writer.put(UInt64(value)) }
  }
}

extension _JSONScalar where Self: RawRepresentable, RawValue: _JSONScalar {
  /// Reads a raw value; nil for `null` and after an error.
  @_spi(Generated) @inlinable
  public static func _readJSON(from reader: inout _JSONReader, accepting types: _JSONTypes) -> Self?
  {
    guard let raw = RawValue._readJSON(from: &reader, accepting: types) else { return nil }
    return Self(rawValue: raw)
  }

  /// Writes the raw value.
  @_spi(Generated) @inlinable
  public static func _writeJSON(_ value: Self, to writer: inout _JSONWriter) {
    RawValue._writeJSON(value.rawValue, to: &writer)
  }
}

extension Double: _JSONScalar {
  /// Reads a number; nil for `null` and after an error.
  @_spi(Generated) public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _JSONTypes
  ) -> Double? {
    reader.number(types)
  }

  /// Writes a number.
  @_spi(Generated) public static func _writeJSON(_ value: Double, to writer: inout _JSONWriter) {
    writer.put(value)
  }
}

extension RawJSON: _JSONScalar {
  /// Reads any value, `null` included, or with `.object` among the types an object; nil after an error.
  @_spi(Generated) public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _JSONTypes
  ) -> RawJSON? {
    if types.contains(.object) { return reader.rawObject(accepting: types) }
    let value = reader.raw()
    if reader.failed != .none { return nil }
    return value
  }

  /// Writes any value.
  @_spi(Generated) public static func _writeJSON(_ value: RawJSON, to writer: inout _JSONWriter) {
    writer.write(value)
  }
}
