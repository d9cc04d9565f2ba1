import PageReading
import Testing

@Suite("Changes between two states of a page")
struct RevisionTests {
  /// A change of the page, the message, and the rules of its effects.
  struct Case: CustomTestStringConvertible, Sendable {
    var old: String
    var new: String
    var message: String
    var rules: [String]

    init(_ old: String, _ new: String, _ message: String, _ rules: [String]) {
      (self.old, self.new, self.message, self.rules) = (old, new, message, rules)
    }

    var testDescription: String { message }
  }

  static let cases = [
    Case(
      "## <a name=\"2\">", "## 3 paused\n\n- `at`: Number. When.\n\n## <a name=\"2\">",
      "event 3 (paused) added, with 1 field", ["event-added"]),
    Case("`cause`: String", "`excuse`: String", "`cause` renamed `excuse`", ["field-renamed"]),
    Case(
      "`owner`: String", "`owner`: Boolean", "type of `owner`: Boolean, previously String",
      ["type-changed"]),
    Case(
      "  - `2`: A web page.\n", "  - `2`: A web page.\n  - `3`: New.\n",
      "values of `mode`: `3` added", ["code-added"]),
    Case("- `room`: String. The room.\n", "", "`room` (String) removed", ["field-removed"]),
    Case(
      "  - `0`: One by one.\n  - `1`: All in one.\n",
      "  - `0`: All in one.\n  - `1`: One by one.\n",
      "values of `mode`: `0` means what `1` meant; `1` means what `0` meant",
      ["code-shifted", "code-shifted"]),
  ]

  @Test("Each change has its message and the verdicts of a review", arguments: cases)
  func changed(_ item: Case) throws {
    let revision = try CheckedPage.revision(replacing: item.old, with: item.new)
    #expect(revision.changes.map(\.message) == [item.message])
    #expect(revision.changes.flatMap(\.effects).map(\.rule.id) == item.rules)
    #expect(revision.otherEffects == [])
    let facts = try CheckedPage.revision(replacing: item.old, with: item.new, usesSchema: false)
    #expect(facts.changes.map(\.message) == [item.message])
    #expect(facts.changes.flatMap(\.effects) == [])
  }

  @Test("A meaning in other words that belongs to another value is unsure on its own")
  func rewordedMeaning() throws {
    let revision = try CheckedPage.revision(
      replacing: "  - `0`: One by one.\n  - `1`: All in one.\n  - `2`: A web page.\n",
      with: "  - `0`: All of them in one.\n  - `1`: Deleted.\n  - `2`: A web page.\n")
    #expect(
      revision.changes.map(\.message) == [
        "values of `mode`: `0` means what `1` meant, in other words"
      ])
    #expect(revision.changes.map(\.isCertain) == [false])
  }

  @Test("Other words for the same meaning are no change")
  func words() throws {
    let revision = try CheckedPage.revision(
      replacing: "  - `1`: All in one.\n", with: "  - `1`: All of them in one.\n")
    #expect(revision.changes == [])
  }

  @Test("Further values in a sentence are unsure")
  func sentence() throws {
    let revision = try CheckedPage.revision(
      replacing:
        "- `mode`: Number. The mode.\n  - `0`: One by one.\n  - `1`: All in one.\n  - `2`: A web page.\n",
      with:
        "- `mode`: Number. 0 indicates one by one, 1 indicates all in one, 2 indicates a web page, 3 indicates nothing, for now.\n"
    )
    #expect(revision.changes.map(\.message) == ["values of `mode`: `3` added"])
    #expect(revision.changes.map(\.isCertain) == [false])
  }

  @Test("Further values of a sentence that only explains values are certain")
  func enumeration() throws {
    let old =
      "- `mode`: Number. The mode.\n  - `0`: One by one.\n  - `1`: All in one.\n  - `2`: A web page.\n"
    let new = "- `mode`: Number. 0 means one, 1 means all, 2 means a page, 3 means nothing.\n"
    let revision = try CheckedPage.revision(replacing: old, with: new)
    #expect(revision.changes.map(\.message) == ["values of `mode`: `3` added"])
    #expect(revision.changes.map(\.isCertain) == [true])
  }

  /// A field with codes in two levels, and one with two tables of codes.
  static let conditional = """
    ## 1 started
    - `reason`: Number. See [the reasons](#reasons).
    - `code`: Number.
      - If the module is 1, see [codes of the upload](#upload).
      - If the module is 2, see [codes of the service](#service).

    ### <a name="reasons"></a>Reasons

    | Field | Description |
    |---|---|
    | Room entry | 1: By hand 2: After a failure |
    | Room exit | 1: By hand 2: After a failure 3: Removed |

    ### <a name="upload"></a>Codes of the upload

    | Code | Meaning |
    |---|---|
    | 31 | Full |
    | 32 | Slow |

    ### <a name="service"></a>Codes of the service

    | Code | Meaning |
    |---|---|
    | 50 | Late |
    | 52 | Lost |

    """

  @Test(
    "Codes that hold under a condition are compared for each condition",
    arguments: [
      (
        "2: After a failure |", "2: After a failure 3: Removed |",
        "values of `reason`: `3` of 'Room entry' added"
      ),
      (" 3: Removed |", " |", "values of `reason`: `3` of 'Room exit' removed"),
      ("| 32 | Slow |\n", "", "values of `code`: `32` of 'Codes of the upload' removed"),
      (
        "| 52 | Lost |\n", "| 52 | Lost |\n| 31 | Full |\n",
        "values of `code`: `31` of 'Codes of the service' added"
      ),
      ("Room exit", "Leaving", nil), ("", "", nil),
    ])
  func conditions(_ old: String, _ new: String, _ message: String?) throws {
    let text = Self.conditional
    let changed = old.isEmpty ? text : text.replacing(old, with: new, maxReplacements: 1)
    #expect(changed != text || old.isEmpty)
    let revision = PageRevision(from: try Pages.facts(text), to: try Pages.facts(changed))
    #expect(revision.changes.map(\.message) == [message].compactMap { $0 })
    #expect(revision.changes.allSatisfy { $0.isCertain })
  }

  @Test("Equal pages, and pages with other prose, have no change")
  func unchanged() throws {
    #expect(try CheckedPage.revision().changes == [])
    let prose = try CheckedPage.revision(replacing: "The number of files.", with: "How many.")
    #expect(prose.changes == [])
    #expect(prose.otherEffects == [])
  }

  @Test("Meanings in two languages are not compared")
  func languages() throws {
    let revision = try CheckedPage.revision(
      replacing: "  - `0`: One by one.\n  - `1`: All in one.\n",
      with: "  - `0`: 单流录制模式。\n  - `1`: 合流录制模式。\n")
    #expect(revision.changes == [])
  }
}

extension CheckedPage {
  /// The changes from the page to the page after one replacement.
  static func revision(
    replacing old: String = "", with new: String = "", usesSchema: Bool = true
  ) throws -> PageRevision {
    if !old.isEmpty { #expect(page.contains(old)) }
    let text = old.isEmpty ? page : page.replacing(old, with: new, maxReplacements: 1)
    let service = try service()
    let before = try read(page, of: service, path: "old.md")
    let after = try read(text, of: service, path: "new.md")
    return PageRevision(
      from: before.facts, to: after.facts, of: usesSchema ? service : nil, edition: "web")
  }
}
