import PageReading
import TestSupport
import Testing

/// Two states of a rendered page are compared: the newer one is changed in one statement.
@Suite struct RevisionTests {
  @Test(arguments: DocumentedService.shipped) func everyEditIsOneChange(
    _ documented: DocumentedService
  ) throws {
    var judgement = Judgement()
    for layout in documented.layouts(1) {
      let rendered = RenderedCase(documented, layout)
      let old = try rendered.read()
      #expect(PageRevision(from: old, to: old).changes.isEmpty, "\(rendered)")
      for edit in rendered.edits {
        let edited = rendered.edited(edit.content)
        let revision = PageRevision(from: old, to: try edited.read())
        let found = revision.changes.map { "\($0.kind.rawValue) \($0.path): \($0.message)" }
        let isRight =
          revision.changes.count == 1 && revision.changes[0].kind == edit.expected.kind.change
        judgement.add(edit.expected.kind.rawValue, edited, "\(edit)", isRight ? [] : found + [""])
      }
    }
    #expect(judgement.isClean, "\(judgement)")
  }
}

extension TestSupport.PageDifference.Kind {
  /// The kind of the change between two states of a page.
  fileprivate var change: PageChange.Kind {
    switch self {
    case .eventAdded: .eventAdded
    case .eventRemoved: .eventRemoved
    case .eventRenamed, .eventRenumbered: .eventRenamed
    case .fieldAdded: .fieldAdded
    case .fieldRemoved: .fieldRemoved
    case .fieldRenamed: .fieldRenamed
    case .fieldMoved: .fieldMoved
    case .typeChanged: .type
    case .valuesChanged: .values
    case .presenceChanged: .presence
    }
  }
}
