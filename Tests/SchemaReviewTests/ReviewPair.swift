import CallbackSchema
import Foundation
import SchemaReview
import SchemaSource
import SwiftGeneration
import TestSupport
import Testing

/// The two states in `Tests/Review/RULE`, which differ by a change under the rule and by nothing else.
struct ReviewPair: CustomTestStringConvertible, Sendable {
  var rule: ReviewRule
  var before: Service
  var after: Service

  var testDescription: String { rule.id }

  var review: Review { Review(before, after) }

  /// The Swift namespace of the old state.
  var namespace: String { SwiftInterface(of: before)["service"]?.symbol ?? "" }

  /// The rules that always come with another one: a value is reused only if its old meaning has another value.
  private static let companions = [
    "event-reused": "event-id-changed", "code-reused": "code-moved", "bit-reused": "bit-moved",
    "object-replaced": "field-added", "time-unit-accepted": "reading-added",
    "alias-reassigned": "leniency-removed",
  ]

  /// The rule, and the one that it always comes with.
  var rules: [ReviewRule] {
    [rule] + ReviewRule.all.filter { $0.id == Self.companions[rule.id] }
  }

  /// The most severe source verdict of the rules.
  var source: SourceVerdict {
    let verdicts = rules.map(\.source)
    return verdicts.contains(.breaks) ? .breaks : verdicts.contains(.warning) ? .warning : .safe
  }

  /// The findings under the wire verdicts of the rules; nil if one of them breaks the wire.
  var findings: Set<String>? {
    var found: Set<String> = []
    for rule in rules {
      switch rule.wire {
      case .safe: break
      case .ignores(let finding), .degrades(let finding): found.insert(finding)
      case .breaks: return nil
      }
    }
    return found
  }

  /// All pairs; the rules of added and removed services have one state only and no pair.
  static let all: [ReviewPair] = {
    ReviewRule.all.compactMap { rule in
      guard let before = load(rule.id, "before"), let after = load(rule.id, "after") else {
        return nil
      }
      return ReviewPair(rule: rule, before: before, after: after)
    }
  }()

  /// A state of a pair; nil if there is none. Records an issue for each diagnostic.
  static func load(_ rule: String, _ side: String) -> Service? {
    let path = "Tests/Review/\(rule)/\(side).yaml"
    guard let text = try? Repository.text(path) else { return nil }
    var diagnostics = Diagnostics()
    let service = service(text, path: path, into: &diagnostics)
    // Some pairs are about a table that nothing uses.
    for diagnostic in diagnostics.all where diagnostic.code != .unusedName {
      Issue.record("\(path): \(diagnostic.message)")
    }
    return service
  }

  /// A service of one file, whose folder has the name of the service.
  static func service(
    _ text: String, path: String, into diagnostics: inout Diagnostics
  ) -> Service? {
    let line = text.split(separator: "\n").first { $0.hasPrefix("  name: ") }
    let name = line.map { String($0.dropFirst("  name: ".count)) } ?? ""
    return SchemaLoader.load(
      [SourceFile(path: path, bytes: [UInt8](text.utf8))], folder: name, into: &diagnostics)
  }

  /// The generated Swift of a state.
  static func swift(_ service: Service) -> String {
    var diagnostics = Diagnostics()
    let files = SwiftGenerator.generate(service, into: &diagnostics)
    for diagnostic in diagnostics.all { Issue.record("\(service.name): \(diagnostic.message)") }
    return files.map(\.text).joined(separator: "\n")
  }
}
