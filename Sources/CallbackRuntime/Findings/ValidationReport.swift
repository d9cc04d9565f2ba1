/// A value that was read, with what only reading can see.
public struct ValidationReport<Value> {
  /// The value.
  public var value: Value
  /// Unknown fields, other spellings, nulls, duplicate keys, other types and constants, in the body's order.
  public var findings: [Finding]

  /// A value and the findings about it.
  public init(value: Value, findings: [Finding]) {
    self.value = value
    self.findings = findings
  }
}

extension ValidationReport: Sendable where Value: Sendable {}
extension ValidationReport: Equatable where Value: Equatable {}
extension ValidationReport: Hashable where Value: Hashable {}
