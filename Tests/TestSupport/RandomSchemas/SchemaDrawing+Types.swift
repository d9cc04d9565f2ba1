import CallbackSchema

extension SchemaDrawing {
  /// What a field is, before anything else is said of it.
  struct DrawnType {
    var text: YAMLText
    /// Entries that belong to the type: `fields`, `values`.
    var more: [(String, YAMLText)] = []
    var scalar: Scalar?
    var kind: Kind
    var values: [YAMLText] = []

    /// It is an object that holds the field.
    var isRecursive = false

    enum Kind { case plain, codes, flags, object, list, union, dependent, map, alternative }

    /// Whether it has no single value.
    var isCompound: Bool {
      switch kind {
      case .plain: scalar == .object
      case .codes, .flags, .union, .dependent: false
      case .object, .list, .map, .alternative: true
      }
    }

    var jsonKind: JSONKind? {
      switch kind {
      case .plain, .codes, .flags, .dependent: scalar?.kind
      case .object: .object
      case .list: .list
      case .union, .map, .alternative: nil
      }
    }
  }

  func type(_ wire: String, _ place: FieldPlace, beside: [DrawnField]) -> DrawnType {
    if encoding == .form, !slips() { return singleType(place, beside: beside) }
    if chance(6), !wire.contains("."), !chosen.isEmpty { return choices(wire) }
    switch number(0...19) {
    case 16:
      reach("type map")
      return DrawnType(text: Self.map(of: mapValue()), kind: .map)
    case 17:
      reach("type union")
      return DrawnType(text: .quoted(union(objects)), kind: .alternative)
    case 18 where !place.isEnvelope:
      guard let own = place.own else { fallthrough }
      return recursion(own)
    case 3 where place.depth < 2 && !place.isEnvelope:
      var inner = place
      inner.depth += 1
      var scope: Set<String> = []
      reach("type fields")
      return DrawnType(
        text: .plain(""), more: [("fields", .map(fields(0...3, in: &scope, inner).entries))],
        kind: .object)
    case 4 where !place.objects.isEmpty:
      reach("type object")
      return DrawnType(text: .quoted(pick(place.objects)), kind: .object)
    case 5, 6: return DrawnType(text: .list([element(canBeNull: chance(20))]), kind: .list)
    default: return singleType(place, beside: beside)
    }
  }

  /// A type of single values.
  private func singleType(_ place: FieldPlace, beside: [DrawnField]) -> DrawnType {
    switch number(0...11) {
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
    case 3:
      reach("type string | int")
      let values: [YAMLText] = [.plain("1"), .quoted("1"), .quoted("a"), .plain("b")]
      return DrawnType(text: .plain("string | int"), kind: .union, values: values)
    case 4: return dependent(beside) ?? plain()
    default: return plain()
    }
  }

  private func plain() -> DrawnType {
    let isSingle = encoding == .form && !slips()
    let scalar = pick(isSingle ? Scalar.allCases.dropLast(2) : Scalar.allCases)
    reach("type \(scalar)")
    return DrawnType(text: .plain(scalar.rawValue), scalar: scalar, kind: .plain)
  }

  /// A code whose table another field selects; nil without one.
  private func dependent(_ beside: [DrawnField]) -> DrawnType? {
    let selectors = beside.filter { !$0.values.isEmpty && !$0.wire.contains(".") }
    let choices = tables.filter { !$0.isFlags || chance(30) }
    guard !selectors.isEmpty, let first = choices.first else { return nil }
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
  }

  /// An object that holds the field: itself, or in a list, a map or a union.
  private func recursion(_ own: String) -> DrawnType {
    switch number(0...3) {
    case 0:
      reach("recursive list")
      return DrawnType(text: .list([.quoted(own)]), kind: .list, isRecursive: true)
    case 1:
      reach("recursive map")
      return DrawnType(text: Self.map(of: .quoted(own)), kind: .map)
    case 2 where Self.isWord(own):
      reach("recursive union")
      return DrawnType(text: .quoted("\(own) | string"), kind: .alternative)
    default:
      reach("type recursive")
      return DrawnType(text: .quoted(own), kind: .object, isRecursive: true)
    }
  }

  // MARK: - Types of several values

  static func map(of value: YAMLText) -> YAMLText {
    .list([.map([YAMLText.Entry(key: .plain("string"), value: value)])])
  }

  private func mapValue() -> YAMLText {
    if slips() { return .list([element()]) }
    let names = tables.map(\.name) + objects
    if !names.isEmpty, chance(40) { return .quoted(pick(names)) }
    if chance(20) {
      reach("map of unions")
      return .quoted(union(objects))
    }
    return .plain(pick(["string | int", "json"] + Scalar.allCases.map(\.rawValue)))
  }

  private static func isWord(_ name: String) -> Bool {
    name.allSatisfy { $0.isLetter || $0.isNumber }
  }

  /// Types that differ in their JSON type.
  private func union(_ objects: [String]) -> String {
    let plain = objects.filter(Self.isWord)
    let codes = tables.filter { Self.isWord($0.name) }
    let strings = codes.filter { $0.raw == .string }.map(\.name)
    let numbers = codes.filter { $0.raw != .string }.map(\.name)
    let lists =
      ["[string]", "[int]", "[bool]", "[json]"]
      + (plain + strings + numbers).prefix(3).map { "[\($0)]" }
    var groups = [
      ["string"] + strings, ["int", "double", "uint32", "int64"] + numbers, ["bool"], lists,
      plain.isEmpty ? ["object"] : plain,
    ]
    if slips() { groups.append(["json", "string"]) }
    return groups.shuffled(using: &generator).prefix(number(2...3)).map { pick($0) }.joined(
      separator: " | ")
  }

  /// An object that one of its members selects, or a list or a map of such.
  private func choices(_ wire: String) -> DrawnType {
    let text =
      switch number(0...5) {
      case 0: YAMLText.list([choice(wire)])
      case 1: Self.map(of: choice(wire))
      default: choice(wire)
      }
    return DrawnType(text: text, kind: .alternative)
  }

  private func choice(_ wire: String) -> YAMLText {
    reach("type choice")
    let of = chosenValues.prefix(number(1...3)).map { value in
      YAMLText.Entry(key: value, value: .plain(pick(chosen)))
    }
    return map(
      "dependency",
      [
        ("by", .quoted("\(wire).kind")), ("of", .map(Array(of))),
        ("else", .plain(slips() ? "string" : "json")),
      ])
  }

  private func element(canBeNull: Bool = false) -> YAMLText {
    let orNull = canBeNull ? " | null" : ""
    switch number(0...6) {
    case 0 where !tables.isEmpty:
      reach("list of codes")
      return .quoted(pick(tables).name + orNull)
    case 1 where !objects.isEmpty:
      reach("list of objects")
      return .quoted(pick(objects) + orNull)
    case 2:
      reach("list of string | int")
      return .plain("string | int" + orNull)
    case 3:
      reach("list of unions")
      return .quoted(union(objects) + orNull)
    case 4 where slips():
      reach("list of lists")
      return .list([element()])
    default:
      let scalar = pick(Scalar.allCases)
      reach("list of \(scalar)")
      // Any JSON value may be null.
      return .plain(scalar.rawValue + (scalar == .json && !slips() ? "" : orNull))
    }
  }
}
