import CallbackSchema
import SchemaSource

extension SwiftText {
  /// Prints a documentation comment.
  mutating func documentation(_ doc: Documentation) {
    comment(doc.summary)
    for paragraph in doc.paragraphs {
      line("///")
      comment(paragraph)
    }
    if !doc.bullets.isEmpty { line("///") }
    for bullet in doc.bullets { comment("- " + bullet, hanging: "  ") }
  }

  mutating func documentation(_ summary: String) { documentation(Documentation(summary: summary)) }

  /// Prints the empty line and the documentation before a member.
  mutating func nextMember(_ doc: Documentation) {
    line()
    documentation(doc)
  }

  mutating func nextMember(_ summary: String) { nextMember(Documentation(summary: summary)) }

  /// Prints a paragraph of a documentation comment, broken between words.
  private mutating func comment(_ paragraph: String, hanging: String = "") {
    if paragraph.isOnOneLine { return plainComment(paragraph, hanging: hanging) }
    var current = ""
    func flush(_ text: inout SwiftText) { text.line("/// " + current) }
    for word in paragraph.split(whereSeparator: \.isWhitespace) {
      let room = room - 4
      if !current.isEmpty, current.count + 1 + word.count > room {
        flush(&self)
        current = hanging + String(word)
      } else {
        current += (current.isEmpty ? "" : " ") + word
      }
    }
    if !current.isEmpty { flush(&self) }
  }

  /// Prints a paragraph of ASCII characters with one space between words.
  private mutating func plainComment(_ paragraph: String, hanging: String) {
    let room = room - 4
    if paragraph.utf8.count <= room, !paragraph.isEmpty { return line("/// ", paragraph) }
    lines(of: paragraph, room: room, hanging: hanging.utf8.count) { text, words in
      text.append("/// ", words.isFirst ? "" : hanging)
      text.append(words.bytes)
    }
  }
}
