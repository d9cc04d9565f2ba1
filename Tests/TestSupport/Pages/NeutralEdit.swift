/// A change of a page's text that changes nothing that the page says of the callbacks.
public struct NeutralEdit: Sendable, CustomStringConvertible {
  public var name: String
  /// The edited text.
  public var apply: @Sendable (String) -> String

  public var description: String { name }

  /// The edits that a page in a layout can have.
  public static func edits(in layout: PageLayout) -> [NeutralEdit] {
    var edits = [
      each("CRLF") { $0 + "\r" },
      NeutralEdit(name: "CR alone") { $0.replacing("\n", with: "\r") },
      NeutralEdit(name: "byte order mark") { "\u{FEFF}" + $0 },
      NeutralEdit(name: "no line end at the end") { String($0.dropLast()) },
      each("trailing blanks") { $0.isEmpty ? "" : $0 + "   " },
      each("zero-width spaces at line ends") { $0.isEmpty ? "" : $0 + "\u{200B}" },
      lines("more blank lines") { lines in
        lines.flatMap { $0.isEmpty ? ["", "", ""] : [$0] }
      },
      NeutralEdit(name: "front matter") {
        "---\ntitle: \"Callbacks: all events\"\nkeywords: callbacks, events # for the search\n---\n\n"
          + $0
      },
      NeutralEdit(name: "import line") { "import Note from '@docs/note.mdx';\n\n" + $0 },
      NeutralEdit(name: "prose at the end") {
        $0 + "\n## Questions\n\nAsk the support team, or read the `query` method's page first.\n"
      },
      NeutralEdit(name: "prose before the page") {
        "This page was moved. The old address still works.\n\n" + $0
      },
      lines("quotations between paragraphs") { lines in
        blocks(lines).enumerated().flatMap { place, block -> [String] in
          place % 3 == 1 ? block + ["> **Note**: see the console for limits.", ""] : block
        }
      },
    ]
    if !layout.isPlainText { edits += markdownEdits }
    if layout.fields == .bullets { edits += bulletEdits }
    if layout.fields == .pipeTables || layout.index != .none && !layout.isPlainText {
      edits += pipeEdits
    }
    if layout.fields == .htmlTables { edits += htmlEdits }
    if layout.isPlainText { edits += textEdits }
    return edits
  }

  // MARK: - Forms

  private static let markdownEdits = [
    lines("comments") { lines in
      blocks(lines).flatMap { ["<!-- - `hidden`: String. Not published. -->", ""] + $0 }
    },
    each("closed headings") { $0.hasPrefix("#") ? $0 + " ##" : $0 },
    each("links with other targets") {
      $0.replacing("(../overview)", with: "(https://example.com/a?b=1#c)")
    },
    each("links lost") { $0.replacing("[overview](../overview)", with: "overview") },
    each("components in prose") { $0.replacing("`query`", with: "<Vg k=\"QUERY\" />") },
    lines("a program") { lines in
      lines + [
        "", "## Program", "", "```python", "# - `fake`: String. A comment", "| a | b |",
        "print({\"fake\": 1})", "```", "",
      ]
    },
    lines("a list of links") { lines in
      lines + [
        "", "## See also", "", "- [Console](../console)", "- [Limits](../limits): a page", "",
      ]
    },
  ]

  private static let bulletEdits = [
    each("stars for dashes") { line in
      let start = line.firstIndex { $0 != " " }
      guard let dash = start, line[dash...].hasPrefix("- ") else { return line }
      return "\(line[..<dash])*\(line[dash...].dropFirst())"
    },
    each("deeper indents") { line in
      let indent = line.prefix { $0 == " " }
      return "\(indent)\(indent)\(line.dropFirst(indent.count))"
    },
    each("tabs as indents") { line in
      let indent = line.prefix { $0 == " " }
      return String(repeating: "\t", count: indent.count / 2) + line.dropFirst(indent.count)
    },
    each("indented lists") { line in
      line.firstIndex(of: "-").map { line[..<$0].allSatisfy { $0 == " " } } == true
        ? " " + line : line
    },
    lines("blank lines between bullets") { lines in
      lines.flatMap { isBullet($0) ? [$0, ""] : [$0] }
    },
    each("other colons") { line in
      guard isBullet(line) else { return line }
      return line.contains("`: ")
        ? line.replacing("`: ", with: "`：", maxReplacements: 1)
        : line.replacing("`：", with: "`: ", maxReplacements: 1)
    },
    each("no-break spaces") { line in isBullet(line) ? line.replacing(": ", with: ":\u{A0}") : line
    },
    each("bold names") { line in
      guard isBullet(line) else { return line }
      let parts = line.split(separator: "`", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, parts[1].first?.isLetter == true else { return line }
      return "\(parts[0])**`\(parts[1])`**\(parts[2])"
    },
  ]

  private static let pipeEdits = [
    each("padded cells") { line in
      isRow(line) && !isRule(line) ? line.replacing(" |", with: "       |") : line
    },
    each("unpadded cells") { line in
      isRow(line)
        ? line.replacing(" | ", with: "|").replacing("| ", with: "|").replacing(" |", with: "|")
        : line
    },
    each("aligned columns") { line in
      isRule(line) ? line.replacing("---", with: ":--------:") : line
    },
    each("no pipe at the end") { line in isRow(line) ? String(line.dropLast(2)) : line },
    each("no pipe at the start") { line in
      isRow(line) && !isRule(line) ? String(line.dropFirst(2)) : line
    },
    each("indented tables") { line in isRow(line) ? "  " + line : line },
    lines("a blank line in each table") { lines in
      lines.indices.flatMap { place in
        place > 2 && isRow(lines[place]) && isRow(lines[place - 1]) && isRow(lines[place - 2])
          && isRow(lines[place - 3]) && !isRow(place > 3 ? lines[place - 4] : "")
          ? ["", lines[place]] : [lines[place]]
      }
    },
  ]

  private static let htmlEdits = [
    each("capital tags") { line in
      ["table", "thead", "tbody", "tr", "th", "td"].reduce(line) { line, tag in
        line.replacing("<\(tag)", with: "<\(tag.uppercased())")
          .replacing("</\(tag)", with: "</\(tag.uppercased())")
      }
    },
    each("attributes") { line in
      line.replacing("<td", with: "<td width=40% align=\"left\"").replacing(
        "<table>", with: "<table class=\"a b\">")
    },
    each("cells without end") { line in
      line.replacing("</td>", with: "").replacing("</th>", with: "")
    },
    each("rows without end") { line in line.replacing("</tr>", with: "") },
    NeutralEdit(name: "table without thead") {
      $0.replacing("<thead>", with: "").replacing("</thead>", with: "")
    },
    NeutralEdit(name: "tbody without start") { $0.replacing("<tbody>", with: "") },
    NeutralEdit(name: "rows on one line") {
      $0.replacing("<tr>\n", with: "<tr>").replacing("</td>\n", with: "</td>")
    },
    each("indented tags") { line in line.hasPrefix("<t") ? "    " + line : line },
    each("entities") { line in
      line.replacing("; see", with: "&#59; see").replacing("<td>", with: "<td>&nbsp;")
    },
    NeutralEdit(name: "closed breaks") { $0.replacing("<br>", with: "<br/>") },
    NeutralEdit(name: "unclosed items") { $0.replacing("</li>", with: "") },
  ]

  private static let textEdits = [
    each("other bullets") { $0.replacing("  • ", with: "  ◦ ") },
    each("no-break spaces after bullets") { $0.replacing("  • ", with: "  •\u{A0}") },
    NeutralEdit(name: "skip link") { "Skip to main content\n\n" + $0 },
    lines("blank lines between bullets") { lines in
      lines.flatMap { $0.hasPrefix("  •") ? [$0, ""] : [$0] }
    },
  ]

  // MARK: - Lines

  private static func each(
    _ name: String, _ change: @escaping @Sendable (String) -> String
  ) -> NeutralEdit {
    lines(name) { lines in
      var isCode = false
      return lines.map { line in
        if line.hasPrefix("```") { isCode.toggle() }
        return isCode || line.hasPrefix("```") ? line + (name == "CRLF" ? "\r" : "") : change(line)
      }
    }
  }

  private static func lines(
    _ name: String, _ change: @escaping @Sendable ([String]) -> [String]
  ) -> NeutralEdit {
    NeutralEdit(name: name) { text in
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      return change(lines.dropLast()).joined(separator: "\n") + "\n"
    }
  }

  /// The paragraphs of a page outside code, each with the blank line after it.
  private static func blocks(_ lines: [String]) -> [[String]] {
    var blocks: [[String]] = [[]]
    var isCode = false
    for line in lines {
      if line.hasPrefix("```") { isCode.toggle() }
      blocks[blocks.count - 1].append(line)
      if line.isEmpty, !isCode { blocks.append([]) }
    }
    return blocks.filter { !$0.isEmpty }
  }

  private static func isBullet(_ line: String) -> Bool {
    line.drop { $0 == " " }.hasPrefix("- `")
  }

  private static func isRow(_ line: String) -> Bool { line.hasPrefix("| ") || isRule(line) }
  private static func isRule(_ line: String) -> Bool { line.hasPrefix("| ---") }
}
