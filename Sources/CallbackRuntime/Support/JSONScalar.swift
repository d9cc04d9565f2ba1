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

extension Int32: _JSONScalar {
  /// Reads an integer that fits 32 bits; nil for `null` and after an error.
  @_spi(Generated) public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _JSONTypes
  ) -> Int32? {
    reader.narrowInteger(types)
  }

  /// Writes an integer that fits 32 bits.
  @_spi(Generated) public static func _writeJSON(_ value: Int32, to writer: inout _JSONWriter) {
    writer.put(Int(value))
  }
}

extension Int64: _JSONScalar {
  /// Reads an integer; nil for `null` and after an error.
  @_spi(Generated) public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _JSONTypes
  ) -> Int64? {
    reader.narrowInteger(types)
  }

  /// Writes an integer.
  @_spi(Generated) public static func _writeJSON(_ value: Int64, to writer: inout _JSONWriter) {
    writer.put(value)
  }
}

extension UInt32: _JSONScalar {
  /// Reads an unsigned integer that fits 32 bits; nil for `null` and after an error.
  @_spi(Generated) public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _JSONTypes
  ) -> UInt32? {
    reader.narrowInteger(types)
  }

  /// Writes an unsigned integer that fits 32 bits.
  @_spi(Generated) public static func _writeJSON(_ value: UInt32, to writer: inout _JSONWriter) {
    writer.put(UInt64(value))
  }
}

extension UInt64: _JSONScalar {
  /// Reads an unsigned integer; nil for `null` and after an error.
  @_spi(Generated) public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _JSONTypes
  ) -> UInt64? {
    reader.wideInteger(types)
  }

  /// Writes an unsigned integer.
  @_spi(Generated) public static func _writeJSON(_ value: UInt64, to writer: inout _JSONWriter) {
    writer.put(value)
  }
}

extension Double: _JSONScalar {
  /// Reads a number; nil for `null` and after an error.
  @_spi(Generated) public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _JSONTypes
  ) -> Double? {
    reader.double(types)
  }

  /// Writes a number.
  @_spi(Generated) public static func _writeJSON(_ value: Double, to writer: inout _JSONWriter) {
    writer.put(value)
  }
}

extension RawJSON: _JSONScalar {
  /// Reads any value, `null` included; nil after an error.
  @_spi(Generated) public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _JSONTypes
  ) -> RawJSON? {
    let value = reader.raw()
    if reader.failed != .none { return nil }
    return value
  }

  /// Writes any value.
  @_spi(Generated) public static func _writeJSON(_ value: RawJSON, to writer: inout _JSONWriter) {
    writer.write(value)
  }
}
