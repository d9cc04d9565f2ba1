@_spi(Generated) import CallbackRuntime
import CallbackSchema

/// Decodes bodies with a schema and the reader of generated code, so that both report the same findings.
struct SchemaReader {
  let shape: ServiceShape

  /// The event's id, set while the envelope is decoded.
  private var id: WireValue?

  /// The member with the event, set while the envelope is decoded.
  private var key = EventKey()

  /// The position of the payload, set while the envelope is decoded.
  private var payload = EventPosition.absent

  init(_ shape: ServiceShape) { self.shape = shape }

  /// Decodes a whole callback; nil after an error, which the reader holds.
  mutating func callback(_ reader: inout _JSONReader) -> ReadCallback? {
    id = nil
    key = EventKey()
    payload = .absent
    let body = reader.beginCallback()
    let envelope = object(shape.envelope, &reader)
    if let parts = shape.parts { id = identify(parts, envelope, from: body, &reader) }
    if let keys = shape.keys {
      id = reader.identify(&key, at: keys, of: body).map { .string($0) }
    }
    guard let id = reader.discriminator(id, shape.discriminator) else { return nil }
    if isForeign(envelope) {
      _ = reader.raw(at: body)
      return ReadCallback(envelope: envelope, id: id, event: .otherProduct)
    }
    var event = ReadCallback.Event.unrecognized
    if shape.keys != nil {
      reader.readEvent(at: key) { event = self.event(id, &$0) }
    } else if shape.hasOnePayload {
      reader.readEvent(at: payload, shape.place) { event = self.event(id, &$0) }
    } else {
      let place = shape.events[id]?.place ?? shape.place
      reader.readEvent(at: place, of: body) { event = self.event(id, &$0) }
    }
    return ReadCallback(envelope: envelope, id: id, event: event)
  }

  /// The id of the event with the longest matching id; nil without a first part.
  func identify(
    _ parts: [PartShape], _ envelope: ReadObject, from body: _JSONReader.Mark,
    _ reader: inout _JSONReader
  ) -> WireValue? {
    var found: [String?] = []
    for part in parts {
      switch part {
      case .header(let name): found.append(reader.header(name))
      case .member(let path): found.append(envelope.value(at: path)?.wire?.text)
      case .inPayload(let place): found.append(reader.text(at: place, of: body))
      }
    }
    return shape.ids.id(of: found).map { .string($0) }
  }

  /// Decodes an object.
  mutating func object(_ shape: ObjectShape, _ reader: inout _JSONReader) -> ReadObject {
    var object = ReadObject(shape: shape)
    var flat: [Int: ReadObject] = [:]
    var scope = ObjectScope(envelope: shape.isEnvelope)
    while reader.nextField(&scope, shape.names) {
      let place = scope.field
      guard place < shape.fields.count else {
        let (holder, member) = shape.flattened[place - shape.fields.count]
        flattenedMember(member, of: shape.fields[holder], holder, &flat, &reader)
        continue
      }
      if shape.fields[place].canBeNull, reader.takesNull() {
        object.nulls.insert(place)
        continue
      }
      if case .key = shape.fields[place].content {
        reader.readKey(&key, scope, shape.names)
      } else {
        object.values[place] = value(of: shape.fields[place], &reader)
      }
    }
    if shape.required.count == 1 {
      reader.close(
        &scope, shape.names, required: shape.required[0], constants: shape.constants[0])
    } else {
      reader.close(&scope, shape.names, required: shape.required, constants: shape.constants)
    }
    for (holder, members) in flat where object.values[holder] == nil {
      object.values[holder] = .object(members)
    }
    return object
  }

  private mutating func flattenedMember(
    _ member: Int, of field: FieldShape, _ holder: Int, _ flat: inout [Int: ReadObject],
    _ reader: inout _JSONReader
  ) {
    guard let inner = objectShape(field.content) else {
      _ = reader.raw()
      return
    }
    if flat[holder] == nil {
      flat[holder] = reader.flattened(ReadObject(shape: inner), field.field.wire)
    }
    if inner.fields[member].canBeNull, reader.takesNull() {
      flat[holder]?.nulls.insert(member)
    } else {
      flat[holder]?.values[member] = value(of: inner.fields[member], &reader)
    }
  }

  private func objectShape(_ content: FieldShape.Content) -> ObjectShape? {
    switch content {
    case .object(let shape): shape
    case .named(let name): shape.objects[name]
    default: nil
    }
  }

  private mutating func value(of field: FieldShape, _ reader: inout _JSONReader) -> ReadValue? {
    if let constant = field.constant {
      switch constant {
      case .number(let digits): reader.constant(Int(digits) ?? 0)
      case .bool(let value): reader.constant(value)
      case .string(let text): reader.constant(text: text)
      case .null: _ = reader.raw()
      }
      return nil
    }
    switch field.content {
    case .discriminator:
      readDiscriminator(field.forms, &reader)
      return nil
    case .payload:
      payload = reader.skipPayload()
      return nil
    default: break
    }
    let found: ReadValue?
    if case .list(let element) = field.content {
      found = list(of: element, field, canBeNull: field.field.hasNullElements, &reader)
    } else {
      found = content(field.content, field, &reader)
    }
    if found == nil, field.isRequired { reader.markAbsent() }
    return found
  }

  private mutating func readDiscriminator(_ forms: _JSONTypes, _ reader: inout _JSONReader) {
    if shape.idType == .string {
      var text: String?
      reader.readDiscriminator(&text, accepting: forms)
      id = text.map { .string($0) }
    } else {
      var number: Int?
      reader.readDiscriminator(&number, accepting: forms)
      id = number.map { .number("\($0)") }
    }
  }

  private mutating func content(
    _ content: FieldShape.Content, _ field: FieldShape, _ reader: inout _JSONReader
  ) -> ReadValue? {
    switch content {
    case .scalar(let scalar): return self.scalar(scalar, field.forms, &reader)
    case .codes(let table): return scalar(table.raw, field.forms, &reader)
    case .time(let unit):
      return reader.time(in: unit, otherwise: field.otherUnit ?? unit, field.forms).map {
        .integer($0)
      }
    case .time3339, .text: return scalar(.string, field.forms, &reader)
    case .textTime(let unit):
      return reader.textTime(in: unit, otherwise: field.otherUnit, field.forms).map { .integer($0) }
    case .textInteger:
      var value: Int?
      reader.readText(&value, accepting: field.forms)
      return value.map { .integer($0) }
    case .textNumber:
      var value: DoubleText?
      reader.read(&value, accepting: field.forms)
      return value.map { .double($0.value) }
    case .textBool:
      var value: Bool?
      reader.readText(&value, accepting: field.forms)
      return value.map { .bool($0) }
    case .numericBool:
      var value: Bool?
      reader.readNumber(&value, accepting: field.forms)
      return value.map { .bool($0) }
    case .stringOrInteger:
      var value: StringOrInteger?
      reader.read(&value, accepting: field.forms)
      switch value {
      case .string(let text)?: return .string(text)
      case .integer(let number)?: return .integer(number)
      case nil: return nil
      }
    case .object, .named:
      guard let inner = objectShape(content) else { return nil }
      guard !reader.isNullOrFailed() else { return nil }
      let object =
        field.forms.isEmpty
        ? self.object(inner, &reader)
        : embedded(inner, forms: field.forms, isDocumented: false, &reader)
      return reader.isFailed ? nil : .object(object)
    // A list in a union, which has no null elements.
    case .list(let element): return list(of: element, field, canBeNull: false, &reader)
    case .map(let element):
      return reader.map { self.content(element, field, &$0) }.map { .map($0) }
    case .union(let members):
      return reader.alternative { reader in
        let type = reader.nextType
        let place = members.firstIndex { $0.kind.isType(type) } ?? 0
        return self.content(members[place].content, field, &reader).map { .alternative(place, $0) }
      }
    case .choice(let member, let options):
      return reader.alternative { reader in
        let value = reader.selector(member)
        let place = options.firstIndex { $0.value == value }
        let content = place.map { FieldShape.Content.named(options[$0].object) } ?? .scalar(.json)
        return self.content(content, field, &reader).map {
          .alternative(place ?? options.count, $0)
        }
      }
    case .discriminator, .payload, .key: return nil
    }
  }

  private func scalar(
    _ scalar: CallbackSchema.Scalar, _ forms: _JSONTypes, _ reader: inout _JSONReader
  ) -> ReadValue? {
    func read<T: _JSONScalar>(_: T.Type, _ wrap: (T) -> ReadValue) -> ReadValue? {
      var value: T?
      reader.read(&value, accepting: forms)
      return value.map(wrap)
    }
    switch scalar {
    case .string: return read(String.self) { .string($0) }
    case .bool: return read(Bool.self) { .bool($0) }
    case .int: return read(Int.self) { .integer($0) }
    case .int32: return read(Int32.self) { .integer(Int($0)) }
    case .int64: return read(Int64.self) { .integer(Int($0)) }
    case .uint32: return read(UInt32.self) { .integer(Int($0)) }
    case .uint64: return read(UInt64.self) { .unsigned($0) }
    case .double: return read(Double.self) { .double($0) }
    // As a scalar `null` is raw JSON; as a field it is absent.
    case .object, .json:
      var value: RawJSON?
      reader.read(&value, accepting: scalar == .object ? forms.union(.object) : forms)
      return value.map { .raw($0) }
    }
  }

  private mutating func list(
    of element: FieldShape.Content, _ field: FieldShape, canBeNull: Bool,
    _ reader: inout _JSONReader
  ) -> ReadValue? {
    guard !reader.isNullOrFailed() else { return nil }
    var items: [ReadValue] = []
    var count = 0
    while reader.nextElement(&count) {
      if canBeNull, reader.takesNull() {
        items.append(.raw(.null))
      } else if let inner = objectShape(element) {
        items.append(.object(object(inner, &reader)))
      } else if case .scalar(.json) = element {
        // Any value, `null` included.
        items.append(.raw(reader.raw()))
      } else if let item = content(element, field, &reader) {
        items.append(item)
      } else {
        reader.refuseNullElement()
      }
    }
    return reader.isFailed ? nil : .list(items)
  }
}

extension JSONKind {
  /// Whether it is the kind of a value of a JSON type.
  fileprivate func isType(_ type: JSONValueType) -> Bool {
    switch (self, type) {
    case (.string, .string), (.number, .number), (.bool, .bool), (.object, .object), (.list, .list):
      true
    default: false
    }
  }
}
