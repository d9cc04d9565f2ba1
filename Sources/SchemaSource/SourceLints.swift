/// Warnings about valid YAML that is probably a mistake.
public enum SourceLints {
  /// Whether the values of a key are prose.
  private static func isProse(_ key: Node) -> Bool {
    guard case .scalar(let key) = key.content else { return false }
    // Most keys have another length.
    return switch key.text.utf8.count {
    case 3: key.text == "doc"
    case 5: key.text == "title"
    case 7: key.text == "because"
    default: false
    }
  }

  /// Reports unquoted texts that end before the end of the sentence.
  public static func check(_ root: Node, in file: SourceFile, into diagnostics: inout Diagnostics) {
    switch root.content {
    case .scalar: break
    case .sequence(let items): for item in items { check(item, in: file, into: &diagnostics) }
    case .mapping(let entries):
      for place in entries.indices {
        guard case .scalar = entries[place].value.content else {
          check(entries[place].value, in: file, into: &diagnostics)
          continue
        }
        guard isProse(entries[place].key), case .scalar(let text) = entries[place].value.content,
          text.style == .plain, !text.text.isEmpty
        else { continue }
        if root.isFlow, place + 1 < entries.count {
          checkComma(entries[place], entries[place + 1], into: &diagnostics)
        }
        checkComment(entries[place].value.range, in: file, into: &diagnostics)
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
    _ range: SourceRange, in file: SourceFile, into diagnostics: inout Diagnostics
  ) {
    var offset = range.end.offset
    while offset < file.bytes.count, file.bytes[offset] == UInt8(ascii: " ") { offset += 1 }
    guard offset < file.bytes.count, file.bytes[offset] == UInt8(ascii: "#") else { return }
    diagnostics.warning(.textEndsEarly, "the text ends at #", at: range, fix: "quote it")
  }
}
