import CallbackSchema
import PageReading
import SchemaSource
import TestSupport
import Testing

/// Profiles that are learned from rendered pages.
@Suite("Proposed profiles")
struct ProposedProfileTests {
  @Test("A proposed profile is valid, matches its page, and opens the events of the page")
  func proposals() throws {
    var (events, found, pages) = (0, 0, 0)
    var lost: [String] = []
    for documented in DocumentedService.shipped {
      for layout in documented.layouts(2) {
        let rendered = RenderedCase(documented, layout)
        let facts = try proposed(rendered)
        let expected = Set(rendered.content.events.map(\.id))
        let read = Set((facts?.events ?? []).filter(\.hasSection).compactMap { $0.id ?? $0.name })
        pages += 1
        events += expected.count
        found += expected.intersection(read).count
        if !expected.isSubset(of: read) {
          lost.append("\(rendered): \(expected.subtracting(read))")
        }
        #expect(facts != nil, "\(rendered)")
      }
    }
    print("\(found) of \(events) events of \(pages) pages are opened by the proposed profiles")
    #expect(pages > 50 && found * 100 >= events * 95, "\(lost.prefix(8).joined(separator: "\n"))")
  }

  /// What the proposed profile reads; nil if it has errors, or entries that match nothing.
  private func proposed(_ rendered: RenderedCase) throws -> PageFacts? {
    var diagnostics = Diagnostics()
    let service = rendered.documented.service
    guard
      let proposal = ProfileProposal(
        of: rendered.file, named: "page", for: service, into: &diagnostics)
    else { return nil }
    let text = SourceFile(path: "pages.yaml", bytes: [UInt8](proposal.text.utf8))
    let profile = PageProfileLoader.load(text, of: service, into: &diagnostics)
    let facts = PageReader.read(
      rendered.file, as: profile?.page(named: "page"), of: service, into: &diagnostics)
    let problems = diagnostics.sorted.filter { $0.severity == .error }.map(\.message)
    #expect(problems == [], "\(rendered)\n\(proposal.text)")
    return problems.isEmpty ? facts : nil
  }
}
