/// What few bodies make a reader note: kept apart, so that the reader of all others stays small.
final class ReaderSideState {
  /// The findings, as they came.
  var notes: [Note] = []
  /// Fields that can't be nil and were null, by the depth of their object.
  var nulls: [(depth: Int, fields: UInt64)] = []
  /// The member that a `.missing` fault is about.
  var missing: String?
  /// The fault inside a text that is itself JSON.
  var inner: CallbackDecodingError?
  /// Members of the innermost object that no schema knows, until they are taken.
  var unknown: [RawJSON.Member] = []
  /// The path of the object that an absent reader stands for.
  var prefix = ""
}

/// A finding without its path, which is found for all of them in one walk.
struct Note {
  var offset: Int
  var rule: Finding.Rule
  var severity: Finding.Severity
  var message: String
  /// What to put behind the path of `offset`.
  var member = ""
}

extension _JSONReader {
  /// The sideState, made when it is first needed.
  mutating func madeSideState() -> ReaderSideState {
    if let sideState { return sideState }
    let made = ReaderSideState()
    sideState = made
    return made
  }

  /// Keeps a finding, if they are asked for.
  @inline(never)
  mutating func note(
    _ rule: Finding.Rule, _ severity: Finding.Severity, at offset: Int,
    _ message: @autoclosure () -> String, member: String = ""
  ) {
    guard isCollecting, failed == .none else { return }
    madeSideState().notes.append(
      Note(offset: offset, rule: rule, severity: severity, message: message(), member: member))
  }
}
