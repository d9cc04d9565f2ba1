public import CallbackSchema

/// A Markdown document of the modelled sections of the vendors' pages, and of the others with reasons.
public struct Coverage: CustomStringConvertible {
  private var text = ""

  public init(of services: [Service]) {
    line("# Coverage")
    line()
    line(
      "What the pages say is either in a schema or listed here with its reason. Printed by `callbackgen docs coverage`."
    )
    for service in services { add(service) }
  }

  public var description: String { text }

  private mutating func line(_ line: String = "") { text += line + "\n" }

  private mutating func add(_ service: Service) {
    line()
    line("## \(service.title)")
    line()
    for edition in service.editions {
      let facts = [edition.kind.rawValue, edition.title, edition.date, edition.url]
      line("- `\(edition.name)`: \(facts.compactMap { $0 }.joined(separator: ", "))")
    }
    line()
    line("Modelled:")
    line()
    for event in service.events {
      let names = service.names(of: event.provenance.editions)
      let isEverywhere = event.provenance.editions == service.fullEditions
      let editions = isEverywhere ? "" : " (\(names.joined(separator: ", ")))"
      let id = event.id.value.text == event.key ? "" : "\(event.id.value.text) "
      line("- \(id)`\(event.key)`\(editions)\(event.doc.map { ": \(Self.summary($0))" } ?? "")")
    }
    guard !service.omissions.isEmpty else { return }
    line()
    line("Left out:")
    line()
    for omission in service.omissions { line("- \(omission.section): \(omission.because)") }
  }

  /// The first sentence.
  private static func summary(_ doc: String) -> String {
    let text = doc.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let end = text.firstRange(of: ". ") else { return text }
    return String(text[..<end.lowerBound]) + "."
  }
}
