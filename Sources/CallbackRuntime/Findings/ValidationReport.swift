/// A decoded value with everything in which its body differs from the documentation.
public struct ValidationReport<Value> {
  /// The decoded value.
  public var value: Value
  /// The differences: first those that only the bytes show, in their order, then those of the value, in field order.
  public var findings: [Finding]

  /// Creates a report.
  public init(value: Value, findings: [Finding]) {
    self.value = value
    self.findings = findings
  }
}

extension ValidationReport: Sendable where Value: Sendable {}
extension ValidationReport: Equatable where Value: Equatable {}
extension ValidationReport: Hashable where Value: Hashable {}
