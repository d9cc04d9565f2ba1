import CallbackSchema
import SchemaSource

/// The words on a line of a broken text.
struct BrokenLine {
  let bytes: UnsafeBufferPointer<UInt8>
  let isFirst: Bool
  let isLast: Bool
}

extension SwiftText {
  /// Breaks a text with one space between words, and prints each line; a word that is too long has a line of its own.
  ///
  /// - Parameters:
  ///   - room: the maximum number of bytes of a line.
  ///   - hanging: the number of bytes that lines after the first have before their words.
  mutating func lines(
    of text: String, room: Int, hanging: Int = 0, _ print: (inout SwiftText, BrokenLine) -> Void
  ) {
    text.withBytes { text in
      var rest = text[...]
      while !rest.isEmpty {
        let isFirst = rest.startIndex == text.startIndex
        let end = Self.lineEnd(rest, isFirst ? room : room - hanging)
        let broken = BrokenLine(
          bytes: UnsafeBufferPointer(rebasing: rest[..<end]), isFirst: isFirst,
          isLast: end == text.endIndex)
        line { print(&$0, broken) }
        rest = rest[end...].dropFirst()
      }
    }
  }

  /// The end of a text that fits; otherwise the last space at which a line can end, or the first one after a long word.
  private static func lineEnd(_ text: Slice<UnsafeBufferPointer<UInt8>>, _ room: Int) -> Int {
    if text.count <= room { return text.endIndex }
    let space = UInt8(ascii: " ")
    let end = min(text.startIndex + max(room, 0), text.endIndex - 1)
    return text[...end].lastIndex(of: space)
      ?? text[end...].firstIndex(of: space) ?? text.endIndex
  }
}
