@_spi(Generated) import CallbackRuntime
import CallbackSchema

/// Builds the shapes of a service.
struct ShapeMaker {
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
    for (holder, field) in ordered.enumerated() where field.isFlattened {
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
      case .double?: return .textNumber
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
