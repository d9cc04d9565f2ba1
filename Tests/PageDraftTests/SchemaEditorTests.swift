import PageReading
import SchemaSource
import Testing

/// Edits of the text of a schema file.
@Suite("Editing of schema files")
struct SchemaEditorTests {
  private func edited(
    _ text: String, _ path: [String], _ operation: SchemaEdit.Operation
  ) throws -> String {
    var editor = try SchemaEditor(SourceFile(path: "a.yaml", bytes: Array(text.utf8)))
    try editor.apply(SchemaEdit(file: "a.yaml", path: path, operation))
    return String(decoding: editor.file.bytes, as: UTF8.self)
  }

  private func refusal(
    _ text: String, _ path: [String], _ operation: SchemaEdit.Operation
  ) -> String? {
    do {
      _ = try edited(text, path, operation)
      return nil
    } catch {
      return "\(error)"
    }
  }

  static let string = YAMLEntry("new", .plain("string"))

  @Test("An entry is added below another, with the comments of both kept")
  func blockMapping() throws {
    let text = """
      fields:
        # About the first.
        first: string  # Kept.
          # Inside the first.
        # About the second.
        second:
          type: int
          doc: |
            Two lines.

            The last.

      tables: {}

      """
    let expected = text.replacing(
      "  # About the second.", with: "  new: string\n  # About the second.")
    #expect(try edited(text, ["fields"], .insert(Self.string, .after("first"))) == expected)
    let atEnd = text.replacing("The last.\n", with: "The last.\n  new: string\n")
    #expect(try edited(text, ["fields"], .insert(Self.string, .end)) == atEnd)
    let first = text.replacing("  first: string", with: "  new: string\n  first: string")
    #expect(try edited(text, ["fields"], .insert(Self.string, .first)) == first)
  }

  @Test("Line ends, a byte order mark and a missing last line end stay")
  func lineEnds() throws {
    let text = "\u{FEFF}fields:\r\n  first: string\r\n  second: int"
    #expect(
      try edited(text, ["fields"], .insert(Self.string, .after("first")))
        == "\u{FEFF}fields:\r\n  first: string\r\n  new: string\r\n  second: int")
    #expect(
      try edited(text, ["fields"], .insert(Self.string, .end))
        == "\u{FEFF}fields:\r\n  first: string\r\n  second: int\r\n  new: string")
  }

  @Test("Entries that are separated by blank lines stay so")
  func blankLines() throws {
    let text = "events:\n  one:\n    id: 1\n\n  two:\n    id: 2\n\n  three:\n    id: 3\n"
    let entry = YAMLEntry("four", .mapping([YAMLEntry("id", .plain("4"))]))
    #expect(
      try edited(text, ["events"], .insert(entry, .after("two")))
        == "events:\n  one:\n    id: 1\n\n  two:\n    id: 2\n\n  four: { id: 4 }\n\n  three:\n    id: 3\n"
    )
  }

  @Test("A mapping in braces gets the entry there, or a line for each entry if the line is full")
  func flowMapping() throws {
    let text = "fields:\n  name: { type: string, doc: \"A, B.\" }  # Kept.\n"
    #expect(
      try edited(
        text, ["fields", "name"], .insert(YAMLEntry("unit", .plain("ms")), .before(["doc"])))
        == "fields:\n  name: { type: string, unit: ms, doc: \"A, B.\" }  # Kept.\n")
    #expect(
      try edited("a: { b: 1, c: { d: 2 } }", ["a", "c"], .insert(Self.string, .first))
        == "a: { b: 1, c: { new: string, d: 2 } }")
    #expect(try edited("a: {}\n", ["a"], .insert(Self.string, .end)) == "a: { new: string }\n")
    let long = String(repeating: "x", count: 90)
    #expect(
      try edited(
        "f:\n  a: { type: int, doc: \(long) }\n", ["f", "a"],
        .insert(YAMLEntry("example", .text(long)), .end))
        == "f:\n  a:\n    type: int\n    doc: \(long)\n    example: \(long)\n")
  }

  @Test("The short form of a field becomes a mapping")
  func shortForm() throws {
    let entry = YAMLEntry("editions", .list([.text("en")]))
    #expect(
      try edited("f:\n  a: string | int\n", ["f", "a"], .insert(entry, .end))
        == "f:\n  a: { type: string | int, editions: [en] }\n")
    #expect(
      try edited("f:\n  a: [string: int]\n", ["f", "a"], .insert(entry, .end))
        == "f:\n  a: { type: [string: int], editions: [en] }\n")
    #expect(
      try edited("f: { a: int, b: int }\n", ["f", "a"], .insert(entry, .end))
        == "f: { a: { type: int, editions: [en] }, b: int }\n")
  }

  @Test("Missing keys of a path are added")
  func missingKeys() throws {
    #expect(
      try edited(
        "events:\n  a:\n    id: 1\n    examples: [x]\n", ["events", "a", "fields"],
        .insert(Self.string, .first))
        == "events:\n  a:\n    id: 1\n    fields:\n      new: string\n    examples: [x]\n")
    #expect(
      try edited(
        "callbackgen: 1\n", ["objects"],
        .insert(YAMLEntry("A", .mapping([YAMLEntry("fields", .mapping([Self.string]))])), .end))
        == "callbackgen: 1\nobjects:\n  A:\n    fields:\n      new: string\n")
    #expect(
      try edited(
        "events:\n  a: { id: 1 }\n", ["events", "a", "fields"], .insert(Self.string, .first))
        == "events:\n  a:\n    id: 1\n    fields:\n      new: string\n")
  }

  @Test("A list in brackets and a list of lines get a further element")
  func lists() throws {
    #expect(
      try edited("a: [x, y]  # Kept.\n", ["a"], .append(.text("z, z")))
        == "a: [x, y, \"z, z\"]  # Kept.\n")
    #expect(
      try edited("a:\n  - x\n  - y  # Kept.\nb: 1\n", ["a"], .append(.text("z")))
        == "a:\n  - x\n  - y  # Kept.\n  - z\nb: 1\n")
  }

  @Test("A value is replaced")
  func replacement() throws {
    #expect(
      try edited("a: [x, y]\nb: 1\n", ["a"], .replace(.list([.text("z")]))) == "a: [z]\nb: 1\n")
  }

  @Test("An edit that would lose a comment, or repeat a key, is refused with the position")
  func refusals() {
    let flow = "a: {\n  b: 1, # Kept.\n  c: 2 }\n"
    #expect(
      refusal(flow, ["a"], .insert(Self.string, .end))?.hasPrefix(
        "a.yaml:1:4 is a mapping in braces with a comment") == true)
    #expect(
      refusal("a:\n  new: int\n", ["a"], .insert(Self.string, .end))
        == "a.yaml:2:3 has 'new' already")
    #expect(
      refusal("a:\n  - x\n  # Kept.\n  - y\n", ["a"], .replace(.plain("z")))?.contains(
        "contains a comment") == true)
    #expect(refusal("a: 1\n", ["a", "b"], .append(.text("x"))) == "'a.yaml' has no 'a.b'")
    #expect(refusal("a: [x, y]\n", ["values"], .append(.text("x"))) == "'a.yaml' has no 'values'")
    #expect(
      refusal("a: \"x\"\n", ["a"], .insert(Self.string, .end))?.contains("is not a mapping") == true
    )
    let broken = SourceFile(path: "a.yaml", bytes: Array("a: [".utf8))
    #expect(throws: EditRefusal.self) { try SchemaEditor(broken) }
  }

  @Test(
    "A text is quoted where YAML would read another text, and is read back as it was",
    arguments: [
      "plain", "a, b", "a: b", "a #b", "#a", "- a", "-1", "", " a", "a ", "[a]", "{a", "a]", "*a",
      "&a", "!a", "%a",
      "@a", "`a`", "a:", "'a'", "\"a\\\"", "two\nlines", "tab\tbed", "键", "a::b", "?a", "|", ">",
      "~", "=", "<<",
      "\u{FEFF}a", "a\u{2028}b", "😀", "2020-12-01", "true", "\u{7F}",
    ])
  func quoting(_ text: String) throws {
    for entry in [
      YAMLEntry("new", .text(text)),
      YAMLEntry("new", .list([.text(text), .mapping([YAMLEntry(.text(text), .text(text))])])),
    ] {
      let lines = YAMLWriter().lines(entry).joined(separator: "\n") + "\n"
      var diagnostics = Diagnostics()
      let root = SourceParser.parse(
        SourceFile(path: "a.yaml", bytes: Array(lines.utf8)), into: &diagnostics)
      #expect(!diagnostics.hasErrors, "\(lines) \(diagnostics.all)")
      let found = root.map { texts(of: $0) } ?? []
      let expected = if case .list = entry.value { [text, text, text] } else { [text] }
      #expect(found == expected, "\(lines)")
    }
  }

  /// The scalars below the first key.
  private func texts(of node: Node) -> [String] {
    switch node.content {
    case .scalar(let scalar): [scalar.text]
    case .sequence(let items): items.flatMap(texts)
    case .mapping(let entries):
      entries.flatMap {
        ($0.key.range.start.offset == 0 ? [] : texts(of: $0.key)) + texts(of: $0.value)
      }
    }
  }
}
