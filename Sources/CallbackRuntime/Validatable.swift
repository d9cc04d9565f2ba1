/// A type whose values can be held to their documentation.
public protocol Validatable {
  /// Tells a validator what there is to check.
  func validate(into validator: inout Validator)
}

extension Validatable {
  /// Everything about the value that its documentation does not say, in the order of its fields.
  ///
  /// What editions say differently is held against the edition that the value is nearest to.
  public func validate() -> [Finding] {
    var validator = Validator()
    validate(into: &validator)
    return validator.findings()
  }
}
