import CallbackSchema

/// The captions of the fields outside the events, learned from the names of the envelope and the headers.
struct GroupLearning {
  /// A group of names on the page.
  private struct Group {
    var caption: String
    var names: Set<String>
  }

  /// The captions by the place of the fields.
  private(set) var scopes: [(place: String, captions: [String])] = []
  /// The envelope paths and the headers that the page declares.
  private(set) var found: Set<String> = []
  private var missing: [String] = []
  /// The paths of the envelope that the page nowhere declares.
  private(set) var elsewhere: [String] = []

  init(_ blocks: [Block], _ service: Service, _ events: EventFormLearning) {
    let levels = Self.levels(of: service)
    let groups = Self.groups(blocks, events)
    for group in groups {
      let hits = levels.map { ($0.place, $0.names.intersection(group.names)) }
      guard let best = hits.max(by: { $0.1.count < $1.1.count }),
        let size = levels.first(where: { $0.place == best.0 })?.names.count,
        best.1.count >= 2 || best.1.count == size, best.1.count * 2 >= group.names.count
      else { continue }
      // The same names at two places do not say which of them the page means.
      guard hits.count(where: { $0.1.count == best.1.count }) == 1 else { continue }
      found.formUnion(best.1.map { Self.path($0, at: best.0) })
      guard !group.caption.isEmpty else { continue }
      if let place = scopes.firstIndex(where: { $0.place == best.0 }) {
        if !scopes[place].captions.contains(group.caption) {
          scopes[place].captions.append(group.caption)
        }
      } else {
        scopes.append((best.0, [group.caption]))
      }
    }
    for level in levels {
      let absent = level.names.map { Self.path($0, at: level.place) }.filter { !found.contains($0) }
      elsewhere += absent
      if absent.count == level.names.count, !level.names.isEmpty { missing.append(level.place) }
    }
    elsewhere.sort()
  }

  private static func path(_ name: String, at place: String) -> String {
    place == "." || place == "headers" ? name : "\(place).\(name)"
  }

  /// The names of the fields at each place of the envelope, and of the headers.
  private static func levels(of service: Service) -> [(place: String, names: Set<String>)] {
    var levels = [(place: ".", names: Set(service.envelope.map(\.wire)))]
    func add(_ fields: [Field], below parent: String) {
      for field in fields {
        let path = parent.isEmpty ? field.wire : "\(parent).\(field.wire)"
        let members = service.members(of: field)
        guard !members.isEmpty else { continue }
        levels.append((path, Set(members.map(\.wire))))
        add(members, below: path)
      }
    }
    add(service.envelope, below: "")
    let headers = Set(service.delivery.headers.map(\.wire))
    if !headers.isEmpty { levels.append(("headers", headers)) }
    return levels
  }

  /// The groups of names outside the sections of events: the rows of a table, and the items below a caption.
  private static func groups(_ blocks: [Block], _ events: EventFormLearning) -> [Group] {
    var groups: [Group] = []
    var isInEvent = false
    for (place, block) in blocks.enumerated() {
      switch block.kind {
      case .heading, .item, .paragraph:
        if events.openings.contains(place) {
          isInEvent = true
        } else if case .heading = block.kind {
          isInEvent = false
        }
      default: break
      }
      guard !isInEvent else { continue }
      if case .table(let table) = block.kind {
        let names = table.rows.compactMap { $0.cells.first.map { name(in: $0.text) } }
        groups.append(Group(caption: caption(before: place, in: blocks), names: Set(names)))
      } else if case .item = block.kind {
        let name = name(in: block.text)
        let caption = caption(before: place, in: blocks)
        if let last = groups.indices.last, groups[last].caption == caption {
          groups[last].names.insert(name)
        } else {
          groups.append(Group(caption: caption, names: [name]))
        }
      }
    }
    return groups.filter { !$0.names.isEmpty }
  }

  /// The name at the start of a text.
  private static func name(in text: InlineText) -> String {
    String(
      text.plain.drop { $0.isBlank || $0 == "`" || $0 == "*" }.prefix {
        $0.isNameCharacter || $0 == "-"
      })
  }

  /// The heading, the paragraph or the item that announces a table or a list; empty if there is none. The heading above a
  /// long sentence is the better caption.
  static func caption(before place: Int, in blocks: [Block]) -> String {
    var isSentence = false
    for block in blocks[..<place].reversed() {
      switch block.kind {
      case .heading: return CaptionChoice.caption(of: block, in: blocks)
      case .paragraph, .item:
        // The items of the same list do not announce each other.
        if case .item = block.kind, case .item = blocks[place].kind { continue }
        guard !block.text.plain.isEmpty, !isSentence else { continue }
        if !CaptionChoice.isSentence(block) { return CaptionChoice.caption(of: block, in: blocks) }
        isSentence = true
      case .table, .code, .parameterStart, .parameterEnd: continue
      }
    }
    return ""
  }

  // MARK: The proposal

  var entries: [YAMLEntry] {
    var entries: [YAMLEntry] = []
    if !scopes.isEmpty {
      entries.append(
        YAMLEntry(
          "scopes",
          .mapping(
            scopes.map { YAMLEntry(.text($0.place), .list($0.captions.map(YAMLValue.text))) })))
    }
    if !elsewhere.isEmpty {
      entries.append(YAMLEntry("elsewhere", .list(elsewhere.map(YAMLValue.text))))
    }
    return entries
  }

  var open: [String] {
    missing.map { place in
      switch place {
      case ".": "no list of fields shows the members of the body"
      case "headers": "no list of fields shows the headers"
      default: "no list of fields shows the members of \(place)"
      }
    }
  }
}
