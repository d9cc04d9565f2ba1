/// Warnings about valid YAML that is probably a mistake.
public enum SourceLints {
  /// The keys with prose values.
  private static let textKeys: Set<String> = ["because", "doc", "title"]

  /// Reports unquoted texts that end before the end of the sentence.
  public static func check(_ root: Node, in file: SourceFile, into diagnostics: inout Diagnostics) {
    switch root.content {
    case .scalar: break
    case .sequence(let items): for item in items { check(item, in: file, into: &diagnostics) }
    case .mapping(let entries):
      for (place, entry) in entries.enumerated() {
        check(entry.value, in: file, into: &diagnostics)
        guard case .scalar(let key) = entry.key.content, textKeys.contains(key.text),
          case .scalar(let text) = entry.value.content, text.style == .plain, !text.text.isEmpty
        else { continue }
        if root.isFlow, place + 1 < entries.count {
          checkComma(entry, entries[place + 1], into: &diagnostics)
        }
        checkComment(entry, in: file, into: &diagnostics)
      }
    }
  }

  /// Reports `{ doc: Sound, or pictures }`, where the rest is a key without a value.
  private static func checkComma(
    _ entry: Node.Entry, _ next: Node.Entry, into diagnostics: inout Diagnostics
  ) {
    guard case .scalar(let rest) = next.value.content, rest.style == .plain, rest.text.isEmpty
    else { return }
    diagnostics.warning(
      .textEndsEarly, "the text ends at the comma", at: entry.value.range, fix: "quote it")
  }

  /// Reports `doc: Track #1`, where the rest is a comment.
  private static func checkComment(
    _ entry: Node.Entry, in file: SourceFile, into diagnostics: inout Diagnostics
  ) {
    let end = entry.value.range.end
    guard let line = file.line(end.line) else { return }
    let rest = line.unicodeScalars.dropFirst(end.column - 1).drop { $0 == " " }
    guard rest.first == "#" else { return }
    diagnostics.warning(
      .textEndsEarly, "the text ends at #", at: entry.value.range, fix: "quote it")
  }
}
