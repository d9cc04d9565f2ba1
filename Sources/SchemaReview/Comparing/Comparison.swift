import CallbackSchema
import PayloadValidation
import SchemaSource
import SwiftGeneration

/// The comparison of two states of a service, which collects their differences.
struct Comparison {
  let old: Service
  let new: Service
  /// Whether both states are editions of one service, so that provenance does not count.
  let isOfEditions: Bool
  /// Whether bodies that the new state accepts, and no source documents, are sent too.
  let sendsAccepted: Bool
  let matching: ElementMatching
  let usage: (old: TypeUsage, new: TypeUsage)
  var changes: [Change] = []
  /// The pairs of named types whose contents are compared already; types may be recursive.
  var comparedTypes: Set<[String]> = []
  /// The removed and the added fields, among which moved fields are found.
  var moves = FieldMoves()
  /// The readers of values of both states.
  let validators: StateValidators
  /// The new paths of the envelope's renamed members, by their old paths.
  let envelopeRenames: [String: String]
  /// What is looked up in both states.
  let index: (old: StateIndex, new: StateIndex)
  /// The names of the objects that are protocols in both states.
  let protocols: [(old: String, new: String)]
  /// The JSON samples of both states.
  let samples: (old: WireSample, new: WireSample)

  /// - Parameters:
  ///   - usage: the types that both states use, for callers that compare a state with several others.
  ///   - validators: the readers of both states, for the same callers.
  init(
    _ old: Service, _ new: Service, isOfEditions: Bool, sendsAccepted: Bool = false,
    usage: (old: TypeUsage, new: TypeUsage)? = nil, validators: StateValidators? = nil,
    index: (old: StateIndex, new: StateIndex)? = nil
  ) {
    self.old = old
    self.new = new
    self.isOfEditions = isOfEditions
    self.sendsAccepted = sendsAccepted
    matching = ElementMatching(old, new)
    self.usage = usage ?? (TypeUsage(old), TypeUsage(new))
    self.validators = validators ?? StateValidators(.init(old), .init(new))
    envelopeRenames = FieldMatching.renames(old.envelope, new.envelope)
    self.index = index ?? (StateIndex(old), StateIndex(new))
    protocols = matching.protocols(old, new)
    samples = (WireSample(old), WireSample(new))
  }

  /// The changes, with what the new code does with bodies of the old state.
  static func changes(_ forward: Comparison) -> [Change] {
    var forward = forward
    forward.run()
    // The effect of old bodies on new code is that of the opposite change.
    var backward = Comparison(
      forward.new, forward.old, isOfEditions: forward.isOfEditions, sendsAccepted: true,
      usage: (forward.usage.new, forward.usage.old), validators: forward.validators.swapped,
      index: (forward.index.new, forward.index.old))
    backward.run()
    discard(forward.usage.old)
    discard(forward.usage.new)
    return HistoryMatching.changes(forward.changes, backward.changes)
  }

  mutating func run() {
    compareService()
    compareDelivery()
    compareEvents()
    compareObjects()
    compareTables()
    compareTextFormats()
    mergeMoves()
    mergeRenames()
  }

  /// The unqualified Swift names of an element; nil in a state in which it has no declaration.
  func swiftNames(at element: ComparedElement) -> (old: String?, new: String?) {
    func name(_ declaration: SwiftInterface.Declaration?) -> String? {
      declaration.map { SwiftInterface.name(in: $0.symbol) }
    }
    return (
      name(usage.old.declaration(at: element.path)),
      name(usage.new.declaration(at: element.newPath))
    )
  }

  /// A statement of one state and its range.
  typealias Excerpt = (text: String, range: SourceRange)

  /// The ranges of an element in both states.
  typealias Ranges = (old: SourceRange, new: SourceRange)

  /// Adds a change.
  ///
  /// - Parameter content: what else the schema states about the element, which a fingerprint covers.
  mutating func note(
    _ rule: ReviewRule, at element: ComparedElement, _ message: String, old: Excerpt?,
    new: Excerpt?, samples: (old: String?, new: String?) = (nil, nil), content: [String] = []
  ) {
    func side(
      _ excerpt: Excerpt?, _ declaration: SwiftInterface.Declaration?, _ sample: String?
    ) -> Change.Side? {
      excerpt.map {
        Change.Side(text: $0.text, range: $0.range, declaration: declaration, sample: sample)
      }
    }
    changes.append(
      Change(
        rule: rule, service: self.new.name, group: element.group, path: element.path,
        message: message,
        old: side(old, usage.old.declaration(at: element.path), samples.old),
        new: side(new, usage.new.declaration(at: element.newPath), samples.new),
        annotationRange: new?.range ?? element.enclosingRange ?? self.new.range,
        events: element.events, newPath: element.newPath, content: content))
  }

  /// Adds a change of a statement, with a message such as `unit of duration: ms, previously s`.
  mutating func noteChange(
    _ rule: ReviewRule, of what: String, at element: ComparedElement, _ old: Excerpt,
    _ new: Excerpt, samples: (old: String?, new: String?) = (nil, nil), content: [String] = []
  ) {
    note(
      rule, at: element, "\(what): \(new.text), previously \(old.text)", old: old, new: new,
      samples: samples, content: content)
  }

  /// Adds a change of a statement, if it is not the same in both states.
  mutating func compareStatement(
    _ rule: ReviewRule, of what: String, at element: ComparedElement,
    _ texts: (old: String, new: String), _ ranges: Ranges
  ) {
    guard texts.old != texts.new else { return }
    noteChange(rule, of: what, at: element, (texts.old, ranges.old), (texts.new, ranges.new))
  }

  /// The samples of a field in both states.
  func samples(_ first: Field, _ second: Field) -> (old: String?, new: String?) {
    (samples.old.member(first), samples.new.member(second))
  }
}
