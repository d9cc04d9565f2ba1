import SchemaSource

extension Checks {
  mutating func checkFields() {
    recursive = service.recursiveFields
    for format in service.formats {
      for part in format.parts { checkConstraints(of: part, .part) }
    }
    check(service.envelope, isEnvelope: true, within: service.fullEditions)
    _ = each(service.objects) { $0.check($1.fields(of: $2), within: $2.provenance.editions) }
    _ = each(service.events) { $0.check($1.fields(of: $2), within: $2.provenance.editions) }
    // No header is written, so that its constant can be documented by any source.
    check(service.delivery.headers, isEnvelope: true, within: EditionSet())
  }

  private mutating func check(
    _ fields: [Field], isEnvelope: Bool = false, within container: EditionSet
  ) {
    checkSpellings(fields)
    for field in fields {
      checkRequired(field, isEnvelope: isEnvelope, within: container)
      checkNull(field, isEnvelope: isEnvelope)
      checkConstant(field, within: container)
      // Without the place of the payload any member may hold it; beside the envelope none does.
      let payload = service.payload.value
      let isUnknown = payload == .member([])
      let isPayload =
        isEnvelope && (isUnknown || service.envelopeField(at: payload.path) == field)
      checkConstraints(of: field, isPayload ? .payload : .member)
      checkFlattening(field, isEnvelope: isEnvelope)
      checkForms(field)
      if case .nested(let inner) = field.type {
        check(
          inner, isEnvelope: isEnvelope,
          within: container.intersection(field.provenance.editions))
      }
    }
  }

  /// Checks that no two fields of an object have the same name or alias.
  private mutating func checkSpellings(_ fields: [Field]) {
    var claimed = [String: SourceRange](minimumCapacity: fields.count)
    func claim(_ spelling: String, at range: SourceRange) {
      // One look at the table for a spelling that is free.
      guard let first = claimed.updateValue(range, forKey: spelling), first != range else { return }
      claimed[spelling] = first
      reader.error(
        .spellingClaimedTwice, "'\(spelling)' belongs to another field already", at: range,
        notes: [.init(message: "claimed here", range: first)])
    }
    for field in fields { claim(field.wire, at: field.range) }
    for field in fields {
      for alias in field.aliases { claim(alias.value, at: alias.range) }
      guard let readings = field.readings?.entries else { continue }
      var own: Set<String> = [field.wire]
      for reading in readings {
        guard let wire = reading.wire, own.insert(wire.value).inserted else { continue }
        claim(wire.value, at: wire.range)
      }
    }
    for field in fields {
      guard let flattening = field.flattening else { continue }
      for member in service.members(of: field) {
        for spelling in [member.wire] + member.otherSpellings {
          claim(spelling, at: flattening.source.range)
        }
      }
    }
  }

  /// Checks a field whose members may be found beside it.
  private mutating func checkFlattening(_ field: Field, isEnvelope: Bool) {
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
        } else if members.contains(where: { $0.isFlattened }) {
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

  private mutating func checkRequired(
    _ field: Field, isEnvelope: Bool, within container: EditionSet
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
      } else if recursive.contains(field.range) {
        "its type contains the object that it is a member of"
      } else {
        nil
      }
    guard let reason else { return }
    reader.error(
      .requiredMisused, "'\(field.wire)' cannot be required: \(reason)", at: field.range,
      fix: "remove required")
  }

  /// Checks that a member that may be `null` has a value to be absent.
  private mutating func checkNull(_ field: Field, isEnvelope: Bool) {
    guard field.canBeNull else { return }
    let isNested = if case .nested = field.type { true } else { false }
    let own = [service.discriminator, service.payload].map(\.value.path)
    let reason: String? =
      if field.isRequired {
        "it is required, and an event in which it is null is malformed"
      } else if field.constant != nil {
        "it is a constant"
      } else if isEnvelope, isNested || own.contains([field.wire]) {
        "it is a part of the envelope that the callback always has"
      } else {
        nil
      }
    guard let reason else { return }
    reader.error(
      .contradiction, "'\(field.wire)' cannot be null: \(reason)", at: field.range,
      fix: "remove nullable")
  }

  /// Checks that a constant is always there: it is no property, so that nothing would record whether a body had it.
  private mutating func checkConstant(_ field: Field, within container: EditionSet) {
    guard field.constant != nil else { return }
    let reason: String? =
      if field.isOptional {
        "optional"
      } else if field.condition != nil {
        "conditional"
      } else if !field.provenance.editions.isSuperset(of: container) {
        "documented by some of the editions only"
      } else {
        nil
      }
    guard let reason else { return }
    reader.error(
      .contradiction,
      "the constant '\(field.wire)' cannot be \(reason): a constant is always written",
      at: field.range,
      fix: "remove const; a code table with one row documents the only value")
  }

  /// Checks that the field's type can be converted from the other JSON types that it accepts.
  private mutating func checkForms(_ field: Field) {
    guard field.readings != nil || !field.accepts.isEmpty, !isLost(field) else { return }
    let own = field.type.kinds(in: service) ?? []
    let read = (field.readings?.entries ?? []).compactMap { reading in
      reading.type.map { ($0.kinds(in: service), reading.source.range) }
    }
    let accepted = field.accepts.map { (Set([$0]), field.range) }
    for (kinds, range) in read + accepted {
      // A reading of any value, such as json, shows nothing that is not accepted.
      for kind in JSONKind.allCases where kinds?.contains(kind) == true && !own.contains(kind) {
        if kind == .object, field.format == .json { continue }
        guard let (what, fix) = refusal(of: kind, for: field) else { continue }
        reader.error(
          .contradiction, "'\(field.wire)' is \(what), which is not made of \(kind.rawValue)",
          at: range, fix: fix)
      }
    }
  }

  /// What a field is that is not converted from a JSON type, and a way out; nil if it is converted.
  private func refusal(
    of kind: JSONKind, for field: Field
  ) -> (what: String, fix: String?)? {
    let own = field.type.kind(in: service)
    if let spelled = field.spelled {
      if spelled.kind == kind { return nil }
      return (
        "a \(spelled.rawValue) as \(own?.rawValue ?? "")",
        spelled.kind.map { "only \($0.rawValue) is converted to it" }
      )
    }
    switch field.type {
    case .map: return ("a map", nil)
    case .union, .choice:
      return ("one of several types", "add the type to the union, or write json for any value")
    default: return Self.isReadable(own, from: kind) ? nil : (own?.rawValue ?? "anything", nil)
    }
  }

  /// Whether a value is converted from another JSON type: an object from a string that contains it, a string from
  /// anything except a list.
  private static func isReadable(_ own: JSONKind?, from kind: JSONKind) -> Bool {
    switch (own, kind) {
    case (nil, _), (.list?, _), (_, .list): false
    case (.object?, _): kind == .string
    case (_, .object): own == .string
    default: true
    }
  }
}
