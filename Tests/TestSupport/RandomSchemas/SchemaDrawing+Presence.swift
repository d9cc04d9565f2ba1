import CallbackSchema

extension SchemaDrawing {
  /// `optional`, `required`, `when` and `editions` of a field.
  func presence(
    _ place: FieldPlace, _ beside: [DrawnField], holdsMore: Bool, isConstant: Bool
  ) -> [(String, YAMLText)] {
    var entries: [(String, YAMLText)] = []
    if place.allowsRequired || slips(), chance(25) {
      entries.append(("required", .plain("true")))
      return entries
    }
    if chance(5) { entries.append(("required", .plain("false"))) }
    if !isConstant || slips(), chance(20) {
      entries.append(("optional", .plain(pick(["true", "false"]))))
    }
    let seen = beside.filter { canBeCompared($0) }
    if isConstant, !slips() {
      // Always there.
    } else if !seen.isEmpty, chance(40) {
      entries.append(("when", clauses(some(Array(seen.suffix(2))))))
    } else if chance(10) {
      reach("when words")
      entries.append(("when", doc()))
    }
    // What lies inside says nothing of editions, and so has those of the place.
    if !holdsMore && !isConstant || slips(), chance(20) {
      entries.append(("editions", .list(sources(within: place.within))))
    }
    return entries
  }

  func canBeCompared(_ field: DrawnField) -> Bool {
    (!field.values.isEmpty && !field.isConstant && !field.wire.contains(".")) || slips()
  }

  /// `{ PATH: value or [values] or { not } }`
  func clauses(_ fields: [DrawnField], isPlain: Bool = false) -> YAMLText {
    .map(
      fields.map { field in
        let values = field.values.isEmpty ? [YAMLText.plain("1")] : field.values
        var value = pick(values)
        switch number(0...2) {
        case 0:
          reach("condition list")
          value = .list(some(values))
        case 1:
          reach("condition value")
        default: if slips() { value = .list([]) }
        }
        if !isPlain || slips(), chance(30) { value = map("negation", [("not", value)]) }
        return YAMLText.Entry(key: .quoted(field.wire), value: value)
      })
  }

  /// `aliases`, `accepts` and `readings` of a field.
  func leniency(
    _ kind: JSONKind?, scalar: Scalar?, _ scope: inout Set<String>, _ place: FieldPlace,
    _ beside: [DrawnField], isFixed: Bool
  ) -> [(String, YAMLText)] {
    var entries: [(String, YAMLText)] = []
    if chance(10) {
      entries.append(("aliases", .list([.quoted(name(in: &scope))])))
    }
    let others = otherKinds(kind)
    if chance(15), !others.isEmpty {
      entries.append(("accepts", .list(some(others).map { word("kind", $0.rawValue) })))
    }
    guard chance(20) else { return entries }
    let (source, isConflict) = readingSource()
    var reading: YAMLText = doc()
    if chance(80) {
      reading = map(
        "fieldReading",
        readingEntries(kind, scalar: scalar, &scope, place, beside, isFixed: isFixed))
    } else {
      reach("reading words")
    }
    var readings = [YAMLText.Entry(key: source, value: reading)]
    if isConflict { readings.append(YAMLText.Entry(key: .plain("because"), value: doc())) }
    entries.append(("readings", .map(readings)))
    return entries
  }

  private func otherKinds(_ kind: JSONKind?) -> [JSONKind] {
    switch kind {
    case .string?: [.number, .bool, .object]
    case .number?: [.string, .bool]
    case .bool?: [.string, .number]
    case .object?: [.string]
    default: []
    }
  }

  private func readingEntries(
    _ kind: JSONKind?, scalar: Scalar?, _ scope: inout Set<String>, _ place: FieldPlace,
    _ beside: [DrawnField], isFixed: Bool
  ) -> [(String, YAMLText)] {
    var entries: [(String, YAMLText)] = []
    if chance(30) { entries.append(("wire", .quoted(name(in: &scope)))) }
    if chance(30), let other = otherKinds(kind).first {
      entries.append(("type", .plain(other == .string ? "string" : "int")))
    }
    if chance(20), kind == .number {
      entries.append(("unit", .quoted(pick(Unit.allCases).rawValue)))
    }
    if chance(20) { entries.append(("optional", .plain(pick(["true", "false"])))) }
    if !isFixed || slips(), chance(20) {
      entries.append(("nullable", .plain(pick(["true", "false"]))))
    }
    if chance(20) {
      let seen = beside.filter { canBeCompared($0) }
      entries.append(
        ("when", seen.isEmpty || chance(30) ? .plain("none") : clauses([pick(seen)])))
    }
    if chance(20) {
      var value = YAMLText.plain("none")
      if let scalar, scalar != .object, chance(50) { value = self.value(of: scalar) }
      entries.append(("default", value))
    }
    if kind == .object, scalar == nil, !place.isEnvelope, chance(40) {
      entries.append(("flattened", .plain(pick(["true", "false"]))))
    }
    if chance(20) { entries.append(("name", .plain("called"))) }
    if chance(15), let scalar, scalar.isInteger || scalar == .string || scalar == .bool {
      entries.append(("const", value(of: scalar)))
    }
    if chance(30) || entries.isEmpty { entries.append(("doc", doc())) }
    return entries
  }
}
