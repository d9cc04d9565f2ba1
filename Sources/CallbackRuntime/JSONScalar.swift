/// A type that is read from one JSON value, and written as one, without fields of its own.
public protocol JSONScalar: Hashable, Sendable {
  /// Reads the next value; nil for a null, or after a fault, which sticks to the reader.
  static func readJSON(from reader: inout JSONReader, or forms: JSONForms) -> Self?

  /// Writes a value where the writer stands.
  static func writeJSON(_ value: Self, to writer: inout JSONWriter)
}

extension String: JSONScalar {
  /// Reads a string; nil for a null, or after a fault.
  public static func readJSON(from reader: inout JSONReader, or forms: JSONForms) -> String? {
    reader.string(forms)
  }

  /// Writes a string where the writer stands.
  public static func writeJSON(_ value: String, to writer: inout JSONWriter) { writer.put(value) }
}

extension Bool: JSONScalar {
  /// Reads true or false; nil for a null, or after a fault.
  public static func readJSON(from reader: inout JSONReader, or forms: JSONForms) -> Bool? {
    reader.bool(forms)
  }

  /// Writes true or false where the writer stands.
  public static func writeJSON(_ value: Bool, to writer: inout JSONWriter) { writer.put(value) }
}

extension Int: JSONScalar {
  /// Reads an integer; nil for a null, or after a fault.
  public static func readJSON(from reader: inout JSONReader, or forms: JSONForms) -> Int? {
    reader.integer(forms)
  }

  /// Writes an integer where the writer stands.
  public static func writeJSON(_ value: Int, to writer: inout JSONWriter) { writer.put(value) }
}

extension Int32: JSONScalar {
  /// Reads an integer that fits 32 bits; nil for a null, or after a fault.
  public static func readJSON(from reader: inout JSONReader, or forms: JSONForms) -> Int32? {
    reader.narrowInteger(forms)
  }

  /// Writes an integer that fits 32 bits where the writer stands.
  public static func writeJSON(_ value: Int32, to writer: inout JSONWriter) {
    writer.put(Int(value))
  }
}

extension Int64: JSONScalar {
  /// Reads an integer; nil for a null, or after a fault.
  public static func readJSON(from reader: inout JSONReader, or forms: JSONForms) -> Int64? {
    reader.narrowInteger(forms)
  }

  /// Writes an integer where the writer stands.
  public static func writeJSON(_ value: Int64, to writer: inout JSONWriter) { writer.put(value) }
}

extension UInt32: JSONScalar {
  /// Reads a natural number that fits 32 bits; nil for a null, or after a fault.
  public static func readJSON(from reader: inout JSONReader, or forms: JSONForms) -> UInt32? {
    reader.narrowInteger(forms)
  }

  /// Writes a natural number that fits 32 bits where the writer stands.
  public static func writeJSON(_ value: UInt32, to writer: inout JSONWriter) {
    writer.put(UInt64(value))
  }
}

extension UInt64: JSONScalar {
  /// Reads a natural number; nil for a null, or after a fault.
  public static func readJSON(from reader: inout JSONReader, or forms: JSONForms) -> UInt64? {
    reader.wideInteger(forms)
  }

  /// Writes a natural number where the writer stands.
  public static func writeJSON(_ value: UInt64, to writer: inout JSONWriter) { writer.put(value) }
}

extension Double: JSONScalar {
  /// Reads a number; nil for a null, or after a fault.
  public static func readJSON(from reader: inout JSONReader, or forms: JSONForms) -> Double? {
    reader.double(forms)
  }

  /// Writes a number where the writer stands.
  public static func writeJSON(_ value: Double, to writer: inout JSONWriter) { writer.put(value) }
}

extension RawJSON: JSONScalar {
  /// Reads any value, null too; nil after a fault.
  public static func readJSON(from reader: inout JSONReader, or forms: JSONForms) -> RawJSON? {
    let value = reader.raw()
    if reader.failed != .none { return nil }
    return value
  }

  /// Writes any value where the writer stands.
  public static func writeJSON(_ value: RawJSON, to writer: inout JSONWriter) {
    writer.write(value)
  }
}
