import CallbackSchema

/// The edition that a page documents, learned from the events that it has.
struct EditionLearning {
  /// The name of the edition; nil if the page fits none.
  private(set) var name: String?
  private(set) var open: [String] = []

  /// - Parameter chosen: the name of the page, which can be that of an edition.
  init(_ page: LearnedPage, _ service: Service, named chosen: String?) {
    if let chosen, service.editions.contains(where: { $0.name == chosen }) {
      name = chosen
      return
    }
    let editions = service.editions.filter { $0.kind != .elsewhere }
    let hasVersions = page.events.forms.contains { $0.pattern.template.contains("{version}") }
    if hasVersions || editions.count > 1 && editions.allSatisfy({ $0.kind == .version }) {
      name = ProfileKeys.byHeading
      return
    }
    let scores = editions.map { edition -> (name: String, score: Int, differing: [String]) in
      let projected = service.projected(to: edition.name, isAlone: true)
      let keys = Set(projected?.events.map(\.key) ?? [])
      let differing = keys.symmetricDifference(page.events.found)
      return (
        edition.name, keys.intersection(page.events.found).count - differing.count,
        differing.sorted()
      )
    }
    guard let best = scores.max(by: { $0.score < $1.score }) else { return }
    name = best.name
    let names = scores.filter { $0.score == best.score }.map(\.name)
    if names.count > 1 {
      open.append("the events fit the editions \(names.joined(separator: ", ")) equally well")
    } else if editions.count > 1, !best.differing.isEmpty {
      open.append(
        "\(best.name) is the edition with the most similar events; \(best.differing.joined(separator: ", ")) differ"
      )
    }
  }
}
