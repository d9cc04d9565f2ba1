public import CallbackSchema

/// What a loaded service uses of the language, beyond its keys: which types occur where, and how events are identified.
public struct LanguageUse {
  public private(set) var found: Set<String> = []

  public init(_ service: Service) {
    add(service.envelope, in: "envelope", service)
    for object in service.objects { add(object.fields, in: "object", service) }
    for event in service.events { add(event.fields, in: "event", service) }
    addDispatch(service)
    for place in service.delivery.identity.members { found.insert("identity: \(kind(of: place))") }
    if let order = service.delivery.order { found.insert("order: \(kind(of: order))") }
    for signature in service.delivery.signatures { add(signature) }
    for format in service.formats { add(format.parts, in: "format", service) }
  }

  // MARK: - Types

  /// The names of all cases of a type and of the places of types.
  public static let types = [
    "scalar", "table", "own table", "object", "fields", "list", "string | int", "dependent", "map",
    "union", "choice",
  ]

  private func name(of type: FieldType) -> String {
    switch type {
    case .scalar: "scalar"
    case .table: "table"
    case .ownTable: "own table"
    case .object: "object"
    case .nested: "fields"
    case .list: "list"
    case .stringOrInteger: "string | int"
    case .dependent: "dependent"
    case .map: "map"
    case .union: "union"
    case .choice: "choice"
    }
  }

  private mutating func add(_ fields: [Field], in place: String, _ service: Service) {
    for field in fields {
      add(field.type, in: place, service)
      if field.hasNullElements { found.insert("elements that may be null") }
      if let format = field.format { found.insert("format: \(name(of: format))") }
      for kind in field.otherKinds(in: service) {
        found.insert("\(name(of: field.type)) also as \(kind.rawValue)")
      }
      if case .nested(let inner) = field.type {
        add(inner, in: place == "envelope" ? place : "fields", service)
      }
    }
  }

  private mutating func add(_ type: FieldType, in place: String, _ service: Service) {
    found.insert("\(place): \(name(of: type))")
    switch type {
    case .list(let element): add(element, in: "list", service)
    case .map(let element): add(element, in: "map", service)
    case .union(let members): for member in members { add(member, in: "union", service) }
    default: break
    }
  }

  private func name(of format: Format) -> String {
    switch format {
    case .list: "list"
    case .json: "json"
    case .rfc3339: "rfc3339"
    case .text: "name"
    case .base64: "base64"
    case .standard(let standard): standard.rawValue
    case .integer: "int"
    case .number: "double"
    case .boolean: "bool"
    }
  }

  // MARK: - Dispatch and delivery

  private func kind(of place: Located<Place>) -> String {
    switch place.value {
    case .body: "body"
    case .header: "header"
    case .member: "member"
    case .key: "key"
    }
  }

  private mutating func addDispatch(_ service: Service) {
    let kinds = service.discriminators.map { place in
      service.memberOfPayload(place.value) == nil ? kind(of: place) : "member of the payload"
    }
    found.insert("body: \(service.encoding.rawValue), by \(kinds.joined(separator: ", "))")
    for kind in kinds { found.insert(service.isListed ? "one of several: \(kind)" : "by \(kind)") }
    if service.isListed { found.insert("discriminators: \(kinds.count)") }
    let lengths = Set(service.events.map(\.idParts.count))
    if lengths.count > 1 { found.insert("ids of several lengths") }
    for event in service.events {
      let location = service.payloadLocation(of: event)
      found.insert(
        "payload \(event.payload == nil ? "" : "of one event ")\(location.hasEnvelopeFields ? "beside the envelope" : "alone")"
      )
      if case EventPayload.none? = event.payload?.value { found.insert("no payload") }
      if event.object != nil { found.insert("event of an object") }
    }
    if service.payloadLocation.isExpected == false { found.insert("optional payload") }
  }

  private mutating func add(_ signature: Signature) {
    found.insert("signature in \(kind(of: signature.place))")
    if signature.part != nil { found.insert("signature in a part of a header") }
    switch signature.subject {
    case .body: found.insert("signed: body")
    case .urlAndForm: found.insert("signed: url-and-form")
    case .sorted(let parts): for part in parts { add(part, of: "sorted") }
    case .template(_, let parts): for part in parts { add(part, of: "template") }
    case .claim: found.insert("signed: claim")
    }
    if let time = signature.time { add(time, of: "time") }
  }

  private mutating func add(_ part: Signature.Part, of what: String) {
    switch part {
    case .body: found.insert("\(what): body")
    case .url: found.insert("\(what): url")
    case .secret: found.insert("\(what): secret")
    case .text: found.insert("\(what): text")
    case .place(let place): found.insert("\(what): \(kind(of: place))")
    case .headerPart: found.insert("\(what): part of a header")
    }
  }
}
