/// A bit mask that keeps undocumented bits.
public protocol CodeFlags: OptionSet, _JSONScalar, Codable, Hashable, Sendable
where RawValue: _JSONScalar & FixedWidthInteger {
  /// All documented bits.
  static var allKnown: Self { get }
}

extension CodeFlags {
  /// The undocumented bits of the mask.
  public var unknownBits: Self { Self(rawValue: rawValue & ~Self.allKnown.rawValue) }

  /// Reads a mask.
  @_spi(Generated) @inlinable
  public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _JSONTypes
  ) -> Self? {
    guard let raw = RawValue._readJSON(from: &reader, accepting: types) else { return nil }
    return Self(rawValue: raw)
  }

  /// Writes a mask.
  @_spi(Generated) @inlinable
  public static func _writeJSON(_ value: Self, to writer: inout _JSONWriter) {
    RawValue._writeJSON(value.rawValue, to: &writer)
  }
}
