import CallbackSchema

/// The forms of headings and items that open events, learned from those with the ids and names of the schema.
struct EventFormLearning {
  /// A form with the blocks that have it.
  struct Form {
    var pattern: EventPattern
    var events: Set<String>
    var levels: Set<Int>
  }

  private(set) var forms: [Form] = []
  /// The keys of the events that the page opens.
  var found: Set<String> { forms.reduce(into: []) { $0.formUnion($1.events) } }
  /// The captions of the tables that list the events.
  private(set) var indexes: [String] = []
  /// The places of the blocks that open events.
  private(set) var openings: Set<Int> = []
  private var missing: [String] = []

  init(_ blocks: [Block], _ form: PageForm, _ service: Service) {
    let events = service.events.map { KnownEvent($0, service) }
    var candidates: [EventPattern: [(event: String, level: Int, place: Int)]] = [:]
    for (place, block) in blocks.enumerated() {
      guard let kind = Self.kind(of: block, form) else { continue }
      for event in events {
        for pattern in event.patterns(of: block.text, kind)
        where event.isMatched(by: pattern, block.text) {
          let level = if case .heading(let level) = block.kind { level } else { 0 }
          // The reader ignores the blanks of a form.
          let same = candidates.keys.first { $0.isEqualButForBlanks(pattern) }
          candidates[same ?? pattern, default: []].append((event.key, level, place))
        }
      }
    }
    choose(candidates, of: events.count)
    missing = events.map(\.key).filter { !found.contains($0) }
    indexes = Self.indexes(blocks, events)
  }

  /// The kind of a form that a block can have. The text of a browser shows headings as other lines.
  private static func kind(of block: Block, _ form: PageForm) -> EventPattern.Kind? {
    switch block.kind {
    case .heading: .heading
    case .item: .item
    case .paragraph: form == .text ? .heading : nil
    default: nil
    }
  }

  /// The forms that open most events, each with an event of its own.
  private mutating func choose(
    _ candidates: [EventPattern: [(event: String, level: Int, place: Int)]], of count: Int
  ) {
    var rest = candidates
    var known: Set<String> = []
    while let best = rest.max(by: { Self.isLess($0, $1, known) }) {
      rest[best.key] = nil
      let events = Set(best.value.map(\.event))
      // One heading alone shows no form, unless there is only one event.
      guard !events.subtracting(known).isEmpty, events.count > 1 || count == 1 else { continue }
      known.formUnion(events)
      var pattern = best.key
      let levels = Set(best.value.map(\.level))
      // A name alone could be any heading.
      if pattern.kind == .heading, pattern.template == "{name}", !pattern.takesIDFromAnchor,
        levels.count == 1, levels != [0]
      {
        pattern.level = levels.first
      }
      forms.append(Form(pattern: pattern, events: events, levels: levels))
      openings.formUnion(best.value.map(\.place))
    }
  }

  private static func isLess(
    _ first: (key: EventPattern, value: [(event: String, level: Int, place: Int)]),
    _ second: (key: EventPattern, value: [(event: String, level: Int, place: Int)]),
    _ known: Set<String>
  ) -> Bool {
    let counts = [first, second].map { Set($0.value.map(\.event)).subtracting(known).count }
    if counts[0] != counts[1] { return counts[0] < counts[1] }
    // Of two forms for the same events, the one that reads more is better.
    let parts = [first, second].map { $0.key.template.filter { $0 == "{" }.count }
    return parts[0] != parts[1] ? parts[0] < parts[1] : first.key.template > second.key.template
  }

  // MARK: Indexes

  /// The captions of the tables that have the ids or names of several events in one column.
  private static func indexes(_ blocks: [Block], _ events: [KnownEvent]) -> [String] {
    blocks.indices.compactMap { place -> String? in
      guard case .table(let table) = blocks[place].kind else { return nil }
      let listed = table.rows.map { row in
        events.first { event in row.cells.contains { event.isNamed($0.string) } }
      }
      let found = Set(listed.compactMap { $0?.key })
      // The codes of other tables can equal the ids of some events.
      guard found.count >= 3, listed.count(where: { $0 != nil }) * 2 > table.rows.count,
        found.count * 4 >= events.count
      else { return nil }
      let caption = GroupLearning.caption(before: place, in: blocks)
      return caption.isEmpty ? nil : caption
    }
  }

  // MARK: The proposal

  var entries: [YAMLEntry] {
    var entries: [YAMLEntry] = []
    if !forms.isEmpty {
      entries.append(
        YAMLEntry(
          "events",
          .list(
            forms.map { form in
              var keys = [YAMLEntry(form.pattern.kind.rawValue, .quoted(form.pattern.template))]
              if let level = form.pattern.level {
                keys.append(YAMLEntry("level", .plain("\(level)")))
              }
              if form.pattern.takesIDFromAnchor { keys.append(YAMLEntry("id", .plain("anchor"))) }
              return .mapping(keys)
            })))
    }
    if !indexes.isEmpty { entries.append(YAMLEntry("index", .list(indexes.map(YAMLValue.text)))) }
    return entries
  }

  /// What could not be found out about the events of an edition.
  func open(_ keys: Set<String>) -> [String] {
    if forms.isEmpty {
      return ["no heading and no item has the id or the name of an event of the schema"]
    }
    let missing = missing.filter(keys.contains)
    return missing.isEmpty
      ? [] : ["no heading and no item opens \(missing.joined(separator: ", "))"]
  }
}

extension EventPattern {
  fileprivate func isEqualButForBlanks(_ other: EventPattern) -> Bool {
    kind == other.kind && takesIDFromAnchor == other.takesIDFromAnchor
      && template.filter { !$0.isBlank } == other.template.filter { !$0.isBlank }
  }
}

/// The names by which a page can call an event.
private struct KnownEvent {
  let key: String
  let id: String
  let names: [String]
  let constant: String?
  let versions: [String]
  let isNumbered: Bool

  init(_ event: Event, _ service: Service) {
    key = event.key
    id = event.id.value.text
    isNumbered = if case .number = event.id.value { true } else { false }
    names = isNumbered ? [event.key] : [id, event.key]
    constant = event.constant
    versions = service.editions.filter { $0.kind == .version }.map(\.name)
  }

  /// Whether a cell contains the id, the name or the symbol, and perhaps a version.
  func isNamed(_ cell: String) -> Bool {
    let text = cell.trimmingSpaces
    let start = text.prefix { $0.isNameCharacter || $0.isOne(of: "-.:") }
    return ([id, constant].compactMap { $0 } + names).contains { $0 == text || $0 == start }
  }

  /// The templates of a line that contains the id, the name or the symbol.
  func patterns(of text: InlineText, _ kind: EventPattern.Kind) -> [EventPattern] {
    var line = String(text.plain.map(\.ofASCIIWidth)).trimmingSpaces
    var end = line.startIndex
    var found: Set<String> = []
    func replace(_ value: String, _ placeholder: String) {
      // Behind a name, the digits of an id may follow a letter: `type is301 (NAME)`.
      let isLoose = placeholder == "id" && !found.isEmpty
      guard !found.contains(placeholder), let range = Self.range(of: value, in: line, isLoose)
      else {
        return
      }
      let rest = line.distance(from: range.upperBound, to: line.endIndex)
      line.replaceSubrange(range, with: "{\(placeholder)}")
      found.insert(placeholder)
      end = max(end, line.index(line.endIndex, offsetBy: -rest))
    }
    for version in versions { replace(version, "version") }
    if let constant { replace(constant, "constant") }
    for name in names { replace(name, "name") }
    if isNumbered { replace(id, "id") }
    let isIdentified = found.contains("id") || found.contains("name") || found.contains("constant")
    guard isIdentified else { return [] }
    if kind == .item {
      // An item goes on behind the form; a bracket behind the last placeholder belongs to it.
      var last = end
      for placeholder in ["id", "name", "constant", "version"] {
        if let range = line.firstRange(of: "{\(placeholder)}") {
          last = max(last, range.upperBound)
        }
      }
      let tail = line[last...].prefix { $0.isOne(of: ")]") }
      line = String(line[..<last]) + tail
    }
    var patterns: [EventPattern] = []
    if found.contains("id") || found.contains("name") {
      patterns.append(EventPattern(kind: kind, template: line))
    }
    let anchors = text.anchors.compactMap { EventPattern.number(in: $0) }
    if isNumbered, !found.contains("id"), anchors.contains(id) {
      patterns = [EventPattern(kind: kind, template: line, takesIDFromAnchor: true)]
    }
    return patterns.filter { $0.problem == nil && $0.template.count <= 80 }
  }

  /// Whether a form reads the event from the line.
  func isMatched(by pattern: EventPattern, _ text: InlineText) -> Bool {
    guard let match = pattern.match(text) else { return false }
    return match.id == id || match.name.map(names.contains) ?? false
  }

  /// The place of a word that is not a part of another.
  ///
  /// - Parameter isLoose: whether letters can precede it.
  private static func range(
    of word: String, in line: String, _ isLoose: Bool
  ) -> Range<String.Index>? {
    var start = line.startIndex
    while let range = line[start...].firstRange(of: word) {
      let before =
        range.lowerBound > line.startIndex ? line[line.index(before: range.lowerBound)] : " "
      let after = range.upperBound < line.endIndex ? line[range.upperBound] : " "
      let begins = isLoose ? !before.isASCIIDigit : !before.isNameCharacter
      if begins, !after.isNameCharacter, before != "{" { return range }
      start = range.upperBound
    }
    return nil
  }
}
