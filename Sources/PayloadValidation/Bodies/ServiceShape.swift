@_spi(Generated) import CallbackRuntime
import CallbackSchema

/// A service prepared for decoding many bodies: the content of generated code as data.
final class ServiceShape: Sendable {
  let service: Service
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
  /// The other accepted JSON types of a payload that is a string with JSON; nil for a payload that is an object.
  let embedding: _JSONTypes?

  init(_ service: Service) {
    self.service = service
    editions = Editions(names: service.names(of: service.fullEditions))
    let maker = ShapeMaker(service: service)
    envelope = maker.object(
      service.envelope, within: service.fullEditions, isEnvelope: true, at: [])
    events = service.events.reduce(into: [:]) { events, event in
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
    /// A time or an integer in a string, and a boolean in a string or as 0 or 1.
    case textTime(UnixTimeUnit)
    case textInteger, textBool, numericBool
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

/// Builds the shapes of a service.
private struct ShapeMaker {
  let service: Service

  /// - Parameter path: the path of an object of the envelope; nil for any other object.
  func object(
    _ fields: [Field], within editions: EditionSet, isEnvelope: Bool = false,
    at path: [String]? = nil
  ) -> ObjectShape {
    var ordered = isEnvelope ? fields : fields.constantsFirst
    var shapes = ordered.map { shape($0, within: editions, at: path) }
    if let path, path == service.keyPath {
      let keys = service.events.map(\.keyField)
      ordered += keys
      shapes += keys.map { FieldShape($0, .key, in: service, within: editions) }
    }
    var flattened: [(holder: Int, member: Int)] = []
    var spelt = ordered
    for (holder, field) in ordered.enumerated() where field.flattening != nil {
      let members = service.members(of: field).constantsFirst
      for member in members.indices { flattened.append((holder, member)) }
      spelt += members
    }
    return ObjectShape(
      fields: shapes, names: names(spelt), flattened: flattened,
      required: masks(shapes) { $0.isRequired },
      constants: masks(shapes) { $0.constant != nil && $0.expected != 0 }, isEnvelope: isEnvelope,
      documented: editions == service.fullEditions ? .max : service.mask(of: editions))
  }

  private func masks(_ fields: [FieldShape], where isMeant: (FieldShape) -> Bool) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: max(fields.count - 1, 0) / 64 + 1)
    for place in fields.indices where isMeant(fields[place]) {
      words[place / 64] |= 1 << UInt64(place % 64)
    }
    return words
  }

  /// The place of events' own fields.
  func place(_ location: PayloadLocation) -> PayloadPlace {
    let others = service.fields(beside: location)
    let payload = service.payload.value.path
    let hidden = others?.firstIndex {
      !service.payloadLocation.hasEnvelopeFields && location.path + [$0.wire] == payload
    }
    return PayloadPlace(
      location.text, through: steps(to: location.path), beside: others.map(names),
      hiding: hidden ?? -1,
      isExpected: location.isExpected)
  }

  /// The object whose keys identify the events.
  func keys(of path: [String]) -> PayloadPlace {
    let fields =
      path.isEmpty
      ? service.envelope : service.envelopeField(at: path).map(service.members(of:)) ?? []
    return PayloadPlace(
      path.joined(separator: "."), through: steps(to: path),
      beside: names(fields + service.events.map(\.keyField)))
  }

  /// The accepted names of each member that leads to an object.
  private func steps(to path: [String]) -> [FieldNames] {
    path.indices.map { end in
      service.envelopeField(at: Array(path[...end])).map { names([$0]) } ?? FieldNames(path[end])
    }
  }

  private func names(_ fields: [Field]) -> FieldNames {
    FieldNames(
      fields.map { ([$0.wire] + $0.otherSpellings).joined(separator: "|") }.joined(separator: " "))
  }

  private func shape(
    _ field: Field, within editions: EditionSet, at path: [String]?
  ) -> FieldShape {
    let place = path.map { $0 + [field.wire] }
    var content: FieldShape.Content
    if place == service.discriminator.value.path, service.hasMemberDiscriminator {
      content = .discriminator
    } else if place == service.payload.value.path, !service.payloadLocation.hasEnvelopeFields {
      content = .payload
    } else {
      content = self.content(field.type, of: field, within: editions, at: place)
    }
    if case .list? = field.format { content = .scalar(.string) }
    return FieldShape(field, content, in: service, within: editions)
  }

  private func content(
    _ type: FieldType, of field: Field, within editions: EditionSet, at path: [String]?
  ) -> FieldShape.Content {
    switch type {
    case .scalar(let scalar):
      switch field.spelled {
      case .int?: return field.unit?.time.map { .textTime($0) } ?? .textInteger
      case .bool?: return scalar == .string ? .textBool : .numericBool
      default: break
      }
      if scalar.isInteger, let unit = field.unit?.time { return .time(unit) }
      switch field.format {
      case .rfc3339?: return .time3339
      case .text(let name)?:
        return service.format(named: name.value).map {
          .text(TextMatcher($0, service))
        } ?? .scalar(.string)
      default: return .scalar(scalar)
      }
    case .stringOrInteger: return .stringOrInteger
    case .table(let name): return service.table(named: name).map { .codes($0) } ?? .scalar(.json)
    case .ownTable(let table): return .codes(table)
    case .dependent(let dependency): return .scalar(dependency.otherwise)
    case .nested(let fields):
      let editions = path == nil ? field.provenance.editions : service.fullEditions
      return .object(object(fields, within: editions, isEnvelope: path != nil, at: path))
    case .list(let element): return .list(content(element, of: field, within: editions, at: nil))
    case .map(let element): return .map(content(element, of: field, within: editions, at: nil))
    case .union(let members):
      return .union(
        members.compactMap { member in
          member.kind(in: service).map {
            ($0, content(member, of: field, within: editions, at: nil))
          }
        })
    case .choice(let choice):
      return .choice(
        member: choice.member, choice.options.map { ($0.value.text, $0.object.value) })
    case .object(let name): return .named(name)
    }
  }
}
