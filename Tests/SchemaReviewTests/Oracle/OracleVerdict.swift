@testable import SchemaReview

/// What trial says about the code of one state and the bodies of another.
struct OracleEffect {
  /// The place of a body whose event or whose value is lost.
  var lost: Int?
  /// The places of a body for each finding.
  var findings: [String: Int] = [:]
  /// The findings of bodies that the schema leaves open.
  var possible: Set<String> = []
  /// The findings inside of the field's value, and at no other place.
  var inner: Set<String> = []
  /// The place of a body that is read without a finding, and means something else.
  var misread: Int?

  /// Adds what code that reads a body reports, and not the code of the state that sends it.
  ///
  /// - Parameter inner: the findings inside of the value that the states differ in, and at no other place.
  mutating func add(_ rules: Set<String>, inner: Set<String> = [], at place: Int) {
    for finding in rules {
      if findings[finding] == nil {
        findings[finding] = place
        if inner.contains(finding) { self.inner.insert(finding) }
      } else if !inner.contains(finding) {
        self.inner.remove(finding)
      }
    }
  }
}

extension OracleEffect {
  /// Reads the bodies of one state with the code of another.
  ///
  /// - Parameter isSent: whether the state sends a body; nil for one that the schema leaves open.
  init(_ bodies: OracleState, readBy code: OracleState, where isSent: (Int) -> Bool?) {
    for place in bodies.readings.indices {
      let isSent = isSent(place)
      guard isSent != false else { continue }
      let reading = code.readings[place]
      guard isSent == true else {
        possible.formUnion(reading.findings)
        continue
      }
      if reading.isLost || reading.isAltered {
        lost = lost ?? place
        continue
      }
      // What both states report is no effect of the change.
      add(
        reading.findings.subtracting(bodies.readings[place].findings), inner: reading.inner,
        at: place)
      guard misread == nil, reading.findings.isEmpty else { continue }
      let isOther = bodies.readings[place].meanings.contains { path, meaning in
        reading.meanings[path].map { $0.contradicts(meaning) } ?? false
      }
      if isOther { misread = place }
    }
  }
}

/// The verdicts of changes: those of the review, or wrong ones that a test plants.
struct OracleVerdicts {
  var wire: (ReviewRule) -> WireVerdict = \.wire
  var history: (Change) -> HistoryVerdict = \.history
  var meaning: (ReviewRule) -> MeaningVerdict = \.meaning
}

/// What the changes of a review say together.
struct OracleClaim: CustomStringConvertible {
  var breaks = false
  var findings: Set<String> = []
  var hasOtherMeaning = false
  /// Whether no change breaks but of a field that perhaps has another name or another place.
  var isOnlyRenamed: Bool
  var rules: [String]

  /// What the wire verdicts of some changes say.
  init(_ changes: [Change], _ verdicts: OracleVerdicts) {
    rules = changes.map(\.rule.id)
    isOnlyRenamed = changes.allSatisfy { verdicts.wire($0.rule) != .breaks || $0.rule.isSuspicion }
    hasOtherMeaning = changes.contains { verdicts.meaning($0.rule) == .changed }
    for verdict in changes.map({ verdicts.wire($0.rule) }) {
      if verdict == .breaks { breaks = true }
      if let finding = verdict.finding { findings.insert(finding) }
    }
  }

  /// What the history verdicts of some changes say.
  init(history changes: [Change], _ verdicts: OracleVerdicts) {
    rules = changes.map { "\($0.rule.id): \(verdicts.history($0).text)" }
    isOnlyRenamed = changes.allSatisfy { change in
      verdicts.history(change).level != .breaks || changes.contains { $0.rule.isSuspicion }
    }
    hasOtherMeaning = changes.contains { verdicts.meaning($0.rule) == .changed }
    for verdict in changes.map(verdicts.history) {
      if verdict.level == .breaks { breaks = true }
      findings.formUnion(verdict.findings)
    }
  }

  var description: String {
    let verdict = breaks ? "breaks" : findings.isEmpty ? "safe" : "degrades \(findings.sorted())"
    return "\(verdict)\(hasOtherMeaning ? ", meaning changed" : "") \(rules)"
  }

  /// The findings that come with one that is claimed.
  private func implied(by effect: OracleEffect) -> Set<String> {
    var implied: Set<String> = []
    // A value that cannot be read, or is null, is missing too.
    if !findings.isDisjoint(with: ["wrong-type", "null"]) { implied.insert("missing") }
    // Of another JSON type some values may be read, and some values inside.
    if findings.contains("wrong-type") { implied.formUnion(effect.inner.union(["other-type"])) }
    // Without members of the old object there may be others, and some of them are null.
    if findings.contains("missing") { implied.formUnion(effect.inner) }
    // Under another condition the field may be absent where it was expected.
    if findings.contains("condition") { implied.insert("missing") }
    // Some of the times in another unit are converted.
    if findings.contains("unit") { implied.insert("other-unit") }
    return implied
  }

  /// How trial contradicts the claim; the place of a body that shows it.
  ///
  /// - Parameter isStrict: whether each effect that is claimed occurs. Of two changes one may remove what the other affects.
  func contradictions(_ effect: OracleEffect, isStrict: Bool = true) -> [(String, Int?)] {
    var found: [(String, Int?)] = []
    if let lost = effect.lost, !breaks { found.append(("loses a body", lost)) }
    // Nothing in the schemas shows whether a member that is unknown is one that was removed.
    let mayBeRenamed = isOnlyRenamed && effect.findings["unknown-field"] != nil
    if isStrict, breaks, effect.lost == nil, !mayBeRenamed { found.append(("loses no body", nil)) }
    if !breaks {
      let implied = implied(by: effect)
      for (finding, place) in effect.findings.sorted(by: { $0.key < $1.key })
      where !findings.contains(finding) && !implied.contains(finding) {
        found.append(("finds \(finding)", place))
      }
      for finding in findings.sorted()
      where isStrict && effect.findings[finding] == nil && !effect.possible.contains(finding)
        && !(finding == "unit" && effect.findings["other-unit"] != nil)
      {
        found.append(("never finds \(finding)", nil))
      }
    }
    if let misread = effect.misread, !hasOtherMeaning { found.append(("misreads a body", misread)) }
    return found
  }
}

extension ReviewRule {
  /// Whether the rule takes a removed and an added field for the same one.
  fileprivate var isSuspicion: Bool { [.fieldPerhapsRenamed, .fieldMoved].contains(self) }
}

extension WireVerdict {
  /// The verdict that is wrong whatever this one says.
  var flipped: WireVerdict { self == .breaks ? .safe : .breaks }
}

extension HistoryVerdict {
  /// A verdict that breaks, or one that is safe.
  static func planted(breaks: Bool) -> HistoryVerdict {
    var verdict = HistoryVerdict.safe
    if breaks { verdict.add(.breaks) }
    return verdict
  }
}
