import CallbackSchema

extension SchemaDrawing {
  /// Where fields are drawn.
  struct FieldPlace {
    /// The full editions that document what holds them.
    var within: [String]
    var isEnvelope = false
    /// Something may be required: who holds the fields is documented by all that could ask.
    var allowsRequired = false
    var depth = 0
    /// The objects that a field may be of without a list between.
    var objects: [String] = []
    /// The object that holds the fields.
    var own: String?
  }

  /// Fields of one object: the texts, and what their conditions can look at.
  func fields(
    _ count: ClosedRange<Int>, in scope: inout Set<String>, _ place: FieldPlace
  ) -> (entries: [YAMLText.Entry], drawn: [DrawnField]) {
    var entries: [YAMLText.Entry] = []
    var drawn: [DrawnField] = []
    for _ in 0..<number(count) {
      let wire = name(in: &scope)
      guard !drawn.contains(where: { $0.wire == wire }) else { continue }
      let (text, field) = field(wire, &scope, place, beside: drawn)
      entries.append(YAMLText.Entry(key: .quoted(wire), value: text))
      drawn.append(field)
    }
    return (entries, drawn)
  }

  private func field(
    _ wire: String, _ scope: inout Set<String>, _ place: FieldPlace, beside: [DrawnField]
  ) -> (YAMLText, DrawnField) {
    let type = type(wire, place, beside: beside)
    var field = DrawnField(wire: wire, values: type.values, isCompound: type.isCompound)
    if type.isRecursive {
      let ends = pick(["optional", "nullable"])
      return (map("field", [("type", type.text), (ends, .plain("true"))]), field)
    }
    if type.more.isEmpty, chance(25) {
      if type.kind == .plain { field.values = comparable(type.scalar) }
      reach("field short")
      return (type.text, field)
    }
    var entries = type.more
    if type.more.first?.0 != "fields" { entries.append(("type", type.text)) }
    var isPlainText = type.kind == .plain && type.scalar == .string
    if isPlainText, chance(45) {
      entries.append(("format", format(place)))
      isPlainText = false
    } else if type.kind == .plain, type.scalar?.isInteger == true, chance(8) {
      entries.append(("format", word("format", "bool")))
    }
    let format = entries.last?.0 == "format" ? entries.last?.1.text : nil
    if format?.contains("list") == true { field.isCompound = true }
    let isSpelled = ["int", "double", "bool"].contains(format)
    let hasFormat = entries.last?.0 == "format"
    if chance(15), hasFormat == false, let constant = constant(type) {
      entries.append(("const", constant))
      field.isConstant = true
    } else if type.kind == .plain, let scalar = type.scalar {
      if !hasFormat { field.values = comparable(scalar) }
      if scalar.kind == .number, !hasFormat { entries += numbers(scalar) }
      if format == "int" { entries += numbers(.int) }
      if format == "double" { entries += numbers(.double) }
      if scalar == .bool, chance(30) { entries.append(("values", meanings())) }
    }
    if isPlainText || type.kind == .list, chance(40) {
      entries.append(("length", .plain(pick(["1...8", "0...", "...4", "3...3"]))))
    }
    if isPlainText, chance(25) {
      entries.append(("characters", .quoted(pick(["a-zA-Z0-9_.-", "-a-z", "\"#", "é-ñ"]))))
    }
    let isLimited = entries.contains { ["const", "length", "characters"].contains($0.0) }
    if isPlainText, !isLimited || slips(), chance(25) {
      let patterns = [
        "[a-z]{2,8}", #"cam-[a-z]+_[0-9]+\.(mp4|m3u8)"#, #"[^/"\\]*"#, #"\p{Lu}[^\n]?"#, "(a|b)+c",
        "",
      ]
      entries.append(("pattern", .quoted(pick(patterns))))
    }
    if type.kind == .codes, type.more.isEmpty, chance(30), !type.values.isEmpty {
      entries.append(("values", .list(some(type.values))))
    }
    entries += words(type, &scope)
    entries += presence(
      place, beside, holdsMore: !type.more.isEmpty, isConstant: field.isConstant)
    if chance(8) { entries.append(("deprecated", deprecation(within: place.within))) }
    let isFixed =
      entries.contains { ["const", "required"].contains($0.0) }
      || place.isEnvelope && type.kind == .object
    if !isFixed || slips(), chance(12) {
      entries.append(("nullable", .plain("true")))
    } else if chance(3) {
      entries.append(("nullable", .plain("false")))
    }
    entries += leniency(
      isSpelled ? nil : type.jsonKind, scalar: type.kind == .codes ? nil : type.scalar, &scope,
      place, beside, isFixed: isFixed)
    return (map("field", entries.shuffled(using: &generator)), field)
  }

  private func comparable(_ scalar: Scalar?) -> [YAMLText] {
    guard let scalar, ![.double, .object, .json].contains(scalar) || slips() else { return [] }
    return values(of: scalar, 3)
  }

  private func constant(_ type: DrawnType) -> YAMLText? {
    switch type.kind {
    case .codes: type.values.isEmpty ? nil : pick(type.values)
    case .union: slips() ? pick(type.values) : nil
    case .plain:
      switch type.scalar {
      case .bool?, .string?: type.scalar.map { value(of: $0) }
      case .int?, .int32?, .int64?, .uint32?, .uint64?: type.scalar.map { value(of: $0) }
      case .double?, .json?: slips() ? .plain("0.5") : nil
      default: nil
      }
    default: nil
    }
  }

  private func format(_ place: FieldPlace) -> YAMLText {
    switch number(0...5) {
    case 0 where !formats.isEmpty:
      reach("format name")
      return .quoted(pick(formats))
    case 1: return word("format", "rfc3339")
    case 2, 5: return word("format", pick(Format.Standard.allCases).rawValue)
    case 3: return word("format", pick(["int", "double", "bool"]))
    default: return map("format", [("list", .quoted(pick([";", ",", "\\", "\"", "é"])))])
    }
  }

  private func numbers(_ scalar: Scalar) -> [(String, YAMLText)] {
    var entries: [(String, YAMLText)] = []
    if chance(30) {
      let unit = pick(Unit.allCases)
      reach("unit \(unit.rawValue)")
      entries.append(("unit", .quoted(unit.rawValue)))
    }
    if chance(30) {
      let bounds: [String] =
        switch scalar {
        case .double: ["0...1", "0.5...", "...-1.5", "-1e3...1e3", "12345.5...99999"]
        case .uint32: ["0...10000", "1...", "...4294967295"]
        case .uint64: ["0...10000", "1...", "...18446744073709551615"]
        case .int32: ["-5...5", "1...", "...-1"]
        default: ["-5...5", "10000...20000", "1...", "...-1", "...9223372036854775807"]
        }
      entries.append(("range", .plain(slips() ? "-1...99999999999" : pick(bounds))))
    }
    return entries
  }

  private func meanings() -> YAMLText {
    .map(
      some(["true", "false"]).map {
        YAMLText.Entry(key: .plain($0), value: map("meaning", [("doc", doc())]))
      })
  }

  private func words(
    _ type: DrawnType, _ scope: inout Set<String>
  ) -> [(String, YAMLText)] {
    var entries: [(String, YAMLText)] = []
    if chance(10) { entries.append(("name", swiftName(in: &scope))) }
    if chance(50) { entries.append(("doc", doc())) }
    let single = type.kind == .plain || type.kind == .codes
    if single, let scalar = type.scalar, scalar != .object {
      let values = type.kind == .plain ? values(of: scalar, 1) : Array(type.values.prefix(1))
      for value in values {
        if chance(20) { entries.append(("default", value)) }
        if chance(20) { entries.append(("example", value)) }
      }
    }
    return entries
  }
}
