import CallbackSchema
import PageReading
import TestSupport
import Testing

/// Pages are rendered from schemas and read again: the reader must find what was written, no more and no less.
@Suite struct ReadBackTests {
  @Test(arguments: PageLayout.all) func aRenderedPageIsReadAsItWasWritten(_ layout: PageLayout) {
    var judgement = Judgement()
    for documented in layout.services {
      let rendered = RenderedCase(documented, layout)
      judgement.add("page", rendered, "", problems(of: rendered))
    }
    #expect(judgement.isClean, "\(judgement)")
  }

  @Test(arguments: DocumentedService.random(60)) func aRandomPageIsReadAsItWasWritten(
    _ documented: DocumentedService
  ) {
    var judgement = Judgement()
    for layout in documented.layouts(3) {
      let rendered = RenderedCase(documented, layout)
      judgement.add("page", rendered, "", problems(of: rendered))
    }
    #expect(judgement.isClean, "\(judgement)")
  }

  /// Where a page does not show nesting, every place of a field in an object is a guess, and the reader says so.
  @Test(arguments: PageLayout.all.filter { !$0.showsNesting }) func lostNestingIsADoubt(
    _ layout: PageLayout
  ) throws {
    var judgement = Judgement()
    for documented in layout.services {
      let rendered = RenderedCase(documented, layout)
      let facts = try rendered.read()
      let fields = facts.events.flatMap(\.fields) + facts.scopes.flatMap(\.fields)
      let certain = fields.filter { field in
        field.path.contains(".")
          && !field.doubts.contains { $0.isAboutNesting || $0 == .gluedCells }
      }
      judgement.add("page", rendered, "", certain.map { "\($0.path) in line \($0.position.line)" })
    }
    #expect(judgement.isClean, "\(judgement)")
  }

  private func problems(of rendered: RenderedCase) -> [String] {
    do {
      return ReadBack(of: rendered.content, in: rendered.layout)
        .differences(from: ReadBack(of: try rendered.read(), in: rendered.layout))
    } catch {
      return ["\(error)"]
    }
  }
}
