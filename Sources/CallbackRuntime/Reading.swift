/// A value that was read, with what only reading can see.
public struct Reading<Value> {
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

extension Reading: Sendable where Value: Sendable {}
extension Reading: Equatable where Value: Equatable {}
extension Reading: Hashable where Value: Hashable {}
