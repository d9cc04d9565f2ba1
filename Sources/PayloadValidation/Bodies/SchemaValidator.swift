@_spi(Generated) import CallbackRuntime
import CallbackSchema

/// Validates decoded values against the schema, with the checks of generated code and in their order.
struct SchemaValidator {
  let shape: ServiceShape
  private(set) var validator = _ValidationContext()

  init(_ shape: ServiceShape) { self.shape = shape }

  consuming func findings() -> [Finding] { validator.findings() }

  mutating func check(_ callback: ReadCallback) {
    validator.enter(shape.editions)
    let id = _ValidationContext.text(callback.id.raw)
    let keyPath = shape.keyPath.map { $0 + [callback.id.text] }
    let discriminator = keyPath?.joined(separator: ".") ?? shape.discriminator
    switch callback.event {
    case .otherProduct:
      return at(discriminator) { $0.validator.otherProduct("", id: id) }
    case .unrecognized:
      return at(discriminator) { $0.validator.unrecognized("", id: id) }
    case .typed(let event, _): checkConstants(of: event, in: callback)
    case .malformed: break
    }
    members(callback.envelope)
    switch callback.event {
    case .typed(let event, let object): at(event.location.text) { $0.object(object) }
    case .malformed(let fault):
      let location = shape.events[callback.id]?.location ?? shape.service.payloadLocation
      at(location.text) { $0.validator.malformed(id: id, fault) }
    case .unrecognized, .otherProduct: break
    }
  }

  /// Validates an object and its members.
  mutating func object(_ object: ReadObject) {
    validator.enter(shape.editions, documented: object.shape.documented)
    members(object)
  }

  /// Validates the value of a member.
  private mutating func at(_ member: String, _ check: (inout SchemaValidator) -> Void) {
    validator.enter(member: member)
    check(&self)
    validator.leave()
  }

  private mutating func members(_ object: ReadObject) {
    for (place, field) in object.shape.fields.enumerated() where field.constant == nil {
      at(field.field.wire) {
        $0.member(field, object.values[place], in: object, wasNull: object.nulls.contains(place))
      }
    }
  }

  private mutating func checkConstants(of event: EventShape, in callback: ReadCallback) {
    for constant in event.event.constants {
      guard let value = callback.envelope.value(at: constant.path.value)?.wire,
        value != constant.value.value
      else { continue }
      let mask =
        constant.provenance.sources.isEmpty
          && constant.provenance.editions == event.event.provenance.editions
        ? 0 : shape.service.mask(of: constant.provenance.editions)
      // Only the text of a string is quoted; that of a string or an integer is not.
      let isUnion =
        shape.service.envelopeField(at: constant.path.value)?.type == .stringOrInteger
      let texts = [value, constant.value.value].map { value -> any CustomStringConvertible in
        isUnion ? Substring(value.text) : value.raw
      }
      at(constant.path.value.joined(separator: ".")) {
        $0.validator.otherConstant("", texts[0], texts[1], mask)
      }
    }
  }

  // MARK: - Members

  private mutating func member(
    _ field: FieldShape, _ value: ReadValue?, in object: ReadObject, wasNull: Bool
  ) {
    switch field.content {
    case .discriminator, .payload, .key: return
    // The envelope's objects are always present as properties; only their leaves may be missing.
    case .object(let inner) where inner.isEnvelope:
      if case .object(let members)? = value {
        self.members(members)
      } else {
        self.members(ReadObject(shape: inner))
      }
      return
    default: break
    }
    presence(field, value, in: object, wasNull: wasNull)
    guard let value else { return }
    dependent(field, value, in: object)
    for constraint in field.field.constraints { limit(constraint, field, value) }
  }

  private mutating func presence(
    _ field: FieldShape, _ value: ReadValue?, in object: ReadObject, wasNull: Bool
  ) {
    let editions = wasNull ? field.expectedValue : field.expected
    guard let clauses = field.clauses else {
      return check(field, value, expected: field.isRequired ? 0 : editions)
    }
    var value = value
    if field.isPlainText, case .string("")? = value { value = nil }
    let holds = clauses.allSatisfy { $0.holds(in: object) }
    if validator.applies("", value != nil, when: holds, clauses.text()) {
      check(field, value, expected: editions)
    }
  }

  /// Reports a missing member, or validates its value by its type.
  private mutating func check(_ field: FieldShape, _ value: ReadValue?, expected: UInt64) {
    guard let value else { return validator.miss("", expected) }
    inside(value, field.content, listing: field.listing)
  }

  private mutating func inside(_ value: ReadValue, _ content: FieldShape.Content, listing: UInt64) {
    switch (content, value) {
    case (.codes(let table), _): code(value, in: table, listing: listing)
    case (_, .object(let members)): object(members)
    case (.list(let element), .list(let items)):
      for (index, item) in items.enumerated() {
        validator.enter(element: index)
        inside(item, element, listing: 0)
        validator.leave()
      }
    case (.map(let element), .map(let items)):
      for (name, item) in items.sorted(by: { $0.key < $1.key }) {
        at(name) { $0.inside(item, element, listing: 0) }
      }
    case (.union(let members), .alternative(let place, let item)):
      inside(item, members[place].content, listing: 0)
    case (.choice, .alternative(_, let item)): inside(item, .scalar(.json), listing: 0)
    default: break
    }
  }

  private mutating func code(
    _ value: ReadValue, in table: CallbackSchema.CodeTable, listing: UInt64 = 0
  ) {
    switch table.kind {
    case .codes:
      guard let wire = value.wire, table.otherwise == nil, table.row(for: wire) == nil else {
        return
      }
      validator.unknownCode(
        "", wire.raw, table.rows.map(\.value.raw), isListedElsewhere: table.elsewhere != nil,
        listing)
    case .flags:
      switch value {
      case .integer(let mask): validator.bits("", mask, documented: table.bits())
      case .unsigned(let mask): validator.bits("", mask, documented: table.bits())
      case .string, .double, .bool, .raw, .object, .list, .map, .alternative: break
      }
    }
  }

  /// Validates a code whose table another member selects.
  private mutating func dependent(_ field: FieldShape, _ value: ReadValue, in object: ReadObject) {
    guard case .dependent(let dependency) = field.field.type,
      let selector = object.value(of: dependency.selector.value[0])?.wire,
      let choice = dependency.choices.first(where: { $0.value == selector }),
      let table = shape.service.table(named: choice.table.value)
    else { return }
    code(value, in: table)
  }

  // MARK: - Limits

  private mutating func limit(_ constraint: Constraint, _ field: FieldShape, _ value: ReadValue) {
    switch constraint {
    case .unit:
      let unit: UnixTimeUnit
      switch field.content {
      case .time(let own), .textTime(let own): unit = own
      default: return
      }
      guard case .integer(let time) = value else { break }
      if let bounds = field.field.impliedBounds { range(bounds, value) }
      validator.unit("", time, unit)
    case .range(let bounds): range(bounds.value, value)
    case .length(let length):
      let lower = length.value.lower.flatMap { Int($0) } ?? 0
      let upper = length.value.upper.flatMap { Int($0) }
      switch value {
      case .string(let text): validator.length("", text, from: lower, through: upper)
      case .list(let items): validator.length("", items, from: lower, through: upper)
      case .integer, .unsigned, .double, .bool, .raw, .object, .map, .alternative: break
      }
    case .characters(let characters):
      guard case .string(let text) = value else { break }
      validator.characters("", text, documented: characters.value)
    case .pattern:
      guard case .string(let text) = value, let pattern = field.pattern else { break }
      validator.pattern("", text, pattern)
    case .format:
      switch (field.content, value) {
      case (.time3339, .string(let text)): validator.format("", RFC3339Time(text))
      case (.text(let matcher), .string(let text)):
        if !matcher.fits(text) { validator.noForm("", text) }
      case (.scalar, .string(let text)):
        if case .format(.standard(let standard)) = constraint,
          let format = StandardFormat(rawValue: standard.rawValue)
        {
          validator.format("", text, format)
        }
      default: break
      }
    case .listed(let listed):
      guard case .codes(let table) = field.content, let wire = value.wire,
        table.otherwise != nil || table.row(for: wire) != nil,
        !listed.contains(where: { $0.value == wire })
      else { break }
      validator.notListed("", wire.raw, listed.map(\.value.raw))
    // A condition is checked with the presence of the member; the reader compares a constant.
    case .condition, .constant: break
    }
  }

  private mutating func range(_ bounds: Bounds, _ value: ReadValue) {
    func check<T: Comparable & LosslessStringConvertible>(_ value: T) {
      let (lower, upper) = (bounds.lower.flatMap(T.init), bounds.upper.flatMap(T.init))
      validator.range("", value, from: lower, through: upper)
    }
    switch value {
    case .integer(let number): check(number)
    case .unsigned(let number): check(number)
    case .double(let number): check(number)
    case .string, .bool, .raw, .object, .list, .map, .alternative: break
    }
  }
}

extension CallbackSchema.CodeTable {
  /// The documented bits of a mask.
  func bits<T: FixedWidthInteger>() -> T {
    rows.reduce(T.zero) { $0 | (T($1.value.text) ?? 0) }
  }
}

extension Condition.Clause {
  /// Whether another member satisfies the clause; an absent one does not, and an empty plain string counts as absent.
  func holds(in object: ReadObject) -> Bool {
    guard let place = object.shape.place(of: path.value[0]) else { return false }
    return holds(
      object.values[place]?.wire, isPlainText: object.shape.fields[place].isPlainText)
  }

  func holds(_ value: WireValue?, isPlainText: Bool) -> Bool {
    let isBlank = isPlainText && value == .string("")
    return CallbackCondition.holds(isBlank ? nil : value, in: values, isNegated: isNegated)
  }
}
