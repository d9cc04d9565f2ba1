/// The difference of two texts in the format of `diff -u`.
public enum UnifiedDiff {
  /// The two file lines and the hunks with `context` unchanged lines around a change; an empty string for equal texts.
  public static func text(
    old: String, new: String, oldName: String, newName: String, context: Int = 3
  ) -> String {
    guard old != new else { return "" }
    let lines = edits(from: Self.lines(old), to: Self.lines(new))
    var text = "--- \(oldName)\n+++ \(newName)\n"
    for hunk in hunks(lines, context: context) { text += render(lines, hunk) }
    return text
  }

  private enum Kind: Character {
    case same = " "
    case removed = "-"
    case added = "+"
  }

  private struct Edit {
    var kind: Kind
    var line: Substring
  }

  private static func lines(_ text: String) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func edits(from old: [Substring], to new: [Substring]) -> [Edit] {
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var edits: [Edit] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, removed.contains(i) {
        edits.append(Edit(kind: .removed, line: old[i]))
        i += 1
      } else if j < new.count, added.contains(j) {
        edits.append(Edit(kind: .added, line: new[j]))
        j += 1
      } else {
        edits.append(Edit(kind: .same, line: new[j]))
        i += 1
        j += 1
      }
    }
    return edits
  }

  /// Ranges of edits that form hunks: changes with their context, merged if they touch.
  private static func hunks(_ edits: [Edit], context: Int) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (place, edit) in edits.enumerated() where edit.kind != .same {
      let range = max(0, place - context)..<min(edits.count, place + context + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private static func render(_ edits: [Edit], _ hunk: Range<Int>) -> String {
    func count(_ range: Range<Int>, without kind: Kind) -> Int {
      edits[range].count { $0.kind != kind }
    }
    func span(_ kind: Kind) -> String {
      let before = count(0..<hunk.lowerBound, without: kind)
      let length = count(hunk, without: kind)
      return "\(length == 0 ? before : before + 1),\(length)"
    }
    var text = "@@ -\(span(.added)) +\(span(.removed)) @@\n"
    for edit in edits[hunk] { text += "\(edit.kind.rawValue)\(edit.line)\n" }
    return text
  }
}
