import CallbackSchema
import SchemaSource

/// Which entries of a profile match something on a page.
struct ProfileMatches {
  /// An entry, known by its position in the profile.
  typealias Entry = SourceRange

  private var matched: Set<SourceRange> = []

  mutating func note(_ entry: Entry) { matched.insert(entry) }

  /// Whether no form of events, no index and no caption of fields matches, so that the page is another one.
  func isEmpty(_ page: PageProfile.Page) -> Bool {
    let entries =
      page.events.entries.map(\.range) + page.indexes.entries.map(\.range)
      + page.scopes.flatMap { $0.captions.entries.map(\.range) }
    return !entries.isEmpty && matched.isDisjoint(with: entries)
  }

  /// Reports the entries that match nothing.
  func check(_ page: PageProfile.Page, into diagnostics: inout Diagnostics) {
    check(page.events, "form of events", page, &diagnostics)
    check(page.indexes, "caption of an index", page, &diagnostics)
    check(page.ignored, "ignored section", page, &diagnostics)
    for scope in page.scopes {
      check(scope.captions, "caption of '\(scope.place.value)'", page, &diagnostics)
    }
    for column in page.columns {
      check(column.words, "header of a column", page, &diagnostics)
    }
    for type in page.types where type.isOwn && !matched.contains(type.word.range) {
      report("no type word '\(type.word.value)'", type.word.range, page, &diagnostics)
    }
  }

  private func check<Entry>(
    _ group: EntryGroup<Entry>, _ what: String, _ page: PageProfile.Page,
    _ diagnostics: inout Diagnostics
  ) {
    let missing = group.entries.filter { !matched.contains($0.range) }
    if group.isOwn {
      for entry in missing {
        report("no \(what) '\(Self.text(entry.value))'", entry.range, page, &diagnostics)
      }
    } else if let first = group.entries.first, missing.count == group.entries.count {
      let all = group.entries.map { "'\(Self.text($0.value))'" }.joined(separator: " or ")
      report("no \(what) \(all)", first.range, page, &diagnostics)
    }
  }

  private func report(
    _ what: String, _ range: SourceRange, _ page: PageProfile.Page,
    _ diagnostics: inout Diagnostics
  ) {
    diagnostics.error(
      .unmatchedEntry, "the page has \(what)", at: range,
      fix: "correct the entry, or move it below the pages that it describes")
  }

  private static func text(_ value: some Any) -> String {
    (value as? EventPattern)?.template ?? "\(value)"
  }
}
