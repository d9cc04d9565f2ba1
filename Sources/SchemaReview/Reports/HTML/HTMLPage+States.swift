import SwiftGeneration

extension HTMLPage {
  /// A table of the two states; a row that is the same in both has one cell.
  static func states(_ change: Change) -> HTMLFragment {
    let sides = (change.old, change.new)
    var rows: [HTMLFragment] = []
    func row(
      _ name: String, _ part: (Change.Side) -> String?, _ cell: (HTMLFragment) -> HTMLFragment
    ) {
      let texts = (sides.0.flatMap(part) ?? "", sides.1.flatMap(part) ?? "")
      guard !texts.0.isEmpty || !texts.1.isEmpty else { return }
      let cells: HTMLFragment
      switch (sides.0, sides.1) {
      case (_?, _?) where texts.0 == texts.1:
        cells = "<td colspan=\"2\" data-side=\"Both\">\(cell(.isolated(texts.0)))</td>"
      case (_?, _?):
        let pair = HTMLFragment.pair(texts.0, texts.1)
        cells = """
          <td data-side="Before">\(texts.0.isEmpty ? absent : cell(pair.old))</td>\
          <td data-side="After">\(texts.1.isEmpty ? absent : cell(pair.new))</td>
          """
      default: cells = "<td>\(cell(.isolated(texts.0 + texts.1)))</td>"
      }
      rows.append("<tr><th scope=\"row\">\(name)</th>\(cells)</tr>\n")
    }
    row("Schema", \.text) { "<span class=\"text\" dir=\"ltr\">\($0)</span>" }
    row("JSON", { $0.sample.map(HTMLFragment.indented) }, sample)
    row("Swift", \.swift) { "<code>\($0)</code>" }
    rows.append(locations(change))
    let head: HTMLFragment =
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

  private static let absent: HTMLFragment = "<span class=\"absent\">none</span>"

  /// The row of locations in the schemas.
  private static func locations(_ change: Change) -> HTMLFragment {
    let locations = [change.old, change.new].map { side in
      side.map { Change.location(of: $0.range) }
    }
    let cells: HTMLFragment
    if let old = locations[0], let new = locations[1] {
      cells =
        old == new
        ? "<td colspan=\"2\" data-side=\"Both\">\(HTMLFragment.location(old))</td>"
        : """
        <td data-side="Before">\(HTMLFragment.location(old))</td><td data-side="After">\(HTMLFragment.location(new))</td>
        """
    } else {
      cells = "<td>\(HTMLFragment.location((locations[0] ?? locations[1]) ?? ""))</td>"
    }
    return "<tr class=\"where\"><th scope=\"row\">Location</th>\(cells)</tr>\n"
  }

  /// A sample; a long one is folded.
  private static func sample(_ text: HTMLFragment) -> HTMLFragment {
    let lines = text.text.split(separator: "\n").count
    guard lines > 6 else { return "<code>\(text)</code>" }
    return "<details><summary>body of \(lines) lines</summary><code>\(text)</code></details>"
  }
}

extension Change.Side {
  /// The declaration, below a comment with its qualified name.
  fileprivate var swift: String? {
    declaration.map { "// \($0.symbol)\n\($0.signature)" }
  }
}
