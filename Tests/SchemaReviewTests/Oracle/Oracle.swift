import Dispatch
import Foundation
import PayloadValidation
import Synchronization

@testable import SchemaReview

/// Decides by trial what the verdicts of a change must be.
enum Oracle {
  /// A state before and after a change, with the changes of the review and what trial says.
  struct Trial {
    let old: OracleState
    let new: OracleState
    let changes: [Change]
    /// The new bodies with the old code, and the old bodies with the new code.
    let wire, history: OracleEffect
  }

  /// The number of pairs that a test draws; the long campaign sets more.
  static func count(standard: Int) -> Int {
    ProcessInfo.processInfo.environment["CALLBACKGEN_PAIRS"].flatMap { Int($0) } ?? standard
  }

  /// All pairs of different states. A field with readings is compared with the same field without: together with another type
  /// they are two changes.
  static func pairs(of states: [OracleState]) -> [(OracleState, OracleState)] {
    states.flatMap { old in
      states.filter { new in
        let isReading = old.field.hasReadings || new.field.hasReadings
        return new !== old
          && (!isReading || old.field.withoutReadings == new.field.withoutReadings)
      }.map { (old, $0) }
    }
  }

  /// Some of the pairs, the same for a seed in every run.
  static func drawn<Element>(_ all: [Element], _ count: Int, seed: UInt64) -> [Element] {
    var generator = SeededGenerator(seed: seed)
    return Array(all.shuffled(using: &generator).prefix(count))
  }

  /// Reviews the changes, and reads the bodies of each state with the code of the other.
  static func trials(_ pairs: [(OracleState, OracleState)]) -> [Trial] {
    let found = Mutex<[(Int, Trial)]>([])
    let parts = 8
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      for place in stride(from: part, to: pairs.count, by: parts) {
        let (old, new) = pairs[place]
        let changes = Comparison.changes(
          Comparison(
            old.service, new.service, isOfEditions: false, usage: (old.usage, new.usage),
            validators: StateValidators(.init(old.validator), .init(new.validator))))
        let trial = Trial(
          old: old, new: new, changes: changes,
          wire: OracleEffect(new, readBy: old) { isSent($0, new, old, new.documented[$0]) },
          history: OracleEffect(old, readBy: new) {
            isSent($0, old, new, old.readings[$0].isAccepted && !old.readings[$0].isAltered)
          })
        found.withLock { $0.append((place, trial)) }
      }
    }
    return found.withLock { $0 }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Whether a state sends a body that the code of the other one reads; nil for one that the schema leaves open.
  private static func isSent(
    _ place: Int, _ sender: OracleState, _ code: OracleState, _ isDescribed: Bool
  ) -> Bool? {
    let (body, reading) = (sender.readings[place], code.readings[place])
    // A field that is no longer required may be absent.
    let mayLack = code.field.isVital && !sender.field.isRequired && body.findings == ["missing"]
    guard isDescribed || mayLack && !body.isLost else { return false }
    // A condition takes an empty string as absent.
    if sender.field.hasCondition || code.field.hasCondition, body.isBlank { return nil }
    // An object that only the code knows by its member is not sent, as a code that is removed.
    guard let selected = body.selected, sender.field.isChoice, code.field.isChoice else {
      return true
    }
    return reading.selected == selected
  }

  /// The contradictions between the verdicts and what trial says, the shortest pairs first.
  static func contradictions(
    _ trials: [Trial], _ bodies: [String], _ verdicts: OracleVerdicts = OracleVerdicts()
  ) -> [String] {
    let found = trials.flatMap { trial -> [String] in
      let claims = [
        ("wire", OracleClaim(trial.changes, verdicts), trial.wire),
        ("history", OracleClaim(history: trial.changes, verdicts), trial.history),
      ]
      return claims.flatMap { name, claim, effect in
        claim.contradictions(effect).map { what, place in
          let body = place.map { " " + bodies[$0] } ?? ""
          return "\(name) \(what): \(trial.old.field) -> \(trial.new.field): \(claim)\(body)"
        }
      }
    }
    return found.sorted { ($0.count, $0) < ($1.count, $1) }
  }
}
