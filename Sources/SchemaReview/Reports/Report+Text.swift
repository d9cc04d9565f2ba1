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
    if sections.isEmpty { lines.append("no change") }
    if sections.count > 1 { lines += ["", "all services: \(counts.summary)"] }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of group: Group, _ isBrief: Bool) -> [String] {
    var lines = ["", group.path]
    for entry in group.entries where !entry.isSettled {
      let change = entry.change
      lines.append("\(entry.sign) \(change.message)")
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
      if let approval = entry.approval { lines.append("    approved: \(approval.reason)") }
    }
    return lines
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

  /// A text of at most 100 characters.
  static func shortened(_ text: String) -> String {
    text.count <= 100 ? text : "\(text.prefix(97))..."
  }
}
