public import SchemaSource

/// One vendor's callback product: everything that its schema files say.
public struct Service: Hashable, Sendable {
  public var name: String
  public var title: String
  public var doc: String?
  /// The Swift type that holds all others.
  public var namespace: Located<String>
  public var editions: [Edition]
  /// Other values at this place belong to another product.
  public var guards: [Condition.Clause]
  public var discriminator: Located<Place>
  /// Where the event's own fields lie.
  public var payload: Located<Place>
  public var envelope: [Field]
  public var delivery: Delivery
  public var omissions: [Omission]
  public var tables: [CodeTable]
  public var objects: [ObjectType]
  public var formats: [TextFormat]
  public var events: [Event]
  /// The files, by name without extension; the service's own first, then in order.
  public var stems: [String]
  /// The file that holds `service`.
  public var stem: String
  public var range: SourceRange

  public func table(named name: String) -> CodeTable? { tables.first { $0.name == name } }
  public func format(named name: String) -> TextFormat? { formats.first { $0.name == name } }
  public func object(named name: String) -> ObjectType? { objects.first { $0.name == name } }

  /// Every full edition.
  public var fullEditions: EditionSet {
    var all: EditionSet = []
    for (place, edition) in editions.enumerated() where !edition.isPartial {
      all.insert(EditionSet(edition: place))
    }
    return all
  }

  /// The names of editions, in order.
  public func names(of editions: EditionSet) -> [String] {
    editions.places.map { self.editions[$0].name }
  }

  /// All fields of an event: what it includes, then its own.
  public func fields(of event: Event) -> [Field] {
    fields(including: event.includes) + event.fields
  }

  /// All fields of an object: what it includes, then its own.
  public func fields(of object: ObjectType) -> [Field] {
    fields(including: object.includes) + object.fields
  }

  private func fields(including names: [Located<String>]) -> [Field] {
    names.flatMap { name in object(named: name.value).map(fields(of:)) ?? [] }
  }

  /// The members of an object that a field holds; none for any other field.
  public func members(of field: Field) -> [Field] {
    switch field.type {
    case .nested(let fields): fields
    case .object(let name): object(named: name).map(fields(of:)) ?? []
    default: []
    }
  }

  /// The field at a path of the envelope.
  public func envelopeField(at path: [String]) -> Field? {
    var level = envelope
    for (place, name) in path.enumerated() {
      guard let field = level.first(where: { $0.wire == name }) else { return nil }
      if place == path.count - 1 { return field }
      switch field.type {
      case .nested(let fields): level = fields
      case .object(let name): level = object(named: name).map(fields(of:)) ?? []
      default: return nil
      }
    }
    return nil
  }
}

/// A part of the pages that the schema leaves out.
public struct Omission: Hashable, Sendable {
  public var section: String
  public var because: String
  public var range: SourceRange
}
