import SwiftGeneration

extension HTMLPage {
  /// Before and after, beside each other; alike lines once.
  static func sides(_ change: Change) -> Markup {
    let sides = (change.old, change.new)
    var rows: [Markup] = []
    func row(_ name: String, _ part: (Change.Side) -> String?, _ cell: (Markup) -> Markup) {
      let texts = (sides.0.flatMap(part) ?? "", sides.1.flatMap(part) ?? "")
      guard !texts.0.isEmpty || !texts.1.isEmpty else { return }
      let cells: Markup
      switch (sides.0, sides.1) {
      case (_?, _?) where texts.0 == texts.1:
        cells = "<td colspan=\"2\" data-side=\"Both\">\(cell(.isolated(texts.0)))</td>"
      case (_?, _?):
        let pair = Markup.pair(texts.0, texts.1)
        cells = """
          <td data-side="Before">\(texts.0.isEmpty ? absent : cell(pair.old))</td>\
          <td data-side="After">\(texts.1.isEmpty ? absent : cell(pair.new))</td>
          """
      default: cells = "<td>\(cell(.isolated(texts.0 + texts.1)))</td>"
      }
      rows.append("<tr><th scope=\"row\">\(name)</th>\(cells)</tr>\n")
    }
    row("Schema", \.text) { "<span class=\"text\" dir=\"ltr\">\($0)</span>" }
    row("Wire", { $0.sample.map(Markup.indented) }, sample)
    row("Swift", \.swift) { "<code>\($0)</code>" }
    rows.append(places(change))
    let head: Markup =
      switch sides {
      case (_?, _?): "<th scope=\"col\">Before</th><th scope=\"col\">After</th>"
      case (_?, nil): "<th scope=\"col\">Before</th>"
      default: "<th scope=\"col\">After</th>"
      }
    return """
      <table>
      <thead><tr><td></td>\(head)</tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>

      """
  }

  private static let absent: Markup = "<span class=\"absent\">nothing</span>"

  /// Where the schemas say it; not compared.
  private static func places(_ change: Change) -> Markup {
    let places = [change.old, change.new].map { side in side.map { Change.place(of: $0.range) } }
    let cells: Markup
    if let old = places[0], let new = places[1] {
      cells =
        old == new
        ? "<td colspan=\"2\" data-side=\"Both\">\(Markup.place(old))</td>"
        : """
        <td data-side="Before">\(Markup.place(old))</td><td data-side="After">\(Markup.place(new))</td>
        """
    } else {
      cells = "<td>\(Markup.place((places[0] ?? places[1]) ?? ""))</td>"
    }
    return "<tr class=\"where\"><th scope=\"row\">Where</th>\(cells)</tr>\n"
  }

  /// A member as it is, a whole body folded.
  private static func sample(_ text: Markup) -> Markup {
    let lines = text.text.split(separator: "\n").count
    guard lines > 6 else { return "<code>\(text)</code>" }
    return "<details><summary>a body of \(lines) lines</summary><code>\(text)</code></details>"
  }
}

extension Change.Side {
  /// The declaration, and what it declares as a comment above it.
  fileprivate var swift: String? {
    declaration.map { "// \($0.symbol)\n\($0.signature)" }
  }
}
