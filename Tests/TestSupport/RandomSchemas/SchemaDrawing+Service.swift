import CallbackSchema

extension SchemaDrawing {
  /// The whole file.
  func schema() -> String {
    let name = "Random\(seed)"
    drawEditions()
    let tables = drawTables()
    let formats = drawFormats()
    let objects = drawObjects()
    drawHeaders()
    let envelope = drawEnvelope()
    let events = drawEvents(envelope)
    var service: [(String, YAMLText)] = [("name", .plain(name))]
    if chance(50) { service.append(("title", .quoted("A service of \"many\" keys."))) }
    if chance(50) { service.append(("doc", doc())) }
    if chance(30) { service.append(("namespace", .quoted("\(pick(RandomNames.library))\(seed)"))) }
    service.append(("editions", editionsText()))
    if chance(40), let leaf = envelope.comparable.first {
      service.append(("only", clauses([leaf], isPlain: true)))
    }
    service.append(("event", map("discriminator", dispatch(envelope))))
    if encoding != .json || chance(20) {
      service.append(("body", word("body", encoding.rawValue)))
    }
    service.append(("envelope", envelope.text))
    service += delivery(envelope)
    for (key, _) in service { reach("service.\(key)") }
    var file: [(String, YAMLText)] = [("callbackgen", .plain("1"))]
    file.append(("service", .map(service.map { YAMLText.Entry(key: .plain($0.0), value: $0.1) })))
    file += [("tables", tables), ("objects", objects), ("formats", formats), ("events", events)]
    return file.map { key, value in
      reach("file.\(key)")
      if case .plain(let text) = value { return "\(key): \(text)\n" }
      return "\(key):\(value.block(indent: "  "))"
    }.joined()
  }

  private func dispatch(_ envelope: DrawnEnvelope) -> [(String, YAMLText)] {
    if envelope.isKeyed { return [("by", .quoted("key of \(envelope.payload)"))] }
    let by = envelope.discriminators.map { YAMLText.quoted($0) }
    return [("by", envelope.isListed ? .list(by) : by[0]), ("in", .quoted(envelope.payload))]
  }

  // MARK: - Editions

  private func drawEditions() {
    let names = ["zh", "en", "2020-12-01", "v2", "class", "log"]
    for name in names.prefix(number(1...5)) {
      editions.append(
        DrawnEdition(
          name: name,
          kind: chance(40) ? .version : !editions.isEmpty && chance(20) ? .elsewhere : .page,
          isPartial: !editions.isEmpty && chance(15)))
    }
  }

  private func editionsText() -> YAMLText {
    var drawn: [YAMLText.Entry] = []
    for edition in editions {
      var entries: [(String, YAMLText)] = []
      if edition.kind != .page || chance(30) {
        entries.append(("kind", word("edition", edition.kind.rawValue)))
      }
      if edition.kind == .elsewhere && !slips() || chance(50) {
        entries.append(("title", .quoted("A page, */ of \"many\".")))
      }
      if chance(50) { entries.append(("date", .plain("2024-01-01"))) }
      if chance(30) { entries.append(("url", .quoted("https://example.com/a?b=c#d"))) }
      if edition.isPartial || chance(10) {
        entries.append(("partial", .plain("\(edition.isPartial)")))
      }
      drawn.append(YAMLText.Entry(key: .quoted(edition.name), value: map("edition", entries)))
    }
    return .map(drawn)
  }

  // MARK: - Formats

  private func drawFormats() -> YAMLText {
    var drawn: [YAMLText.Entry] = []
    for _ in 0..<number(0...2) {
      let name = typeName()
      formats.append(name)
      drawn.append(YAMLText.Entry(key: .quoted(name), value: format()))
    }
    return .map(drawn)
  }

  private func format() -> YAMLText {
    var scope: Set<String> = ["other"]
    var parts: [YAMLText.Entry] = []
    var names: [String] = []
    for _ in 0..<number(1...4) {
      let name = self.name(in: &scope)
      guard !name.contains(where: { "{}[]".contains($0) }), !names.contains(name) else { continue }
      names.append(name)
      parts.append(YAMLText.Entry(key: .quoted(name), value: part()))
    }
    if names.isEmpty {
      names = ["App"]
      parts = [YAMLText.Entry(key: .plain("App"), value: .plain("string"))]
    }
    var forms: [YAMLText.Entry] = []
    var formNames: Set<String> = ["other"]
    for _ in 0..<number(1...3) {
      let used = some(names)
      var text = pick(["", "pre_", "\\", "\"x\" "])
      for (place, name) in used.enumerated() {
        let piece = "\(place == 0 ? "" : "_"){\(name)}"
        let isOptional = place > 0 && chance(30)
        if isOptional { reach("template optional") }
        text += isOptional ? "[\(piece)]" : piece
      }
      text += pick(["", ".mp4", "@@"])
      var value = YAMLText.quoted(text)
      if chance(40) {
        value = map("form", [("text", value), ("editions", .list(sources(within: fullEditions)))])
      }
      forms.append(YAMLText.Entry(key: .quoted(name(in: &formNames)), value: value))
    }
    var entries: [(String, YAMLText)] = [("forms", .map(forms)), ("parts", .map(parts))]
    if chance(50) { entries.append(("doc", doc())) }
    return map("textFormat", entries)
  }

  private func part() -> YAMLText {
    let tables = tables.filter { !$0.isFlags && [.string, .int].contains($0.raw) || slips() }
    switch number(0...4) {
    case 0: return .plain("int")
    case 1: return .plain("string | int")
    case 2 where !tables.isEmpty: return .quoted(pick(tables).name)
    case 3:
      let replaced: [YAMLText.Entry] =
        chance(50) ? [] : [YAMLText.Entry(key: .quoted("/"), value: .quoted("-"))]
      let type = pick(["string", "string | int"])
      let format = map("format", [("base64", .map(replaced))])
      return map("field", [("type", .plain(type)), ("format", format), ("doc", doc())])
    default: return .plain("string")
    }
  }
}
