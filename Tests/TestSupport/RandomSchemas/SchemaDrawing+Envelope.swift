import CallbackSchema

extension SchemaDrawing {
  /// What the rest of a service refers to in its envelope.
  struct DrawnEnvelope {
    var text: YAMLText
    /// Where the values are that identify an event, in the notation of the schema.
    var discriminators: [String]
    /// Whether the discriminators are a list, and an event's id one too.
    var isListed: Bool
    var payload: String
    /// The objects with fields of the envelope, and the body: places of one event's fields.
    var places: [String]
    /// The names in these objects.
    var names: Set<String>
    /// Whether the events' fields are beside those of the envelope.
    var isShared: Bool
    /// Whether the event's key in that object identifies it; the discriminator is then an ordinary field.
    var isKeyed: Bool
    /// The members in the payload that identify an event.
    var inPayload: [String]
    /// Values of the discriminator, one for each event; empty where an event's key is its id.
    var ids: [YAMLText]
    /// The leaves of the root that are compared.
    var comparable: [DrawnField]
    /// The leaves that have no constant.
    var leaves: [String]
  }

  /// Up to three levels of objects, with the discriminator in one and the payload in one.
  func drawEnvelope() -> DrawnEnvelope {
    let depth = encoding == .form ? 0 : number(0...2)
    var scopes: [Set<String>] = []
    var levels: [[YAMLText.Entry]] = []
    var root: [DrawnField] = []
    for level in 0...depth {
      var scope: Set<String> = ["event", "identity", "outcome", "deduplicationkey"]
      var place = FieldPlace(within: fullEditions, isEnvelope: true)
      place.objects = wholeObjects
      let (entries, drawn) = fields(0...3, in: &scope, place)
      if level == 0 { root = drawn }
      levels.append(entries)
      scopes.append(scope)
    }
    let path = envelopePath(depth, &scopes)
    let isShared = encoding == .form || chance(15)
    let inLevel = encoding == .form ? 0 : number(0...depth)
    let payloadName = envelopeName(&scopes[inLevel])
    let places = ["."] + path.indices.map { path[...$0].joined(separator: ".") }
    let payload =
      isShared
      ? places[inLevel] : (path.prefix(inLevel) + [payloadName]).joined(separator: ".")
    let dispatch = drawDispatch(
      path, &levels, &scopes, payload: isShared || encoding == .form ? nil : payload)
    if !isShared {
      let isPlain = !dispatch.inPayload.isEmpty && !slips()
      levels[inLevel].insert(
        YAMLText.Entry(
          key: .quoted(payloadName), value: isPlain ? .plain("object") : payloadField()),
        at: number(0...levels[inLevel].count))
    }
    for level in stride(from: depth, to: 0, by: -1) {
      var entries: [(String, YAMLText)] = [("fields", .map(levels[level]))]
      if chance(50) { entries.append(("doc", doc())) }
      levels[level - 1].append(
        YAMLText.Entry(key: .quoted(path[level - 1]), value: map("field", entries)))
    }
    let isKeyed =
      isShared && encoding != .form && !dispatch.isListed && seed.isMultiple(of: 2)
    if isShared { reach(isKeyed ? "discriminator key" : "payload shared") }
    let usable = root.filter { !$0.wire.contains(".") && !$0.isConstant }
    return DrawnEnvelope(
      text: .map(levels[0]), discriminators: dispatch.places, isListed: dispatch.isListed,
      payload: payload, places: places,
      names: scopes.reduce(Set(path.map(RandomNames.folded))) { $0.union($1) },
      isShared: isShared, isKeyed: isKeyed, inPayload: dispatch.inPayload,
      ids: isKeyed ? [] : dispatch.ids,
      comparable: usable.filter { !$0.values.isEmpty },
      leaves: usable.filter { !$0.isCompound }.map(\.wire))
  }

  /// The names of the objects that contain each other, from the root.
  private func envelopePath(_ depth: Int, _ scopes: inout [Set<String>]) -> [String] {
    (0..<depth).map { level in
      var name = envelopeName(&scopes[level])
      while !typeNames.insert(RandomNames.folded(name)).inserted {
        name = envelopeName(&scopes[level])
      }
      return name
    }
  }

  private func envelopeName(_ scope: inout Set<String>) -> String {
    var name = self.name(in: &scope)
    while name.contains(".") { name = self.name(in: &scope) }
    return name
  }

  // MARK: - What identifies an event

  private struct Dispatch {
    var places: [String] = []
    var isListed = false
    var inPayload: [String] = []
    var ids: [YAMLText] = []
  }

  /// A member, a header, or a list of both; the members that it names are added to the envelope.
  ///
  /// - Parameter payload: the path of a payload that could contain discriminators; nil if there is none.
  private func drawDispatch(
    _ path: [String], _ levels: inout [[YAMLText.Entry]], _ scopes: inout [Set<String>],
    payload: String?
  ) -> Dispatch {
    var dispatch = Dispatch()
    let hasHeaders = !headers.isEmpty && (encoding == .json || slips())
    func member(_ field: YAMLText) -> String {
      let level = number(0...levels.count - 1)
      let name = envelopeName(&scopes[level])
      levels[level].insert(
        YAMLText.Entry(key: .quoted(name), value: field), at: number(0...levels[level].count))
      return (path.prefix(level) + [name]).joined(separator: ".")
    }
    if hasHeaders, chance(12) {
      reach("discriminator header")
      dispatch.places = ["header \(pick(headers))"]
      return dispatch
    }
    guard chance(20) else {
      let (field, ids) = discriminatorField()
      dispatch.ids = ids
      dispatch.places = [member(field)]
      return dispatch
    }
    reach("discriminator list")
    dispatch.isListed = true
    var unused = headers
    for place in 0..<number(1...3) {
      switch number(0...2) {
      case 0 where hasHeaders && !unused.isEmpty:
        reach("discriminators header")
        dispatch.places.append("header \(unused.removeFirst())")
      case 1 where payload != nil:
        reach("discriminators in payload")
        let name = ["kind", "sub-kind", "detail"][place]
        dispatch.inPayload.append(name)
        dispatch.places.append("\(payload ?? "").\(name)")
      default:
        reach("discriminators member")
        let text = YAMLText.plain("string")
        dispatch.places.append(
          member(
            place == 0 ? text : map("field", [("type", text), ("optional", .plain("true"))])))
      }
    }
    reach("discriminators \(dispatch.places.count)")
    return dispatch
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
    guard chance(30) else {
      return chance(20)
        ? map("field", [("type", .plain("object")), ("optional", .plain("true"))])
        : .plain("object")
    }
    var entries: [(String, YAMLText)] = [
      ("type", .plain("string")), ("format", word("format", "json")),
    ]
    if chance(50) { entries.append(("accepts", .list([word("kind", "object")]))) }
    return map("field", entries)
  }
}
