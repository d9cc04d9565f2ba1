@_spi(Generated) import CallbackRuntime
import SchemaSource

extension Checks {
  /// The position of a field.
  enum FieldRole {
    case member
    /// The member of the envelope that contains the event's payload.
    case payload
    /// A part of a text format.
    case part
  }

  /// Checks that the constraints of a field fit its type and each other.
  mutating func checkConstraints(of field: Field, _ role: FieldRole) {
    guard !field.constraints.isEmpty, !isLost(field) else { return }
    let scalar = field.spelled ?? field.valueType(in: service)
    let isText = field.type == .scalar(.string) && field.format == nil
    for constraint in field.constraints {
      switch constraint {
      case .unit(let unit):
        guard scalar?.kind != .number else { continue }
        reader.error(
          .contradiction, "'\(field.wire)' is no number and counts no \(unit.rawValue)",
          at: field.range)
      case .range(let bounds): check(range: bounds, of: field)
      case .length(let length): check(length: length, of: field, isText: isText)
      case .characters(let characters):
        guard !isText else { continue }
        reader.error(
          .contradiction, "'\(field.wire)' is no plain text and has no characters",
          at: characters.range)
      case .pattern(let pattern):
        check(pattern: pattern, of: field, isText: isText && role != .part)
      case .format(let format): check(format, of: field, role)
      case .constant(let constant):
        guard scalar == .double || Self.isFraction(constant.value) else { continue }
        reader.error(
          .contradiction, "a fraction is no constant: '\(field.wire)' cannot be compared exactly",
          at: field.range, fix: "remove const")
      // Their values are checked where they are typed.
      case .condition, .listed: break
      }
    }
  }

  /// Whether a constant of a field that holds any JSON is a number with a fraction or an exponent.
  private static func isFraction(_ value: WireValue) -> Bool {
    guard case .number(let text) = value else { return false }
    return !isInteger(text)
  }

  private mutating func check(range bounds: Located<Bounds>, of field: Field) {
    guard let scalar = field.spelled ?? field.valueType(in: service), scalar.kind == .number,
      case .scalar = field.type
    else {
      reader.error(
        .badRange, "'\(field.wire)' is no plain number and has no range", at: bounds.range,
        fix: field.codeTable(in: service) == nil ? nil : "its values say already what it can be")
      return
    }
    for end in [bounds.value.lower, bounds.value.upper].compactMap({ $0 })
    where scalar.isInteger && !(scalar.holds(integer: end) && Self.fits(.number(end), field)) {
      let isTime = scalar.holds(integer: end)
      reader.error(
        .badRange, "\(end) is no \(isTime ? "time in 64 bits" : scalar.rawValue)", at: bounds.range)
    }
  }

  private mutating func check(length: Located<Bounds>, of field: Field, isText: Bool) {
    let isList = if case .list = field.type { true } else { false }
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

  private mutating func check(pattern: Located<String>, of field: Field, isText: Bool) {
    guard isText else {
      reader.error(
        .contradiction, "'\(field.wire)' is no plain text and has no pattern", at: pattern.range)
      return
    }
    guard let length = field.length,
      let (shortest, longest) = try? Pattern(parsing: pattern.value).automaton.lengths
    else { return }
    let lower = length.value.lower.flatMap { Int($0) } ?? 0
    let upper = length.value.upper.flatMap { Int($0) } ?? .max
    guard shortest > upper || longest ?? .max < lower else { return }
    reader.error(
      .contradiction, "no text of this length matches the pattern of '\(field.wire)'",
      at: length.range, notes: [.init(message: "the pattern is here", range: pattern.range)])
  }

  private mutating func check(_ format: Format, of field: Field, _ role: FieldRole) {
    switch format {
    case .json where role != .payload:
      reader.error(
        .contradiction, "only the member that holds the event is read as JSON inside a string",
        at: field.range, fix: "leave format away and read the text")
    case .base64 where role != .part:
      reader.error(.contradiction, "base64 is for the parts of a format", at: field.range)
    case .standard, .integer, .number, .boolean:
      guard role == .part else { break }
      reader.error(
        .contradiction, "a part of a format has no format but base64", at: field.range,
        fix: "write the type int for digits; leave format away otherwise")
    case .list, .json, .rfc3339, .text, .base64: break
    }
    // A part may be a number or a string, base64 is decoded before, and a boolean may be 0 or 1.
    guard field.type != .scalar(.string), role != .part, field.spelled == nil else { return }
    reader.error(
      .contradiction, "a format is for strings, which '\(field.wire)' is not", at: field.range)
  }
}
