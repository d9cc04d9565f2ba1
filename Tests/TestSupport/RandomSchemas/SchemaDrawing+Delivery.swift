import CallbackSchema

extension SchemaDrawing {
  func drawHeaders() {
    guard chance(60) else { return }
    var scope: Set<String> = []
    headers = (0..<number(1...3)).map { _ in name(in: &scope) }
  }

  /// What comes with a body, key by key of `service`.
  func delivery(_ envelope: DrawnEnvelope) -> [(String, YAMLText)] {
    var entries: [(String, YAMLText)] = []
    if !headers.isEmpty {
      let drawn = headers.map { name in
        YAMLText.Entry(
          key: .quoted(name),
          value: chance(60)
            ? .plain("string") : map("field", [("type", .plain("string")), ("doc", doc())]))
      }
      entries.append(("headers", .map(drawn)))
    }
    let members =
      envelope.leaves
      + envelope.discriminators.filter { place in
        !place.hasPrefix("header ") && !envelope.inPayload.contains { place.hasSuffix(".\($0)") }
      }
    let known = headers.map { "header \($0)" }
    let places = known + members
    let readable = encoding == .json || slips() ? places : members
    if chance(50), !places.isEmpty {
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
    if chance(60), !readable.isEmpty {
      let members = some(readable)
      if members.contains(where: { $0.hasPrefix("header ") }) { reach("identity header") }
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
    if chance(30), !readable.isEmpty {
      let place = pick(readable)
      reach(place.hasPrefix("header ") ? "order header" : "order member")
      entries.append(("order", .quoted(place)))
    }
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
      case 1:
        reach("over template")
        let timed = isHeader ? "{\(place) t}" : "{secret}"
        over = .quoted("v0:{\(pick(places))}\(timed).{url}{body}")
      case 2:
        reach("over url-and-form")
        over = .plain("url-and-form")
      default: break
      }
    }
    if chance(30) { entries.append(("prefix", .quoted("v0="))) }
    if isHeader, chance(30) { entries.append(("part", .plain("v1"))) }
    if chance(40) {
      entries.append(("time", .quoted(isHeader && chance(50) ? "\(place) t" : pick(places))))
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
