/// Compares two objects, or hashes one, while generated code passes their properties.
///
/// An object is hashed by comparing it with itself, so that equality and hashes depend on the same properties.
public struct _EqualityContext {
  /// Whether all properties were equal until now.
  @usableFromInline var isEqual = true
  /// Whether the first object is hashed, not compared.
  @usableFromInline let isHashing: Bool
  /// The hasher, unused if the objects are compared. An optional one would be copied for each property.
  @usableFromInline var hasher: Hasher

  /// Creates a context that compares.
  init() { (isHashing, hasher) = (false, Hasher()) }

  /// Creates a context that hashes, after what the hasher has taken already.
  init(continuing hasher: Hasher) { (isHashing, self.hasher) = (true, hasher) }

  /// Compares or hashes a property.
  @_spi(Generated)
  @inlinable
  @inline(never)
  public mutating func compare<T: Hashable>(_ first: T, _ second: T) {
    guard isEqual else { return }
    if isHashing {
      first.hash(into: &hasher)
    } else {
      isEqual = first == second
    }
  }
}

extension CallbackObject {
  /// Whether all properties are equal, those too that record undocumented members.
  public static func == (first: Self, second: Self) -> Bool {
    var context = _EqualityContext()
    first._compare(with: second, in: &context)
    return context.isEqual
  }

  /// Hashes all properties.
  public func hash(into hasher: inout Hasher) {
    var context = _EqualityContext(continuing: hasher)
    _compare(with: self, in: &context)
    hasher = context.hasher
  }

  /// The hash value, equal to that of the standard library's implementation.
  public var hashValue: Int { _rawHashValue(seed: 0) }
}
