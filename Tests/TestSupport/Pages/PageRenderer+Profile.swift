extension PageRenderer {
  /// The profile of the page, without which its layout cannot be told from its text.
  func profile(edition: String) -> String {
    let form = layout.isPlainText ? ", form: text" : ""
    var lines = ["pages: { rendered: { edition: \"\(edition)\"\(form) } }"]
    lines.append("events: [ \(eventPatterns.joined(separator: ", ")) ]")
    if layout.index == .names { lines.append("index: [\"\(words.index)\"]") }
    switch layout.envelope {
    case .none:
      let names = content.envelope.map { "\"\($0.name)\"" }
      if !names.isEmpty { lines.append("elsewhere: [\(names.joined(separator: ", "))]") }
    case .nested where !content.envelope.isEmpty:
      lines.append("scopes: { \".\": [\"\(words.body)\"] }")
    case .sections where !content.envelope.isEmpty:
      let objects = content.envelope.objects.map { path, _ in
        "\"\(path.joined(separator: "."))\": [\"\(caption(ofObject: path.last ?? ""))\"]"
      }
      let all = ["\".\": [\"\(words.body)\"]"] + objects
      lines.append("scopes: { \(all.joined(separator: ", ")) }")
    case .nested, .sections: break
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The patterns of the events: those that a value names, and those with an id and a name.
  private var eventPatterns: [String] {
    var patterns: [String] = []
    let hasVersions = content.events.contains { $0.version != nil }
    // The first form that matches counts.
    let ends = hasVersions ? ["({version})", ""] : [""]
    let word =
      content.events.contains { !$0.isNamedByID && $0.name != $0.key } ? "{constant}" : "{name}"
    for isNamedByID in [false, true]
    where content.events.contains(where: { $0.isNamedByID == isNamedByID }) {
      for end in ends {
        patterns.append(isNamedByID ? namePattern("{name}" + end) : pattern(word + end))
      }
    }
    return patterns
  }

  private func namePattern(_ name: String) -> String {
    switch layout.events {
    case .items: "{ item: \"\(words.itemBefore)\(name)\" }"
    case .headings, .anchoredHeadings:
      layout.isPlainText
        ? "{ heading: \"\(words.event)\(words.colon)\(name)\" }"
        : "{ heading: \"\(name)\", level: 3 }"
    }
  }

  private func pattern(_ word: String) -> String {
    switch (layout.events, layout.language) {
    case (.items, .english): "{ item: \"\(words.itemBefore){id} (\(word))\" }"
    case (.items, _): "{ item: \"\(words.itemBefore){id}（\(word)）\" }"
    case (.headings, _): "{ heading: \"{id} \(word)\" }"
    case (.anchoredHeadings, _): "{ heading: \"\(word)\", id: anchor, level: 3 }"
    }
  }
}
