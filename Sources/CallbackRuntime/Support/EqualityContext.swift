/// Compares two objects, or hashes one, while generated code passes their properties.
///
/// An object is hashed by comparing it with itself, so that equality and hashes depend on the same properties.
@safe
public struct _EqualityContext {
  /// Whether all properties were equal until now.
  @usableFromInline var isEqual = true
  /// The hasher that takes the values of the first object; nil if the objects are compared.
  @usableFromInline let hasher: UnsafeMutablePointer<Hasher>?

  /// Creates a context that compares.
  init() { unsafe hasher = nil }

  /// Creates a context that hashes.
  init(hashingInto hasher: UnsafeMutablePointer<Hasher>) { unsafe self.hasher = hasher }

  /// Compares or hashes a property.
  @_spi(Generated)
  @inlinable
  @inline(never)
  public mutating func compare<T: Hashable>(_ first: T, _ second: T) {
    guard isEqual else { return }
    if let hasher = unsafe hasher {
      unsafe first.hash(into: &hasher.pointee)
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
    unsafe withUnsafeMutablePointer(to: &hasher) { hasher in
      var context = unsafe _EqualityContext(hashingInto: hasher)
      _compare(with: self, in: &context)
    }
  }

  /// The hash value, equal to that of the standard library's implementation.
  public var hashValue: Int { _rawHashValue(seed: 0) }
}
