/// A value that can be validated against the vendor's documentation.
public protocol DocumentedValue: Hashable, Sendable {
  /// Reports the differences from the documentation to a context; implemented by generated code.
  func _validate(in context: inout _ValidationContext)
}

extension DocumentedValue {
  /// The differences between the value and its documentation, in field order; empty if there are none.
  ///
  /// Where editions of the documentation differ, the value is compared with the edition that it matches best.
  public func validate() -> [Finding] {
    var context = _ValidationContext()
    _validate(in: &context)
    return context.findings()
  }

  /// The hash value that `Set` and `Dictionary` use, equal to that of the standard library's implementation.
  ///
  /// That one is compiled anew for each type, together with `hash(into:)`.
  public func _rawHashValue(seed: Int) -> Int { Hashed(value: self)._rawHashValue(seed: seed) }
}

/// A value with the standard library's implementation of `_rawHashValue(seed:)`.
private struct Hashed<Value: DocumentedValue>: Hashable {
  let value: Value

  func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}
