import CallbackSchema

/// A page that was rendered, and the profile that its layout needs.
public struct RenderedPage: Hashable, Sendable {
  public var text: String
  /// The text of `pages.yaml`, for a page named `rendered`.
  public var profile: String
}

extension PageContent {
  /// Renders the page.
  ///
  /// - Parameter edition: the edition that the profile names.
  public func rendered(_ layout: PageLayout, edition: String) -> RenderedPage {
    var renderer = PageRenderer(content: self, layout: layout)
    let text = renderer.page()
    return RenderedPage(text: text, profile: renderer.profile(edition: edition))
  }
}

/// A table that was printed.
struct PrintedTable: Hashable {
  var name: String
  var members: [PageContent.Field] = []
  var values: [PageContent.Value] = []
}

/// Prints a page line by line; `PageRenderer+…` files print lists, tables and plain text.
struct PageRenderer {
  let content: PageContent
  let layout: PageLayout
  let words: PageLanguage.Words
  var lines: [String] = []
  /// The number of anchors of each name.
  var anchors: [String: Int] = [:]
  /// The names of the anchors of the current event.
  var anchorsOfEvent: Set<String> = []
  /// The anchors of the tables that further fields link to: by the name and the content of the table.
  var printed: [PrintedTable: String] = [:]
  /// The tables of codes that follow the fields: the anchor, the name of the field and the values.
  var codeTables: [(anchor: String, name: String, values: [PageContent.Value])] = []
  /// The names of the fields whose codes are in a table for several events.
  var sharedNames: [String] = []
  /// The fields of the current event.
  var eventFields: [PageContent.Field] = []

  init(content: PageContent, layout: PageLayout) {
    (self.content, self.layout) = (content, layout)
    words = layout.language.words
    if layout.values == .twoLevelTables { sharedNames = Self.sharedNames(of: content) }
  }

  /// The names of coded fields directly in several events.
  private static func sharedNames(of content: PageContent) -> [String] {
    let names = content.events.flatMap { event in
      event.fields.filter { !$0.values.isEmpty }.map(\.name)
    }
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.filter { $0.value > 1 }.keys.sorted()
  }

  mutating func page() -> String {
    heading(1, words.title)
    paragraph(words.descriptions.marked[0] + words.full)
    if layout.envelope != .none { envelope() }
    // A row of names without separators cannot be divided.
    let isReadable = !layout.isPlainText || content.events.allSatisfy { !$0.isNamedByID }
    if layout.index != .none, isReadable { index() }
    for event in content.events { self.event(event) }
    sharedCodeTables()
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Lines

  mutating func blank() { if lines.last?.isEmpty == false { lines.append("") } }

  mutating func paragraph(_ text: String) {
    blank()
    lines.append(text)
    lines.append("")
  }

  mutating func heading(_ level: Int, _ text: String, anchor: String? = nil) {
    let marks = layout.isPlainText ? "" : String(repeating: "#", count: level) + " "
    let target = layout.isPlainText ? "" : anchor.map { "<a name=\"\($0)\"></a>" } ?? ""
    paragraph(marks + target + text)
  }

  /// The line before a table that links name, in the notation of the language's pages.
  func anchorLine(_ anchor: String) -> String {
    switch layout.language {
    case .english: "<a name=\"\(anchor)\"></a>"
    case .chinese: "<span id=\"\(anchor)\"></span>"
    case .japanese: "[](id:\(anchor))"
    }
  }

  /// A new anchor for a table. Two tables of one event never have the same anchor.
  mutating func anchor(_ name: String) -> String {
    let base = name.lowercased()
    anchors[base, default: 0] += 1
    let isFirst =
      layout.repeatsAnchors ? anchorsOfEvent.insert(base).inserted : anchors[base] == 1
    return isFirst ? base : "\(base)-\(anchors[base] ?? 0)"
  }

  /// The anchor of an equal table that other fields may link to.
  func anchor(of table: PrintedTable) -> String? { layout.sharesTables ? printed[table] : nil }

  func link(_ text: String, _ anchor: String) -> String {
    layout.fields == .htmlTables
      ? "<a href=\"#\(anchor)\">\(text)</a>" : "[\(text)](#\(anchor))"
  }

  // MARK: - Parts of the page

  private mutating func envelope() {
    heading(2, words.body)
    guard layout.envelope == .sections else { return fields(content.envelope) }
    fields(content.envelope.map(\.withoutMembers))
    for (path, members) in content.envelope.objects {
      heading(3, caption(ofObject: path.last ?? ""))
      fields(members.map(\.withoutMembers))
    }
  }

  /// The heading of the section on an object of the envelope.
  func caption(ofObject name: String) -> String {
    switch layout.language {
    case .english: "Fields in \(name)"
    case .chinese: "\(name) 字段"
    case .japanese: "\(name) のフィールド"
    }
  }

  private mutating func event(_ event: PageContent.Event) {
    let anchor = self.anchor(ofEvent: event)
    switch layout.events {
    case .headings: heading(3, title(of: event), anchor: anchor)
    case .anchoredHeadings:
      heading(
        3, event.isNamedByID ? title(of: event) : event.name + versionMark(event), anchor: anchor)
    case .items:
      blank()
      lines.append("- \(item(of: event))\(anchorLine(anchor))")
    }
    if layout.events != .items {
      paragraph(words.introduction)
    }
    eventFields = event.fields
    anchorsOfEvent = []
    fields(event.fields)
    eventFields = []
    guard layout.hasExamples else { return }
    for example in event.examples {
      paragraph(layout.isPlainText ? words.examples : "**\(words.examples)**")
      lines += ["```json"] + example.split(separator: "\n").map(String.init) + ["```", ""]
    }
  }

  func anchor(ofEvent event: PageContent.Event) -> String {
    event.id.lowercased() + (event.version.map { "-\($0)" } ?? "")
  }

  /// The version after a name.
  func versionMark(_ event: PageContent.Event) -> String { event.version.map { "(\($0))" } ?? "" }

  /// The heading of an event.
  func title(of event: PageContent.Event) -> String {
    let name = event.name + versionMark(event)
    guard event.isNamedByID else { return "\(event.id) \(name)" }
    return layout.isPlainText ? words.event + words.colon + name : name
  }

  private func item(of event: PageContent.Event) -> String {
    let name: String =
      switch layout.language {
      case .english: event.isNamedByID ? "" : " (\(event.name))"
      case .chinese, .japanese: event.isNamedByID ? "" : "（\(event.name)）"
      }
    return
      "**\(words.itemBefore)\(event.id)\(versionMark(event))**\(name)\(words.itemAfter)\(words.colon)"
      .trimmingSuffix(" ")
  }

  /// A text with the full stop that ends a sentence.
  func ended(_ text: String) -> String { text.hasSuffix(words.full) ? text : text + words.full }

  /// The fields of one object, in the form of the layout, then the tables of their codes.
  private mutating func fields(_ fields: [PageContent.Field]) {
    guard !fields.isEmpty else { return }
    blank()
    switch layout.fields {
    case .bullets: bullets(fields, indent: "")
    case .pipeTables, .htmlTables: tables(fields)
    case .flatBullets: flatBullets(fields)
    case .gluedTables: gluedTables(fields)
    }
    blank()
    for table in codeTables { codeTable(table.anchor, table.name, table.values) }
    codeTables = []
  }

  // MARK: - Words

  /// The same number for a name in every run.
  func number(_ name: String) -> Int { name.utf8.reduce(7) { ($0 * 31 + Int($1)) % 9973 } }

  func description(of field: PageContent.Field) -> String {
    let isPlain = layout.isPlainText || layout.fields == .htmlTables
    let texts = isPlain ? words.descriptions.plain : words.descriptions.marked
    return texts[number(field.name) % texts.count]
  }

  func meaning(_ value: PageContent.Value, at place: Int) -> String {
    words.meanings[(number(value.text) + place) % words.meanings.count]
  }

  /// The value as lists print it: strings in quotation marks.
  func written(_ value: PageContent.Value) -> String {
    value.isString ? "\"\(value.text)\"" : value.text
  }

  func typeWord(_ type: PageContent.ValueType) -> String {
    switch (type, layout.types) {
    case (.stringOrInteger, .json): "String/Number"
    case (.stringOrInteger, .sized): "String/Int"
    case (.stringOrInteger, .native): "\(words.string)/\(words.integer)"
    case (.object, .json): layout.hasTables ? "JSON Object" : "JSON"
    case (.object, .sized): "Object"
    case (.object, .native): words.object
    case (.list, .json): layout.language == .japanese ? "Array" : "JSONArray"
    case (.list(let element), .sized): "Array of \(typeWord(element))"
    case (.list, .native): words.list
    case (.scalar(let scalar), .json): scalar.jsonWord
    case (.scalar(let scalar), .sized): scalar.sizedWord
    case (.scalar(let scalar), .native):
      switch scalar {
      case .bool: words.boolean
      case .int, .int32, .int64, .uint32, .uint64: words.integer
      case .double: words.number
      case .string: words.string
      case .object, .json: words.object
      }
    }
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}

extension PageContent.Field {
  /// The field without members, which are printed elsewhere.
  var withoutMembers: Self {
    var field = self
    field.members = []
    return field
  }
}

extension [PageContent.Field] {
  /// The objects with members, at any depth, and their paths; each before the objects in it.
  var objects: [(path: [String], members: [PageContent.Field])] {
    flatMap { field -> [(path: [String], members: [PageContent.Field])] in
      guard !field.members.isEmpty else { return [] }
      return [([field.name], field.members)]
        + field.members.objects.map { ([field.name] + $0.path, $0.members) }
    }
  }
}
