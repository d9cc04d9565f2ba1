/// A bit mask with named bits, which keeps the ones that nobody has documented yet.
public protocol CodeFlags: OptionSet, _JSONScalar, Codable, Hashable, Sendable
where RawValue: _JSONScalar & FixedWidthInteger {
  /// The documented bits.
  static var allKnown: Self { get }
}

extension CodeFlags {
  /// The bits that no edition documents.
  public var unknownBits: Self { Self(rawValue: rawValue & ~Self.allKnown.rawValue) }

  /// Reads a mask.
  @inlinable
  public static func _readJSON(from reader: inout _JSONReader, accepting types: AcceptedJSONTypes) -> Self? {
    guard let raw = RawValue._readJSON(from: &reader, accepting: types) else { return nil }
    return Self(rawValue: raw)
  }

  /// Writes a mask.
  @inlinable
  public static func _writeJSON(_ value: Self, to writer: inout _JSONWriter) {
    RawValue._writeJSON(value.rawValue, to: &writer)
  }
}
