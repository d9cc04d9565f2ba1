import SchemaSource

extension Checks {
  /// The service with every wire value converted to the type of its field.
  mutating func typeValues() -> Service {
    var result = service
    type(&result.envelope, [])
    result.objects = each(service.objects) { checks, service, object in
      var object = object
      checks.type(&object.fields, [service.fields(of: object)])
      return object
    }
    let discriminator = service.envelopeField(at: service.discriminator.value.path)
    result.events = each(service.events) { checks, service, event in
      var event = event
      checks.type(&event, discriminator, service)
      return event
    }
    result.formats = service.formats.map { format in
      var format = format
      type(&format.parts, [])
      return format
    }
    type(&result.guards, [])
    for index in result.delivery.probes.indices {
      type(&result.delivery.probes[index].clauses, [])
    }
    return result
  }

  private mutating func type(_ event: inout Event, _ discriminator: Field?, _ service: Service) {
    // An event is copied only if a value of it changes.
    var fields = event.fields
    type(&fields, [service.fields(of: event)])
    if fields != event.fields { event.fields = fields }
    if let discriminator, !service.isListed {
      if event.id.range == event.range, let scalar = discriminator.valueType(in: service),
        scalar != .string, CallbackSchema.typed(event.id.value, as: scalar) == nil
      {
        reader.error(
          .missingKey, "'id' is missing: the value of '\(discriminator.wire)' in this event",
          at: event.range,
          notes: [.init(message: "the field is here", range: discriminator.range)],
          fix: "add id: with the event's number")
      } else if let typed = typed(event.id, for: discriminator), typed != event.id {
        event.id = typed
      }
    } else if !service.hasMemberDiscriminator {
      event.id.value = .string(event.id.value.text)
    }
    for index in event.constants.indices {
      let constant = event.constants[index]
      guard let field = envelopeField(constant.path),
        isComparable(field, at: constant.path.range),
        let typed = typed(constant.value, for: field)
      else { continue }
      event.constants[index].value = typed
      checkListed(typed, field)
    }
  }

  private mutating func type(_ fields: inout [Field], _ scope: [[Field]]) {
    for index in fields.indices {
      var field = fields[index]
      if let constant = field.constant {
        field.constant = typed(constant, for: field)
        if case .number(let text)? = field.constant?.value, isInteger(text),
          !Scalar.int64.holds(integer: text)
        {
          reader.error(
            .badValue, "the constant '\(text)' does not fit a signed 64-bit integer",
            at: constant.range,
            fix: "use values: with one row, whose code may have any value of the type")
        }
      }
      if let value = field.defaultValue {
        let typed = typed(value, for: field)
        if typed != value { field.defaultValue = typed }
      }
      if let value = field.example {
        let typed = typed(value, for: field)
        if typed != value { field.example = typed }
      }
      if case .clauses(var clauses, let range)? = field.condition {
        type(&clauses, scope)
        field.condition = .clauses(clauses, range)
      }
      typeReadings(&field, scope)
      switch field.type {
      case .nested(var inner):
        type(&inner, scope + [inner])
        field.type = .nested(inner)
      case .dependent(var dependency):
        type(&dependency, scope)
        field.type = .dependent(dependency)
      case .list, .map, .choice:
        let typed = typed(field.type, field)
        if typed != field.type { field.type = typed }
      case .scalar, .table, .ownTable, .object, .stringOrInteger, .union: break
      }
      if field != fields[index] { fields[index] = field }
    }
  }

  /// The type with the values of its choices converted to the type of the selecting member.
  private mutating func typed(_ type: FieldType, _ field: Field) -> FieldType {
    switch type {
    case .list(let element): return .list(typed(element, field))
    case .map(let element): return .map(typed(element, field))
    case .choice(var choice):
      let path = choice.selector.value
      guard path.count == 2, path[0] == field.wire else {
        reader.error(
          .unknownPath, "'\(path.joined(separator: "."))' is not a member of '\(field.wire)'",
          at: choice.selector.range,
          fix: "an object is selected by a member of its own: write by: \(field.wire).MEMBER")
        return type
      }
      for index in choice.options.indices {
        let option = choice.options[index]
        let fields = service.members(of: .object(option.object.value)) ?? []
        guard let member = fields.first(where: { $0.wire == choice.member }) else {
          if !reader.isIncomplete, !reader.hasUnknownIncludes,
            !reader.lostFields.contains(choice.member)
          {
            reader.error(
              .unknownPath, "object '\(option.object.value)' has no field '\(choice.member)'",
              at: option.object.range,
              fix: "add it to the object, with const: \(option.value.text)")
          }
          continue
        }
        let value = Located(option.value, at: option.object.range)
        if let typed = typed(value, for: member) { choice.options[index].value = typed.value }
      }
      return .choice(choice)
    default: return type
    }
  }

  private mutating func typeReadings(_ field: inout Field, _ scope: [[Field]]) {
    guard var readings = field.readings else { return }
    for place in readings.entries.indices {
      var reading = readings.entries[place]
      reading.constant = reading.constant.flatMap { typed($0, for: field) }
      if case .to(let value)? = reading.defaultValue {
        reading.defaultValue = typed(value, for: field).map { .to($0) }
      }
      if case .to(.clauses(var clauses, let range))? = reading.condition {
        type(&clauses, scope)
        reading.condition = .to(.clauses(clauses, range))
      }
      readings.entries[place] = reading
    }
    if readings != field.readings { field.readings = readings }
  }

  private mutating func type(_ dependency: inout Dependency, _ scope: [[Field]]) {
    guard let selector = field(at: dependency.selector.value, in: scope) else {
      unknownPath(dependency.selector, scope)
      return
    }
    guard isComparable(selector, at: dependency.selector.range) else { return }
    for index in dependency.choices.indices {
      let choice = dependency.choices[index]
      let value = Located(choice.value, at: choice.table.range)
      if let typed = typed(value, for: selector) {
        dependency.choices[index].value = typed.value
        checkListed(typed, selector)
      }
    }
  }

  private mutating func type(_ clauses: inout [Condition.Clause], _ scope: [[Field]]) {
    for index in clauses.indices {
      let clause = clauses[index]
      guard let field = field(at: clause.path.value, in: scope) else {
        unknownPath(clause.path, scope)
        continue
      }
      guard isComparable(field, at: clause.path.range) else { continue }
      clauses[index].values = clause.values.compactMap {
        typed(Located($0, at: clause.path.range), for: field)?.value
      }
    }
  }

  private mutating func typed(
    _ value: Located<WireValue>, for field: Field
  ) -> Located<WireValue>? {
    guard !isLost(field) else { return nil }
    guard let scalar = field.valueType(in: service) else {
      reader.error(
        .badValue, "'\(field.wire)' has no single value, because it is an object or a list",
        at: value.range,
        notes: [.init(message: "the field is here", range: field.range)])
      return nil
    }
    if let typed = CallbackSchema.typed(value.value, as: scalar), Self.fits(typed, field) {
      return Located(typed, at: value.range)
    }
    let quoted = if case .string = value.value, scalar != .string { true } else { false }
    reader.error(
      .badValue,
      "'\(value.value.text)' is not a value of '\(field.wire)', which is \(Self.name(of: field, scalar))",
      at: value.range, notes: [.init(message: "the field is here", range: field.range)],
      fix: quoted && isNumber(value.value.text) ? "write it without quotes" : nil)
    return nil
  }

  /// Whether the Swift type of the field can hold a value that its type on the wire allows.
  static func fits(_ value: WireValue, _ field: Field) -> Bool {
    switch (field.type, value) {
    case (.stringOrInteger, .number(let text)): isInteger(text) && Scalar.int.holds(integer: text)
    case (.stringOrInteger, .bool), (.stringOrInteger, .null): false
    case (_, .number(let text)) where field.unit?.isTime == true && isInteger(text):
      Scalar.int64.holds(integer: text)
    default: true
    }
  }

  private static func name(of field: Field, _ scalar: Scalar) -> String {
    if field.type == .stringOrInteger { return "string | int" }
    return field.unit?.isTime == true ? "a 64-bit time" : scalar.rawValue
  }

  /// Reports a code that is not a row of the field's table.
  private mutating func checkListed(_ value: Located<WireValue>, _ field: Field) {
    guard let table = field.codeTable(in: service), table.kind == .codes, table.otherwise == nil,
      table.row(for: value.value) == nil, !reader.damagedTables.contains(table.name)
    else { return }
    reader.error(
      .notListed, "'\(value.value.text)' is not listed in table '\(table.name)'", at: value.range,
      notes: [table.noteOnMissing(value.value)])
  }

  mutating func unknownPath(_ path: Located<[String]>, _ scope: [[Field]]) {
    guard !reader.isIncomplete, !path.value.isEmpty, reader.lostFields.isDisjoint(with: path.value),
      !reader.hasUnknownIncludes || isOutsideObjects(path.value) && scope.isEmpty
    else { return }
    let near = (scope.last ?? []).map(\.wire) + service.envelope.map(\.wire)
    let text = path.value.joined(separator: ".")
    let payload = service.payload.value.path
    if !service.payloadLocation.hasEnvelopeFields, !payload.isEmpty,
      path.value.starts(with: payload),
      path.value.count > payload.count
    {
      reader.error(
        .unknownPath, "'\(text)' is inside the payload, whose members differ by event",
        at: path.range, fix: "name a member of the envelope")
      return
    }
    let header = service.delivery.headers.first { [$0.wire] == path.value }
    let closest = header.map { "header \($0.wire)" } ?? closestMatch(to: text, in: near)
    reader.error(
      .unknownPath, "'\(text)' is not the path of a field", at: path.range,
      fix: closest.map { "did you mean '\($0)'?" } ?? Self.declaration(of: path.value, near: near))
  }

  /// How to go on with a path that resembles no field.
  private static func declaration(of path: [String], near: [String]) -> String {
    let others = near.count > 8 ? [] : near.filter { !$0.isEmpty }
    let declare = "declare '\(path.joined(separator: "."))' as a field"
    guard !others.isEmpty else { return declare }
    return "\(declare), or name one of: \(others.joined(separator: ", "))"
  }

  /// Whether a path of the envelope leads through no object that other objects could have fields of.
  private func isOutsideObjects(_ path: [String]) -> Bool {
    path.indices.dropFirst().allSatisfy { end in
      if case .object? = service.envelopeField(at: Array(path[..<end]))?.type {
        false
      } else {
        true
      }
    }
  }

  mutating func envelopeField(_ path: Located<[String]>) -> Field? {
    if let field = service.envelopeField(at: path.value) { return field }
    unknownPath(path, [])
    return nil
  }
}
