import CallbackSchema
import PageReading
import SchemaSource
import Testing

/// A page that lists the fields of one place of the envelope once for each kind of events.
@Suite("Groups of fields at one place")
struct ScopeGroupTests {
  static let schema = CheckedPage.schema.replacing(
    "room: { type: string, doc: The room. }",
    with: "room: { type: string, when: The event is about a room., doc: The room. }\n"
      + "        time: { type: int, doc: The time. }")

  static let page = CheckedPage.page.replacing(
    "- `details`: JSON. The details.\n",
    with: """
      - `time`: Number. The time.
      - `details`: JSON. The details.

      # Common fields of pages

      - `time`: Number. The time.
      - `details`: JSON. What happened.

      """)

  /// The differences of the page after one replacement, of the last place if it occurs twice.
  private func differences(replacing old: String, with new: String) throws -> PageCheck {
    let service = try CheckedPage.service(Self.schema)
    let read = try CheckedPage.read(Self.replaced(old, new), of: service)
    return PageCheck(read.facts, in: read.file, as: read.page, of: service)
  }

  private static func replaced(_ old: String, _ new: String) -> String {
    guard let range = page.ranges(of: old).last else { return page }
    return page[..<range.lowerBound] + new + page[range.upperBound...]
  }

  @Test("A field with a condition may be missing in one group")
  func unchanged() throws { #expect(try differences(replacing: "", with: "").short == []) }

  @Test(
    "A change in one group is one difference",
    arguments: [
      ("- `time`: Number. The time.\n", "", "? page-field-missing envelope.data.time", 14),
      ("- `time`: Number", "- `time`: String", "page-type envelope.data.time", 16),
      ("- `time`: Number", "- `moment`: Number", "page-field-renamed envelope.data.time", 16),
      (
        "- `time`: Number", "- `more`: String. More.\n- `time`: Number",
        "page-field-added envelope.data.more", 16
      ),
    ])
  func changed(_ old: String, _ new: String, _ expected: String, _ line: Int) throws {
    let check = try differences(replacing: old, with: new)
    #expect(check.short == [expected])
    #expect(check.differences.map(\.page.line) == [line])
  }

  @Test("A field that all groups lack is one difference")
  func missing() throws {
    let service = try CheckedPage.service(Self.schema)
    let read = try CheckedPage.read(
      Self.page.replacing("- `time`: Number. The time.\n", with: ""), of: service)
    let check = PageCheck(read.facts, in: read.file, as: read.page, of: service)
    #expect(check.short == ["page-field-missing envelope.data.time"])
  }

  @Test(
    "Two states are compared group by group",
    arguments: [
      (
        "- `time`: Number. The time.\n", "",
        "`time` (Number) removed; another group of fields at the same place has it"
      ),
      ("- `time`: Number", "- `time`: String", "type of `time`: String, previously Number"),
      ("- `time`: Number", "- `moment`: Number", "`time` renamed `moment`"),
    ])
  func revised(_ old: String, _ new: String, _ message: String) throws {
    let service = try CheckedPage.service(Self.schema)
    let before = try CheckedPage.read(Self.page, of: service)
    let after = try CheckedPage.read(Self.replaced(old, new), of: service)
    let revision = PageRevision(from: before.facts, to: after.facts, of: service, edition: "web")
    #expect(revision.changes.map(\.message) == [message])
    let same = PageRevision(from: before.facts, to: before.facts, of: service, edition: "web")
    #expect(same.changes == [])
  }
}

@Suite("The choice of a page of the profile")
struct PageChoiceTests {
  static let profile = """
    pages: { present: { edition: web }, past: { edition: old } }
    events: [ { heading: "{id} {name}" } ]
    index: [Index of events]
    scopes: { data: [Common fields] }
    """

  private func choose(_ bytes: [UInt8]) throws -> (String?, [String]) {
    let service = try CheckedPage.service()
    var diagnostics = Diagnostics()
    let profile = try #require(
      PageProfileLoader.load(
        SourceFile(path: "pages.yaml", bytes: Array(Self.profile.utf8)), of: service,
        into: &diagnostics))
    let file = SourceFile(path: "page.md", bytes: bytes)
    let chosen = PageReader.choosePage(for: file, in: profile, of: service, into: &diagnostics)
    return (chosen?.page.name, diagnostics.all.map(\.message))
  }

  @Test("The page with the fewest differences is chosen, in any order of the profile")
  func fewest() throws {
    #expect(try choose(Array(CheckedPage.page.utf8)) == ("present", []))
    let old = CheckedPage.page
      .replacing("- `total`: String", with: "- `total`: Number")
      .replacing("- `cause`", with: "- `previous`: String. The previous name.\n- `reason`")
    #expect(try choose(Array(old.utf8)) == ("past", []))
  }

  @Test("A file that fits no page has no report, a file that is no text has one")
  func none() throws {
    #expect(try choose(Array("# Recipe\nBoil.\n".utf8)) == (nil, []))
    #expect(try choose([0xFF, 0xFE, 0x41, 0]) == (nil, ["the page is UTF-16, not UTF-8"]))
  }
}
