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
      for finding in reading.findings.subtracting(bodies.readings[place].findings) {
        if findings[finding] == nil {
          findings[finding] = place
          if reading.inner.contains(finding) { inner.insert(finding) }
        } else if !reading.inner.contains(finding) {
          inner.remove(finding)
        }
      }
      guard misread == nil, reading.findings.isEmpty else { continue }
      let isOther = bodies.readings[place].meanings.contains { path, meaning in
        reading.meanings[path].map { $0 != meaning && $0.isComparable(with: meaning) } ?? false
      }
      if isOther { misread = place }
    }
  }
}

/// What the changes of a review say together.
struct OracleClaim: CustomStringConvertible {
  var breaks = false
  var findings: Set<String> = []
  var hasOtherMeaning = false
  var rules: [String]

  /// What the wire verdicts of some changes say.
  init(_ changes: [Change], _ verdict: (ReviewRule) -> WireVerdict) {
    rules = changes.map(\.rule.id)
    hasOtherMeaning = changes.contains { $0.rule.meaning == .changed }
    for verdict in changes.map({ verdict($0.rule) }) {
      if verdict == .breaks { breaks = true }
      if let finding = verdict.finding { findings.insert(finding) }
    }
  }

  /// What the history verdicts of some changes say.
  init(history changes: [Change]) {
    rules = changes.map { "\($0.rule.id): \($0.history.text)" }
    hasOtherMeaning = changes.contains { $0.rule.meaning == .changed }
    for verdict in changes.map(\.history) {
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
  func contradictions(_ effect: OracleEffect) -> [(String, Int?)] {
    var found: [(String, Int?)] = []
    if let lost = effect.lost, !breaks { found.append(("loses a body", lost)) }
    if breaks, effect.lost == nil { found.append(("loses no body", nil)) }
    if !breaks {
      let implied = implied(by: effect)
      for (finding, place) in effect.findings.sorted(by: { $0.key < $1.key })
      where !findings.contains(finding) && !implied.contains(finding) {
        found.append(("finds \(finding)", place))
      }
      for finding in findings.sorted()
      where effect.findings[finding] == nil && !effect.possible.contains(finding)
        && !(finding == "unit" && effect.findings["other-unit"] != nil)
      {
        found.append(("never finds \(finding)", nil))
      }
    }
    if let misread = effect.misread, !hasOtherMeaning { found.append(("misreads a body", misread)) }
    return found
  }
}
