/// Lazily allocated reader state that most bodies never need; it keeps the reader itself small.
final class ReaderSideState {
  /// The findings, in the order of their detection.
  var findings: [UnlocatedFinding] = []
  /// The indices of required fields that were `null`, with the nesting depth of their object.
  var nulls: [(depth: Int, field: Int)] = []
  /// The name of the member whose absence is the error `.missing`.
  var missing: String?
  /// The error inside JSON text in a string.
  var inner: CallbackDecodingError?
  /// Undocumented members of the innermost object, until `nextField` hands them over.
  var unknown: [RawJSON.Member] = []
  /// The path of the payload that an absent reader stands for.
  var prefix = ""
  /// The fields of the envelope beside those of the event.
  var others: FieldNames?
  /// The field among `others` that the event does not have beside it; -1 for none.
  var hidden = -1
}

/// A finding before its path is known; the paths of all findings are computed in one pass.
struct UnlocatedFinding {
  var offset: Int
  var rule: Finding.Rule
  var severity: Finding.Severity
  var message: String
  /// The path to append to the path of `offset`.
  var member = ""
  /// The nesting depth of an unknown field.
  var depth = 0
}

extension _JSONReader {
  /// The side state, allocated on first use.
  mutating func ensureSideState() -> ReaderSideState {
    if let sideState { return sideState }
    let made = ReaderSideState()
    sideState = made
    return made
  }

  /// Stores a finding, if findings are collected and there was no error.
  @inline(never)
  mutating func report(
    _ rule: Finding.Rule, _ severity: Finding.Severity, at offset: Int,
    _ message: @autoclosure () -> String, member: String = "", depth: Int = 0
  ) {
    guard collectsFindings, failed == .none else { return }
    ensureSideState().findings.append(
      UnlocatedFinding(
        offset: offset, rule: rule, severity: severity, message: message(), member: member,
        depth: depth))
  }
}
