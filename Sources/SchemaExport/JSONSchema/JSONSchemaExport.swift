import CallbackSchema
import SchemaSource

/// Builds a JSON Schema, and collects the omitted constructs.
struct JSONSchemaExport {
  let service: Service
  private var omitted: [LeftOut: [String]] = [:]
  /// The same places, to find them.
  private var found: [LeftOut: Set<String>] = [:]

  init(service: Service) { self.service = service }

  mutating func leaveOut(_ construct: LeftOut, at place: String) {
    guard found[construct, default: []].insert(place).inserted else { return }
    omitted[construct, default: []].append(place)
  }

  func collected() -> [JSONSchema.Omission] {
    LeftOut.allCases.compactMap { construct in
      omitted[construct].map {
        JSONSchema.Omission(construct: construct.rawValue, reason: construct.reason, places: $0)
      }
    }
  }

  mutating func schema() -> JSONValue {
    leaveOutDelivery()
    var definitions: [JSONValue.Member] = []
    for event in service.events {
      var object = self.object(
        service.fields(of: event), at: event.key, within: event.provenance.editions)
      object.insert(JSONValue.Member("title", .string(event.key)), at: 0)
      if let doc = event.doc { object.insert(JSONValue.Member("description", .string(doc)), at: 1) }
      definitions.append(.init("event.\(event.key)", .object(object)))
    }
    for object in service.objects {
      let fields = service.fields(of: object)
      let members = self.object(fields, at: object.name, within: object.provenance.editions)
      definitions.append(.init("object.\(object.name)", .object(members)))
    }
    for table in service.tables {
      definitions.append(.init("table.\(table.name)", self.table(table, at: table.name)))
    }
    var root: [JSONValue.Member] = [
      .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
      .init("title", .string(service.title)),
    ]
    if let doc = service.doc { root.append(.init("description", .string(doc))) }
    var callback = object(
      service.envelope, at: "", within: service.fullEditions, isEnvelope: true)
    let choices = service.events.compactMap { choice(of: $0) }
    if !choices.isEmpty { callback.append(.init("allOf", .array(choices))) }
    if service.encoding == .list {
      root += [.init("type", "array"), .init("items", .object(callback))]
    } else {
      root += callback
    }
    root.append(.init("$defs", .object(definitions)))
    root.append(
      .init("x-left-out", .array(collected().map { .string($0.description) })))
    return .object(root)
  }

  private mutating func leaveOutDelivery() {
    let delivery = service.delivery
    if service.encoding == .form { leaveOut(.body, at: "service") }
    for header in delivery.headers { leaveOut(.headers, at: header.wire) }
    for signature in delivery.signatures { leaveOut(.signatures, at: signature.place.value.text) }
    if delivery.acknowledgement != nil { leaveOut(.acknowledge, at: "service") }
    if delivery.retries != nil { leaveOut(.retries, at: "service") }
    for place in delivery.identity.members { leaveOut(.identity, at: place.value.text) }
    if let order = delivery.order { leaveOut(.order, at: order.value.text) }
    for probe in delivery.probes {
      for clause in probe.clauses {
        leaveOut(.probes, at: clause.path.value.joined(separator: "."))
      }
    }
    for clause in service.guards { leaveOut(.only, at: clause.path.value.joined(separator: ".")) }
    if service.fullEditions.places.count > 1 {
      leaveOut(.editions, at: service.names(of: service.fullEditions).joined(separator: ", "))
    }
  }

  /// The conditional schema of an event: the discriminator implies the type of the payload and the constants.
  ///
  /// - Returns: nil if a header identifies the event.
  private mutating func choice(of event: Event) -> JSONValue? {
    guard let condition = condition(of: event) else {
      leaveOut(.by, at: event.key)
      return nil
    }
    let reference: JSONValue = Self.reference("event.\(event.key)")
    let location = service.payloadLocation(of: event)
    let isText =
      !location.hasEnvelopeFields && service.envelopeField(at: location.path)?.format == .json
    let content: JSONValue =
      isText ? ["contentMediaType": "application/json", "contentSchema": reference] : reference
    var consequences = [Self.nested(location.path, content, isRequired: false)]
    for constant in event.constants {
      let isEverywhere = constant.provenance.editions.isSuperset(of: event.provenance.editions)
      guard isEverywhere || service.fullEditions.places.count == 1 else {
        leaveOut(.editions, at: "\(event.key) \(constant.path.value.joined(separator: "."))")
        continue
      }
      consequences.append(
        Self.nested(constant.path.value, ["const": constant.value.value.json], isRequired: false))
    }
    let then: JSONValue =
      consequences.count == 1 ? consequences[0] : ["allOf": .array(consequences)]
    return ["if": condition, "then": then]
  }

  /// The schema of the bodies with the id of an event, and with no longer id that begins with it.
  private func condition(of event: Event) -> JSONValue? {
    if let path = service.keyPath {
      let hasKey: JSONValue = ["required": [.string(event.id.value.text)]]
      return path.isEmpty ? hasKey : Self.nested(path, hasKey, isRequired: true)
    }
    guard service.isListed else {
      guard service.hasMemberDiscriminator else { return nil }
      return Self.nested(
        service.discriminator.value.path, ["const": event.id.value.json], isRequired: true)
    }
    guard let own = parts(of: event) else { return nil }
    let longer = service.events.filter {
      $0.idParts.count > event.idParts.count && $0.idParts.starts(with: event.idParts)
    }.compactMap(parts)
    return longer.isEmpty ? own : ["allOf": [own], "not": ["anyOf": .array(longer)]]
  }

  private func parts(of event: Event) -> JSONValue? {
    var schemas: [JSONValue] = []
    for (place, part) in zip(service.discriminators, event.idParts) {
      guard case .member(let path) = place.value else { return nil }
      schemas.append(Self.nested(path, ["const": .string(part)], isRequired: true))
    }
    return schemas.count == 1 ? schemas[0] : ["allOf": .array(schemas)]
  }

  /// A JSON pointer to a definition, with its name escaped.
  static func reference(_ name: String) -> JSONValue {
    let plain = Set(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._".unicodeScalars)
    var text = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "~": text += "~0"
      case "/": text += "~1"
      case _ where plain.contains(scalar): text.unicodeScalars.append(scalar)
      default:
        for byte in String(scalar).utf8 {
          text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
      }
    }
    return ["$ref": .string("#/$defs/\(text)")]
  }

  /// A schema for the value at a path.
  static func nested(_ path: [String], _ schema: JSONValue, isRequired: Bool) -> JSONValue {
    path.reversed().reduce(schema) { inner, name in
      ["properties": .object([.init(name, inner)]), "required": isRequired ? [.string(name)] : nil]
    }
  }
}
