public import CallbackSchema
public import SchemaSource

/// Loads the profile of a service's pages.
public enum PageProfileLoader {
  /// The name of the file in the folder of a service.
  public static let fileName = "pages.yaml"

  /// Loads `pages.yaml`.
  ///
  /// Reports every problem, not only the first.
  /// - Parameters:
  ///   - file: the file.
  ///   - service: the service whose editions and envelope the profile names; nil to check neither.
  ///   - diagnostics: receives the problems.
  /// - Returns: the profile, possibly incomplete; nil if it has no page. Valid only if no error was reported.
  public static func load(
    _ file: SourceFile, of service: Service?, into diagnostics: inout Diagnostics
  ) -> PageProfile? {
    var reader = NodeReader()
    let root = SourceParser.parse(file, into: &reader.diagnostics)
    var loading = ProfileLoading(service: service, reader: reader)
    let pages = root.map { loading.pages($0) } ?? []
    for diagnostic in loading.reader.diagnostics.all { diagnostics.report(diagnostic) }
    return pages.isEmpty ? nil : PageProfile(pages: pages, path: file.path)
  }
}

/// The keys of a profile.
enum ProfileKeys {
  /// The keys of the common part, which each page may declare itself instead.
  static let common = [
    "events", "index", "scopes", "elsewhere", "columns", "types", "ignore",
  ]
  static let page = ["edition", "form"] + common
  static let event = ["heading", "item", "level", "id"]
  /// The edition of a page whose headings name the versions.
  static let byHeading = "by-heading"
}

/// The state of loading a profile.
private struct ProfileLoading {
  let service: Service?
  var reader: NodeReader

  mutating func pages(_ root: Node) -> [PageProfile.Page] {
    guard
      let file = reader.mapping(root, of: "a page profile", keys: ["pages"] + ProfileKeys.common)
    else { return [] }
    guard let pages = file["pages"] else {
      reader.error(
        .missingKey, "a page profile needs 'pages'", at: start(of: root),
        fix: "write pages: { NAME: { edition: EDITION } }")
      return []
    }
    guard case .mapping(let entries) = pages.value.content, !entries.isEmpty else {
      reader.error(
        .wrongKind, "pages must be a mapping of names to pages", at: pages.value.range,
        fix: "write { NAME: { edition: EDITION } }")
      return []
    }
    return entries.compactMap { page($0, common: file) }
  }

  private mutating func page(_ entry: Node.Entry, common: KeyedNodes) -> PageProfile.Page? {
    guard case .scalar(let name) = entry.key.content,
      let own = reader.mapping(entry.value, of: "a page", keys: ProfileKeys.page)
    else { return nil }
    guard let edition = own["edition"] else {
      reader.error(
        .missingKey, "page '\(name.text)' needs 'edition'", at: entry.key.range,
        fix: "name the edition of the schema, or write \(ProfileKeys.byHeading)")
      return nil
    }
    guard let named = self.edition(edition.value) else { return nil }
    var page = PageProfile.Page(name: name.text, edition: named, range: entry.key.range)
    if let form = own["form"] {
      page.form = reader.word(form.value, of: "form", as: PageForm.self) ?? .markup
    }
    page.events = patterns(own["events"] ?? common["events"], isOwn: own["events"] != nil)
    page.indexes = texts(own["index"] ?? common["index"], isOwn: own["index"] != nil)
    page.ignored = texts(own["ignore"] ?? common["ignore"], isOwn: own["ignore"] != nil)
    page.scopes = scopes(own["scopes"] ?? common["scopes"], isOwn: own["scopes"] != nil)
    page.columns = columns(own["columns"] ?? common["columns"], isOwn: own["columns"] != nil)
    page.types = types(own["types"] ?? common["types"], isOwn: own["types"] != nil)
    page.elsewhere = elsewhere(own["elsewhere"] ?? common["elsewhere"])
    return page
  }

  private mutating func edition(_ node: Node) -> PageEdition? {
    guard let text = reader.text(node, of: "edition") else { return nil }
    if text == ProfileKeys.byHeading { return .byHeading }
    if let service, !service.editions.contains(where: { $0.name == text && $0.kind != .elsewhere })
    {
      let names = service.editions.filter { $0.kind != .elsewhere }.map(\.name)
      reader.error(
        .unknownName, "service '\(service.name)' has no transcribed edition '\(text)'",
        at: node.range,
        fix: suggestion(for: text, in: names) ?? "one of \(names.joined(separator: ", "))")
      return nil
    }
    return .named(Located(text, at: node.range))
  }

  private mutating func texts(_ entry: Node.Entry?, isOwn: Bool) -> EntryGroup<String> {
    guard let entry else { return EntryGroup() }
    let what = "each entry of \(entry.key.text)"
    let items = reader.items(entry.value, of: entry.key.text)
    let texts = items.compactMap { item in
      reader.text(item, of: what).map { Located($0, at: item.range) }
    }
    return EntryGroup(texts, isOwn: isOwn)
  }

  private mutating func patterns(_ entry: Node.Entry?, isOwn: Bool) -> EntryGroup<EventPattern> {
    guard let entry else { return EntryGroup() }
    let items = reader.items(entry.value, of: "events")
    return EntryGroup(items.compactMap { pattern($0) }, isOwn: isOwn)
  }

  private mutating func pattern(_ node: Node) -> Located<EventPattern>? {
    guard let keys = reader.mapping(node, of: "a form of events", keys: ProfileKeys.event)
    else { return nil }
    let found = EventPattern.Kind.allCases.compactMap { kind in
      keys[kind.rawValue].map { (kind, $0) }
    }
    guard let (kind, entry) = found.first, found.count == 1 else {
      reader.error(
        .missingKey, "a form of events has either 'heading' or 'item'", at: node.range,
        fix: "write { heading: \"{id} {name}\" }")
      return nil
    }
    guard let template = reader.text(entry.value, of: kind.rawValue) else { return nil }
    var pattern = EventPattern(kind: kind, template: template)
    if let level = keys["level"] {
      pattern.level = reader.integer(level.value, of: "level")
      if kind == .item {
        reader.error(.badHeadingForm, "an item has no level", at: level.key.range, fix: "remove it")
      }
    }
    if let id = keys["id"] {
      guard reader.text(id.value, of: "id") == "anchor" else {
        reader.error(
          .badHeadingForm, "the id of an event is in its text or its anchor", at: id.value.range,
          fix: "write id: anchor, or use {id} in the text")
        return nil
      }
      pattern.takesIDFromAnchor = true
    }
    if let problem = pattern.problem {
      reader.error(.badHeadingForm, problem, at: entry.value.range)
      return nil
    }
    return Located(pattern, at: entry.value.range)
  }

  private mutating func entries(_ entry: Node.Entry?) -> [Node.Entry] {
    guard let entry else { return [] }
    guard case .mapping(let entries) = entry.value.content else {
      reader.error(.wrongKind, "\(entry.key.text) must be a mapping", at: entry.value.range)
      return []
    }
    return entries
  }

  private mutating func scopes(_ entry: Node.Entry?, isOwn: Bool) -> [ScopeEntry] {
    entries(entry).map { entry in
      let place = Located(entry.key.text, at: entry.key.range)
      checkPlace(place)
      return ScopeEntry(place: place, captions: texts(entry, isOwn: isOwn))
    }
  }

  private mutating func checkPlace(_ place: Located<String>) {
    guard let service, place.value != ".", place.value != "headers" else { return }
    let path = place.value.split(separator: ".").map(String.init)
    guard service.envelopeField(at: path) == nil else { return }
    let known = service.envelopePaths
    reader.error(
      .unknownPath, "the envelope has no field '\(place.value)'", at: place.range,
      fix: suggestion(for: place.value, in: known)
        ?? "write . for the body, headers, or a path such as \(service.payload.value.text)")
  }

  private mutating func columns(_ entry: Node.Entry?, isOwn: Bool) -> [ColumnEntry] {
    let roles = ColumnRole.allCases.map(\.rawValue)
    return entries(entry).compactMap { entry in
      guard let role = ColumnRole(rawValue: entry.key.text) else {
        reader.error(
          .badWord, "'\(entry.key.text)' is not a role of a column", at: entry.key.range,
          fix: suggestion(for: entry.key.text, in: roles)
            ?? "one of \(roles.joined(separator: ", "))")
        return nil
      }
      return ColumnEntry(role: role, words: texts(entry, isOwn: isOwn))
    }
  }

  private mutating func types(_ entry: Node.Entry?, isOwn: Bool) -> [TypeEntry] {
    entries(entry).compactMap { entry in
      guard let text = reader.text(entry.value, of: "a type") else { return nil }
      guard let type = PageType(notation: text) else {
        let words = PageType.notations
        reader.error(
          .badWord, "'\(text)' is not a type", at: entry.value.range,
          fix: suggestion(for: text, in: words) ?? "one of \(words.joined(separator: ", "))")
        return nil
      }
      return TypeEntry(
        word: Located(entry.key.text, at: entry.key.range), type: type, isOwn: isOwn)
    }
  }

  private mutating func elsewhere(_ entry: Node.Entry?) -> [Located<String>] {
    let names = texts(entry, isOwn: true).entries
    guard let service else { return names }
    let known = service.envelopePaths + service.delivery.headers.map(\.wire)
    for name in names where !known.contains(name.value) {
      reader.error(
        .unknownPath, "neither the envelope nor the headers have '\(name.value)'", at: name.range,
        fix: suggestion(for: name.value, in: known))
    }
    return names
  }

  private func start(of node: Node) -> SourceRange {
    SourceRange(path: node.range.path, start: node.range.start, end: node.range.start)
  }
}

extension Node {
  /// The text of a scalar; empty for a collection.
  fileprivate var text: String { if case .scalar(let scalar) = content { scalar.text } else { "" } }
}

extension Service {
  /// The paths of all envelope fields.
  fileprivate var envelopePaths: [String] { paths(of: envelope, below: "") }

  private func paths(of fields: [Field], below parent: String) -> [String] {
    fields.flatMap { field in
      let path = parent.isEmpty ? field.wire : "\(parent).\(field.wire)"
      return [path] + paths(of: members(of: field), below: path)
    }
  }
}
