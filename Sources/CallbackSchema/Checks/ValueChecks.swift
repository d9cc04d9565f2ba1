import SchemaSource

extension Checks {
  /// Converts every wire value to the type of its field.
  static func typeValues(_ service: inout Service, _ reader: inout NodeReader) {
    let known = service
    type(&service.envelope, Scope(levels: [], service: known), &reader)
    for place in service.objects.indices {
      let all = known.fields(of: known.objects[place])
      type(&service.objects[place].fields, Scope(levels: [all], service: known), &reader)
    }
    let discriminator = known.envelopeField(at: known.discriminator.value.path)
    for place in service.events.indices {
      var event = service.events[place]
      let all = known.fields(of: event)
      type(&event.fields, Scope(levels: [all], service: known), &reader)
      if let discriminator {
        if event.id.range == event.range, let scalar = discriminator.valueType(in: known),
          scalar != .string, CallbackSchema.typed(event.id.value, as: scalar) == nil
        {
          reader.error(
            .missingKey, "'id' is missing: the value of '\(discriminator.wire)' in this event",
            at: event.range,
            notes: [.init(message: "the field is here", range: discriminator.range)],
            fix: "add id: with the event's number")
        } else if let typed = typed(event.id, for: discriminator, known, &reader) {
          event.id = typed
        }
      }
      for index in event.constants.indices {
        let constant = event.constants[index]
        guard let field = envelopeField(constant.path, known, &reader),
          isComparable(field, known, at: constant.path.range, &reader),
          let typed = typed(constant.value, for: field, known, &reader)
        else { continue }
        event.constants[index].value = typed
        checkListed(typed, field, known, &reader)
      }
      service.events[place] = event
    }
    for place in service.formats.indices {
      type(&service.formats[place].parts, Scope(levels: [], service: known), &reader)
    }
    let envelope = Scope(levels: [], service: known)
    type(&service.guards, envelope, &reader)
    for index in service.delivery.probes.indices {
      type(&service.delivery.probes[index].clauses, envelope, &reader)
    }
  }

  private static func type(_ fields: inout [Field], _ scope: Scope, _ reader: inout NodeReader) {
    for index in fields.indices {
      var field = fields[index]
      if let constant = field.constant {
        field.constant = typed(constant, for: field, scope.service, &reader)
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
        field.defaultValue = typed(value, for: field, scope.service, &reader)
      }
      if let value = field.example {
        field.example = typed(value, for: field, scope.service, &reader)
      }
      if case .clauses(var clauses, let range)? = field.condition {
        type(&clauses, scope, &reader)
        field.condition = .clauses(clauses, range)
      }
      typeReadings(&field, scope, &reader)
      switch field.type {
      case .nested(var inner):
        type(&inner, Scope(levels: scope.levels + [inner], service: scope.service), &reader)
        field.type = .nested(inner)
      case .dependent(var dependency):
        type(&dependency, scope, &reader)
        field.type = .dependent(dependency)
      default: break
      }
      fields[index] = field
    }
  }

  private static func typeReadings(
    _ field: inout Field, _ scope: Scope, _ reader: inout NodeReader
  ) {
    guard var readings = field.readings else { return }
    for place in readings.entries.indices {
      var reading = readings.entries[place]
      reading.constant = reading.constant.flatMap { typed($0, for: field, scope.service, &reader) }
      if case .to(let value)? = reading.defaultValue {
        reading.defaultValue = typed(value, for: field, scope.service, &reader).map { .to($0) }
      }
      if case .to(.clauses(var clauses, let range))? = reading.condition {
        type(&clauses, scope, &reader)
        reading.condition = .to(.clauses(clauses, range))
      }
      readings.entries[place] = reading
    }
    field.readings = readings
  }

  private static func type(
    _ dependency: inout Dependency, _ scope: Scope, _ reader: inout NodeReader
  ) {
    guard let selector = scope.field(at: dependency.selector.value) else {
      unknownPath(dependency.selector, scope, &reader)
      return
    }
    guard isComparable(selector, scope.service, at: dependency.selector.range, &reader) else {
      return
    }
    for index in dependency.choices.indices {
      let choice = dependency.choices[index]
      let value = Located(choice.value, at: choice.table.range)
      if let typed = typed(value, for: selector, scope.service, &reader) {
        dependency.choices[index].value = typed.value
        checkListed(typed, selector, scope.service, &reader)
      }
    }
  }

  private static func type(
    _ clauses: inout [Condition.Clause], _ scope: Scope, _ reader: inout NodeReader
  ) {
    for index in clauses.indices {
      let clause = clauses[index]
      guard let field = scope.field(at: clause.path.value) else {
        unknownPath(clause.path, scope, &reader)
        continue
      }
      guard isComparable(field, scope.service, at: clause.path.range, &reader) else { continue }
      clauses[index].values = clause.values.compactMap {
        typed(Located($0, at: clause.path.range), for: field, scope.service, &reader)?.value
      }
    }
  }

  private static func typed(
    _ value: Located<WireValue>, for field: Field, _ service: Service, _ reader: inout NodeReader
  ) -> Located<WireValue>? {
    guard let scalar = field.valueType(in: service) else {
      reader.error(
        .badValue, "'\(field.wire)' has no single value, because it is an object or a list",
        at: value.range,
        notes: [.init(message: "the field is here", range: field.range)])
      return nil
    }
    if let typed = CallbackSchema.typed(value.value, as: scalar), fits(typed, field) {
      return Located(typed, at: value.range)
    }
    let quoted = if case .string = value.value, scalar != .string { true } else { false }
    reader.error(
      .badValue,
      "'\(value.value.text)' is not a value of '\(field.wire)', which is \(name(of: field, scalar))",
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
  private static func checkListed(
    _ value: Located<WireValue>, _ field: Field, _ service: Service, _ reader: inout NodeReader
  ) {
    let table: CodeTable? =
      switch field.type {
      case .table(let name): service.table(named: name)
      case .ownTable(let table): table
      default: nil
      }
    guard let table, table.kind == .codes, table.otherwise == nil,
      table.row(for: value.value) == nil
    else {
      return
    }
    reader.error(
      .notListed, "'\(value.value.text)' is not listed in table '\(table.name)'", at: value.range,
      notes: [table.noteOnMissing(value.value)])
  }

  static func unknownPath(_ path: Located<[String]>, _ scope: Scope, _ reader: inout NodeReader) {
    guard !reader.isIncomplete else { return }
    let near = (scope.levels.last ?? []).map(\.wire) + scope.service.envelope.map(\.wire)
    let text = path.value.joined(separator: ".")
    let payload = scope.service.payload.value.path
    if path.value.starts(with: payload), path.value.count > payload.count {
      reader.error(
        .unknownPath, "'\(text)' is inside the payload, whose members differ by event",
        at: path.range, fix: "name a member of the envelope")
      return
    }
    let header = scope.service.delivery.headers.first { [$0.wire] == path.value }
    let closest = header.map { "header \($0.wire)" } ?? closestMatch(to: text, in: near)
    reader.error(
      .unknownPath, "'\(text)' is not the path of a field", at: path.range,
      fix: closest.map { "did you mean '\($0)'?" })
  }

  static func envelopeField(
    _ path: Located<[String]>, _ service: Service, _ reader: inout NodeReader
  ) -> Field? {
    if let field = service.envelopeField(at: path.value) { return field }
    unknownPath(path, Scope(levels: [], service: service), &reader)
    return nil
  }
}
