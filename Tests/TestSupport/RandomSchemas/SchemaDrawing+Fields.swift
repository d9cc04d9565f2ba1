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

  // MARK: - Types

  /// What a field is, before anything else is said of it.
  private struct DrawnType {
    var text: YAMLText
    /// Entries that belong to the type: `fields`, `values`.
    var more: [(String, YAMLText)] = []
    var scalar: Scalar?
    var kind: Kind
    var values: [YAMLText] = []

    /// It is an object that holds the field.
    var isRecursive = false

    enum Kind { case plain, codes, flags, object, list, union, dependent, map, alternative }

    var jsonKind: JSONKind? {
      switch kind {
      case .plain, .codes, .flags, .dependent: scalar?.kind
      case .object: .object
      case .list: .list
      case .union, .map, .alternative: nil
      }
    }
  }

  private func type(_ place: FieldPlace, beside: [DrawnField]) -> DrawnType {
    switch number(0...19) {
    case 16:
      reach("type map")
      return DrawnType(text: Self.map(of: mapValue()), kind: .map)
    case 17:
      reach("type union")
      return DrawnType(text: .quoted(union()), kind: .alternative)
    case 18 where !place.isEnvelope:
      guard let own = place.own else { fallthrough }
      reach("type recursive")
      return DrawnType(text: .quoted(own), kind: .object, isRecursive: true)
    case 0 where !tables.isEmpty, 1 where !tables.isEmpty:
      let table = pick(tables)
      reach("type table")
      return DrawnType(
        text: .quoted(table.name), scalar: table.raw, kind: table.isFlags ? .flags : .codes,
        values: table.values)
    case 2:
      let raw = pick(Self.raws)
      // An event that declares its outcome, and a field of the envelope that is the discriminator, would not use them.
      let (rows, values) = rows(
        raw, isFlags: false, columns: [], within: place.within, reportsOutcomes: slips())
      reach("type own codes")
      return DrawnType(
        text: .plain(raw.rawValue), more: [("values", rows)], scalar: raw, kind: .codes,
        values: values)
    case 3 where place.depth < 2 && !place.isEnvelope:
      var inner = place
      inner.depth += 1
      var scope: Set<String> = []
      reach("type fields")
      return DrawnType(
        text: .plain(""), more: [("fields", .map(fields(0...3, in: &scope, inner).entries))],
        kind: .object)
    case 4 where !place.objects.isEmpty && !place.isEnvelope:
      reach("type object")
      return DrawnType(text: .quoted(pick(place.objects)), kind: .object)
    case 5, 6: return DrawnType(text: .list([element()]), kind: .list)
    case 7:
      reach("type string | int")
      let values: [YAMLText] = [.plain("1"), .quoted("1"), .quoted("a"), .plain("b")]
      return DrawnType(text: .plain("string | int"), kind: .union, values: values)
    case 8:
      let selectors = beside.filter { !$0.values.isEmpty && !$0.wire.contains(".") }
      let choices = tables.filter { !$0.isFlags || chance(30) }
      guard !selectors.isEmpty, let first = choices.first else { fallthrough }
      let selector = pick(selectors)
      let same = choices.filter { $0.raw == first.raw }
      var seen: Set<String> = []
      let values = selector.values.filter { seen.insert($0.text.filter { $0 != "\"" }).inserted }
      let of = values.prefix(3).map { value in
        YAMLText.Entry(key: value, value: YAMLText.quoted(pick(same).name))
      }
      reach("type dependent")
      let text = map(
        "dependency",
        [
          ("by", .quoted(selector.wire)), ("of", .map(Array(of))),
          ("else", .plain(slips() ? "bool" : first.raw.rawValue)),
        ])
      return DrawnType(text: text, scalar: first.raw, kind: .dependent)
    default:
      let scalar = pick(Scalar.allCases)
      reach("type \(scalar)")
      return DrawnType(text: .plain(scalar.rawValue), scalar: scalar, kind: .plain)
    }
  }

  private static func map(of value: YAMLText) -> YAMLText {
    .list([.map([YAMLText.Entry(key: .plain("string"), value: value)])])
  }

  private func mapValue() -> YAMLText {
    if slips() { return .list([element()]) }
    let names = tables.map(\.name) + objects
    if !names.isEmpty, chance(40) { return .quoted(pick(names)) }
    return .plain(pick(["string | int", "json"] + Scalar.allCases.map(\.rawValue)))
  }

  /// Types that differ in their JSON type.
  private func union() -> String {
    let plain = objects.filter { $0.allSatisfy { $0.isLetter || $0.isNumber } }
    var groups = [
      ["string"], ["int", "double", "uint32", "int64"], ["bool"], ["[string]", "[int]", "[bool]"],
      plain.isEmpty ? ["object"] : plain,
    ]
    if slips() { groups.append(["json", "string"]) }
    return groups.shuffled(using: &generator).prefix(number(2...3)).map { pick($0) }.joined(
      separator: " | ")
  }

  /// An object that one of its members selects.
  private func choice(_ wire: String) -> YAMLText {
    reach("type choice")
    let of = ["a", "b", "7"].prefix(number(1...3)).map { value in
      YAMLText.Entry(key: .quoted(value), value: .plain(chosen))
    }
    return map(
      "dependency",
      [
        ("by", .quoted("\(wire).kind")), ("of", .map(Array(of))),
        ("else", .plain(slips() ? "string" : "json")),
      ])
  }

  private func element() -> YAMLText {
    switch number(0...5) {
    case 0 where !tables.isEmpty:
      reach("list of codes")
      return .quoted(pick(tables).name)
    case 1 where !objects.isEmpty:
      reach("list of objects")
      return .quoted(pick(objects))
    case 2:
      reach("list of unions")
      return .plain("string | int")
    case 3 where slips():
      reach("list of lists")
      return .list([element()])
    default:
      let scalar = pick(Scalar.allCases)
      reach("list of \(scalar)")
      return .plain(scalar.rawValue)
    }
  }

  // MARK: - A field

  private func field(
    _ wire: String, _ scope: inout Set<String>, _ place: FieldPlace, beside: [DrawnField]
  ) -> (YAMLText, DrawnField) {
    var type = type(place, beside: beside)
    if chance(6), !wire.contains("."), !chosen.isEmpty {
      type = DrawnType(
        text: chance(70)
          ? choice(wire) : chance(50) ? .list([choice(wire)]) : Self.map(of: choice(wire)),
        kind: .alternative)
    }
    var field = DrawnField(wire: wire, values: type.values)
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
    let isSpelled = format == "int" || format == "bool"
    let hasFormat = entries.last?.0 == "format"
    if chance(15), hasFormat == false, let constant = constant(type) {
      entries.append(("const", constant))
      field.isConstant = true
    } else if type.kind == .plain, let scalar = type.scalar {
      if !hasFormat { field.values = comparable(scalar) }
      if scalar.kind == .number, !hasFormat { entries += numbers(scalar) }
      if format == "int" { entries += numbers(.int) }
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
    entries += presence(place, beside, holdsMore: !type.more.isEmpty)
    let isFixed =
      entries.contains { ["const", "required"].contains($0.0) }
      || place.isEnvelope && type.kind == .object
    if !isFixed || slips(), chance(12) { entries.append(("nullable", .plain("true"))) }
    entries += leniency(
      isSpelled ? nil : type.jsonKind, scalar: type.kind == .codes ? nil : type.scalar, &scope,
      place, beside)
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
    case 3: return word("format", pick(["int", "bool"]))
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
