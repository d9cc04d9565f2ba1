import CallbackSchema
import Foundation
import SchemaReview
import SchemaSource
import SwiftGeneration
import TestSupport
import Testing

/// A state before and one after, under `Tests/Review/RULE`, that differ in what the rule is about and in nothing else.
struct ReviewPair: CustomTestStringConvertible, Sendable {
  var rule: ReviewRule
  var before: Service
  var after: Service

  var testDescription: String { rule.id }

  var review: Review { Review(before, after) }

  /// The Swift type that holds those of the state before.
  var namespace: String { SwiftInterface(of: before)["service"]?.symbol ?? "" }

  /// What cannot change alone: a code is free for another meaning only when its own went elsewhere.
  private static let companions = [
    "event-reused": "event-id-changed", "code-reused": "code-moved", "bit-reused": "bit-moved",
    "time-unit-read": "reading-added", "spelling-taken": "leniency-removed",
  ]

  /// The rule, and the one that it always comes with, if there is one.
  var rules: [ReviewRule] {
    [rule] + [Self.companions[rule.id].flatMap(ReviewRule.rule)].compactMap { $0 }
  }

  /// The graver of the verdicts of its rules.
  var source: SourceVerdict {
    let verdicts = rules.map(\.source)
    return verdicts.contains(.breaks) ? .breaks : verdicts.contains(.warning) ? .warning : .safe
  }

  /// The findings that its rules tell of; nil where one of them breaks the wire.
  var findings: Set<String>? {
    var found: Set<String> = []
    for rule in rules {
      switch rule.wire {
      case .safe: break
      case .degrades(let finding): found.insert(finding)
      case .breaks: return nil
      }
    }
    return found
  }

  /// Every pair; the rules for whole services have one side alone and are not among them.
  static let all: [ReviewPair] = {
    ReviewRule.all.compactMap { rule in
      guard let before = load(rule.id, "before"), let after = load(rule.id, "after") else {
        return nil
      }
      return ReviewPair(rule: rule, before: before, after: after)
    }
  }()

  /// A side of a pair; nil where there is none. What is wrong with it fails the test that asks.
  static func load(_ rule: String, _ side: String) -> Service? {
    let path = "Tests/Review/\(rule)/\(side).yaml"
    guard let text = try? Repository.text(path) else { return nil }
    var diagnostics = Diagnostics()
    let service = service(text, path: path, into: &diagnostics)
    // That nothing uses a table is what some pairs are about.
    for diagnostic in diagnostics.all where diagnostic.code != .unusedName {
      Issue.record("\(path): \(diagnostic.message)")
    }
    return service
  }

  /// A service of one file, whose folder is called as the file says.
  static func service(
    _ text: String, path: String, into diagnostics: inout Diagnostics
  ) -> Service? {
    let line = text.split(separator: "\n").first { $0.hasPrefix("  name: ") }
    let name = line.map { String($0.dropFirst("  name: ".count)) } ?? ""
    return SchemaLoader.load(
      [SourceFile(path: path, bytes: [UInt8](text.utf8))], folder: name, into: &diagnostics)
  }

  /// The Swift of a state, in one text.
  static func swift(_ service: Service) -> String {
    var diagnostics = Diagnostics()
    let files = SwiftGenerator.generate(service, into: &diagnostics)
    for diagnostic in diagnostics.all { Issue.record("\(service.name): \(diagnostic.message)") }
    return files.map(\.text).joined(separator: "\n")
  }
}
