public import SchemaSource

/// A vendor's callback product, as its schema files describe it.
public struct Service: Hashable, Sendable {
  public var name: String
  public var title: String
  public var doc: String?
  /// The Swift enum that contains all generated types.
  public var namespace: Located<String>
  @EditionList public var editions: [Edition]
  /// Conditions on the envelope; a callback that does not satisfy them is of another product.
  public var guards: [Condition.Clause]
  /// The place of the event's id, or of its first part.
  public var discriminator: Located<Place>
  /// The places of the further parts of the event's id.
  public var furtherDiscriminators: [Located<Place>] = []
  /// Whether ids are lists of values, one for each place.
  public var isListed = false
  /// The place of the event's own fields; the discriminator, if that is a key, whose value they are.
  public var payload: Located<Place>
  public var envelope: [Field]
  public var encoding = BodyEncoding.json
  public var delivery: Delivery
  public var omissions: [Omission]
  @IndexedByName public var tables: [CodeTable]
  @IndexedByName public var objects: [ObjectType]
  @IndexedByName public var formats: [TextFormat]
  public var events: [Event]
  /// The names of the schema files without extension: the one with `service` first, then sorted.
  public var stems: [String]
  /// The name without extension of the file with `service`.
  public var stem: String
  public var range: SourceRange

  public func table(named name: String) -> CodeTable? { _tables.first(named: name) }
  public func format(named name: String) -> TextFormat? { _formats.first(named: name) }
  public func object(named name: String) -> ObjectType? { _objects.first(named: name) }

  /// All editions whose omissions are statements.
  public var fullEditions: EditionSet { _editions.full }

  /// The names of editions, in order.
  public func names(of editions: EditionSet) -> [String] {
    editions.places.map { self.editions[$0].name }
  }

  /// The names of the full editions that document a declaration; only those that it names, if a page elsewhere documents
  /// it for all of them.
  public func editionNames(of provenance: Provenance) -> [String] {
    let named = provenance.sources.filter { $0.part == nil }.flatMap(\.editions)
    guard named.contains(where: { editions[$0].kind == .elsewhere }) else {
      return names(of: provenance.editions)
    }
    return named.filter { editions[$0].isFull }.map { editions[$0].name }
  }

  /// The sources of a declaration that are not full editions: page sections, partial editions and pages elsewhere.
  public func otherSources(of provenance: Provenance) -> [String] {
    provenance.sources.filter { source in
      source.part != nil || source.editions.contains { !editions[$0].isFull }
    }.map(\.text)
  }

  /// All fields of an event: those of its object, or included ones first and then its own.
  public func fields(of event: Event) -> [Field] {
    if let object = object(of: event) { return fields(of: object) }
    return fields(including: event.includes, and: event.fields)
  }

  /// The object that the payload of an event is; nil for an event with fields of its own.
  public func object(of event: Event) -> ObjectType? {
    event.object.flatMap { object(named: $0.value) }
  }

  /// All fields of an object: included ones first, then its own.
  public func fields(of object: ObjectType) -> [Field] {
    fields(including: object.includes, and: object.fields)
  }

  private func fields(including names: [Located<String>], and own: [Field]) -> [Field] {
    // Most include nothing: their fields need not be copied.
    names.isEmpty ? own : fields(including: names) + own
  }

  /// All fields of the objects that an event or an object includes.
  public func fields(including names: [Located<String>]) -> [Field] {
    names.flatMap { name in object(named: name.value).map(fields(of:)) ?? [] }
  }

  /// Visits the own fields of the envelope, of each object and of each event, on all processors.
  ///
  /// - Returns: the results of parts of the service, in its order.
  package func gather<Result: Sendable>(
    into empty: Result, _ visit: @Sendable (inout Result, [Field]) -> Void
  ) -> [Result] {
    var first = empty
    visit(&first, envelope)
    let inObjects = objects.concurrentMap(from: empty) { visit(&$0, $1.fields) }.states
    let inEvents = events.concurrentMap(from: empty) { visit(&$0, $1.fields) }.states
    return [first] + inObjects + inEvents
  }

  /// The fields of an object type; nil for other types.
  public func members(of type: FieldType) -> [Field]? {
    switch type {
    case .nested(let fields): fields
    case .object(let name): object(named: name).map(fields(of:))
    default: nil
    }
  }

  /// The fields of the object that is the type of a field; empty for other types.
  public func members(of field: Field) -> [Field] { members(of: field.type) ?? [] }

  /// The field at a path of the envelope.
  public func envelopeField(at path: [String]) -> Field? { field(at: path, in: envelope) }

  /// The field at a path that begins at some fields.
  func field(at path: [String], in fields: [Field]) -> Field? {
    guard let first = path.first, let field = fields.first(where: { $0.wire == first }) else {
      return nil
    }
    return path.count == 1 ? field : self.field(at: Array(path.dropFirst()), in: members(of: field))
  }
}

/// The encoding of a body.
public enum BodyEncoding: String, Hashable, Sendable, CaseIterable {
  case json
  /// `application/x-www-form-urlencoded`: names and values, all of them text.
  case form
  /// A JSON array of callbacks.
  case list
}

/// A section of the pages that the schema does not model.
public struct Omission: Hashable, Sendable {
  public var section: String
  public var because: String
  public var range: SourceRange
}
