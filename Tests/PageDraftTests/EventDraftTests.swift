import PageReading
import Testing

/// Drafts of events that a schema lacks.
@Suite("Drafts of new events")
struct EventDraftTests {
  static let schema = """
    callbackgen: 1
    service:
      name: Sample
      editions: { page: {} }
      event: { by: kind, in: data }
      envelope: { kind: int, data: object }
    events:
      # The first.
      started:
        id: 1
        constant: EVENT_TYPE_STARTED
        fields:
          msgName: { type: string, const: started }
          mode: { type: Mode, doc: How it runs. }
          at: { type: int, unit: unix-s, doc: When it started. }

      # The last.
      ended:
        id: 9
        constant: EVENT_TYPE_ENDED
    tables:
      Mode:
        raw: int
        values: { 0: slow, 1: fast }

    """

  private func page(_ fields: @escaping (inout HandMadePage) -> [PageField]) -> HandMadePage {
    var page = HandMadePage()
    known(on: &page)
    page.event("5", "paused", constant: "EVENT_TYPE_PAUSED", fields)
    return page
  }

  /// Adds the events of the schema.
  private func known(on page: inout HandMadePage) {
    page.event("9", "ended")
    page.event("1", "started") { page in
      [
        page.field("msgName", .string, "The name, `started`."),
        page.field("mode", .number(nil), "How", values: [.init("0", "Slow"), .init("1", "Fast")]),
        page.field("at", .number(nil), "The Unix time in seconds."),
      ]
    }
  }

  @Test(
    "An event goes below the one with the next smaller id, with its id, its symbol and its fields")
  func newEvent() throws {
    let page = page { page in
      [
        page.field("msgName", .string, "", values: [.init("paused")]),
        page.field("quoted", .string, "The name, `paused`."),
        page.field("unquoted", .string, "What is paused."),
        page.field("count", .number(nil)),
        page.field("size", .number(.uint64), "In bytes."),
        page.field("sentAt", .number(nil), "The Unix timestamp in ms."),
        page.field("isLast", .bool, "", values: [.init("true"), .init("false")]),
        page.field("name", .string, isOptional: true),
        page.field("room", .union([.number(nil), .string])),
        page.field("any", .object, doubts: [.emptyContainer]),
        page.field("tags", .list(.string)),
      ]
    }
    let (draft, text, problems) = try page.applied(to: Self.schema)
    #expect(problems == [])
    #expect(draft.parts.map(\.subject) == ["event 5"])
    #expect(!draft.hasRemarks)
    let expected = Self.schema.replacing(
      "\n\n  # The last.",
      with: """


          paused:
            id: 5
            constant: EVENT_TYPE_PAUSED
            fields:
              msgName: { type: string, const: paused }
              quoted: { type: string, const: paused }
              unquoted: string
              count: int
              size: { type: uint64, unit: byte }
              sentAt: { type: int, unit: unix-ms }
              isLast: bool
              name: { type: string, optional: true }
              room: string | int
              any: object
              tags: [string]

          # The last.
        """)
    #expect(text == expected)
  }

  @Test(
    "Codes get the names of their symbols or of their meanings, and none where these are sentences")
  func codes() throws {
    let page = page { page in
      [
        page.field(
          "reason", .number(nil),
          values: [
            .init("0", "A normal exit", constant: "LEAVE_NORMAL"),
            .init("1", "", constant: "LEAVE_BY_USER"),
          ]),
        page.field(
          "level", .number(nil),
          values: [
            .init("1", "Debug"), .init("2", "The fatal error. It ends everything."),
            .init("3", "It happens when the vendor says so"), .init("4", "房间"), .init("4", "Again"),
          ]),
        page.field("track", .string, values: [.init("audio"), .init("else"), .init("a, b")]),
        page.field("lone", .number(nil), values: [.init("1", "Done")]),
      ]
    }
    let (draft, text, problems) = try page.applied(to: Self.schema)
    #expect(problems == [])
    #expect(!draft.hasRemarks)
    #expect(
      text.contains(
        """
              reason:
                type: int
                values: { 0: { name: normal, constant: LEAVE_NORMAL }, 1: { name: byUser, constant: LEAVE_BY_USER } }
              level: { type: int, values: { 1: debug, 2: fatalError, 3: {}, 4: {} } }
              track: { type: string, values: [audio, "else", "a, b"] }
              lone: { type: int, values: { 1: done } }

        """), "\(text)")
  }

  @Test(
    "A field that the page describes in the words of a known one gets its declaration, and equal codes its table"
  )
  func knownStatements() throws {
    let page = page { page in
      [
        page.field("mode", .number(nil), "How", values: [.init("0", "Slow"), .init("1", "Fast")]),
        page.field(
          "other", .number(nil), "Differs", values: [.init("0", "Slow"), .init("1", "Fast")]),
        page.field(
          "third", .number(nil), "Differs", values: [.init("0", "Up"), .init("1", "Down")]),
        page.field("at", .number(nil), "The Unix time in seconds."),
      ]
    }
    let (_, text, problems) = try page.applied(to: Self.schema)
    #expect(problems == [])
    #expect(
      text.contains(
        """
              mode: Mode
              other: Mode
              third: { type: int, values: { 0: up, 1: down } }
              at: { type: int, unit: unix-s }

        """), "\(text)")
  }

  @Test("The elements of a list become an object, which equal lists share")
  func objects() throws {
    func list(_ name: String, _ page: inout HandMadePage) -> [PageField] {
      [
        page.field(name, .list(nil)), page.field("\(name)[].name", .string),
        page.field("\(name)[].inner", .object), page.field("\(name)[].inner.size", .number(nil)),
      ]
    }
    let page = page { page in
      list("fileList", &page) + list("otherFiles", &page) + list("Mode", &page).dropLast(2)
    }
    let (_, text, problems) = try page.applied(to: Self.schema)
    #expect(problems == [])
    #expect(
      text.contains(
        """
            fields:
              fileList: [File]
              otherFiles: [File]
              Mode: [Mode2]

        """), "\(text)")
    #expect(
      text.hasSuffix(
        """
        objects:
          File:
            fields:
              name: string
              inner:
                fields:
                  size: int
          Mode2:
            fields:
              name: string

        """), "\(text)")
  }

  @Test("What the page does not say for certain is a remark with its line, and no YAML")
  func remarks() throws {
    let page = page { page in
      [
        page.field("loose", .string, doubts: [.looseIndentation]),
        page.field("unmarked", .string, "The name, `paused`.", doubts: [.brokenMarkup]),
        page.field("unmarkedToo", nil, doubts: [.brokenMarkup]),
        page.field(
          "system", .string,
          values: [.init("ios", rule: .exampleValues), .init("web", rule: .exampleValues)]),
        page.field(
          "reason", .number(nil),
          values: [
            .init("1", group: "Entry", rule: .codeSegment),
            .init("1", group: "Exit", rule: .codeSegment),
          ]),
        page.field("typeless", nil),
        page.field("list", .list(nil)),
        page.field("codes", .number(nil), values: [.init("0", "Up", doubts: [.proseValue])]),
        page.field("words", .number(nil), values: [.init("up")]),
        page.field("sure", .string),
        page.field("items", .list(nil)),
        page.field("items[].name", .string, doubts: [.nestedByExample]),
      ]
    }
    let (draft, text, problems) = try page.applied(to: Self.schema)
    #expect(problems == [])
    #expect(
      text.contains(
        """
            fields:
              unmarked: { type: string, const: paused }
              system: { type: string, example: ios }
              reason: int
              codes: int
              words: int
              sure: string
              items: [Item]

        """), "\(text)")
    #expect(
      draft.parts.flatMap(\.remarks).map(\.text) == [
        "loose: string: the page is not clear (loose-indentation)",
        "unmarkedToo: the page is not clear (broken-markup)",
        "system: string, values ios, web: the values are examples; there may be others",
        "reason: number, values 1, 1: the page lists the codes by 'Entry', 'Exit', and none of them names the event",
        "typeless: the page gives no known type",
        "list: list: the page does not say what the list contains",
        "codes: number, values 0: the values are not certain (prose-value)",
        "words: number, values up: the values are not integers",
      ])
  }

  @Test("Of codes in two levels an event has those below the label that names it")
  func groups() throws {
    let page = page { page in
      [
        page.field(
          "reason", .number(nil), "Why",
          values: [
            .init("1", "Slow", group: "Ended", rule: .codeSegment),
            .init("2", "Loud", group: "Paused", rule: .codeSegment),
            .init("3", "Far", group: "Paused", rule: .codeSegment),
          ])
      ]
    }
    let (draft, text, problems) = try page.applied(to: Self.schema)
    #expect(problems == [])
    #expect(!draft.hasRemarks)
    #expect(text.contains("reason: { type: int, values: { 2: loud, 3: far } }"), "\(text)")
  }

  @Test(
    "Codes in tables to which sentences about conditions link are left to a person",
    arguments: [
      ("The code. If the module is 1, see [codes](#a).", false),
      ("错误码。如果模块为 1，请参考[错误码](#a)。", false),
      ("コード。モジュールが1の場合、[コード](#a)を参照してください。", false),
      ("| If the module is 1, see [codes](#a). |", false), ("The state, see [codes](#a).", true),
      ("The [codes](#a) may change. If in doubt, ask.", true),
    ])
  func conditionalTables(_ text: String, _ isDrafted: Bool) throws {
    let page = page { page in
      var field = page.field(
        "code", .number(nil), text,
        values: [.init("1", "Slow", rule: .codeRow), .init("2", "Fast", rule: .codeRow)])
      field.links = ["a"]
      return [field]
    }
    let (draft, result, problems) = try page.applied(to: Self.schema)
    #expect(problems == [])
    #expect(draft.hasRemarks == !isDrafted)
    let expected = isDrafted ? "code: { type: int, values: { 1: slow, 2: fast } }" : "code: int\n"
    #expect(result.contains(expected), "\(result)")
  }

  @Test("An event whose id the page does not give, or gives with doubt, is a remark")
  func doubtfulEvents() throws {
    var page = HandMadePage()
    known(on: &page)
    page.event(nil, "paused")
    page.event("7", "doubtful", doubts: [.brokenMarkup])
    let (draft, text, problems) = try page.applied(to: Self.schema)
    #expect(problems == [])
    #expect(text == Self.schema)
    #expect(
      draft.parts.flatMap(\.remarks).map(\.text) == [
        "the page does not give the value that identifies the event",
        "event 7 (doubtful) is not in the schema (broken-markup)",
      ])
  }

  @Test("The key of an event is derived from its symbol where the page has no name")
  func symbols() throws {
    var page = HandMadePage()
    known(on: &page)
    page.event("12", nil, constant: "EVENT_TYPE_PAUSED_BY_USER")
    page.event("13", nil, constant: "EVENT_WEB_PAUSED")
    page.event("14")
    let (_, text, problems) = try page.applied(to: Self.schema)
    #expect(problems == [])
    #expect(
      text.contains("  pausedByUser: { id: 12, constant: EVENT_TYPE_PAUSED_BY_USER }\n"), "\(text)")
    #expect(text.contains("  webPaused: { id: 13, constant: EVENT_WEB_PAUSED }\n"), "\(text)")
    #expect(text.contains("  event14: { id: 14 }\n"), "\(text)")
  }

  @Test("The sections of several versions are one event, with the editions of each field")
  func versions() throws {
    let schema = """
      callbackgen: 1
      service:
        name: Sample
        editions: { 2020-01-01: { kind: version }, 2022-01-01: { kind: version }, 2023-01-01: { kind: version } }
        event: { by: kind, in: data }
        envelope: { kind: string, data: object }
      events:
        Started: {}

      """
    var page = HandMadePage(edition: nil)
    page.event(nil, "Started")
    page.event(nil, "Stopped", version: "2020-01-01") { page in
      [
        page.field("Id", .string), page.field("TosBucket", .string),
        page.field("Files", .list(.object)), page.field("Files[].Name", .string),
        page.field("End", .number(.int64)),
      ]
    }
    page.event(nil, "Stopped", version: "2022-01-01") { page in
      [
        page.field("Id", .string), page.field("Bucket", .string),
        page.field("Files", .list(.object)), page.field("Files[].Name", .string),
        page.field("Files[].Size", .number(.int64)), page.field("End", .number(.int64)),
      ]
    }
    let (_, text, problems) = try page.applied(to: schema)
    #expect(problems == [])
    #expect(
      text == schema + """
          Stopped:
            editions: [2020-01-01, 2022-01-01]
            fields:
              Id: string
              Bucket: { type: string, editions: [2022-01-01] }
              TosBucket: { type: string, editions: [2020-01-01] }
              Files: [File]
              End: int64
        objects:
          File:
            fields:
              Name: string
              Size: { type: int64, editions: [2022-01-01] }

        """)
  }
}

extension PageValue {
  init(
    _ text: String, _ meaning: String = "", constant: String? = nil, group: String? = nil,
    rule: ReadingRule = .valueItem, doubts: Set<Doubt> = []
  ) {
    self = HandMadePage.value(text, meaning, constant: constant, doubts: doubts)
    self.group = group
    self.rule = rule
  }
}
