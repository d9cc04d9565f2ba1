public import SchemaSource

/// A documented state of a service: a page at a date, a version of an API, or a page on what all states have in common.
public struct Edition: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A page. Pages describe the same API and may contradict each other.
    case page
    /// A version of an API. Differences between versions are no contradictions.
    case version
    /// A public page that documents facts of all editions, such as signatures, and is not transcribed as a whole.
    case elsewhere
  }

  public var name: String
  public var kind: Kind
  public var title: String?
  public var date: String?
  public var url: String?
  /// Whether the edition documents only a part of the service: absence from it is not a statement.
  public var isPartial: Bool
  public var range: SourceRange

  /// Whether absence from the edition is a statement.
  public var isFull: Bool { !isPartial && kind != .elsewhere }
}

/// The source of a statement: editions, a part of an edition, or `example`, `prose`, `table` or `traffic`.
public struct Source: Hashable, Sendable {
  public enum Part: String, Hashable, Sendable, CaseIterable {
    case example, prose, table, traffic
  }

  /// The indices of the editions in the service; empty for `example`, `prose`, `table` or `traffic` alone.
  public var editions: [Int]
  /// The part of the editions, such as their examples. Absence from a part is not a statement.
  public var part: Part?
  /// The notation of the schema, such as `zh example` or `2022-06-01...`.
  public var text: String
  public var range: SourceRange

  /// Whether an edition as a whole, not a part of it, is among the sources.
  package func isEdition(_ place: Int) -> Bool { part == nil && editions.contains(place) }
}

/// A set of editions, by index in the service.
public struct EditionSet: OptionSet, Hashable, Sendable {
  public let rawValue: UInt64
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The maximum number of editions of a service, which the loader enforces.
  public static let capacity = 64

  /// The set of one edition.
  public init(edition: Int) { self.init(rawValue: 1 << UInt64(edition)) }

  public func contains(edition: Int) -> Bool { contains(EditionSet(edition: edition)) }

  /// The indices of the editions, ascending.
  public var places: [Int] {
    var places: [Int] = []
    var rest = rawValue
    while rest != 0 {
      places.append(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
    return places
  }
}

/// Editions in their order, with the set that declarations are compared with.
@propertyWrapper
public struct EditionList: Hashable, Sendable {
  public var wrappedValue: [Edition] {
    didSet { full = wrappedValue.full }
  }
  /// All editions whose omissions are statements.
  private(set) var full: EditionSet

  public init(wrappedValue: [Edition]) {
    self.wrappedValue = wrappedValue
    full = wrappedValue.full
  }
}

extension [Edition] {
  /// All editions whose omissions are statements.
  var full: EditionSet {
    EditionSet(indices.lazy.filter { self[$0].isFull }.map(EditionSet.init))
  }
}

/// The editions and other sources that document a declaration.
public struct Provenance: Hashable, Sendable {
  /// The full editions that document it.
  public var editions: EditionSet
  /// The sources that the schema lists, such as `[en]` or `[traffic]`; empty without `editions`.
  public var sources: [Source] = []
}
