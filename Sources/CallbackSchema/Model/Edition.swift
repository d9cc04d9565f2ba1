public import SchemaSource

/// A documented state of a service: a page as it was read on a date, or a version of an API.
public struct Edition: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A page: its silence means "not documented"; pages may contradict each other.
    case page
    /// A version of an API: versions differ, and all of them are true.
    case version
  }

  public var name: String
  public var kind: Kind
  public var title: String?
  public var date: String?
  public var url: String?
  /// A partial edition adds what it says; what it leaves out it does not deny.
  public var isPartial: Bool
  public var range: SourceRange

  public init(
    name: String, kind: Kind, title: String?, date: String?, url: String?, isPartial: Bool,
    range: SourceRange
  ) {
    self.name = name
    self.kind = kind
    self.title = title
    self.date = date
    self.url = url
    self.isPartial = isPartial
    self.range = range
  }
}

/// Who says something: an edition, a part of one, or a kind of source beside them.
public struct Source: Hashable, Sendable {
  public enum Part: String, Hashable, Sendable, CaseIterable {
    case example, prose, table, traffic
  }

  /// The editions that are meant, by their place in the service; none for `example`, `prose` or `traffic` alone.
  public var editions: [Int]
  /// What of them: only their example, say. A part adds what it says and denies nothing.
  public var part: Part?
  /// As the schema spells it: `zh example`, `2022-06-01...`.
  public var text: String
  public var range: SourceRange

  public init(editions: [Int], part: Part?, text: String, range: SourceRange) {
    self.editions = editions
    self.part = part
    self.text = text
    self.range = range
  }
}

/// A set of full editions, by their place in the service.
public struct EditionSet: OptionSet, Hashable, Sendable {
  public let rawValue: UInt64
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// More editions than a mask has bits are refused when the schema is loaded.
  public static let capacity = 64

  /// The set of one edition.
  public init(edition: Int) { self.init(rawValue: 1 << UInt64(edition)) }

  public func contains(edition: Int) -> Bool { contains(EditionSet(edition: edition)) }

  /// The editions' places, in order.
  public var places: [Int] { (0..<Self.capacity).filter { contains(edition: $0) } }
}

/// Who documents a thing.
public struct Provenance: Hashable, Sendable {
  /// The full editions that document it.
  public var editions: EditionSet
  /// What the schema wrote, where it wrote anything: `[en]`, `[traffic]`.
  public var sources: [Source]

  public init(editions: EditionSet, sources: [Source] = []) {
    self.editions = editions
    self.sources = sources
  }
}
