import TestSupport
import Testing

/// The judge itself: an edit that changes no text could not be reported, and a neutral edit without effect proves nothing.
@Suite struct RenderingTests {
  private static let all =
    DocumentedService.shipped + DocumentedService.versioned + DocumentedService.random(30)

  @Test(arguments: all) func everyEditChangesThePage(_ documented: DocumentedService) {
    var judgement = Judgement()
    for layout in documented.layouts(2) {
      let rendered = RenderedCase(documented, layout)
      var texts: [String: String] = [rendered.page.text: "no edit"]
      for edit in rendered.content.edits(in: layout) {
        let edited = rendered.edited(edit.content)
        let same = texts.updateValue("\(edit)", forKey: edited.page.text)
        judgement.add(
          edit.expected.kind.rawValue, edited, "\(edit)", same.map { ["equal to: \($0)"] } ?? [])
      }
    }
    #expect(judgement.isClean, "\(judgement)")
  }

  @Test func everyKindOfEditOccurs() {
    var kinds: Set<PageDifference.Kind> = []
    for documented in Self.all {
      for layout in documented.layouts(3) {
        kinds.formUnion(
          documented.content(hasExamples: false).edits(in: layout).map(\.expected.kind))
      }
    }
    #expect(kinds == Set(PageDifference.Kind.allCases))
  }

  @Test func everyNeutralEditChangesAPage() throws {
    var effective: Set<String> = []
    var names: Set<String> = []
    for layout in PageLayout.all {
      for documented in DocumentedService.shipped.prefix(2) {
        let page = RenderedCase(documented, layout).page
        for edit in NeutralEdit.edits(in: layout) {
          names.insert(edit.name)
          if edit.apply(page.text) != page.text { effective.insert(edit.name) }
        }
      }
    }
    #expect(effective == names, "without effect: \(names.subtracting(effective).sorted())")
  }

  @Test func everyServiceIsOnSomePage() throws {
    let shipped = Set(DocumentedService.shipped.map(\.service.name))
    #expect(try shipped == Set(Repository.folders(in: "Schemas")))
    #expect(!DocumentedService.versioned.isEmpty)
    #expect(DocumentedService.random(120).count >= 25)
  }
}
