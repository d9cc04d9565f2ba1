import PageReading
import Testing

/// Drafts of what a page adds to the events of a schema.
@Suite("Drafts of changes to known events")
struct KnownEventDraftTests {
  static let schema = """
    callbackgen: 1
    service:
      name: Sample
      editions: { zh: {}, en: {} }
      event: { by: kind, in: data }
      envelope:
        kind: int
        meta:
          fields:
            sid: { type: string, doc: The recording. }
        data: object
    events:
      started:
        id: 1
        include: [Common]
        fields:
          status: { type: Status, doc: How it went. }
          mode: { type: string, values: [a, b], doc: The mode. }
          level:
            type: int
            doc: The level.
            values:
              1: low
              # The last.
              2: { name: high, doc: High. }
          only: { type: string, editions: [zh], doc: Only there. }
          file: { type: File, doc: The file. }
      stopped:
        id: 2
        include: [Common]
        fields:
          file: { type: File, doc: The file. }
      later: { id: 3, editions: [zh] }
    objects:
      Common:
        fields: { task: string, status2: { type: Status, values: [0, 1], doc: It. } }
      File:
        doc: A file.
        fields:
          name: { type: string, doc: Its name. }
    tables:
      Status:
        raw: int
        values: { 0: ok, 1: failed, 2: unknown }

    """

  /// A field of a page.
  struct Declared {
    var path: String
    var type: PageType?
    var codes: [PageValue] = []
    var isOptional: Bool?

    init(_ path: String, _ type: PageType?, _ codes: String..., isOptional: Bool? = nil) {
      (self.path, self.type, self.isOptional) = (path, type, isOptional)
      self.codes = codes.map { PageValue($0) }
    }

    static func codes(_ path: String, _ codes: PageValue...) -> Declared {
      var field = Declared(path, .number(nil))
      field.codes = codes
      return field
    }
  }

  /// A page that says what the schema says for `en`, to be changed by a test.
  struct Page {
    var started = [
      Declared("task", .string), Declared("status2", .number(nil), "0", "1"),
      Declared("status", .number(nil), "0", "1", "2"), Declared("mode", .string, "b", "a"),
      Declared("level", .number(nil), "1", "2", isOptional: false), Declared("file", .object),
      Declared("file.name", .string),
    ]
    var stopped: [Declared]? = [
      Declared("task", .string), Declared("status2", .number(nil), "0", "1"),
      Declared("file", .object), Declared("file.name", .string),
    ]
    var later: [Declared]?

    subscript(path: String) -> Declared? {
      get { started.first { $0.path == path } }
      set {
        guard let place = started.firstIndex(where: { $0.path == path }) else { return }
        if let newValue { started[place] = newValue } else { started.remove(at: place) }
      }
    }

    func facts(_ edition: String = "en") -> HandMadePage {
      var page = HandMadePage(edition: edition)
      func fields(_ declared: [Declared]) -> (inout HandMadePage) -> [PageField] {
        { page in
          declared.map {
            page.field($0.path, $0.type, values: $0.codes, isOptional: $0.isOptional)
          }
        }
      }
      page.event("1", "started", fields(started))
      if let stopped { page.event("2", "stopped", fields(stopped)) }
      if let later { page.event("3", "later", fields(later)) }
      return page
    }
  }

  /// Expects that the draft of a changed page makes one change of the schema.
  private func expect(
    _ old: String, _ new: String, in schema: String = schema, _ change: (inout Page) -> Void
  ) throws {
    var page = Page()
    change(&page)
    let (draft, text, problems) = try page.facts().applied(to: schema)
    #expect(problems == [])
    #expect(!draft.hasRemarks, "\(draft.parts.flatMap(\.remarks))")
    #expect(schema.contains(old))
    #expect(text == schema.replacing(old, with: new), "\(text)")
  }

  /// The remarks about a changed page, of which no YAML is drafted.
  private func remarks(in schema: String = schema, _ change: (inout Page) -> Void) throws
    -> [String]
  {
    var page = Page()
    change(&page)
    let (draft, text, problems) = try page.facts().applied(to: schema)
    #expect(problems == [])
    #expect(text == schema)
    return draft.parts.flatMap(\.remarks).map(\.text)
  }

  @Test("A page that says what the schema says gives no draft")
  func silence() throws {
    #expect(try Page().facts().applied(to: Self.schema).draft == Draft())
  }

  @Test("A field goes below the field before it on the page, with the edition that has it")
  func newField() throws {
    let old = "      status: { type: Status, doc: How it went. }\n"
    let new =
      "      added: { type: string, editions: [en] }\n      also: { type: int, editions: [en] }\n"
    try expect(old, old + new) { page in
      page.started.insert(
        contentsOf: [Declared("added", .string), Declared("also", .number(nil))], at: 3)
    }
  }

  @Test("A member of a shared object goes there if every section shows it, and is a remark if not")
  func sharedObjects() throws {
    let old = "      name: { type: string, doc: Its name. }\n"
    let size = Declared("file.size", .number(nil))
    try expect(old, old + "      size: { type: int, editions: [en] }\n") { page in
      page.started.append(size)
      page.stopped?.append(size)
    }
    #expect(
      try remarks { $0.started.append(size) } == [
        "file.size: number: the schema shares the object File, and other sections of the page show it without this member"
      ])
  }

  @Test("A field of the envelope goes to its place")
  func envelope() throws {
    var page = Page().facts()
    page.scope(".") { page in
      [
        page.field("kind", .number(nil)), page.field("version", .string),
        page.field("meta", .object),
        page.field("data", .object),
      ]
    }
    page.scope("meta") { page in [page.field("sid", .string), page.field("uid", .string)] }
    page.scope("headers") { page in [page.field("Sign", .string)] }
    let (draft, text, problems) = try page.applied(to: Self.schema)
    #expect(problems == [])
    #expect(!draft.hasRemarks, "\(draft.parts.flatMap(\.remarks))")
    #expect(
      text.contains("    kind: int\n    version: { type: string, editions: [en] }\n    meta:\n"),
      "\(text)")
    #expect(
      text.contains(
        "recording. }\n        uid: { type: string, editions: [en] }\n    data: object\n"),
      "\(text)")
    #expect(
      text.contains(
        "    data: object\n  headers:\n    Sign: { type: string, editions: [en] }\nevents:\n"),
      "\(text)")
  }

  @Test("A code goes below the code before it, in the table of the field or in the shared one")
  func codes() throws {
    let rows = "          2: { name: high, doc: High. }\n"
    try expect(rows, rows + "          3: { name: top, editions: [en] }\n") { page in
      page["level"] = .codes("level", .init("1", "Low"), .init("2", "High"), .init("3", "Top"))
    }
    try expect("2: unknown }", "2: unknown, 3: { name: lost, editions: [en] } }") { page in
      page["status"] = .codes("status", .init("0"), .init("1"), .init("2"), .init("3", "Lost"))
    }
  }

  @Test("A code that a field does not list is added to its list")
  func listedCodes() throws {
    try expect("values: [0, 1]", "values: [0, 1, 2]") { page in
      page["status2"] = Declared("status2", .number(nil), "0", "1", "2")
      page.stopped?[1] = Declared("status2", .number(nil), "0", "1", "2")
    }
  }

  @Test("A code for a list of strings that only one edition has is a remark")
  func listOfStrings() throws {
    #expect(
      try remarks { $0["mode"] = Declared("mode", .string, "a", "b", "c") } == [
        "the values are a list; write them as a mapping, with { editions: [...] } for 'c'"
      ])
  }

  @Test("A type and a presence that one page has are a reading")
  func readings() throws {
    let old = "      status: { type: Status, doc: How it went. }\n"
    try expect(
      old,
      """
            status:
              type: Status
              doc: How it went.
              readings: { en: { type: string, optional: true }, because: The schema keeps what its other sources document. }

      """
    ) { page in
      page["status"] = Declared("status", .string, "0", "1", "2", isOptional: true)
    }
  }

  @Test("A width that one page has is a reading")
  func width() throws {
    let old = "          2: { name: high, doc: High. }\n"
    let reading =
      "        readings: { en: { type: int64 }, because: The schema keeps what its other sources document. }\n"
    try expect(old, old + reading) { page in
      page["level"] = Declared("level", .number(.int64), "1", "2")
    }
  }

  @Test("A spelling that one page has is a reading")
  func spelling() throws {
    let old = "      mode: { type: string, values: [a, b], doc: The mode. }\n"
    try expect(
      old,
      """
            mode:
              type: string
              values: [a, b]
              doc: The mode.
              readings: { en: { wire: Mode }, because: The schema keeps what its other sources document. }

      """
    ) { page in
      page["mode"]?.path = "Mode"
    }
  }

  @Test("An edition is added to the sources of what other editions document")
  func sources() throws {
    try expect("editions: [zh], doc: Only there.", "editions: [zh, en], doc: Only there.") { page in
      page.started.append(Declared("only", .string))
    }
    try expect("later: { id: 3, editions: [zh] }", "later: { id: 3, editions: [zh, en] }") { page in
      page.later = []
    }
  }

  @Test("What a page beside others lacks is limited to the other editions")
  func narrowing() throws {
    try expect(
      "      mode: { type: string, values: [a, b], doc: The mode. }\n",
      "      mode: { type: string, editions: [zh], values: [a, b], doc: The mode. }\n"
    ) { $0["mode"] = nil }
    try expect("2: { name: high, doc: High. }", "2: { name: high, editions: [zh], doc: High. }") {
      page in
      page["level"] = Declared("level", .number(nil), "1")
    }
    try expect("2: unknown }", "2: { name: unknown, editions: [zh] } }") { page in
      page["status"] = Declared("status", .number(nil), "0", "1")
    }
    try expect("  stopped:\n    id: 2\n", "  stopped:\n    id: 2\n    editions: [zh]\n") { page in
      page.stopped = nil
    }
    try expect(
      "      name: { type: string, doc: Its name. }",
      "      name: { type: string, editions: [zh], doc: Its name. }"
    ) { page in
      page.started.removeLast()
      page.stopped?.removeLast()
    }
  }

  @Test("What the page alone documents is a remark, because its declaration changes")
  func soleSource() throws {
    let schema = Self.schema.replacing("zh: {}, en: {}", with: "en: {}").replacing(
      "[zh]", with: "[en]")
    let complete = { (page: inout Page) in
      page.started.append(Declared("only", .string))
      page.later = []
    }
    let sole = try remarks(in: schema) { page in
      complete(&page)
      page["status"] = Declared("status", .string, "0", "1", "2")
      page["mode"] = nil
    }
    #expect(
      Set(sole) == [
        "`mode` (string) is not on the page",
        "the page says type: string; no other source documents the field, so its declaration changes",
      ], "\(sole)")
    #expect(
      try remarks(
        in: Self.schema.replacing(
          "level:\n        type: int\n", with: "level:\n        type: int\n        editions: [en]\n"
        )
      ) {
        $0["level"] = nil
      } == [
        "the page does not have it; no other edition documents it: remove it, or begin a new edition"
      ])
  }
}
