public import CallbackSchema

/// A Markdown document of the modelled events, and of the sections of the vendors' pages that are not modelled.
public struct Coverage: CustomStringConvertible {
  private var text: String

  public init(of services: [Service]) {
    text = """
      # Coverage

      The modelled events, and every section of the vendors' pages that is not modelled, with the reason. Printed by \
      `callbackgen docs coverage`.

      """
    for service in services { add(service) }
  }

  public var description: String { text }

  private mutating func add(_ service: Service) {
    text += "\n## \(service.title)\n\n"
    for edition in service.editions {
      let facts = [edition.kind.rawValue, edition.title, edition.date, edition.url]
      text += "- `\(edition.name)`: \(facts.compactMap { $0 }.joined(separator: ", "))\n"
    }
    text += "\nModelled:\n\n"
    for event in service.events {
      let names = service.names(of: event.provenance.editions)
      let isEverywhere = event.provenance.editions == service.fullEditions
      let editions = isEverywhere ? "" : " (\(names.joined(separator: ", ")))"
      let id = event.id.value.text == event.key ? "" : "\(event.id.value.text) "
      let doc = event.doc.map { ": \(Self.summary($0))" } ?? ""
      text += "- \(id)`\(event.key)`\(editions)\(doc)\n"
    }
    guard !service.omissions.isEmpty else { return }
    text += "\nNot modelled:\n\n"
    for omission in service.omissions { text += "- \(omission.section): \(omission.because)\n" }
  }

  /// The first sentence of a description.
  private static func summary(_ doc: String) -> String {
    let text = doc.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let end = text.firstRange(of: ". ") else { return text }
    return String(text[..<end.lowerBound]) + "."
  }
}
