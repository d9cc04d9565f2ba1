import SchemaSource

extension Checks {
  static func checkFields(_ service: Service, _ reader: inout NodeReader) {
    for format in service.formats {
      for part in format.parts { checkNumbers(part, service, &reader) }
    }
    check(service.envelope, service, isEnvelope: true, within: service.fullEditions, &reader)
    for object in service.objects {
      check(
        service.fields(of: object), service, isEnvelope: false, within: object.provenance.editions,
        &reader)
    }
    for event in service.events {
      check(
        service.fields(of: event), service, isEnvelope: false, within: event.provenance.editions,
        &reader)
    }
    check(
      service.delivery.headers, service, isEnvelope: true, within: service.fullEditions, &reader)
  }

  private static func check(
    _ fields: [Field], _ service: Service, isEnvelope: Bool, within container: EditionSet,
    _ reader: inout NodeReader
  ) {
    checkSpellings(fields, service, &reader)
    for field in fields {
      checkRequired(field, isEnvelope: isEnvelope, within: container, &reader)
      checkNumbers(field, service, &reader)
      checkFormat(field, service, isEnvelope: isEnvelope, &reader)
      checkLimits(field, &reader)
      checkFlattening(field, among: fields, service, isEnvelope: isEnvelope, &reader)
      checkForms(field, service, &reader)
      if case .nested(let inner) = field.type {
        check(
          inner, service, isEnvelope: isEnvelope,
          within: container.intersection(field.provenance.editions),
          &reader)
      }
    }
  }

  /// No two fields of an object may claim one spelling.
  private static func checkSpellings(
    _ fields: [Field], _ service: Service, _ reader: inout NodeReader
  ) {
    var claimed: [String: SourceRange] = [:]
    func claim(_ spelling: String, at range: SourceRange, _ reader: inout NodeReader) {
      if let first = claimed[spelling], first != range {
        reader.error(
          .spellingClaimedTwice, "'\(spelling)' belongs to another field already", at: range,
          notes: [.init(message: "claimed here", range: first)])
      } else {
        claimed[spelling] = range
      }
    }
    for field in fields { claim(field.wire, at: field.range, &reader) }
    for field in fields {
      for alias in field.aliases { claim(alias.value, at: alias.range, &reader) }
      var own: Set<String> = [field.wire]
      for reading in field.readings?.entries ?? [] {
        guard let wire = reading.wire, own.insert(wire.value).inserted else { continue }
        claim(wire.value, at: wire.range, &reader)
      }
    }
    for field in fields {
      guard let flattening = field.flattening else { continue }
      for member in service.members(of: field) {
        for spelling in [member.wire] + member.otherSpellings {
          claim(spelling, at: flattening.source.range, &reader)
        }
      }
    }
  }

  /// The members of a field that may lie in what holds it.
  private static func checkFlattening(
    _ field: Field, among siblings: [Field], _ service: Service, isEnvelope: Bool,
    _ reader: inout NodeReader
  ) {
    guard let flattening = field.flattening else { return }
    let members = service.members(of: field)
    let reason: String? =
      switch field.type {
      case .nested, .object:
        if isEnvelope {
          "it is part of the envelope"
        } else if field.isRequired {
          "it is required, and not there in a body that has its members beside it"
        } else if members.contains(where: \.isRequired) {
          "it has members that are required"
        } else if members.contains(where: { $0.flattening != nil }) {
          "it has members that are flattened themselves"
        } else {
          nil
        }
      default: "it is no object"
      }
    guard let reason else { return }
    reader.error(
      .contradiction, "'\(field.wire)' cannot be flattened: \(reason)", at: flattening.source.range)
  }

  private static func checkLimits(_ field: Field, _ reader: inout NodeReader) {
    let isText = field.type == .scalar(.string) && field.format == nil
    let isList = if case .list = field.type { true } else { false }
    if let length = field.length {
      if !isText && !isList {
        reader.error(
          .badRange, "'\(field.wire)' is no plain text and no list, and has no length",
          at: length.range)
      }
      for end in [length.value.lower, length.value.upper].compactMap({ $0 })
      where Int(end).map({ $0 < 0 }) ?? true {
        reader.error(.badRange, "\(end) is no length", at: length.range)
      }
    }
    if let characters = field.characters, !isText {
      reader.error(
        .contradiction, "'\(field.wire)' is no plain text and has no characters",
        at: characters.range)
    }
  }

  private static func checkRequired(
    _ field: Field, isEnvelope: Bool, within container: EditionSet, _ reader: inout NodeReader
  ) {
    guard field.isRequired else { return }
    let reason: String? =
      if isEnvelope {
        "nothing in the envelope is required"
      } else if field.isOptional {
        "it is optional"
      } else if field.condition != nil {
        "it has a condition"
      } else if !field.provenance.editions.isSuperset(of: container) {
        "not every edition documents it"
      } else {
        nil
      }
    guard let reason else { return }
    reader.error(.requiredMisused, "'\(field.wire)' cannot be required: \(reason)", at: field.range)
  }

  private static func checkNumbers(_ field: Field, _ service: Service, _ reader: inout NodeReader) {
    let scalar = field.valueType(in: service)
    let isNumber = scalar?.kind == .number
    if let unit = field.unit, !isNumber {
      reader.error(
        .contradiction, "'\(field.wire)' is no number and counts no \(unit.rawValue)",
        at: field.range)
    }
    guard let bounds = field.bounds else { return }
    guard isNumber, let scalar, case .scalar = field.type else {
      reader.error(
        .badRange, "'\(field.wire)' is no plain number and has no range", at: bounds.range,
        fix: field.codeTable(in: service) == nil ? nil : "its values say already what it can be")
      return
    }
    for end in [bounds.value.lower, bounds.value.upper].compactMap({ $0 })
    where scalar.isInteger && !(scalar.holds(integer: end) && fits(.number(end), field)) {
      let isTime = scalar.holds(integer: end)
      reader.error(
        .badRange, "\(end) is no \(isTime ? "time in 64 bits" : scalar.rawValue)", at: bounds.range)
    }
  }

  /// What another form can be made of: a single value of a single one.
  private static func checkForms(_ field: Field, _ service: Service, _ reader: inout NodeReader) {
    if field.constant != nil, field.valueType(in: service) == .double {
      reader.error(
        .contradiction, "a fraction is no constant: '\(field.wire)' cannot be compared exactly",
        at: field.range)
    }
    let own = field.type.kind(in: service)
    let read = (field.readings?.entries ?? []).compactMap { reading in
      reading.type?.kind(in: service).map { ($0, reading.source.range) }
    }
    let accepted = field.accepts.map { ($0, field.range) }
    for (kind, range) in read + accepted where kind != own && !isReadable(own, from: kind) {
      if kind == .object, field.format == .json { continue }
      reader.error(
        .contradiction,
        "'\(field.wire)' is \(own?.rawValue ?? "anything"), which is not made of \(kind.rawValue)",
        at: range)
    }
  }

  /// An object can be made of a text that holds it, and a text of anything but a list.
  private static func isReadable(_ own: JSONKind?, from kind: JSONKind) -> Bool {
    switch (own, kind) {
    case (nil, _), (.list?, _), (_, .list): false
    case (.object?, _): kind == .string
    case (_, .object): own == .string
    default: true
    }
  }

  private static func checkFormat(
    _ field: Field, _ service: Service, isEnvelope: Bool, _ reader: inout NodeReader
  ) {
    let isPayload = isEnvelope && service.envelopeField(at: service.payload.value.path) == field
    if field.format == .json, !isPayload {
      reader.error(
        .contradiction, "only the member that holds the event is read as JSON inside a string",
        at: field.range, fix: "leave format away and read the text")
    }
    if case .base64? = field.format {
      reader.error(.contradiction, "base64 is for the parts of a format", at: field.range)
    }
    guard field.format != nil, field.type != .scalar(.string) else { return }
    reader.error(
      .contradiction, "a format is for strings, which '\(field.wire)' is not", at: field.range)
  }
}
