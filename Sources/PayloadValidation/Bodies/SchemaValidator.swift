import CallbackRuntime
import CallbackSchema

/// Holds what was read to the schema, rule by rule in the order of generated code.
struct SchemaValidator {
  let shape: ServiceShape
  private(set) var validator = Validator()

  init(_ shape: ServiceShape) { self.shape = shape }

  consuming func findings() -> [Finding] { validator.findings() }

  mutating func check(_ callback: ReadCallback) {
    validator.enter(shape.editions)
    let discriminator = shape.service.discriminator.value.path.joined(separator: ".")
    switch callback.event {
    case .otherProduct:
      return report(
        discriminator, .otherProduct, .notice, "event \(callback.idText) of another product")
    case .unrecognized:
      return report(
        discriminator, .unknownEvent, .warning, "unknown event \(callback.idText)")
    case .typed(let event, _): checkConstants(of: event, in: callback)
    case .malformed: break
    }
    members(callback.envelope, at: "")
    let slot = shape.service.slot.value.path.joined(separator: ".")
    switch callback.event {
    case .typed(_, let object): self.object(object, at: slot)
    case .malformed(let fault):
      let path = fault.path.hasPrefix(slot) ? fault.path : slot
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
    for (place, field) in object.shape.fields.enumerated() where field.field.constant == nil {
      let name = path.isEmpty ? field.field.wire : "\(path).\(field.field.wire)"
      member(field, object.values[place], in: object, at: name)
    }
  }

  private mutating func checkConstants(of event: EventShape, in callback: ReadCallback) {
    for constant in event.event.constants {
      guard let value = callback.envelope.value(at: constant.path.value),
        value.wire != constant.value.value
      else { continue }
      let mask =
        constant.testimony.sources.isEmpty
          && constant.testimony.editions == event.event.testimony.editions
        ? 0 : shape.service.mask(of: constant.testimony.editions)
      report(
        constant.path.value.joined(separator: "."), .constant, .warning,
        "\(value.text) instead of \(constant.value.value.message)", mask)
    }
  }

  private mutating func report(
    _ path: String, _ rule: Finding.Rule, _ severity: Finding.Severity, _ message: String,
    _ mask: UInt64 = 0
  ) {
    validator.report(at: path, rule, severity, message, mask)
  }

  // MARK: - Members

  private mutating func member(
    _ field: FieldShape, _ value: ReadValue?, in object: ReadObject, at path: String
  ) {
    switch field.content {
    case .discriminator, .slot: return
    // The envelope's objects are always there, as properties; only their leaves may be missing.
    case .object(let inner) where inner.isEnvelope:
      if case .object(let members)? = value {
        self.members(members, at: path)
      } else {
        self.members(ReadObject(shape: inner), at: path)
      }
      return
    default: break
    }
    presence(field, value, in: object, at: path)
    if let value {
      dependent(field, value, in: object, at: path)
      listed(field, value, at: path)
      limits(field, value, at: path)
    }
  }

  private mutating func presence(
    _ field: FieldShape, _ value: ReadValue?, in object: ReadObject, at path: String
  ) {
    let expected = field.isRequired ? 0 : field.expected
    guard case .clauses(let clauses, _)? = field.field.condition else {
      return check(field, value, expected: expected, at: path)
    }
    var value = value
    if field.isPlainText, case .string("")? = value { value = nil }
    if clauses.allSatisfy({ holds($0, in: object) }) {
      check(field, value, expected: field.expected, at: path)
    } else if value != nil {
      report(path, .condition, .warning, "only documented when \(Self.text(clauses))")
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
    _ field: FieldShape, _ value: ReadValue?, expected: UInt64, at path: String
  ) {
    guard let value else {
      if expected != 0 { report(path, .missing, .warning, "missing", expected) }
      return
    }
    inside(value, field.content, listing: field.listing, at: path)
  }

  private mutating func inside(
    _ value: ReadValue, _ content: FieldShape.Content, listing: UInt64, at path: String
  ) {
    switch (content, value) {
    case (.codes(let table), _): code(value, in: table, listing: listing, at: path)
    case (_, .object(let members)): object(members, at: path)
    case (.list(let element), .list(let items)):
      for (index, item) in items.enumerated() {
        inside(item, element, listing: 0, at: "\(path)[\(index)]")
      }
    default: break
    }
  }

  private mutating func code(
    _ value: ReadValue, in table: CallbackSchema.CodeTable, listing: UInt64 = 0, at path: String
  ) {
    guard let wire = value.wire else { return }
    switch table.kind {
    case .codes:
      guard table.otherwise == nil, table.row(for: wire) == nil else { return }
      let documented = Validator.list(table.rows.map(\.value.text))
      report(
        path, .unknownCode, table.elsewhere == nil ? .warning : .notice,
        "unknown value \(value.text) (documented: \(documented))", listing)
    case .flags:
      let known = table.rows.reduce(Int64(0)) { $0 | (Int64($1.value.text) ?? 0) }
      let bits = Int64(wire.text) ?? 0
      guard bits & ~known != 0 else { return }
      report(
        path, .unknownBits, .warning, "unknown bits \(bits & ~known) (documented: \(known))")
    }
  }

  /// A code whose table another member picks.
  private mutating func dependent(
    _ field: FieldShape, _ value: ReadValue, in object: ReadObject, at path: String
  ) {
    guard case .dependent(let dependency) = field.field.type,
      let selector = object.value(of: dependency.selector.value[0])?.wire,
      let choice = dependency.choices.first(where: { $0.value == selector }),
      let table = shape.service.table(named: choice.table.value)
    else { return }
    code(value, in: table, at: path)
  }

  /// A documented code that is not listed at this place.
  private mutating func listed(_ field: FieldShape, _ value: ReadValue, at path: String) {
    let listed = field.field.listed
    guard !listed.isEmpty, case .codes(let table) = field.content, let wire = value.wire,
      table.otherwise != nil || table.row(for: wire) != nil,
      !listed.contains(where: { $0.value == wire })
    else { return }
    let documented = Validator.list(listed.map(\.value.text))
    report(path, .value, .warning, "\(value.text) here (documented: \(documented))")
  }

  // MARK: - Limits

  private mutating func limits(_ field: FieldShape, _ value: ReadValue, at path: String) {
    if let bounds = field.field.checkedBounds { range(bounds, value, at: path) }
    if let length = field.field.length?.value { self.length(length, value, at: path) }
    if let characters = field.field.characters, case .string(let text) = value {
      let set = CharacterRanges(characters.value)
      if let other = text.unicodeScalars.first(where: { !set.contains($0) }) {
        report(
          path, .characters, .warning,
          "'\(other)' in \"\(text)\" (documented: \(characters.value))")
      }
    }
    if case .time(let unit) = field.content, case .integer(let digits) = value,
      let number = Int(digits), let other = unit.likelier(for: number)
    {
      report(path, .unit, .warning, "\(digits) looks like \(other), not \(unit)")
    }
    switch (field.content, value) {
    case (.time3339, .string(let text)) where RFC3339Time(text).sinceEpoch == nil:
      report(path, .format, .warning, "\"\(text)\" is no time of RFC 3339")
    case (.text(let format), .string(let text)) where !TextMatcher(format, shape.service).fits(text):
      report(path, .format, .notice, "\"\(text)\" has none of the documented forms")
    default: break
    }
  }

  private mutating func range(_ bounds: Bounds, _ value: ReadValue, at path: String) {
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
      path, .range, .warning,
      "\(value.text) (documented: \(Self.phrase(lower, upper)))")
  }

  private static func phrase(_ lower: String?, _ upper: String?) -> String {
    switch (lower, upper) {
    case (let lower?, let upper?): "\(lower) to \(upper)"
    case (let lower?, nil): "at least \(lower)"
    case (nil, let upper): "at most \(upper ?? "")"
    }
  }

  private mutating func length(_ length: Bounds, _ value: ReadValue, at path: String) {
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
    report(path, .length, .warning, "\(count) \(unit) (documented: \(documented))")
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
