@_spi(Generated) import CallbackRuntime
import CallbackSchema

/// A service prepared for decoding many bodies: the content of generated code as data.
final class ServiceShape: Sendable {
  let service: Service
  /// What is asked of the service for each body.
  let encoding: BodyEncoding
  let guards: [Condition.Clause]
  let keyPath: [String]?
  let editions: Editions
  let envelope: ObjectShape
  /// The objects of the service, by name.
  let objects: [String: ObjectShape]
  /// The events, by id.
  let events: [WireValue: EventShape]
  let idType: CallbackSchema.Scalar
  let discriminator: String
  /// The places of the parts of the id, if it has several or is a header.
  let parts: [PartShape]?
  /// The object whose keys identify the events.
  let keys: PayloadPlace?
  let ids: EventIDs
  /// The place of the fields of events that name no other.
  let place: PayloadPlace
  /// Whether the envelope has one payload, with the fields of any event: its position is known once the envelope is read.
  let hasOnePayload: Bool
  /// The other accepted JSON types of a payload that is a string with JSON; nil for a payload that is an object.
  let embedding: _JSONTypes?

  init(_ service: Service) {
    self.service = service
    encoding = service.encoding
    guards = service.guards
    keyPath = service.keyPath
    editions = Editions(names: service.names(of: service.fullEditions))
    let maker = ShapeMaker(service: service)
    envelope = maker.object(
      service.envelope, within: service.fullEditions, isEnvelope: true, at: [])
    let noEvents = [WireValue: EventShape](minimumCapacity: service.events.count)
    events = service.events.reduce(into: noEvents) { events, event in
      let provenance = service.object(of: event)?.provenance ?? event.provenance
      let object = maker.object(service.fields(of: event), within: provenance.editions)
      let location = service.payloadLocation(of: event)
      events[event.id.value] = EventShape(
        event: event, object: object, location: location, place: maker.place(location))
    }
    objects = service.objects.reduce(into: [:]) { objects, object in
      objects[object.name] = maker.object(
        service.fields(of: object), within: object.provenance.editions)
    }
    let discriminator = service.envelopeField(at: service.discriminator.value.path)
    idType =
      service.hasMemberDiscriminator ? discriminator?.type.scalar(in: service) ?? .int : .string
    keys = service.keyPath.map(maker.keys(of:))
    parts =
      service.hasMemberDiscriminator || keys != nil
      ? nil
      : service.discriminators.map { place in
        switch place.value {
        case .header(let name): .header(name)
        case .member(let path):
          service.memberOfPayload(place.value) == nil
            ? .member(path)
            : .inPayload(
              maker.place(PayloadLocation(path: path, hasEnvelopeFields: false, isExpected: false)))
        case .body, .key: .member([])
        }
      }
    ids = EventIDs(service.events.map(\.idParts))
    let field = service.envelopeField(at: service.payload.value.path)
    embedding =
      field?.format == .json ? _JSONTypes(field?.otherKinds(in: service) ?? []) : nil
    self.discriminator = service.discriminator.value.text
    place = maker.place(service.payloadLocation)
    hasOnePayload = service.hasOnePayload
  }
}

/// The place of a part of an event's id.
enum PartShape: Sendable {
  case header(String)
  case member([String])
  case inPayload(PayloadPlace)
}

/// An event and the shape of its payload.
struct EventShape {
  let event: Event
  let object: ObjectShape
  let location: PayloadLocation
  let place: PayloadPlace
}

/// The shape of an object: the accepted member names and the fields they decode to.
struct ObjectShape {
  let fields: [FieldShape]
  let names: FieldNames
  /// The members of flattened fields, numbered after the fields: the index of the containing field, and the index in it.
  let flattened: [(holder: Int, member: Int)]
  /// The fields that must be present, one bit each, 64 to a word.
  let required: [UInt64]
  let constants: [UInt64]
  let isEnvelope: Bool
  /// The mask of the editions that document the object; all bits if all full editions do.
  let documented: UInt64

  func place(of wire: String) -> Int? { fields.firstIndex { $0.field.wire == wire } }
}

/// The shape of a field. A class, because it is passed for every member of every body.
final class FieldShape: Sendable {
  indirect enum Content: Sendable {
    case scalar(CallbackSchema.Scalar)
    case time(UnixTimeUnit)
    case codes(CallbackSchema.CodeTable)
    case stringOrInteger
    case time3339
    case text(TextMatcher)
    /// A time, an integer or a number in a string, and a boolean in a string or as 0 or 1.
    case textTime(UnixTimeUnit)
    case textInteger, textNumber, textBool, numericBool
    case object(ObjectShape)
    /// An object of the service, by name, because it may contain lists of itself.
    case named(String)
    case list(Content)
    case map(Content)
    /// One of several types; the first reports values of other JSON types.
    case union([(kind: JSONKind, content: Content)])
    /// An object selected by the text of a member, or raw JSON.
    case choice(member: String, [(value: String, object: String)])
    /// Members of the envelope that are decoded separately: the discriminator, the payload, and the payload of one event,
    /// whose name identifies it.
    case discriminator, payload, key
  }

  let field: Field
  let content: Content
  let forms: _JSONTypes
  let otherUnit: UnixTimeUnit?
  let expected: UInt64
  /// The mask of the editions in which `null` counts as absence.
  let expectedValue: UInt64
  let canBeNull: Bool
  let listing: UInt64
  let constant: WireValue?
  let isRequired: Bool
  /// Whether it is a string without a format, whose empty value counts as absent in conditions.
  let isPlainText: Bool
  /// The clauses of the field's condition.
  let clauses: [Condition.Clause]?
  let pattern: Pattern?

  init(
    _ field: Field, _ content: Content, in service: Service, within editions: EditionSet
  ) {
    self.field = field
    self.content = content
    forms = _JSONTypes(field.otherKinds(in: service))
    otherUnit = field.otherTimeUnit?.time
    expected = service.mask(of: field.expectedEditions.intersection(editions))
    expectedValue = service.mask(of: field.valueEditions.intersection(editions))
    canBeNull = field.canBeNull
    listing = service.mask(of: field.listingEditions(in: service, within: editions))
    constant = field.constant?.value
    isRequired = field.isRequired && field.constant == nil
    isPlainText = if case .scalar(.string) = content { field.format == nil } else { false }
    clauses = field.condition?.clauses
    pattern = field.compiledPattern
  }
}

extension _JSONTypes {
  init(_ kinds: [JSONKind]) {
    self = []
    for kind in kinds {
      switch kind {
      case .string: insert(.string)
      case .number: insert(.number)
      case .bool: insert(.bool)
      case .object: insert(.object)
      case .list: break
      }
    }
  }
}
