/// A decoded value with all differences between its body and the documentation.
public struct ValidationReport<Value> {
  /// The decoded value.
  public var value: Value
  /// The differences: first those that only the bytes show, in the order of the body, then those of the decoded value, in
  /// field order.
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
