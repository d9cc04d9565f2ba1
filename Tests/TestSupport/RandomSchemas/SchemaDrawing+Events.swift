import CallbackSchema

extension SchemaDrawing {
  /// What the rest of a service refers to in its envelope.
  struct DrawnEnvelope {
    var text: YAMLText
    var discriminator: String
    var payload: String
    /// The objects with fields of the envelope, and the body: places of one event's fields.
    var places: [String]
    /// The names in these objects.
    var names: Set<String>
    /// Whether the events' fields are beside those of the envelope.
    var isShared: Bool
    /// A further discriminator, in the envelope or in the payload; nil for a single one.
    var furtherDiscriminator: String?
    /// Values of the discriminator, one for each event; empty where an event's key is its id.
    var ids: [YAMLText]
    /// The leaves of the root that are compared.
    var comparable: [DrawnField]
    /// The leaves that have no constant.
    var leaves: [String]
  }

  /// Up to three levels of objects, with the discriminator in one and the payload in one.
  func drawEnvelope() -> DrawnEnvelope {
    let depth = number(0...2)
    var scopes: [Set<String>] = []
    var levels: [[YAMLText.Entry]] = []
    var root: [DrawnField] = []
    for level in 0...depth {
      var scope: Set<String> = ["event", "identity", "outcome", "deduplicationkey"]
      let place = FieldPlace(within: fullEditions, isEnvelope: true)
      let (entries, drawn) = fields(0...3, in: &scope, place)
      if level == 0 { root = drawn }
      levels.append(entries)
      scopes.append(scope)
    }
    let (byLevel, inLevel) = (number(0...depth), number(0...depth))
    let isListed = chance(12)
    let (discriminator, ids) = isListed ? (YAMLText.plain("string"), []) : discriminatorField()
    let by = envelopeName(&scopes[byLevel])
    let payloadName = envelopeName(&scopes[inLevel])
    levels[byLevel].insert(
      YAMLText.Entry(key: .quoted(by), value: discriminator), at: number(0...levels[byLevel].count))
    let isShared = chance(15)
    var further: String?
    if !isShared {
      if isListed, chance(50) { further = "kind" }
      levels[inLevel].insert(
        YAMLText.Entry(
          key: .quoted(payloadName), value: further == nil ? payloadField() : .plain("object")),
        at: number(0...levels[inLevel].count))
    }
    let isInPayload = further != nil
    if isListed, further == nil {
      let name = envelopeName(&scopes[0])
      further = name
      let optional = map("field", [("type", .plain("string")), ("optional", .plain("true"))])
      levels[0].append(YAMLText.Entry(key: .quoted(name), value: optional))
    }
    var path: [String] = []
    for level in stride(from: depth, to: 0, by: -1) {
      var name = envelopeName(&scopes[level - 1])
      while !typeNames.insert(RandomNames.folded(name)).inserted {
        name = envelopeName(&scopes[level - 1])
      }
      path.insert(name, at: 0)
      var entries: [(String, YAMLText)] = [("fields", .map(levels[level]))]
      if chance(50) { entries.append(("doc", doc())) }
      levels[level - 1].append(YAMLText.Entry(key: .quoted(name), value: map("field", entries)))
    }
    let usable = root.filter { !$0.wire.contains(".") && !$0.isConstant }
    let places = ["."] + path.indices.map { path[...$0].joined(separator: ".") }
    if isShared { reach("payload shared") }
    if isListed {
      reach("discriminator list")
      if isInPayload { reach("discriminator in payload") }
    }
    let payload = (path.prefix(inLevel) + [payloadName]).joined(separator: ".")
    return DrawnEnvelope(
      text: .map(levels[0]),
      discriminator: (path.prefix(byLevel) + [by]).joined(separator: "."),
      payload: isShared ? places[inLevel] : payload,
      places: places, names: scopes.reduce(Set(path.map(RandomNames.folded))) { $0.union($1) },
      isShared: isShared,
      furtherDiscriminator: further.map { isInPayload ? "\(payload).\($0)" : $0 }, ids: ids,
      comparable: usable.filter { !$0.values.isEmpty }, leaves: usable.map(\.wire))
  }

  private func envelopeName(_ scope: inout Set<String>) -> String {
    var name = self.name(in: &scope)
    while name.contains(".") { name = self.name(in: &scope) }
    return name
  }

  private func discriminatorField() -> (YAMLText, ids: [YAMLText]) {
    let codes = tables.filter { $0.values.count > 2 && !$0.isFlags && $0.raw != .uint64 }
    switch number(0...5) {
    case 0:
      return (
        map("field", [("type", .plain("string")), ("accepts", .list([.plain("number")]))]), []
      )
    case 1: return (.plain("string"), [])
    case 2 where !codes.isEmpty:
      reach("discriminator table")
      let table = pick(codes)
      return (.quoted(table.name), table.values)
    case 3:
      let scalar = slips() ? .uint64 : pick([Scalar.int32, .int64, .uint32])
      reach("discriminator integer")
      return (.plain(scalar.rawValue), values(of: scalar, 6))
    default:
      return (
        map("field", [("type", .plain("int")), ("doc", doc())]),
        [1, 2, 31, 5, -6, 70000].map { .plain("\($0)") }
      )
    }
  }

  private func payloadField() -> YAMLText {
    guard chance(30) else { return .plain("object") }
    var entries: [(String, YAMLText)] = [
      ("type", .plain("string")), ("format", word("format", "json")),
    ]
    if chance(50) { entries.append(("accepts", .list([word("kind", "object")]))) }
    return map("field", entries)
  }

  // MARK: - Objects and events

  /// `{ NAME: object }`, in which an object holds or includes only those before it.
  func drawObjects() -> YAMLText {
    chosen = "Chosen\(seed)"
    var drawn = [
      YAMLText.Entry(
        key: .plain(chosen),
        value: map(
          "object", [("fields", .map([.init(key: .plain("kind"), value: .plain("string"))]))]))
    ]
    for _ in 0..<number(0...3) {
      let name = typeName()
      var scope: Set<String> = []
      var entries: [(String, YAMLText)] = []
      var place = FieldPlace(within: fullEditions, allowsRequired: true, objects: objects)
      place.own = name
      var isWhole = true
      if chance(20), fullEditions.count > 1 {
        isWhole = false
        place.within = some(fullEditions)
        place.allowsRequired = false
        entries.append(("editions", .list(place.within.map { .quoted($0) })))
      }
      if chance(50) { entries.append(("doc", doc())) }
      if chance(90) { entries.append(("fields", .map(fields(0...6, in: &scope, place).entries))) }
      // A list ends what would hold itself.
      objects.append(name)
      if isWhole { wholeObjects.append(name) }
      drawn.append(YAMLText.Entry(key: .quoted(name), value: map("object", entries)))
    }
    // What is included brings its names along, so it has its own.
    included = "Shared\(seed)"
    var scope: Set<String> = []
    let shared = FieldPlace(within: fullEditions)
    let fields = fields(0...2, in: &scope, shared).entries
    let base = map("object", [("fields", .map(fields))])
    drawn.append(YAMLText.Entry(key: .plain("Base\(seed)"), value: base))
    drawn.append(
      YAMLText.Entry(
        key: .plain(included),
        value: map("object", [("include", .list([.plain("Base\(seed)")]))])
      ))
    includedNames = scope
    return .map(drawn)
  }

  func drawEvents(_ envelope: DrawnEnvelope) -> YAMLText {
    var drawn: [YAMLText.Entry] = []
    var scope = typeNames
    scope.formUnion(["unrecognized", "malformed", "id"])
    let count = envelope.ids.isEmpty ? 4 : min(4, envelope.ids.count)
    for place in 0..<number(1...max(1, count)) {
      let key = name(in: &scope)
      var entries: [(String, YAMLText)] = []
      if envelope.furtherDiscriminator != nil {
        let parts = ["id", "id-\(place)"].prefix(place == 0 ? 1 : 2)
        entries.append(("id", .list(parts.map { .quoted($0) })))
      } else if !envelope.ids.isEmpty {
        entries.append(("id", envelope.ids[place]))
      } else if chance(30) {
        entries.append(("id", .quoted("id-\(place)")))
      }
      if chance(20) { entries.append(("name", .plain("named\(place)"))) }
      if chance(60) { entries.append(("doc", doc())) }
      if chance(30) { entries.append(("constant", .quoted("EVENT_\(place)"))) }
      var fieldScope: Set<String> = ["outcome"]
      let hasPlace = chance(12)
      let hasPayload = hasPlace || !chance(6)
      if hasPlace || envelope.isShared { fieldScope.formUnion(envelope.names) }
      if hasPlace { entries.append(("in", .quoted(pick(envelope.places)))) }
      if !hasPayload {
        reach("payload none")
        entries.append(("in", .plain("none")))
      }
      let isShared =
        hasPayload && !hasPlace && !envelope.isShared && place > 0 && !wholeObjects.isEmpty
        && chance(15)
      if isShared {
        entries.append(("type", .quoted(pick(wholeObjects))))
      } else if chance(40), hasPayload || slips() {
        entries.append(("include", .list([.plain(included)])))
        fieldScope.formUnion(includedNames)
      }
      var holder = FieldPlace(within: fullEditions, allowsRequired: true, objects: objects)
      if chance(20), fullEditions.count > 1 {
        holder.within = some(fullEditions)
        entries.append(("editions", .list(holder.within.map { .quoted($0) })))
      }
      var fields = chance(90) && hasPayload ? fields(0...8, in: &fieldScope, holder).entries : []
      // An outcome of a table is an error unless an event derives its own from it.
      if place == 0, hasPayload, !slips() {
        for table in tables where table.reportsOutcomes {
          fields.append(
            YAMLText.Entry(
              key: .quoted("of \(table.name)".replacing(" ", with: "")),
              value: map("field", [("type", .quoted(table.name))])))
        }
      }
      if !fields.isEmpty, !isShared || slips() { entries.append(("fields", .map(fields))) }
      if chance(30), let leaf = envelope.comparable.last {
        entries.append(("const", constant(leaf, holder)))
      }
      if place > 0 && chance(20) || slips() {
        entries.append(("outcome", word("outcome", pick(Outcome.allCases).rawValue)))
      }
      if chance(20) { entries.append(("examples", .list([example(holder)]))) }
      drawn.append(
        YAMLText.Entry(key: .quoted(key), value: map("event", entries.shuffled(using: &generator))))
    }
    return .map(drawn)
  }

  private func constant(_ leaf: DrawnField, _ holder: FieldPlace) -> YAMLText {
    var value = pick(leaf.values)
    if chance(50) {
      value = map(
        "eventConstant", [("value", value), ("editions", .list(sources(within: holder.within)))])
    }
    return .map([YAMLText.Entry(key: .quoted(leaf.wire), value: value)])
  }

  private func example(_ holder: FieldPlace) -> YAMLText {
    var entries: [(String, YAMLText)] = [
      ("file", .quoted("a \"b\".json")),
      ("of", word("extent", pick(Example.Extent.allCases).rawValue)),
    ]
    if chance(50) { entries.append(("title", doc())) }
    if chance(50) { entries.append(("repaired", doc())) }
    if chance(50) { entries.append(("editions", .list(sources(within: holder.within)))) }
    return map("example", entries)
  }

  // MARK: - Delivery

  /// What comes with a body, key by key of `service`.
  func delivery(_ envelope: DrawnEnvelope) -> [(String, YAMLText)] {
    var entries: [(String, YAMLText)] = []
    var headers: [String] = []
    if chance(60) {
      var scope: Set<String> = []
      headers = (0..<number(1...3)).map { _ in name(in: &scope) }
      entries.append(
        ("headers", .map(headers.map { YAMLText.Entry(key: .quoted($0), value: .plain("string")) }))
      )
    }
    var places = headers.map { "header \($0)" }
    places += envelope.leaves + [envelope.discriminator]
    if chance(50) {
      entries.append(("signatures", .list((0..<number(1...2)).map { _ in signature(places) })))
    }
    if chance(50) {
      var answer: [(String, YAMLText)] = [("status", .plain("200"))]
      if chance(60) { answer.append(("within", .plain(pick(["500ms", "10s", "5min", "2h"])))) }
      if chance(60) {
        answer.append(("body", .quoted("{\"ok\":true}")))
        if chance(40) { answer.append(("body-required", .plain(pick(["true", "false"])))) }
      }
      if chance(30) { answer.append(("editions", .list(sources(within: fullEditions)))) }
      entries.append(("acknowledge", map("acknowledgement", answer)))
    }
    if chance(50) {
      let all = [
        ("attempts", "3"), ("first", pick(["0s", "1s"])), ("interval", pick(["10s", "growing"])),
        ("for", "1h"),
      ]
      var policy = some(all).map { ($0.0, YAMLText.plain($0.1)) }
      if chance(30) { policy.append(("editions", .list(sources(within: fullEditions)))) }
      entries.append(("retries", map("retries", policy)))
    }
    if chance(60) {
      let members = some(envelope.leaves + [envelope.discriminator])
      var identity = YAMLText.list(members.map { .quoted($0) })
      if chance(40) {
        identity = map(
          "identity",
          [
            ("members", identity), ("doc", doc()),
            ("editions", .list(sources(within: fullEditions))),
          ])
      }
      entries.append(("identity", identity))
    }
    if chance(30) { entries.append(("order", .quoted(envelope.discriminator))) }
    if chance(50), !envelope.comparable.isEmpty {
      let probes = (0..<number(1...2)).map { _ in clauses(some(envelope.comparable), isPlain: true)
      }
      entries.append(("probes", .list(probes)))
    }
    if chance(30) {
      let omission = map("omission", [("section", .quoted("价格")), ("because", doc())])
      entries.append(("not-modelled", .list([omission])))
    }
    return entries
  }

  private func signature(_ places: [String]) -> YAMLText {
    var entries: [(String, YAMLText)] = []
    let place = pick(places)
    let isHeader = place.hasPrefix("header ")
    let algorithm = pick(Signature.Algorithm.allCases)
    let encoding = word("encoding", pick(Signature.Encoding.allCases).rawValue)
    var over = YAMLText.plain("body")
    if algorithm == .jwtHS256 {
      over = map(
        "signed", [("claim", .plain("hash")), ("of", .plain("body")), ("encoding", encoding)])
    } else {
      entries.append(("encoding", encoding))
      switch number(0...3) {
      case 0:
        let parts = some(places).map { YAMLText.quoted($0) } + [.plain("secret")]
        over = map("signed", [("sorted", .list(parts))])
      case 1: over = .quoted("v0:{\(pick(places))}{secret}.{url}{body}")
      case 2: over = .plain("url-and-form")
      default: break
      }
    }
    if chance(30) { entries.append(("prefix", .quoted("v0="))) }
    if isHeader, chance(30) { entries.append(("part", .plain("v1"))) }
    if isHeader, chance(40) {
      entries.append(("time", .quoted(chance(50) ? place : "\(place) t")))
      if chance(60) { entries.append(("tolerance", .plain("5min"))) }
    }
    if chance(30) { entries.append(("editions", .list(sources(within: fullEditions)))) }
    return map(
      "signature",
      [
        ("in", .quoted(place)), ("algorithm", word("algorithm", algorithm.rawValue)),
        ("over", over),
      ] + entries)
  }
}
