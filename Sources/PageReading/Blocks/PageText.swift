import SchemaSource

/// A line of a page.
struct PageLine: Hashable, Sendable {
  /// The number of the line, counted from 1.
  var number: Int
  /// The characters without the line end and without characters of no width.
  var text: [Character]
  /// The place of the first character in the line of the file.
  var offset = 0

  /// The number of blanks at the start; a tab counts up to the next multiple of four.
  var indentation: Int {
    var width = 0
    for character in text {
      guard character.isBlank else { break }
      width = character == "\t" ? (width / 4 + 1) * 4 : width + 1
    }
    return width
  }

  var isBlank: Bool { text.allSatisfy(\.isBlank) }

  /// The text without blanks at both ends.
  var trimmed: ArraySlice<Character> {
    let start = text.firstIndex { !$0.isBlank } ?? text.endIndex
    let end = text.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? start
    return text[start..<end]
  }

  /// The position of a character of the text.
  func position(at index: Int) -> PagePosition {
    PagePosition(line: number, column: max(index + offset, 0) + 1)
  }
}

/// The lines of a page.
enum PageText {
  /// The maximum size in bytes: larger than any page of a browser, and read in a few seconds.
  static let maximumBytes = 8 << 20

  /// The lines of a file; nil after a report if it is no text in UTF-8.
  static func lines(of file: SourceFile, into diagnostics: inout Diagnostics) -> [PageLine]? {
    if let (problem, offset) = problem(of: file.bytes) {
      let start = file.position(at: offset)
      diagnostics.error(
        .badPage, problem, at: SourceRange(path: file.path, start: start, end: start),
        fix: "save the page as Markdown, HTML or text in UTF-8")
      return nil
    }
    return lines(of: file.bytes)
  }

  /// Why the bytes are no page, and where that shows; nil if they are one.
  private static func problem(of bytes: [UInt8]) -> (String, offset: Int)? {
    guard bytes.count <= maximumBytes else {
      return ("the page has \(bytes.count) bytes; a page has at most \(maximumBytes)", 0)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return ("the page is UTF-16, not UTF-8", 0)
    }
    if let zero = bytes.firstIndex(of: 0) { return ("the file is binary, not a page", zero) }
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
    if bytes.allSatisfy(blanks.contains) { return ("the page is empty", 0) }
    if let offset = firstInvalid(bytes) {
      let hex = String(bytes[offset], radix: 16, uppercase: true)
      return ("the byte 0x\(hex) is not valid UTF-8 here", offset)
    }
    return nil
  }

  /// The offset of the first byte that is not UTF-8.
  private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let encoded): offset += encoded.count
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }

  private static func lines(of bytes: [UInt8]) -> [PageLine] {
    var lines: [PageLine] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var place = start
    while place <= bytes.count {
      let isEnd = place == bytes.count
      if isEnd || bytes[place] == 0x0A || bytes[place] == 0x0D {
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        lines.append(PageLine(number: lines.count + 1, text: visible(text)))
        if !isEnd, bytes[place] == 0x0D, place + 1 < bytes.count, bytes[place + 1] == 0x0A {
          place += 1
        }
        start = place + 1
      }
      place += 1
    }
    return lines
  }

  /// The characters of a text without those of no width, which editors and browsers insert.
  private static func visible(_ text: String) -> [Character] {
    guard text.unicodeScalars.contains(where: isInvisible) else { return Array(text) }
    var rest = String.UnicodeScalarView()
    rest.append(contentsOf: text.unicodeScalars.filter { !isInvisible($0) })
    return Array(String(rest))
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x2060, 0xFEFF, 0xAD: true
    case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: true
    default: false
    }
  }
}
