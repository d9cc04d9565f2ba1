import CallbackSchema
import SchemaSource

extension Comparison {
  /// Compares the editions of the service.
  mutating func compareEditions() {
    for edition in old.editions {
      let element = ComparedElement("editions", edition.name, isGroup: false)
      guard let other = new.editions.first(where: { $0.name == edition.name }) else {
        note(
          .editionRemoved, at: element, "edition \(edition.name)",
          old: (edition.name, edition.range), new: nil)
        continue
      }
      let ranges = (edition.range, other.range)
      compareStatement(
        .editionChanged, of: "kind of \(edition.name)", at: element,
        (Self.kind(edition), Self.kind(other)), ranges)
      compareDocumentation("title", edition.title, other.title, at: element, ranges)
      compareDocumentation("date", edition.date, other.date, at: element, ranges)
      compareDocumentation("url", edition.url, other.url, at: element, ranges)
    }
    for edition in new.editions where !old.editions.contains(where: { $0.name == edition.name }) {
      note(
        .editionAdded,
        at: ComparedElement("editions", edition.name, isGroup: false), "edition \(edition.name)",
        old: nil, new: (edition.name, edition.range))
    }
  }

  private static func kind(_ edition: Edition) -> String {
    "\(edition.isPartial ? "partial " : "")\(edition.kind.rawValue)"
  }
}
