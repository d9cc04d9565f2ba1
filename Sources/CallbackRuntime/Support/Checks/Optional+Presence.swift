extension Optional {
  /// Whether there is a value, for the arguments of `_ValidationContext.expect(_:_:in:)`.
  ///
  /// The type checker takes longer for `!= nil`, because the operator has many overloads.
  @_spi(Generated)
  @_transparent
  public var isPresent: Bool {
    switch self {
    case .some: true
    case .none: false
    }
  }
}
