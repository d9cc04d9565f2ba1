@_spi(Generated) import CallbackRuntime
import CallbackSchema

extension DocumentedPlanMaker {
  /// The checks of a field.
  mutating func check(
    _ field: FieldShape, at path: [String]?
  ) throws -> DocumentedPlan.Check {
    if let constant = field.constant {
      switch try value(constant) {
      case .text(let text):
        return DocumentedPlan.Check(operation: .textConstant, index: add([text]))
      case .integer(let number):
        return DocumentedPlan.Check(operation: .integerConstant, lower: number)
      case .boolean(let flag):
        return DocumentedPlan.Check(operation: .booleanConstant, lower: flag ? 1 : 0)
      case .absent: throw LeftOut()
      }
    }
    var check = try self.check(field.content, of: field, at: path)
    for constraint in field.field.constraints {
      try add(constraint, to: &check, of: field)
    }
    return check
  }

  private mutating func check(
    _ content: FieldShape.Content, of field: FieldShape, at path: [String]?
  ) throws -> DocumentedPlan.Check {
    switch content {
    case .scalar(let scalar):
      switch scalar {
      case .string: return DocumentedPlan.Check(operation: .text)
      case .bool: return DocumentedPlan.Check(operation: .boolean)
      case .int: return DocumentedPlan.Check(operation: .integer)
      case .int32:
        return DocumentedPlan.Check(
          operation: .integer, lower: Int(Int32.min), upper: Int(Int32.max))
      case .uint32:
        return DocumentedPlan.Check(operation: .integer, lower: 0, upper: Int(UInt32.max))
      case .int64:
        // Where `Int` has 64 bits, as on every platform of the tool.
        return DocumentedPlan.Check(operation: .integer)
      case .double: return DocumentedPlan.Check(operation: .number)
      case .json: return DocumentedPlan.Check(operation: .json)
      case .uint64: return DocumentedPlan.Check(operation: .unsigned, lower: 0)
      case .object: throw LeftOut()
      }
    case .time(let unit):
      return DocumentedPlan.Check(
        operation: .time, unit: unit, otherUnit: field.otherUnit ?? unit)
    case .codes(let table): return try codes(table, of: field)
    case .stringOrInteger: return DocumentedPlan.Check(operation: .textOrInteger)
    case .time3339, .text: return DocumentedPlan.Check(operation: .text)
    case .object(let inner):
      return DocumentedPlan.Check(operation: .object, index: try object(inner, at: path))
    case .named(let name): return DocumentedPlan.Check(operation: .object, index: try object(name))
    case .list(let element):
      let check = try check(element, of: field, at: nil)
      switch check.operation {
      case .list, .discriminator, .payload: throw LeftOut()
      default: break
      }
      plan.elements.append(check)
      return DocumentedPlan.Check(
        operation: .list, index: plan.elements.count - 1, lower: 0,
        hasNulls: field.field.hasNullElements)
    case .discriminator: return DocumentedPlan.Check(operation: .discriminator)
    case .payload: return DocumentedPlan.Check(operation: .payload)
    case .textTime, .textInteger, .textNumber, .textBool, .numericBool, .map, .union, .choice, .key:
      throw LeftOut()
    }
  }

  /// Adds an object of the service, which may contain itself.
  private mutating func object(_ name: String) throws -> Int {
    if let known = named[name] {
      guard let known else { throw LeftOut() }
      return known
    }
    guard let inner = shape.objects[name] else { throw LeftOut() }
    named[name] = .some(plan.objects.count)
    namedInOrder.append(name)
    do { return try object(inner) } catch {
      named[name] = .some(nil)
      throw error
    }
  }

  private mutating func codes(
    _ table: CallbackSchema.CodeTable, of field: FieldShape
  ) throws -> DocumentedPlan.Check {
    if table.kind == .flags {
      guard table.raw != .uint64 else { throw LeftOut() }
      return DocumentedPlan.Check(operation: .flags, lower: table.bits())
    }
    var listed: [WireValue]?
    for case .listed(let values) in field.field.constraints { listed = values.map(\.value) }
    let rows = table.rows.map(\.value)
    guard table.otherwise == nil else {
      guard listed == nil else { throw LeftOut() }
      return try check(.scalar(table.raw), of: field, at: nil)
    }
    let values = rows.filter { listed?.contains($0) ?? true }
    // A code that is documented for another field is a finding in every edition, an unknown one in those that list the codes.
    let listing = listed == nil ? field.listing : 0
    if table.raw == .string {
      return DocumentedPlan.Check(
        operation: .textCode, index: add(values.map(\.text)), listing: listing)
    }
    let integers = try values.map { value -> Int in
      guard case .integer(let number) = try self.value(value) else { throw LeftOut() }
      return number
    }
    plan.integers.append(integers)
    return DocumentedPlan.Check(
      operation: .integerCode, index: plan.integers.count - 1, listing: listing)
  }

  private mutating func add(_ texts: [String]) -> Int {
    plan.names.append(FieldNames(texts))
    plan.nameTexts.append(texts)
    return plan.names.count - 1
  }

  private mutating func add(
    _ constraint: Constraint, to check: inout DocumentedPlan.Check, of field: FieldShape
  ) throws {
    switch constraint {
    case .unit:
      guard check.operation == .time, let bounds = field.field.impliedBounds else { break }
      limit(&check, bounds)
    case .range(let bounds):
      switch check.operation {
      case .integer, .unsigned, .time: limit(&check, bounds.value)
      case .list, .text: break
      default: throw LeftOut()
      }
    case .length(let length):
      let lower = length.value.lower.flatMap { Int($0) } ?? 0
      let upper = length.value.upper.flatMap { Int($0) } ?? .max
      switch check.operation {
      case .list: (check.lower, check.upper) = (lower, upper)
      case .text, .limitedText:
        try limitText(&check) { ($0.lower, $0.upper) = (lower, upper) }
      case .integer, .unsigned, .time, .boolean, .number: break
      default: throw LeftOut()
      }
    case .characters(let characters):
      try limitText(&check) { $0.characters = CharacterRanges(characters.value) }
    case .pattern:
      guard let pattern = field.pattern else { break }
      try limitText(&check) { $0.pattern = pattern }
    case .format(let format):
      switch (field.content, format) {
      case (.time3339, _): try limitText(&check) { $0.isTime = true }
      case (.text(let matcher), _): try limitText(&check) { $0.matcher = matcher }
      case (.scalar, .standard(let standard)):
        guard let format = StandardFormat(rawValue: standard.rawValue) else { throw LeftOut() }
        try limitText(&check) { $0.format = format }
      default: break
      }
    case .condition, .constant, .listed: break
    }
  }

  private func limit(_ check: inout DocumentedPlan.Check, _ bounds: Bounds) {
    check.lower = max(check.lower, bounds.lower.flatMap { Int($0) } ?? .min)
    check.upper = min(check.upper, bounds.upper.flatMap { Int($0) } ?? .max)
  }

  private mutating func limitText(
    _ check: inout DocumentedPlan.Check, _ limit: (inout DocumentedPlan.Text) -> Void
  ) throws {
    switch check.operation {
    case .text:
      plan.texts.append(DocumentedPlan.Text())
      check.operation = .limitedText
      check.index = plan.texts.count - 1
    case .limitedText: break
    default: throw LeftOut()
    }
    limit(&plan.texts[check.index])
  }
}
