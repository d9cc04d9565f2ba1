/// A bit mask that keeps undocumented bits.
public protocol CodeFlags: OptionSet, _JSONScalar, Codable, Hashable, Sendable
where RawValue: _JSONScalar & FixedWidthInteger {
  /// All documented bits.
  static var allKnown: Self { get }
}

extension CodeFlags {
  /// The undocumented bits of the mask.
  public var unknownBits: Self { Self(rawValue: rawValue & ~Self.allKnown.rawValue) }
}
