import Foundation
import PageReading
import TestSupport

/// A service, what a page says of it, and the page in one layout.
struct RenderedCase: CustomStringConvertible {
  var documented: DocumentedService
  var layout: PageLayout
  var content: PageContent
  var page: RenderedPage
  /// The profile, which edits do not change.
  let loadedProfile: Result<PageProfile.Page, Refusal>

  init(_ documented: DocumentedService, _ layout: PageLayout) {
    self.documented = documented
    self.layout = layout
    content = documented.content(hasExamples: layout.hasExamples)
    page = content.rendered(layout, edition: documented.edition)
    loadedProfile = Self.loadProfile(of: page, documented)
  }

  /// The page with another content and the same profile, as a vendor changes a page whose profile is committed.
  func edited(_ content: PageContent) -> RenderedCase {
    var edited = self
    edited.content = content
    edited.page.text = content.rendered(layout, edition: documented.edition).text
    return edited
  }

  /// The edits that a test makes: a tenth of them, another one for each service; all if `CALLBACKGEN_EDITS` is `all`.
  var edits: [PageEdit] {
    let edits = content.edits(in: layout)
    guard ProcessInfo.processInfo.environment["CALLBACKGEN_EDITS"] != "all" else { return edits }
    return edits.enumerated().filter { $0.offset % 10 == documented.number % 10 }.map(\.element)
  }

  var description: String { "\(documented.testDescription), \(layout.testDescription)" }
}

extension DocumentedService {
  /// Some layouts, others for each service, so that the services of a list together have all of them.
  func layouts(_ count: Int) -> [PageLayout] {
    let content = content(hasExamples: false)
    let all = PageLayout.all.filter { $0.canPrint(content) }
    // Neighbors in the list of layouts differ in little, and 7 has no factor in common with their number.
    return (0..<count).map { all[(number * count + $0) * 7 % all.count] }
  }
}

extension PageLayout {
  /// A third of the shipped services, and all services with versions; three layouts in a row have every service.
  var services: [DocumentedService] {
    let number = PageLayout.all.firstIndex(of: self) ?? 0
    return DocumentedService.shipped.filter { $0.number % 3 == number % 3 }
      + DocumentedService.versioned.filter { $0.number % 3 == number % 3 }
  }
}
