import SchemaReview
package import SchemaSource

extension PageRevision {
  /// Text for a terminal: the changes with their effects, and a summary.
  package func text(style: TextStyle) -> String {
    var lines: [String] = []
    for change in changes {
      let place = style.bold("\(location(of: change)):")
      let doubt =
        change.isCertain ? "" : " (unsure\(change.doubts.isEmpty ? "" : ": \(change.doubtNames)"))"
      lines.append("\(place) \(change.sign) \(change.message)\(doubt)")
      lines.append("    \(change.paths)")
      lines += change.effects.map { "    \($0.rule.verdicts) [\($0.rule.id)] \($0.message)" }
    }
    if !otherEffects.isEmpty {
      lines.append("")
      lines.append("other changes of the schema")
      lines += otherEffects.map {
        "    \($0.rule.verdicts) [\($0.rule.id)] \($0.path): \($0.message)"
      }
    }
    for (path, unread) in [(oldPath, unread.old), (newPath, unread.new)] {
      for line in unread {
        let place = style.bold("\(path):\(line.position.line):\(line.position.column):")
        lines.append(
          "\(place) \(style.severity("note")) unread: \(line.text) [\(line.reason.rawValue)]")
      }
    }
    if !lines.isEmpty { lines.append("") }
    lines.append(summary)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The counts as a sentence.
  public var summary: String {
    let count = changes.count
    let unsure = changes.filter { !$0.isCertain }.count
    let title = count == 0 ? "no change" : "\(count) change\(count == 1 ? "" : "s")"
    return "\(oldPath) to \(newPath): \(title)\(unsure == 0 ? "" : ", \(unsure) of them unsure")"
  }

  /// The position on the new page, or on the old one for a removal.
  private func location(of change: PageChange) -> String {
    if let new = change.new { return "\(newPath):\(new.line):\(new.column)" }
    return "\(oldPath):\(change.old?.line ?? 1):\(change.old?.column ?? 1)"
  }

  /// A JSON document as `docs/page-diff.schema.json` describes it.
  public var json: String {
    let value: JSONValue = [
      "version": 1, "old": .string(oldPath), "new": .string(newPath),
      "service": service.map(JSONValue.string), "changes": .array(changes.map(\.json)),
      "otherEffects": .array(otherEffects.map(\.pageJSON)),
      "unread": [
        "old": .array(unread.old.map(\.json)), "new": .array(unread.new.map(\.json)),
      ],
    ]
    return "\(value)\n"
  }

  /// Markdown: a table of the changes with their effects.
  public var markdown: String {
    var lines = ["## Changes of the page", "", Markdown.escaped(summary)]
    if !changes.isEmpty {
      lines += ["", "| page | change | path | effect |", "|---|---|---|---|"]
      lines += changes.map { change in
        let effects = change.effects.map {
          "\(Markdown.escaped($0.rule.verdicts)) \(Markdown.code($0.rule.id))"
        }.joined(separator: "<br>")
        let doubt = change.isCertain ? "" : " (unsure)"
        return
          "| \(Markdown.code(location(of: change))) | \(change.sign) \(Markdown.escaped(change.message))\(doubt) | \(Markdown.code(change.paths)) | \(effects) |"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Annotations of the new page: errors for changes that break or change a meaning, warnings for others.
  public var github: String {
    changes.map { change in
      let isSevere = change.effects.contains {
        $0.rule.wire == .breaks || $0.rule.source == .breaks || $0.rule.meaning == .changed
      }
      let position = change.new ?? change.old ?? PagePosition(line: 1, column: 1)
      let effects = change.effects.map { "\($0.rule.verdicts) [\($0.rule.id)]" }
      let effect = effects.isEmpty ? "" : " (\(effects.joined(separator: "; ")))"
      return GitHubAnnotation.command(
        isSevere ? .error : .warning, path: change.new == nil ? oldPath : newPath,
        line: position.line, column: position.column, title: change.kind.rawValue,
        message: "\(change.path): \(change.message)\(effect)")
    }.joined()
  }
}

extension PageChange {
  /// The path, and the number of the other paths of a shared declaration.
  fileprivate var paths: String {
    guard sharedBy.count > 1 else { return path }
    return "\(path) and \(sharedBy.count - 1) more"
  }

  fileprivate var doubtNames: String { doubts.map(\.rawValue).joined(separator: ", ") }

  fileprivate var json: JSONValue {
    [
      "kind": .string(kind.rawValue), "certainty": .string(isCertain ? "certain" : "unsure"),
      "path": .string(path), "sharedBy": .array(sharedBy.map(JSONValue.string)),
      "message": .string(message), "old": old?.json, "new": new?.json,
      "doubts": .array(doubts.map { .string($0.rawValue) }),
      "effects": .array(effects.map(\.pageJSON)),
    ]
  }
}

extension Change {
  fileprivate var pageJSON: JSONValue {
    [
      "rule": .string(rule.id), "path": .string(path), "message": .string(message),
      "wire": .string(rule.wire.text), "source": .string(rule.source.rawValue),
      "meaning": .string(rule.meaning.rawValue),
    ]
  }
}

extension ReviewRule {
  /// The verdicts that have consequences: `meaning changed, source breaks`; `harmless` if there is none.
  fileprivate var verdicts: String {
    var parts: [String] = []
    if meaning == .changed { parts.append("meaning changed") }
    if wire != .safe { parts.append("wire \(wire.text)") }
    if source != .safe { parts.append("source \(source.rawValue)") }
    return parts.isEmpty ? "harmless" : parts.joined(separator: ", ")
  }
}
