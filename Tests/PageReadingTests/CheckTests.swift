import Foundation
import PageReading
import SchemaSource
import Testing

@Suite("Differences between a page and a schema")
struct CheckTests {
  /// A change of the page, and the one difference that it makes.
  struct Case: CustomTestStringConvertible, Sendable {
    var old: String
    var new: String
    var expected: String
    /// The line of the page, and that of the schema, if it has the element.
    var line: Int
    var schemaLine: Int?

    init(_ old: String, _ new: String, _ expected: String, _ line: Int, _ schemaLine: Int?) {
      (self.old, self.new, self.expected, self.line, self.schemaLine) = (
        old, new, expected, line, schemaLine
      )
    }

    var testDescription: String { expected }
  }

  static let cases = [
    Case(
      "## <a name=\"2\">", "## 3 paused\n\n- `at`: Number. When.\n\n## <a name=\"2\">",
      "page-event-added events.paused", 30, nil),
    Case("2 stopped", "2 finished", "page-event-renamed events.stopped", 30, 32),
    Case(
      "- `mode`: Number. The mode.", "- `extra`: Boolean. More.\n- `mode`: Number. The mode.",
      "page-field-added events.started.extra", 16, nil),
    Case(
      "  - `size`: Number. The size.\n", "", "page-field-missing events.started.files[].size", 21,
      49),
    Case(
      "- `room`: String", "- `chamber`: String", "page-field-renamed envelope.data.room", 10, 14),
    Case(
      "  - `owner`: String. The owner.\n", "- `owner`: String. The owner.\n",
      "page-field-moved events.started.files[].owner", 23, 50),
    Case("`owner`: String", "`owner`: Number", "page-type events.started.files[].owner", 23, 50),
    Case("  - `1`: All in one.\n", "", "page-values events.started.mode", 17, 57),
    Case("  - `1`: All", "  - `7`: All", "page-values events.started.mode", 18, 57),
    Case(
      "- `total`: String", "- `total`: Number", "page-reading-gone events.started.total", 24, 26),
    Case("- `cause`", "- `reason`", "page-reading-gone events.stopped.reason", 33, 37),
  ]

  @Test("The page of the schema has no difference")
  func unchanged() throws {
    let check = try CheckedPage.check()
    #expect(check.differences.map { "\($0.rule.id) \($0.message)" } == [])
    #expect(check.unread == [])
    #expect(check.summary == "page.md and Sample@web: no certain differences")
  }

  @Test("Each change of the page is one certain difference, with both positions", arguments: cases)
  func changed(_ item: Case) throws {
    let check = try CheckedPage.check(replacing: item.old, with: item.new)
    #expect(check.short == [item.expected])
    #expect(check.certain.map(\.page.line) == [item.line])
    #expect(check.certain.map { $0.schema?.start.line } == [item.schemaLine])
  }

  @Test("A page without a section of an event")
  func removedEvent() throws {
    let text = CheckedPage.page.components(separatedBy: "## <a name=\"2\">")[0]
    let service = try CheckedPage.service()
    let read = try CheckedPage.read(text, of: service)
    let listed = PageCheck(read.facts, in: read.file, as: read.page, of: service)
    #expect(listed.short == ["page-section-missing events.stopped"])
    let gone = try CheckedPage.read(
      text.replacing("| [2](#2) | It stops |\n", with: ""), of: service)
    let check = PageCheck(gone.facts, in: gone.file, as: gone.page, of: service)
    #expect(check.short == ["page-event-missing events.stopped"])
  }

  @Test("A section that the index does not list is unsure, because vendors forget rows")
  func indexRow() throws {
    let check = try CheckedPage.check(replacing: "| [2](#2) | It stops |\n")
    #expect(check.short == ["? page-index-row-missing events.stopped"])
    #expect(check.unsure.map(\.page.line) == [29])
  }

  @Test("A removed container counts once")
  func container() throws {
    let check = try CheckedPage.check(
      replacing: """
        - `files`: JSONArray. The files.
          - `path`: String. The path.
          - `size`: Number. The size.
          - `owner`: String. The owner.

        """)
    // The example of the page still has the members.
    #expect(check.short == ["page-field-missing events.started.files"])
    #expect(check.certain[0].message == "`files` ([object], with 3 members) is not on the page")
  }

  @Test("A field that the schema has for another edition names it")
  func otherEdition() throws {
    let check = try CheckedPage.check(
      replacing: "- `cause`: String. The cause.",
      with: "- `cause`: String. The cause.\n- `previous`: String. The previous name.")
    #expect(check.short == ["page-field-added events.stopped.previous"])
    #expect(check.certain[0].message == "`previous` (String) is in the schema for old only")
  }

  @Test("A section that the schema does not model explains a difference of the same path")
  func omission() throws {
    let check = try CheckedPage.check(
      replacing: "- `cause`: String. The cause.",
      with: "- `cause`: String. The cause.\n- `debug`: String. For support.")
    #expect(check.short == [])
    #expect(
      check.explained.map { $0.explanation?.text }
        == ["not modelled: It is for the vendor's support."])
  }

  @Test("A mark of presence that the schema contradicts")
  func presence() throws {
    let schema = CheckedPage.schema.replacing("optional: true, ", with: "")
    #expect(try CheckedPage.check(schema: schema).short == ["page-presence events.stopped.code"])
  }

  @Test("An example with a finding is reported at its line, unless a difference of the field is")
  func example() throws {
    let check = try CheckedPage.check(replacing: "\"mode\": 0", with: "\"mode\": \"x\"")
    #expect(check.short == ["? page-example events.started.mode"])
    #expect(check.unsure[0].page.line == 27)
    let both = try CheckedPage.check(
      replacing:
        "- `mode`: Number. The mode.\n  - `0`: One by one.\n  - `1`: All in one.\n  - `2`: A web page.\n"
    )
    #expect(both.short == ["page-field-missing events.started.mode"])
  }

  @Test("A declaration that several events share is one difference")
  func shared() throws {
    let schema = CheckedPage.schema.replacing(
      "    fields:\n      code:",
      with: "    fields:\n      mode: { type: Mode, doc: The mode. }\n      code:")
    #expect(schema != CheckedPage.schema)
    let page = CheckedPage.page
      .replacing(
        "- `mode`: Number. The mode.\n  - `0`: One by one.\n  - `1`: All in one.\n  - `2`: A web page.\n",
        with: "- `mode`: Number. See [modes](#modes).\n"
      )
      .replacing("- `code`", with: "- `mode`: Number. See [modes](#modes).\n- `code`")
    let table =
      "\n\n## <a name=\"modes\"></a>Modes\n\n| Code | Meaning |\n|---|---|\n| 0 | One |\n| 1 | All |\n| 3 | New |\n"
    let service = try CheckedPage.service(schema)
    let read = try CheckedPage.read(page + table, of: service)
    let check = PageCheck(read.facts, in: read.file, as: read.page, of: service)
    #expect(check.differences.map(\.rule.id) == ["page-values"])
    #expect(
      check.differences[0].sharedBy == ["events.started.mode", "events.stopped.mode"])
  }

  @Test("The rules have unique IDs, and cases here prove them all")
  func rules() {
    let proved = Set(
      Self.cases.compactMap { $0.expected.split(separator: " ").first.map(String.init) })
    let others: Set = [
      "page-event-missing", "page-section-missing", "page-index-row-missing", "page-presence",
      "page-example",
    ]
    #expect(Set(PageRule.all.map(\.id)) == proved.union(others))
    #expect(Set(PageRule.all.map(\.id)).count == PageRule.all.count)
  }

  @Test("A fingerprint does not depend on positions")
  func fingerprint() throws {
    let first = try CheckedPage.check(replacing: "`owner`: String", with: "`owner`: Number")
    let second = try CheckedPage.check(
      replacing: "`owner`: String", with: "`owner`: Number",
      schema: "# A comment\n" + CheckedPage.schema)
    #expect(first.certain.map(\.fingerprint) == second.certain.map(\.fingerprint))
    #expect(first.certain[0].fingerprint.count == 16)
  }
}
