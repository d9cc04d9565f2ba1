import PageReading
import SchemaSource
import Testing

@Suite("Profiles of pages")
struct ProfileTests {
  private func problems(_ text: String) -> [String] {
    var diagnostics = Diagnostics()
    _ = PageProfileLoader.load(
      SourceFile(path: "pages.yaml", bytes: Array(text.utf8)), of: nil, into: &diagnostics)
    return diagnostics.sorted.map {
      "\($0.range.start.line) \($0.code.id)\($0.fix.map { ": \($0)" } ?? "")"
    }
  }

  @Test("Unknown keys, roles and types are reported with the closest word")
  func words() {
    let text = """
      pages: { web: { edition: page } }
      event: [ { heading: "{id} {name}" } ]
      columns: { nam: [Champ] }
      types: { text: strin }
      """
    #expect(
      problems(text) == [
        "2 unknown-key: did you mean 'events'?", "3 bad-word: did you mean 'name'?",
        "4 bad-word: did you mean 'string'?",
      ])
  }

  @Test("A page without edition, and a profile without pages, are reported")
  func missing() {
    #expect(problems("pages: { web: { form: text } }").map { $0.prefix(13) } == ["1 missing-key"])
    #expect(problems("events: []").map { $0.prefix(13) } == ["1 missing-key"])
  }

  @Test("Of common entries one of a list must match; of a page's own entries, each")
  func unmatched() throws {
    let profile = """
      pages:
        web: { edition: page, ignore: [Notes, Gone] }
      events: [ { heading: "{id} {name}" }, { heading: "Ereignis {id}" } ]
      scopes: { data: [Felder, Fields], head: [Kopf, Header] }
      """
    let page = "# Notes\n# Fields\n- `b`: Int.\n# 1 started\n- `a`: Int.\n"
    let (_, diagnostics) = try Pages.read(Array(page.utf8), profile: profile)
    #expect(diagnostics.all.map(\.code.id) == ["unmatched-entry", "unmatched-entry"])
    #expect(
      diagnostics.sorted.map(\.message) == [
        "the page has no ignored section 'Gone'",
        "the page has no caption of 'head' 'Kopf' or 'Header'",
      ])
    #expect(diagnostics.sorted.map(\.range.start.line) == [2, 4])
  }
}
