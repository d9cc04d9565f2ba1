@_spi(Generated) import CallbackRuntime

/// Recognizes bodies without findings by a plan.
///
/// Each function returns false as soon as a value is not certainly documented; the body is then decoded and validated.
package struct DocumentedReader {
  private let prepared: DocumentedPlan
  private var plan: DocumentedPlan.Tables { _read { yield prepared.tables } }
  /// The editions that document every object that was read.
  private var candidates: UInt64 = 0
  /// The editions that some value contradicts.
  private var contradicted: UInt64 = 0
  /// The index of the event; -1 before the discriminator was read.
  private var event = -1
  private var payload: EventPosition?
  /// The values of the envelope that events and guards refer to.
  private var slots: [DocumentedPlan.Value]
  /// The value that was read last, if it is compared with others.
  private var last = DocumentedPlan.Value.absent

  init(_ plan: DocumentedPlan) {
    prepared = plan
    slots = Array(repeating: .absent, count: plan.tables.slots)
  }

  /// The key of the body's event, if the body is certainly without findings; nil says nothing.
  mutating func event(in body: Span<UInt8>) -> String? {
    recognizes(body) ? plan.events[event].key : nil
  }

  /// Whether a body is certainly without findings; false says nothing.
  package mutating func recognizes(_ body: Span<UInt8>) -> Bool {
    candidates = plan.editions
    contradicted = 0
    event = -1
    payload = nil
    for slot in slots.indices { slots[slot] = .absent }
    let isDocumented = _JSONReader.reading(body) { json in
      json.collectsFindings = true
      return callback(&json) && json.takeError() == nil && json.isUneventful
    }
    // Of several editions the one with the fewest findings counts, here one without any.
    return isDocumented && (contradicted == 0 || candidates & ~contradicted != 0)
  }

  private mutating func callback(_ json: inout _JSONReader) -> Bool {
    guard object(plan.envelope, &json), event >= 0, let payload else { return false }
    var isDocumented = true
    json.readEvent(at: payload, "") { isDocumented = readPayload(&$0) }
    guard isDocumented else { return false }
    for clause in plan.guards {
      let value = slots[clause.place]
      guard value == .absent || value == .text("") || clause.holds(value) else { return false }
    }
    for constant in plan.events[event].constants {
      let value = slots[constant.slot]
      if value == .absent || value == constant.value { continue }
      guard constant.editions != 0 else { return false }
      contradicted |= constant.editions
    }
    return true
  }

  private mutating func readPayload(_ json: inout _JSONReader) -> Bool {
    let object = plan.events[event].object
    guard object >= 0 else { return false }
    guard plan.isEmbedded else { return self.object(object, &json) }
    var isDocumented = false
    return json.readEmbedded { isDocumented = self.object(object, &$0) } && isDocumented
  }

  // MARK: - Objects

  private mutating func object(_ index: Int, _ json: inout _JSONReader) -> Bool {
    let documented = plan.objects[index].documented
    if plan.editions != 0 {
      // Objects that no edition has in common: the order in which they are validated would matter.
      guard candidates & documented != 0 else { return false }
      candidates &= documented
    }
    let (names, first, count) = (
      plan.objects[index].names, plan.objects[index].first, plan.objects[index].count
    )
    var values: [DocumentedPlan.Value] = []
    if plan.objects[index].comparesMembers {
      values = Array(repeating: .absent, count: count)
    }
    var scope = ObjectScope()
    while json.nextField(&scope, names) {
      let place = scope.field
      guard place < count else { return false }
      if plan.fields[first + place].canBeNull, json.takesNull() {
        contradicted |= plan.fields[first + place].expectedValue
        continue
      }
      let isCompared = plan.fields[first + place].isCompared
      let slot = plan.fields[first + place].slot
      guard
        value(plan.fields[first + place].check, isKept: isCompared || slot >= 0, &json)
      else { return false }
      if isCompared { values[place] = last }
      if slot >= 0 { slots[slot] = last }
    }
    // After an error, too, there is no next field; the caller finds the error.
    let found = scope.found
    let required = plan.objects[index].required
    guard found & required == required else { return false }
    var absent = plan.objects[index].expected & ~found
    while absent != 0 {
      contradicted |= plan.fields[first + absent.trailingZeroBitCount].expected
      absent &= absent &- 1
    }
    for rule in plan.objects[index].rules {
      guard satisfies(plan.rules[rule], values, found) else { return false }
    }
    return true
  }

  private mutating func satisfies(
    _ rule: DocumentedPlan.Rule, _ values: [DocumentedPlan.Value], _ found: UInt64
  ) -> Bool {
    switch rule.kind {
    case .condition(let clauses, let expected, let isPlainText):
      let isBlank = isPlainText && values[rule.place] == .text("")
      let isPresent = found & 1 << UInt64(rule.place) != 0 && !isBlank
      guard clauses.allSatisfy({ $0.holds(values[$0.place]) }) else { return !isPresent }
      if !isPresent { contradicted |= expected }
    case .table(let selector, let choices):
      let (value, selected) = (values[rule.place], values[selector])
      guard value != .absent, selected != .absent else { break }
      guard let choice = choices.first(where: { $0.value == selected }) else { break }
      return choice.codes.contains(value)
    }
    return true
  }

  // MARK: - Values

  private mutating func value(
    _ check: DocumentedPlan.Check, isKept: Bool, _ json: inout _JSONReader
  ) -> Bool {
    switch check.operation {
    case .text:
      guard let text = json.skipText() else { return false }
      if isKept { last = .text(json.string(text)) }
    case .limitedText: return limitedText(check, isKept, &json)
    case .integer, .time, .integerCode, .flags, .integerConstant:
      return integer(check, &json)
    case .unsigned:
      guard let number = UInt64._readJSON(from: &json, accepting: []) else { return false }
      guard let small = Int(exactly: number) else { return check.upper == .max }
      return small >= check.lower && small <= check.upper
    case .boolean, .booleanConstant:
      guard let value = Bool._readJSON(from: &json, accepting: []) else { return false }
      if check.operation == .booleanConstant { return value == (check.lower == 1) }
      last = .boolean(value)
    case .number: return Double._readJSON(from: &json, accepting: []) != nil
    case .textOrInteger:
      switch StringOrInteger._readJSON(from: &json, accepting: []) {
      case .string(let text)?: last = .text(text)
      case .integer(let number)?: last = .integer(number)
      case nil: return false
      }
    case .json:
      if json.isAtNull { return false }
      _ = json.raw()
    case .textCode: return textCode(check, isKept, &json)
    case .textConstant: return json.indexOfString(plan.names[check.index]) == 0
    case .object: return object(check.index, &json)
    case .list: return list(check, &json)
    case .discriminator: return discriminator(&json)
    case .payload:
      // In most bodies the discriminator precedes the payload, which is then read in place.
      guard event >= 0, !json.isAtNull else {
        payload = json.skipPayload()
        return true
      }
      payload = .read
      return readPayload(&json)
    }
    return true
  }

  private mutating func integer(
    _ check: DocumentedPlan.Check, _ json: inout _JSONReader
  ) -> Bool {
    if check.operation == .time {
      guard
        let time = json.time(in: check.unit, otherwise: check.otherUnit, []),
        time >= check.lower, time <= check.upper, check.unit.likelier(for: time) == nil
      else { return false }
      last = .integer(time)
      return true
    }
    guard let number = Int._readJSON(from: &json, accepting: []) else { return false }
    last = .integer(number)
    switch check.operation {
    case .integerConstant: return number == check.lower
    case .flags: return number & ~check.lower == 0
    case .integerCode:
      if plan.integers[check.index].contains(number) { return true }
      guard check.listing != 0, number >= 0, number <= Int32.max else { return false }
      contradicted |= check.listing
      return true
    default: return number >= check.lower && number <= check.upper
    }
  }

  private mutating func textCode(
    _ check: DocumentedPlan.Check, _ isKept: Bool, _ json: inout _JSONReader
  ) -> Bool {
    let index = json.indexOfString(plan.names[check.index])
    if index >= 0 {
      if isKept { last = .text(plan.nameTexts[check.index][index]) }
      return true
    }
    guard check.listing != 0, let text = json.skipText() else { return false }
    contradicted |= check.listing
    if isKept { last = .text(json.string(text)) }
    return true
  }

  private mutating func limitedText(
    _ check: DocumentedPlan.Check, _ isKept: Bool, _ json: inout _JSONReader
  ) -> Bool {
    guard let skipped = json.skipText() else { return false }
    if !isKept, plan.texts[check.index].isLengthOnly, let count = skipped.count {
      return count >= plan.texts[check.index].lower && count <= plan.texts[check.index].upper
    }
    if !isKept, plan.texts[check.index].isMatchedOnly {
      return json.withBytes(of: skipped) { plan.texts[check.index].matches($0) }
    }
    let text = json.string(skipped)
    if isKept { last = .text(text) }
    return plan.texts[check.index].allows(text)
  }

  private mutating func list(_ check: DocumentedPlan.Check, _ json: inout _JSONReader) -> Bool {
    var count = 0
    while json.nextElement(&count) {
      if check.hasNulls, json.takesNull() { continue }
      guard value(plan.elements[check.index], isKept: false, &json) else { return false }
    }
    return count >= check.lower && count <= check.upper
  }

  private mutating func discriminator(_ json: inout _JSONReader) -> Bool {
    if let names = plan.eventNames {
      event = json.indexOfString(names)
    } else if let number = Int._readJSON(from: &json, accepting: []) {
      event = plan.eventNumbers[number] ?? -1
    }
    return event >= 0
  }
}

extension DocumentedPlan.Text {
  /// Whether a string is within all limits.
  func allows(_ text: String) -> Bool {
    if lower > 0 || upper < .max {
      let count = text.unicodeScalars.count
      guard count >= lower, count <= upper else { return false }
    }
    if let characters, !text.unicodeScalars.allSatisfy(characters.contains) { return false }
    if let pattern, !pattern.matches(text) { return false }
    if let format, !format.matches(text) { return false }
    if isTime, RFC3339Time(text).sinceEpoch == nil { return false }
    if let matcher, !matcher.fits(text) { return false }
    return true
  }
}
