import SchemaSource
import SwiftGeneration

extension Report {
  /// Text for a terminal: for each service a summary, and the changes by group.
  ///
  /// - Parameter isBrief: whether to leave out locations, samples, advice and fingerprints.
  public func text(isBrief: Bool = false) -> String {
    var lines: [String] = []
    for section in sections {
      if !lines.isEmpty { lines.append("") }
      lines.append("\(section.service): \(section.counts.summary)")
      lines.append("  from \(section.old)")
      lines.append("  to   \(section.new)")
      for group in section.groups { lines += Self.lines(of: group, isBrief) }
    }
    if sections.isEmpty, unreviewed.isEmpty { lines.append("no change") }
    for service in unreviewed {
      lines.append("\(service.service): not reviewed: \(service.reason)")
    }
    if sections.count > 1 { lines += ["", "all services: \(counts.summary)"] }
    // A line of its own could be a command of the terminal or of a code host.
    return lines.map(Self.onOneLine).joined(separator: "\n") + "\n"
  }

  /// A text without line breaks and other control characters, which are written as escapes.
  private static func onOneLine(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      case "\u{2028}", "\u{2029}": "\\u{\(String(scalar.value, radix: 16))}"
      default:
        scalar.properties.generalCategory == .control
          ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
      }
    }.joined()
  }

  private static func lines(of group: Group, _ isBrief: Bool) -> [String] {
    var lines = ["", group.path]
    for entry in group.entries where !entry.isSettled {
      let change = entry.change
      lines.append("\(entry.sign) \(change.message)")
      lines += words(entry)
      lines.append("    \(entry.verdicts) [\(change.rule.id)]")
      if isBrief { continue }
      lines += states(change)
      if !change.events.isEmpty {
        lines.append("    events: \(change.events.joined(separator: ", "))")
      }
      lines.append("    \(change.rule.advice)")
      lines.append("    fingerprint \(change.fingerprint)")
    }
    for entry in group.entries where entry.isSettled {
      let change = entry.change
      lines.append("\(entry.sign) \(change.message) [\(change.rule.id)]")
      if !isBrief { lines += words(entry) }
      if let approval = entry.approval { lines.append("    approved: \(approval.reason)") }
    }
    return lines
  }

  private static func words(_ entry: Entry) -> [String] {
    guard let words = entry.words else { return [] }
    return [
      "    before: \(shortened(words.old, to: 300))",
      "    after:  \(shortened(words.new, to: 300))",
    ]
  }

  private static func states(_ change: Change) -> [String] {
    var lines: [String] = []
    for case (let name, let side?) in [("old", change.old), ("new", change.new)] {
      lines.append("    \(name) \(side.range.location)")
      if let sample = side.sample { lines.append("        \(shortened(sample))") }
      if let declaration = side.declaration {
        lines.append("        \(declaration.symbol): \(declaration.signature)")
      }
    }
    return lines
  }

  /// A text of limited length.
  static func shortened(_ text: String, to length: Int = 100) -> String {
    text.count <= length ? text : "\(text.prefix(length - 3))..."
  }
}
