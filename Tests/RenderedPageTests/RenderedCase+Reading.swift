import CallbackSchema
import PageReading
import SchemaSource
import TestSupport

extension RenderedCase {
  /// The profile of the page.
  func profile() throws -> PageProfile.Page { try loadedProfile.get() }

  /// Loads the profile of a page, or says why it cannot be loaded.
  static func loadProfile(
    of page: RenderedPage, _ documented: DocumentedService
  ) -> Result<PageProfile.Page, Refusal> {
    var diagnostics = Diagnostics()
    let file = SourceFile(path: "pages.yaml", bytes: [UInt8](page.profile.utf8))
    let profile = PageProfileLoader.load(file, of: documented.service, into: &diagnostics)
    guard let page = profile?.page(named: "rendered"), !diagnostics.hasErrors else {
      return .failure(Refusal(diagnostics))
    }
    return .success(page)
  }

  /// The page as a file.
  var file: SourceFile { SourceFile(path: "page.md", bytes: [UInt8](page.text.utf8)) }

  /// What the reader finds on the page.
  func read() throws -> PageFacts {
    var diagnostics = Diagnostics()
    let facts = PageReader.read(
      file, as: try profile(), of: documented.service, into: &diagnostics)
    guard let facts, !diagnostics.hasErrors else { throw Refusal(diagnostics) }
    return facts
  }
}

/// A page or a profile that was not read.
struct Refusal: Error, CustomStringConvertible {
  var description: String

  init(_ diagnostics: Diagnostics) {
    description = diagnostics.all.map { "\($0.range): \($0.message)" }.joined(separator: "\n")
  }
}
