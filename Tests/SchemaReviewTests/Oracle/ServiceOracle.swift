import Dispatch
import Foundation
import Synchronization

@testable import PayloadValidation
@testable import SchemaReview

/// Decides by trial what the verdicts of changes of services, events, tables and objects must be.
enum ServiceOracle {
  /// A state before and after a change, with the changes of the review and what trial says.
  struct Trial {
    let old: ServiceState
    let new: ServiceState
    let changes: [Change]
    /// Whether each effect that is claimed has to occur. Of two changes one may remove what the other affects. A member that `only`
    /// names has no other values in bodies of the product.
    let isStrict: Bool
    /// The new bodies with the old code, and the old bodies with the new code.
    let wire, history: OracleEffect

    init(_ old: ServiceState, _ new: ServiceState) {
      (self.old, self.new) = (old, new)
      changes = Comparison.changes(
        Comparison(
          old.service, new.service, isOfEditions: false, usage: (old.usage, new.usage),
          validators: StateValidators(.init(old.validator), .init(new.validator)))
      ).filter(\.rule.isAboutBodies)
      let guarded = (old.service.guards + new.service.guards).map {
        "envelope.\($0.path.value.joined(separator: "."))"
      }
      isStrict =
        (old.isUnchanged || new.isUnchanged) && !changes.contains { guarded.contains($0.path) }
      wire = OracleEffect(new, readBy: old, sendsAccepted: false)
      history = OracleEffect(old, readBy: new, sendsAccepted: true)
    }

    /// How trial contradicts the verdicts, each with a body that shows it.
    func contradictions(_ verdicts: OracleVerdicts = OracleVerdicts()) -> [String] {
      let sides = [
        ("wire", OracleClaim(changes, verdicts), wire, new),
        ("history", OracleClaim(history: changes, verdicts), history, old),
      ]
      return sides.flatMap { name, claim, effect, sender in
        claim.contradictions(effect, isStrict: isStrict).map { what, place in
          let body = place.map { " " + String(decoding: sender.bodies[$0].bytes, as: UTF8.self) }
          return "\(name) \(what): \(old.name) -> \(new.name): \(claim)\(body ?? "")"
        }
      }
    }
  }

  /// Reviews all changes between some states, and tries their bodies.
  static func trials(_ pairs: [(ServiceState, ServiceState)]) -> [Trial] {
    let found = Mutex<[(Int, Trial)]>([])
    let parts = 8
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      for place in stride(from: part, to: pairs.count, by: parts) {
        let trial = Trial(pairs[place].0, pairs[place].1)
        found.withLock { $0.append((place, trial)) }
      }
    }
    return found.withLock { $0 }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// All pairs of different states.
  static func pairs(of states: [ServiceState]) -> [(ServiceState, ServiceState)] {
    states.flatMap { old in states.filter { $0 !== old }.map { (old, $0) } }
  }

  /// Services that differ from one that is drawn with a seed in one change each, the unchanged one first. Pairs of the others differ
  /// in two changes.
  static func states(seed: UInt64, changes count: Int) -> [ServiceState] {
    var generator = SeededGenerator(seed: seed)
    let base = DrawnService(using: &generator)
    guard let service = base.service else { return [] }
    var states = [ServiceState("seed \(seed)", service, schema: base.schema)]
    for change in ServiceChange.all.shuffled(using: &generator) where states.count <= count {
      var changed = base
      // Two changes introduce different names.
      changed.names += 100 * states.count
      change.apply(&changed, &generator)
      // The language does not allow every change of every service.
      guard changed.schema != base.schema, let service = changed.service else { continue }
      states.append(
        ServiceState("seed \(seed): \(change.name)", service, schema: changed.schema))
    }
    return states
  }
}
