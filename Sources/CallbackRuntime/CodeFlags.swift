/// A bit mask with named bits, which keeps the ones that nobody has documented yet.
public protocol CodeFlags: OptionSet, JSONScalar, Codable, Hashable, Sendable
where RawValue: JSONScalar & FixedWidthInteger {
  /// The documented bits.
  static var allKnown: Self { get }
}

extension CodeFlags {
  /// The bits that no edition documents.
  public var unknownBits: Self { Self(rawValue: rawValue & ~Self.allKnown.rawValue) }

  /// Reads a mask.
  @inlinable
  public static func readJSON(from reader: inout JSONReader, or forms: JSONForms) -> Self? {
    guard let raw = RawValue.readJSON(from: &reader, or: forms) else { return nil }
    return Self(rawValue: raw)
  }

  /// Writes a mask.
  @inlinable
  public static func writeJSON(_ value: Self, to writer: inout JSONWriter) {
    RawValue.writeJSON(value.rawValue, to: &writer)
  }
}
