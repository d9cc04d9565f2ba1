/// A type that is read from one JSON value, and written as one, without fields of its own.
public protocol _JSONScalar: Hashable, Sendable {
  /// Reads the next value; nil for a null, or after a fault, which sticks to the reader.
  static func _readJSON(from reader: inout _JSONReader, accepting types: _AcceptedJSONTypes)
    -> Self?

  /// Writes a value where the writer stands.
  static func _writeJSON(_ value: Self, to writer: inout _JSONWriter)
}

extension String: _JSONScalar {
  /// Reads a string; nil for a null, or after a fault.
  @_spi(Generated) public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _AcceptedJSONTypes
  ) -> String? {
    reader.string(types)
  }

  /// Writes a string where the writer stands.
  @_spi(Generated) public static func _writeJSON(_ value: String, to writer: inout _JSONWriter) {
    writer.put(value)
  }
}

extension Bool: _JSONScalar {
  /// Reads true or false; nil for a null, or after a fault.
  @_spi(Generated) public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _AcceptedJSONTypes
  ) -> Bool? {
    reader.bool(types)
  }

  /// Writes true or false where the writer stands.
  @_spi(Generated) public static func _writeJSON(_ value: Bool, to writer: inout _JSONWriter) {
    writer.put(value)
  }
}

extension Int: _JSONScalar {
  /// Reads an integer; nil for a null, or after a fault.
  @_spi(Generated) public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _AcceptedJSONTypes
  ) -> Int? {
    reader.integer(types)
  }

  /// Writes an integer where the writer stands.
  @_spi(Generated) public static func _writeJSON(_ value: Int, to writer: inout _JSONWriter) {
    writer.put(value)
  }
}

extension Int32: _JSONScalar {
  /// Reads an integer that fits 32 bits; nil for a null, or after a fault.
  @_spi(Generated) public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _AcceptedJSONTypes
  ) -> Int32? {
    reader.narrowInteger(types)
  }

  /// Writes an integer that fits 32 bits where the writer stands.
  @_spi(Generated) public static func _writeJSON(_ value: Int32, to writer: inout _JSONWriter) {
    writer.put(Int(value))
  }
}

extension Int64: _JSONScalar {
  /// Reads an integer; nil for a null, or after a fault.
  @_spi(Generated) public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _AcceptedJSONTypes
  ) -> Int64? {
    reader.narrowInteger(types)
  }

  /// Writes an integer where the writer stands.
  @_spi(Generated) public static func _writeJSON(_ value: Int64, to writer: inout _JSONWriter) {
    writer.put(value)
  }
}

extension UInt32: _JSONScalar {
  /// Reads a natural number that fits 32 bits; nil for a null, or after a fault.
  @_spi(Generated) public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _AcceptedJSONTypes
  ) -> UInt32? {
    reader.narrowInteger(types)
  }

  /// Writes a natural number that fits 32 bits where the writer stands.
  @_spi(Generated) public static func _writeJSON(_ value: UInt32, to writer: inout _JSONWriter) {
    writer.put(UInt64(value))
  }
}

extension UInt64: _JSONScalar {
  /// Reads a natural number; nil for a null, or after a fault.
  @_spi(Generated) public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _AcceptedJSONTypes
  ) -> UInt64? {
    reader.wideInteger(types)
  }

  /// Writes a natural number where the writer stands.
  @_spi(Generated) public static func _writeJSON(_ value: UInt64, to writer: inout _JSONWriter) {
    writer.put(value)
  }
}

extension Double: _JSONScalar {
  /// Reads a number; nil for a null, or after a fault.
  @_spi(Generated) public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _AcceptedJSONTypes
  ) -> Double? {
    reader.double(types)
  }

  /// Writes a number where the writer stands.
  @_spi(Generated) public static func _writeJSON(_ value: Double, to writer: inout _JSONWriter) {
    writer.put(value)
  }
}

extension RawJSON: _JSONScalar {
  /// Reads any value, null too; nil after a fault.
  @_spi(Generated) public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _AcceptedJSONTypes
  ) -> RawJSON? {
    let value = reader.raw()
    if reader.failed != .none { return nil }
    return value
  }

  /// Writes any value where the writer stands.
  @_spi(Generated) public static func _writeJSON(_ value: RawJSON, to writer: inout _JSONWriter) {
    writer.write(value)
  }
}
