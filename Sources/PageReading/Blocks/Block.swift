/// A part of a page: a heading, a list item, a table, a code block or a paragraph. Blocks are flat; the nesting of items
/// follows from their columns and from the types of the fields.
public struct Block: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A heading with its level, from 1.
    case heading(Int)
    /// A list item; the indentation is that of its marker, in characters.
    case item(indentation: Int)
    /// A line of other text.
    case paragraph(indentation: Int)
    case table(TableBlock)
    case code(CodeBlock)
    /// The start of a tag with the attributes of a field.
    case parameterStart(ParameterTag)
    /// The end of such a tag.
    case parameterEnd
  }

  public var kind: Kind
  public var text: InlineText
  /// The position of the first character of the text; of the marker for an item.
  public var position: PagePosition
  public var lastLine: Int
  /// Whether the line is a quotation or a note, which is no caption.
  public var isQuotation = false

  public init(kind: Kind, text: InlineText, position: PagePosition, lastLine: Int) {
    self.kind = kind
    self.text = text
    self.position = position
    self.lastLine = lastLine
  }
}

/// The rows of a table.
public struct TableBlock: Hashable, Sendable {
  /// How the page separates the cells.
  public enum Form: Hashable, Sendable {
    case pipes, html
    /// No separator: a browser's text without tabs.
    case glued
  }

  public struct Row: Hashable, Sendable {
    public var cells: [Cell]
    public var position: PagePosition

    public init(cells: [Cell], position: PagePosition) {
      self.cells = cells
      self.position = position
    }
  }

  /// A cell: its text, divided at line breaks and list items.
  public struct Cell: Hashable, Sendable {
    public var segments: [InlineText]
    public var position: PagePosition
    /// Whether the cell of an earlier row extends to this one.
    public var isInherited = false

    public init(segments: [InlineText], position: PagePosition) {
      self.segments = segments
      self.position = position
    }

    /// The whole text, with blanks between the segments.
    public var text: InlineText { InlineParser.joined(segments, at: position) }
    public var string: String { text.string }
    public var isEmpty: Bool { segments.allSatisfy(\.plain.isEmpty) }
  }

  public var form: Form
  /// The header; nil for a table without one.
  public var header: Row?
  public var rows: [Row]
  /// The indentation of the table, in characters.
  public var indentation: Int

  public init(form: Form, header: Row?, rows: [Row], indentation: Int) {
    self.form = form
    self.header = header
    self.rows = rows
    self.indentation = indentation
  }
}

/// A code block without highlighting and line numbers.
public struct CodeBlock: Hashable, Sendable {
  /// The lines with their numbers on the page.
  public struct Line: Hashable, Sendable {
    public var number: Int
    public var text: String

    public init(number: Int, text: String) {
      self.number = number
      self.text = text
    }
  }

  public var lines: [Line]

  public init(lines: [Line]) { self.lines = lines }

  /// The whole text.
  public var text: String { lines.map(\.text).joined(separator: "\n") }
}

/// The attributes of a tag that declares a field.
public struct ParameterTag: Hashable, Sendable {
  public var name: String
  public var type: String?
  public var isRequired: Bool?

  public init(name: String, type: String?, isRequired: Bool?) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
  }
}
