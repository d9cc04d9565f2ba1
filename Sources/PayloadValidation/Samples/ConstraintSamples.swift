@_spi(Generated) import CallbackRuntime
import CallbackSchema
import SchemaSource

extension SampleMaker {
  /// The values at the limits of a constraint.
  func boundaries(
    of constraint: Constraint, _ field: Field, at path: String, in edition: Int
  ) -> [(String, JSONValue?)] {
    switch constraint {
    case .range(let bounds):
      return [bounds.value.lower, bounds.value.upper].compactMap { $0 }.map {
        ("= \($0)", field.spelling(of: .number($0)))
      }
    case .length(let length):
      return [length.value.lower, length.value.upper].compactMap { $0.flatMap { Int($0) } }.map {
        ("of length \($0)", sized($0, field, at: path, in: edition))
      }
    case .format(.text(let name)):
      guard let format = service.format(named: name.value) else { return [] }
      return format.forms.indices.compactMap { place in
        var builder = SampleBuilder(service, seed: seed)
        return builder.text(of: format, form: place).map {
          ("form \(format.forms[place].name.value)", .string($0))
        }
      }
    // The basic sample satisfies them; listed codes are sampled with the other codes.
    case .unit, .characters, .pattern, .format, .condition, .listed, .constant:
      return []
    }
  }

  /// A string or a list of a given length.
  func sized(_ count: Int, _ field: Field, at path: String, in edition: Int) -> JSONValue {
    var builder = SampleBuilder(service, seed: seed)
    guard case .list(let element) = field.type else {
      return .string(builder.text(of: count, field))
    }
    return .array(
      (0..<count).map { builder.value(element, field, at: "\(path)[\($0)]", in: edition) })
  }
}

extension NearMissMaker {
  /// Values that violate a constraint.
  mutating func add(_ constraint: Constraint, _ site: FieldSite) {
    let (field, path) = (site.field, site.path)
    switch constraint {
    case .unit(let unit):
      if let bounds = field.impliedBounds { addBeyond(bounds, site) }
      guard field.timeUnit != nil else { break }
      let (name, time) =
        unit == .unixSeconds ? ("milliseconds", "1709181296123") : ("seconds", "1709181296")
      // A time in a unit that another source documents is converted; any other is a finding.
      let isRead = field.otherTimeUnit == (unit == .unixSeconds ? .unixMilliseconds : .unixSeconds)
      miss(
        site, "in \(name)", field.spelling(of: .number(time)),
        [Expectation(path, isRead ? .otherUnit : .unit)])
    case .range(let bounds): addBeyond(bounds.value, site)
    case .length:
      let (lower, upper) = field.lengths
      // An empty string counts as absent in a condition.
      if lower > (field.effective(in: edition).condition == nil ? 0 : 1) {
        miss(site, "too short", samples.sized(lower - 1, field, at: path, in: edition), .length)
      }
      if upper < .max {
        miss(site, "too long", samples.sized(upper + 1, field, at: path, in: edition), .length)
      }
    case .characters(let characters):
      let set = CharacterRanges(characters.value)
      guard let other = ["\u{7}", "\u{E000}"].first(where: { !set.contains($0) }) else { break }
      var builder = self.builder([:])
      let text = builder.text(of: max(field.lengths.lower, 1) - 1, field) + String(other)
      miss(site, "with a strange character", .string(text), .characters)
    case .pattern:
      var builder = self.builder([:])
      let texts = Self.changes(of: builder.text(of: field)).filter {
        field.brokenRules($0).contains(.pattern)
      }
      // A string that violates the pattern alone is preferred.
      guard let text = texts.first(where: { field.brokenRules($0).count == 1 }) ?? texts.first
      else { break }
      miss(site, "that does not match", .string(text), .pattern)
    case .format(let format):
      switch format {
      case .rfc3339:
        miss(site, "no time", .string("yesterday"), [Expectation(path, .format)])
      case .text(let name):
        guard let format = service.format(named: name.value) else { break }
        let matcher = TextMatcher(format, service)
        guard let text = ["?", ""].first(where: { !matcher.fits($0) }) else { break }
        miss(site, "of no form", .string(text), [Expectation(path, .format)])
      case .standard:
        miss(site, "of another format", .string("?"), [Expectation(path, .format)])
      case .integer, .number, .boolean:
        let isText = field.type == .scalar(.string)
        unreadable(site, "of another value", isText ? .string("?") : .number("2"))
      // Every string is a list; the other formats are decoded.
      case .list, .json, .base64: break
      }
    case .listed(let listed):
      guard let table = field.codeTable(in: service), !isEventConstant(site),
        let other = table.rows.first(where: { row in !listed.contains { $0.value == row.value } })
      else { break }
      miss(site, "of another place", other.value.json, [Expectation(path, .value)])
    // Readings have conditions too; `addCondition` covers both.
    case .condition: break
    case .constant(let constant):
      let other: JSONValue =
        if case .string = constant.value { .string("other") } else { .number("98765") }
      miss(site, "another constant", other, [Expectation(path, .constant)])
    }
  }

  /// A string or a list that violates a rule, with the other rules of its field that it violates.
  private mutating func miss(
    _ site: FieldSite, _ note: String, _ value: JSONValue, _ rule: Finding.Rule
  ) {
    guard case .string(let text) = value else {
      return miss(site, note, value, [Expectation(site.path, rule)])
    }
    let rules = site.field.brokenRules(text)
    guard rules.contains(rule) else { return }
    miss(site, note, value, rules.map { Expectation(site.path, $0) })
  }

  /// Strings that differ from a string in one character at an end.
  private static func changes(of text: String) -> [String] {
    let others = ["!", "a", "Z", "0", " ", "-", "\u{e9}"]
    return [String(text.dropLast())].filter { !$0.isEmpty }
      + others.flatMap { [text + $0, $0 + text.dropFirst(), text.dropLast() + $0, $0] }
  }

  /// The nearest numbers outside bounds, if the type has them.
  private mutating func addBeyond(_ bounds: Bounds, _ site: FieldSite) {
    guard case .scalar(let scalar) = site.field.type else { return }
    let type = site.field.timeUnit == nil ? site.field.spelled ?? scalar : .int
    for (note, end, step) in [("below", bounds.lower, -1), ("above", bounds.upper, 1)] {
      guard let digits = end.flatMap({ type.digits($0, plus: step) }) else { continue }
      let value = site.field.spelling(of: .number(digits))
      miss(site, "\(note) its range", value, [Expectation(site.path, .range)])
    }
  }
}

extension Field {
  /// The documented length.
  var lengths: (lower: Int, upper: Int) {
    (length?.value.lower.flatMap { Int($0) } ?? 0, length?.value.upper.flatMap { Int($0) } ?? .max)
  }

  /// Documented characters for samples.
  var sampleCharacters: [Character] {
    let plain = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    guard let set = characters.map({ CharacterRanges($0.value) }) else { return plain }
    let allowed = plain.filter { $0.unicodeScalars.allSatisfy(set.contains) }
    return allowed.isEmpty ? set.sample.map { [Character($0)] } ?? plain : allowed
  }

  /// The rules of the constraints that a string violates.
  func brokenRules(_ text: String) -> [Finding.Rule] {
    constraints.compactMap { constraint in
      switch constraint {
      case .length:
        let count = text.unicodeScalars.count
        return count < lengths.lower || count > lengths.upper ? .length : nil
      case .characters(let characters):
        let set = CharacterRanges(characters.value)
        return text.unicodeScalars.allSatisfy(set.contains) ? nil : .characters
      case .pattern: return compiledPattern?.matches(text) == false ? .pattern : nil
      case .unit, .range, .format, .condition, .listed, .constant: return nil
      }
    }
  }
}

extension CallbackSchema.Scalar {
  /// The digits of the sum of a number and a small one; nil if the type cannot represent it.
  fileprivate func digits(_ text: String, plus step: Int) -> String? {
    func sum<T: FixedWidthInteger>(_: T.Type) -> String? {
      guard let value = T(text) else { return nil }
      let (sum, isOver) =
        step < 0 ? value.subtractingReportingOverflow(1) : value.addingReportingOverflow(1)
      return isOver ? nil : "\(sum)"
    }
    if self == .double { return Double(text).map { "\($0 + Double(step))" } }
    return integerType.flatMap { sum($0) }
  }

  /// The number of bits of the type.
  var bitWidth: Int { integerType?.bitWidth ?? 64 }

  /// The digits of a mask in the type.
  func digits(of bits: UInt64) -> String {
    integerType.map { "\($0.init(truncatingIfNeeded: bits))" } ?? "\(bits)"
  }
}

extension WireValue {
  /// The bits of an integer.
  var bits: UInt64 { UInt64(text) ?? Int64(text).map { UInt64(bitPattern: $0) } ?? 0 }
}

extension SampleBuilder {
  /// A string of documented characters with a given length, which matches the pattern if such a string exists.
  mutating func text(of count: Int, _ field: Field) -> String {
    field.compiledPattern.flatMap { text(of: count, $0, field) }
      ?? String(repeating: field.sampleCharacters[0], count: count)
  }

  /// A string of a documented length that matches a pattern; nil if there is none.
  mutating func text(matching pattern: Pattern, _ field: Field) -> String? {
    let (shortest, longest) = pattern.automaton.lengths
    let lower = max(field.lengths.lower, shortest)
    let upper = min(field.lengths.upper, longest ?? .max)
    guard lower <= upper else { return nil }
    // Some lengths have no match, such as the odd ones of (ab)*.
    let near = (lower...min(upper, lower + 8)).shuffled(using: &generator)
    let further = Array((lower...min(upper, lower + 1000)).dropFirst(near.count))
    for count in near + further {
      if let text = text(of: count, pattern, field) { return text }
    }
    return nil
  }

  /// A walk through the automaton that ends after a given number of characters.
  private mutating func text(of count: Int, _ pattern: Pattern, _ field: Field) -> String? {
    let automaton = pattern.automaton
    if count == 0 { return automaton.isNullable ? "" : nil }
    let documented = field.characters.map { CharacterRanges($0.value) }
    let sets = automaton.positions.map { position in
      documented.map(position.set.intersection) ?? position.set
    }
    let usable = automaton.positions.indices.filter { sets[$0].sample != nil }
    // The states from which a number of further characters leads to a match.
    var reaching = [Set(usable.filter { automaton.positions[$0].isLast })]
    for left in 1..<max(count, 1) {
      reaching.append(
        Set(
          usable.filter { place in
            automaton.positions[place].next.contains(where: reaching[left - 1].contains)
          }))
    }
    var text = ""
    var next = automaton.first
    for left in (0..<count).reversed() {
      guard let place = next.filter(reaching[left].contains).randomElement(using: &generator),
        let character = sets[place].samples.randomElement(using: &generator)
      else { return nil }
      text.unicodeScalars.append(character)
      next = automaton.positions[place].next
    }
    return text
  }
}

extension CharacterRanges {
  /// A letter or digit of the set, otherwise its first character.
  fileprivate var samples: [Unicode.Scalar] {
    let plain = "abcdefghijklmnopqrstuvwxyz0123456789".unicodeScalars.filter(contains)
    return plain.isEmpty ? [sample].compactMap { $0 } : Array(plain)
  }

  /// A visible character of the set, if it has one.
  fileprivate var sample: Unicode.Scalar? {
    let visible = intersection(CharacterRanges(ranges: [0x21...0x7E, 0xA1...0xD7FF]))
    let ranges = visible.ranges.isEmpty ? ranges : visible.ranges
    return ranges.lazy.compactMap { Unicode.Scalar($0.lowerBound) }.first
  }
}
