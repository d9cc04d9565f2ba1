@_spi(Generated) import CallbackRuntime
import CallbackSchema

/// Holds what was read to the schema, rule by rule in the order of generated code.
struct SchemaValidator {
  let shape: ServiceShape
  private(set) var validator = _ValidationContext()

  init(_ shape: ServiceShape) { self.shape = shape }

  consuming func findings() -> [Finding] { validator.findings() }

  mutating func check(_ callback: ReadCallback) {
    validator.enter(shape.editions)
    switch callback.event {
    case .otherProduct:
      return report(
        Spot(shape.discriminator), .otherProduct, .notice,
        "event \(callback.idText) of another product")
    case .unrecognized:
      return report(
        Spot(shape.discriminator), .unknownEvent, .warning, "unknown event \(callback.idText)")
    case .typed(let event, _): checkConstants(of: event, in: callback)
    case .malformed: break
    }
    members(callback.envelope, at: "")
    switch callback.event {
    case .typed(_, let object): self.object(object, at: shape.payload)
    case .malformed(let fault):
      let path = fault.path.hasPrefix(shape.payload) ? fault.path : shape.payload
      validator.report(
        at: path, .malformedEvent, .error, "event \(callback.idText): \(fault.problem)",
        offset: fault.offset)
    case .unrecognized, .otherProduct: break
    }
  }

  /// An object and what is inside of it.
  mutating func object(_ object: ReadObject, at path: String) {
    if object.shape.isDocumentedByAll {
      validator.enter(shape.editions)
    } else {
      validator.enter(shape.editions, documented: object.shape.documented)
    }
    members(object, at: path)
  }

  private mutating func members(_ object: ReadObject, at path: String) {
    for (place, field) in object.shape.fields.enumerated() where field.constant == nil {
      member(field, object.values[place], in: object, at: Spot(path, field.field.wire))
    }
  }

  private mutating func checkConstants(of event: EventShape, in callback: ReadCallback) {
    for constant in event.event.constants {
      guard let value = callback.envelope.value(at: constant.path.value),
        value.wire != constant.value.value
      else { continue }
      let mask =
        constant.provenance.sources.isEmpty
          && constant.provenance.editions == event.event.provenance.editions
        ? 0 : shape.service.mask(of: constant.provenance.editions)
      report(
        Spot(constant.path.value.joined(separator: ".")), .constant, .warning,
        "\(value.text) instead of \(constant.value.value.message)", mask)
    }
  }

  /// Where a member is; its path is made only when there is something to report.
  private struct Spot {
    let parent: String
    let name: String

    init(_ parent: String, _ name: String = "") {
      self.parent = parent
      self.name = name
    }

    var path: String {
      if parent.isEmpty || name.isEmpty { return parent + name }
      return parent + (name.hasPrefix("[") ? "" : ".") + name
    }
  }

  private mutating func report(
    _ spot: Spot, _ rule: Finding.Rule, _ severity: Finding.Severity, _ message: String,
    _ mask: UInt64 = 0
  ) {
    validator.report(at: spot.path, rule, severity, message, mask)
  }

  // MARK: - Members

  private mutating func member(
    _ field: FieldShape, _ value: ReadValue?, in object: ReadObject, at spot: Spot
  ) {
    switch field.content {
    case .discriminator, .payload: return
    // The envelope's objects are always there, as properties; only their leaves may be missing.
    case .object(let inner) where inner.isEnvelope:
      if case .object(let members)? = value {
        self.members(members, at: spot.path)
      } else {
        self.members(ReadObject(shape: inner), at: spot.path)
      }
      return
    default: break
    }
    presence(field, value, in: object, at: spot)
    if let value, field.hasLimits {
      dependent(field, value, in: object, at: spot)
      listed(field, value, at: spot)
      limits(field, value, at: spot)
    }
  }

  private mutating func presence(
    _ field: FieldShape, _ value: ReadValue?, in object: ReadObject, at spot: Spot
  ) {
    let expected = field.isRequired ? 0 : field.expected
    guard let clauses = field.clauses else {
      return check(field, value, expected: expected, at: spot)
    }
    var value = value
    if field.isPlainText, case .string("")? = value { value = nil }
    if clauses.allSatisfy({ holds($0, in: object) }) {
      check(field, value, expected: field.expected, at: spot)
    } else if value != nil {
      report(spot, .condition, .warning, "only documented when \(Self.text(clauses))")
    }
  }

  static func text(_ clauses: [Condition.Clause]) -> String {
    clauses.map { clause in
      let values = clause.values.map(\.text).joined(separator: " or ")
      return
        "\(clause.path.value.joined(separator: ".")) is \(clause.isNegated ? "not " : "")\(values)"
    }.joined(separator: " and ")
  }

  /// On an absent member no condition holds; an empty plain text is none.
  private func holds(_ clause: Condition.Clause, in object: ReadObject) -> Bool {
    guard let place = object.shape.place(of: clause.path.value[0]),
      let value = object.values[place]?.wire
    else { return false }
    if object.shape.fields[place].isPlainText, value == .string("") { return false }
    return clause.values.contains(value) != clause.isNegated
  }

  /// That a member is there, and what its own type knows of it.
  private mutating func check(
    _ field: FieldShape, _ value: ReadValue?, expected: UInt64, at spot: Spot
  ) {
    guard let value else {
      if expected != 0 { report(spot, .missing, .warning, "missing", expected) }
      return
    }
    inside(value, field.content, listing: field.listing, at: spot)
  }

  private mutating func inside(
    _ value: ReadValue, _ content: FieldShape.Content, listing: UInt64, at spot: Spot
  ) {
    switch (content, value) {
    case (.codes(let table), _): code(value, in: table, listing: listing, at: spot)
    case (_, .object(let members)): object(members, at: spot.path)
    case (.list(let element), .list(let items)):
      let path = spot.path
      for (index, item) in items.enumerated() {
        inside(item, element, listing: 0, at: Spot("\(path)[\(index)]"))
      }
    default: break
    }
  }

  private mutating func code(
    _ value: ReadValue, in table: CallbackSchema.CodeTable, listing: UInt64 = 0, at spot: Spot
  ) {
    guard let wire = value.wire else { return }
    switch table.kind {
    case .codes:
      guard table.otherwise == nil, table.row(for: wire) == nil else { return }
      let documented = _ValidationContext.list(table.rows.map(\.value.text))
      report(
        spot, .unknownCode, table.elsewhere == nil ? .warning : .notice,
        "unknown value \(value.text) (documented: \(documented))", listing)
    case .flags:
      if table.raw == .uint64 { return mask(wire, UInt64.self, in: table, at: spot) }
      mask(wire, Int64.self, in: table, at: spot)
    }
  }

  private mutating func mask<Bits: FixedWidthInteger>(
    _ wire: WireValue, _: Bits.Type, in table: CallbackSchema.CodeTable, at spot: Spot
  ) {
    let known = table.rows.reduce(Bits(0)) { $0 | (Bits($1.value.text) ?? 0) }
    let bits = Bits(wire.text) ?? 0
    if bits & ~known != 0 {
      report(
        spot, .unknownBits, .warning, "unknown bits \(bits & ~known) (documented: \(known))")
    }
  }

  /// A code whose table another member picks.
  private mutating func dependent(
    _ field: FieldShape, _ value: ReadValue, in object: ReadObject, at spot: Spot
  ) {
    guard case .dependent(let dependency) = field.field.type,
      let selector = object.value(of: dependency.selector.value[0])?.wire,
      let choice = dependency.choices.first(where: { $0.value == selector }),
      let table = shape.service.table(named: choice.table.value)
    else { return }
    code(value, in: table, at: spot)
  }

  /// A documented code that is not listed at this place.
  private mutating func listed(_ field: FieldShape, _ value: ReadValue, at spot: Spot) {
    let listed = field.field.listed
    guard !listed.isEmpty, case .codes(let table) = field.content, let wire = value.wire,
      table.otherwise != nil || table.row(for: wire) != nil,
      !listed.contains(where: { $0.value == wire })
    else { return }
    let documented = _ValidationContext.list(listed.map(\.value.text))
    report(spot, .value, .warning, "\(value.text) here (documented: \(documented))")
  }

  // MARK: - Limits

  private mutating func limits(_ field: FieldShape, _ value: ReadValue, at spot: Spot) {
    if let bounds = field.field.checkedBounds { range(bounds, value, at: spot) }
    if let length = field.field.length?.value { self.length(length, value, at: spot) }
    if let characters = field.field.characters, case .string(let text) = value {
      let set = CharacterRanges(characters.value)
      if let other = text.unicodeScalars.first(where: { !set.contains($0) }) {
        report(
          spot, .characters, .warning,
          "'\(other)' in \"\(text)\" (documented: \(characters.value))")
      }
    }
    if case .time(let unit) = field.content, case .integer(let digits) = value,
      let number = Int(digits), let other = unit.likelier(for: number)
    {
      report(spot, .unit, .warning, "\(digits) looks like \(other), not \(unit)")
    }
    switch (field.content, value) {
    case (.time3339, .string(let text)) where RFC3339Time(text).sinceEpoch == nil:
      report(spot, .format, .warning, "\"\(text)\" is no time of RFC 3339")
    case (.text(let matcher), .string(let text)) where !matcher.fits(text):
      report(spot, .format, .notice, "\"\(text)\" has none of the documented forms")
    default: break
    }
  }

  private mutating func range(_ bounds: Bounds, _ value: ReadValue, at spot: Spot) {
    let isBelow: Bool
    let isAbove: Bool
    var (lower, upper) = (bounds.lower, bounds.upper)
    switch value {
    case .integer(let digits):
      isBelow = lower.map { Digits(digits) < Digits($0) } ?? false
      isAbove = upper.map { Digits($0) < Digits(digits) } ?? false
    case .double(let number):
      // As a double prints itself.
      lower = lower.flatMap(Double.init).map { "\($0)" }
      upper = upper.flatMap(Double.init).map { "\($0)" }
      isBelow = lower.flatMap(Double.init).map { number < $0 } ?? false
      isAbove = upper.flatMap(Double.init).map { number > $0 } ?? false
    default: return
    }
    guard isBelow || isAbove else { return }
    report(
      spot, .range, .warning,
      "\(value.text) (documented: \(Self.phrase(lower, upper)))")
  }

  private static func phrase(_ lower: String?, _ upper: String?) -> String {
    switch (lower, upper) {
    case (let lower?, let upper?): "\(lower) to \(upper)"
    case (let lower?, nil): "at least \(lower)"
    case (nil, let upper): "at most \(upper ?? "")"
    }
  }

  private mutating func length(_ length: Bounds, _ value: ReadValue, at spot: Spot) {
    let count: Int
    let unit: String
    switch value {
    case .string(let text): (count, unit) = (text.unicodeScalars.count, "characters")
    case .list(let items): (count, unit) = (items.count, "elements")
    default: return
    }
    let lower = length.lower.flatMap { Int($0) } ?? 0
    let upper = length.upper.flatMap { Int($0) }
    guard count < lower || count > upper ?? .max else { return }
    let documented =
      upper == nil
      ? "at least \(lower)" : lower == upper ? "\(lower)" : Self.phrase("\(lower)", length.upper)
    report(spot, .length, .warning, "\(count) \(unit) (documented: \(documented))")
  }
}

extension ReadCallback {
  fileprivate var idText: String { id.message }
}

extension WireValue {
  /// As a message shows it: a string in quotes.
  fileprivate var message: String {
    if case .string(let text) = self { "\"\(text)\"" } else { text }
  }
}

/// An integer of any length, to be compared.
private struct Digits {
  private let isNegative: Bool
  private let digits: Substring

  init(_ text: String) {
    isNegative = text.hasPrefix("-")
    digits = text.drop { $0 == "-" || $0 == "0" }
  }

  static func < (one: Digits, other: Digits) -> Bool {
    if one.isNegative != other.isNegative {
      return one.isNegative && !(one.digits.isEmpty && other.digits.isEmpty)
    }
    let isSmaller =
      (one.digits.count, String(one.digits)) < (other.digits.count, String(other.digits))
    if one.digits == other.digits { return false }
    return isSmaller != one.isNegative
  }
}
