/// A type whose values can be held to their documentation.
public protocol DocumentedValue {
  /// Tells a validator what there is to check.
  func _validate(in validator: inout _ValidationContext)
}

extension DocumentedValue {
  /// Everything about the value that its documentation does not say, in the order of its fields.
  ///
  /// What editions say differently is held against the edition that the value is nearest to.
  public func validate() -> [Finding] {
    var validator = _ValidationContext()
    _validate(in: &validator)
    return validator.findings()
  }
}
