/// Lazily allocated reader state that most bodies never need; it keeps the reader itself small.
final class ReaderSideState {
  /// The findings, in the order of their detection.
  var findings: [UnlocatedFinding] = []
  /// The indices of fields that were `null` although required, or broken, with the nesting depth of their object and the error
  /// of a broken one.
  var nulls: [(depth: Int, field: Int, error: FieldError?)] = []
  /// The broken fields that cost no more than themselves.
  var faults: [UnlocatedFault] = []
  /// The name of the member whose absence is the error `.missing`.
  var missing: String?
  /// The error inside JSON text in a string.
  var inner: CallbackDecodingError?
  /// Undocumented members of the innermost object, until `nextField` hands them over.
  var unknown: [RawJSON.Member] = []
  /// The path of the payload that an absent reader stands for.
  var prefix = ""
  /// The headers of the request, by their names in lower case.
  var headers: [String: String] = [:]
  /// The fields of the envelope beside those of the event.
  var others: FieldNames?
  /// The field among `others` that the event does not have beside it; -1 for none.
  var hidden = -1
}

/// The error of a field, stored until its object is read.
struct FieldError {
  var code: DecodingErrorCode
  var offset: Int
  /// The name of the absent member, if that is the error.
  var missing: String?
  /// The error inside JSON text in a string.
  var inner: CallbackDecodingError?

  var problem: CallbackDecodingError.Problem { inner?.problem ?? code.problem(missing: missing) }

  /// The path of the error below that of its offset.
  var member: String { inner?.path ?? (code == .missing ? missing ?? "" : "") }
}

/// A broken field before its path is known.
struct UnlocatedFault {
  /// The byte offset of the value.
  var offset: Int
  /// The byte offset of the error, which is inside the value.
  var errorOffset: Int
  var problem: CallbackDecodingError.Problem
  /// The path of the error below that of its offset.
  var member = ""
  /// The steps to the value below the one at `offset`, which contains it as JSON text in a string.
  var tail: [PathStep] = []
  var json: RawJSON
  /// Whether it is an object of the envelope, sent as another value.
  var isGroup = false
  /// The finished fault of a field that came through a decoder, which has no offsets.
  var located: FieldFault?
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
