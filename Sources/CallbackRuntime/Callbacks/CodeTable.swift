/// An enumeration of documented codes with one more case for undocumented values, which keeps the raw value.
public protocol CodeTable: RawRepresentable, _JSONScalar, Codable, Hashable, Sendable
where RawValue: _JSONScalar {
  /// Creates the case of a documented raw value; any other raw value becomes the case for undocumented values.
  init(rawValue: RawValue)

  /// The documented codes, in schema order.
  static var allKnownCases: [Self] { get }
  /// Whether the documentation gives every raw value a meaning, for example "any other number is an error".
  static var isExhaustive: Bool { get }
  /// Whether further codes are documented on a page that the schema does not cover; an unknown code is then only a notice.
  static var isListedElsewhere: Bool { get }
  /// Whether the code is documented.
  var isKnown: Bool { get }
  /// The documented meaning of the code, in one line; nil where the schema has none.
  var summary: String? { get }
  /// Whether the code reports success or failure; nil if the documentation does not say.
  var outcome: CallbackOutcome? { get }
}

extension CodeTable {
  /// False by default.
  public static var isExhaustive: Bool { false }
  /// False by default.
  public static var isListedElsewhere: Bool { false }
  /// Whether the code is documented.
  public var isKnown: Bool { Self.isExhaustive || Self.allKnownCases.contains(self) }
  /// Nil by default.
  public var summary: String? { nil }
  /// Nil by default.
  public var outcome: CallbackOutcome? { nil }
}

// The same hashes as the standard library's for a `RawRepresentable` type, which are compiled anew for each table.
extension CodeTable {
  /// Hashes the raw value.
  @inlinable
  @inline(never)
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

  /// The hash value of the raw value.
  public var hashValue: Int { rawValue.hashValue }

  /// The hash value of the raw value that `Set` and `Dictionary` use.
  public func _rawHashValue(seed: Int) -> Int { rawValue._rawHashValue(seed: seed) }
}
