import SchemaSource
import SwiftGeneration

extension HTMLPage {
  /// A table of the two states; a row that is the same in both has one cell.
  static func states(_ change: Change) -> HTMLFragment {
    let sides = (change.old, change.new)
    var rows: [HTMLFragment] = []
    func row(
      _ name: String, _ part: (Change.Side) -> String?, attributes: HTMLFragment = "",
      pair: (String, String) -> (old: HTMLFragment, new: HTMLFragment) = HTMLFragment.pair,
      cell: (HTMLFragment) -> HTMLFragment
    ) {
      let texts = (sides.0.flatMap(part) ?? "", sides.1.flatMap(part) ?? "")
      guard !texts.0.isEmpty || !texts.1.isEmpty else { return }
      let cells: HTMLFragment
      switch (sides.0, sides.1) {
      case (_?, _?) where texts.0 == texts.1:
        cells = "<td colspan=\"2\" data-side=\"Both\">\(cell(pair(texts.0, texts.0).old))</td>"
      case (_?, _?):
        let pair = pair(texts.0, texts.1)
        cells = """
          <td data-side="Before">\(texts.0.isEmpty ? absent : cell(pair.old))</td>\
          <td data-side="After">\(texts.1.isEmpty ? absent : cell(pair.new))</td>
          """
      default: cells = "<td>\(cell(pair(texts.0 + texts.1, texts.0 + texts.1).old))</td>"
      }
      rows.append("<tr\(attributes)><th scope=\"row\">\(name)</th>\(cells)</tr>\n")
    }
    row("Schema", \.text) { "<span class=\"text\" dir=\"ltr\">\($0)</span>" }
    row("JSON", { $0.sample.map(HTMLFragment.indented) }, cell: sample)
    row("Swift", \.swift) { "<code>\($0)</code>" }
    row(
      "Location", \.range.location, attributes: " class=\"where\"",
      pair: { (.location($0), .location($1)) }, cell: { $0 })
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
