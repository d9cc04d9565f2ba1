/// A value that can be compared with its documentation.
public protocol DocumentedValue: Hashable, Sendable {
  /// Reports to a context what differs from the documentation; implemented by generated code.
  func _validate(in context: inout _ValidationContext)
}

extension DocumentedValue {
  /// The differences between the value and its documentation, in the order of its fields.
  ///
  /// Where editions differ, the value is compared with the edition that it fits best.
  public func validate() -> [Finding] {
    var context = _ValidationContext()
    _validate(in: &context)
    return context.findings()
  }
}
