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
  private(set) var changes: [Change] = []

  init(_ old: Service, _ new: Service, isOfEditions: Bool) {
    self.old = old
    self.new = new
    self.isOfEditions = isOfEditions
    matching = Matching(old, new)
    interfaces = (SwiftInterface(of: old), SwiftInterface(of: new))
    uses = (NameUses(old), NameUses(new))
  }

  mutating func run() {
    compareService()
    compareDelivery()
    compareEvents()
    compareObjects()
    compareTables()
    compareFormats()
    recogniseMoves()
  }

  /// One thing in both states, as far as it is there.
  struct Spot {
    /// The path in the old state; in the new one for what was added.
    var path: String
    /// The path in the new state, where something around it was renamed.
    var newPath: String
    var events: [String] = []
    /// The thing's place in a body, for samples; nil where it has none.
    var wire: String?
    /// What is around it in the new state.
    var anchor: SourceRange?

    /// What it is called, without what it lies in.
    var name: String { path.split(separator: ".").last.map(String.init) ?? path }

    func below(_ name: String, newName: String? = nil, isOnWire: Bool = true) -> Spot {
      Spot(
        path: "\(path).\(name)", newPath: "\(newPath).\(newName ?? name)", events: events,
        wire: isOnWire ? name : wire, anchor: anchor)
    }

    /// The same spot, inside something of the new state.
    func inside(_ range: SourceRange) -> Spot {
      var spot = self
      spot.anchor = range
      return spot
    }
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
        rule: rule, path: spot.path, message: message,
        old: side(old, uses.old.declaration(at: spot.path, in: interfaces.old), samples.old),
        new: side(new, uses.new.declaration(at: spot.newPath, in: interfaces.new), samples.new),
        anchor: new?.range ?? spot.anchor ?? self.new.range, events: spot.events))
  }

  /// Puts a field that went from one place of an event or object to another in one change.
  private mutating func recogniseMoves() {
    let removals: [ReviewRule] = [.fieldRemoved, .optionalFieldRemoved, .requiredFieldRemoved]
    let additions: [ReviewRule] = [.fieldAdded, .requiredFieldAdded]
    for place in changes.indices where removals.contains(changes[place].rule) {
      let gone = changes[place]
      let name = gone.path.split(separator: ".").last
      let target = changes.firstIndex { come in
        additions.contains(come.rule) && come.groupPath == gone.groupPath
          && come.path.split(separator: ".").last == name && come.new?.text == gone.old?.text
      }
      guard let target else { continue }
      changes[place].rule = .fieldMoved
      changes[place].new = changes[target].new
      changes[place].anchor = changes[target].anchor
      changes[place].message = "\(gone.path) is \(changes[target].path)"
      // Marked, to keep the places of the others.
      changes[target].rule = .fieldMoved
      changes[target].old = nil
    }
    changes.removeAll { $0.rule == .fieldMoved && $0.old == nil }
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

  /// Notes a difference in who is written to document a thing, among the editions that both states know.
  mutating func compareTestimony(
    _ first: Testimony, _ second: Testimony, at spot: Spot, _ ranges: Ranges
  ) {
    guard !isOfEditions else { return }
    let common = Set(old.editions.map(\.name)).intersection(new.editions.map(\.name))
    let gone = Set(old.editions.map(\.name)).symmetricDifference(new.editions.map(\.name))
    func names(_ testimony: Testimony, _ service: Service) -> [String] {
      service.names(of: testimony.editions).filter(common.contains).sorted()
        + testimony.sources.filter { $0.part != nil }.map(\.text).filter { text in
          !gone.contains { text.hasPrefix($0 + " ") }
        }.sorted()
    }
    // What nobody wrote follows from what is around it, and is told there.
    guard !first.sources.isEmpty || !second.sources.isEmpty else { return }
    let (before, after) = (names(first, old), names(second, new))
    guard before != after else { return }
    note(
      .testimonyChanged, at: spot,
      "\(spot.name) is documented by \(list(after)), before by \(list(before))",
      old: (list(before), ranges.old), new: (list(after), ranges.new))
  }

  func list(_ words: [String]) -> String {
    words.isEmpty ? "nobody" : words.joined(separator: ", ")
  }
}
