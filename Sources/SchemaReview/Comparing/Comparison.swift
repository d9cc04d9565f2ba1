import CallbackSchema
import SchemaSource
import SwiftGeneration

/// Compares two states of a service, thing by thing, and notes what is different.
struct Comparison {
  let old: Service
  let new: Service
  /// Two editions of one service are compared: who documents what is the question, not an answer.
  let isOfEditions: Bool
  let matching: Matching
  let interfaces: (old: SwiftInterface, new: SwiftInterface)
  let uses: (old: NameUses, new: NameUses)
  var changes: [Change] = []
  /// Pairs of named types whose contents were compared, or are being compared: they may hold themselves.
  var comparedTypes: Set<[String]> = []
  /// Fields that went and fields that came, to be told as moved.
  var moves = FieldMoves()
  /// The new paths of the envelope's members, by their old ones, where they are spelt otherwise.
  var envelopeRenames: [String: String] = [:]

  init(_ old: Service, _ new: Service, isOfEditions: Bool) {
    self.old = old
    self.new = new
    self.isOfEditions = isOfEditions
    matching = Matching(old, new)
    interfaces = (SwiftInterface(of: old), SwiftInterface(of: new))
    uses = (NameUses(old), NameUses(new))
  }

  mutating func run() {
    envelopeRenames = Matching.renames(old.envelope, new.envelope)
    compareService()
    compareDelivery()
    compareEvents()
    compareObjects()
    compareTables()
    compareFormats()
    recogniseMoves()
  }

  /// The Swift names of a thing, old and new, without what they lie in; nil for what has no declaration.
  func swiftNames(at spot: Spot) -> (old: String?, new: String?) {
    func name(_ declaration: SwiftInterface.Declaration?) -> String? {
      declaration?.symbol.split(separator: ".").last.map(String.init)
    }
    return (
      name(uses.old.declaration(at: spot.path, in: interfaces.old)),
      name(uses.new.declaration(at: spot.newPath, in: interfaces.new))
    )
  }

  /// What is said of one side: where, and in which words.
  typealias Saying = (text: String, range: SourceRange)

  mutating func note(
    _ rule: ReviewRule, at spot: Spot, _ message: String, old: Saying?, new: Saying?,
    samples: (old: String?, new: String?) = (nil, nil)
  ) {
    func side(
      _ saying: Saying?, _ declaration: SwiftInterface.Declaration?, _ sample: String?
    ) -> Change.Side? {
      saying.map {
        Change.Side(
          text: $0.text, range: $0.range, declaration: declaration, sample: sample)
      }
    }
    changes.append(
      Change(
        rule: rule, service: self.new.name, group: spot.group, path: spot.path, message: message,
        old: side(old, uses.old.declaration(at: spot.path, in: interfaces.old), samples.old),
        new: side(new, uses.new.declaration(at: spot.newPath, in: interfaces.new), samples.new),
        anchor: new?.range ?? spot.anchor ?? self.new.range, events: spot.events))
  }

  /// Notes a difference in words that change nothing else.
  mutating func compareWords(
    _ what: String, _ first: String?, _ second: String?, at spot: Spot, _ ranges: Ranges
  ) {
    guard first != second else { return }
    note(
      .wordsChanged, at: spot,
      "\(what) of \(spot.name) \(first == nil ? "added" : second == nil ? "removed" : "changed")",
      old: (first ?? "", ranges.old), new: (second ?? "", ranges.new))
  }

  typealias Ranges = (old: SourceRange, new: SourceRange)

  func list(_ words: [String]) -> String {
    words.isEmpty ? "nobody" : words.joined(separator: ", ")
  }
}
