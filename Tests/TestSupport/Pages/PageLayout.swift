public import Testing

/// The form in which a page is rendered.
public struct PageLayout: Hashable, Sendable, CustomTestStringConvertible {
  public enum Fields: String, Hashable, Sendable, CaseIterable {
    /// Nested bullets: ``- `name`: Type. Text``.
    case bullets
    /// Pipe tables, one for each object, with links.
    case pipeTables
    /// HTML tables, one for each object, with links.
    case htmlTables
    /// Bullets of one level, as a browser's text of a nested list may show them.
    case flatBullets
    /// Rows whose cells follow each other without a separator, as in a browser's text.
    case gluedTables
  }

  /// Where the values of a field are.
  public enum Values: String, Hashable, Sendable, CaseIterable {
    /// Bullets below the field.
    case bullets
    /// `<li>` elements in the cell.
    case listItems
    /// Lines of the cell, separated by `<br>`.
    case breaks
    /// `0: …, 1: …` in the description.
    case inline
    /// `{0, 1}` without meanings, in the description.
    case set
    /// Code spans in a column of examples, for two and more texts; otherwise as `set`.
    case examples
    /// One row of the table for each value, with `rowspan` in the other columns.
    case rows
    /// A table that the description links to.
    case linkedTables
    /// A table whose caption is the name of the field, after the fields.
    case captionedTables
    /// One table for the fields of one name in several events: a row for each event, with the codes in it.
    case twoLevelTables
  }

  /// The words for types.
  public enum Types: String, Hashable, Sendable, CaseIterable {
    /// The types of JSON: String, Number, Boolean, JSON, JSONArray.
    case json
    /// Types of programming languages: String, Int32, Uint64, Array of String.
    case sized
    /// Words of the language.
    case native
  }

  public enum Events: String, Hashable, Sendable, CaseIterable {
    /// `### 31 uploaded`
    case headings
    /// `### <a name="31"></a>uploaded`
    case anchoredHeadings
    /// `- **Event type 31** (uploaded): …`
    case items
  }

  public enum Envelope: String, Hashable, Sendable, CaseIterable {
    /// Described on another page.
    case none
    /// One list or table, with members below their object.
    case nested
    /// One list or table for each object, in sections of their own.
    case sections
  }

  public enum Index: String, Hashable, Sendable, CaseIterable {
    case none
    /// Linked ids, then the name.
    case ids
    /// Names, then linked ids.
    case names
    /// Names in groups: a cell continues the one above.
    case groups
  }

  public var language: PageLanguage
  public var fields: Fields
  public var values: Values
  public var types = Types.json
  public var events = Events.headings
  public var envelope = Envelope.nested
  public var index = Index.ids
  /// Whether object links are in the type column; otherwise they are in the description.
  public var linksInTypes = false
  public var hasRequiredColumn = false
  public var hasExamples = false
  /// Whether objects of one name have one anchor on the whole page.
  public var repeatsAnchors = false
  /// Whether fields with equal members or values link to one table.
  public var sharesTables = false

  public init(_ language: PageLanguage, _ fields: Fields, _ values: Values) {
    (self.language, self.fields, self.values) = (language, fields, values)
  }

  /// Whether the page is the text that a browser shows.
  public var isPlainText: Bool { [.flatBullets, .gluedTables].contains(fields) }

  /// Whether the page shows which object a field belongs to.
  public var showsNesting: Bool { !isPlainText }

  public var hasTables: Bool { [.pipeTables, .htmlTables].contains(fields) }

  public var testDescription: String {
    let marks = [
      linksInTypes ? "links in types" : nil, hasRequiredColumn ? "required column" : nil,
      hasExamples ? "examples" : nil, repeatsAnchors ? "repeated anchors" : nil,
      sharesTables ? "shared tables" : nil,
    ].compactMap { $0 }
    let words = [
      language.rawValue, fields.rawValue, "values as \(values.rawValue)", "types \(types.rawValue)",
      "events as \(events.rawValue)", "envelope \(envelope.rawValue)", "index \(index.rawValue)",
    ]
    return (words + marks).joined(separator: ", ")
  }
}

extension PageLayout {
  /// The forms of values that pages of a form have.
  private static func values(in fields: Fields) -> [Values] {
    switch fields {
    case .bullets: [.bullets, .linkedTables, .captionedTables, .twoLevelTables]
    case .pipeTables, .htmlTables:
      [
        .listItems, .breaks, .inline, .set, .examples, .rows, .linkedTables, .captionedTables,
        .twoLevelTables,
      ]
    case .flatBullets: [.bullets]
    case .gluedTables: [.inline]
    }
  }

  /// Every form of fields with every form of values in every language; the other choices differ from one to the next.
  public static let all: [PageLayout] = {
    var layouts: [PageLayout] = []
    for fields in Fields.allCases {
      for values in values(in: fields) {
        for language in PageLanguage.allCases {
          var layout = PageLayout(language, fields, values)
          let place = layouts.count
          layout.types = Types.allCases[(place + place / 3) % 3]
          layout.envelope = Envelope.allCases[(place + place / 5) % 3]
          layout.index = Index.allCases[(place + place / 4) % 4]
          layout.hasExamples = place % 3 == 1
          if layout.hasTables {
            layout.events = Events.allCases[(place + place / 7) % 3]
            layout.linksInTypes = place % 2 == 0
            layout.hasRequiredColumn = place % 4 < 2
            layout.repeatsAnchors = place % 5 == 0
            layout.sharesTables = place % 5 == 2
          } else if !layout.isPlainText {
            layout.events = place % 2 == 0 ? .headings : .anchoredHeadings
          } else {
            if layout.index != .none { layout.index = .ids }
            // Types in small letters cannot be told from the names before them.
            if fields == .gluedTables, layout.types == .native { layout.types = .json }
          }
          layouts.append(layout)
        }
      }
    }
    return layouts
  }()
}

extension PageLayout {
  /// Whether a page in the layout can be told apart from another: cells without separators cannot if a name contains a word
  /// for a type, and sections name objects but no elements of lists.
  public func canPrint(_ content: PageContent) -> Bool {
    let hasListInEnvelope = content.envelope.contains { field in
      if case .list = field.type { !field.members.isEmpty } else { false }
    }
    if envelope == .sections, hasListInEnvelope { return false }
    guard fields == .gluedTables else { return true }
    let names = (content.envelope.paths + content.events.flatMap(\.fields.paths)).flatMap { $0 }
    let words = [
      "String", "Number", "Bool", "JSON", "Array", "Int", "Double", "Object", "integer",
      "string", "object", "array", "number",
    ]
    return !names.contains { name in words.contains { name.contains($0) } }
  }
}
