/// A source text and its path.
public struct SourceFile: Hashable, Sendable {
  /// The path in diagnostics, relative to the working directory.
  public let path: String
  public let bytes: [UInt8]
  /// The byte offset of the start of each line.
  private let lineStarts: [Int]
  /// Whether every character is a byte, so that a column is an offset.
  private let isASCII: Bool
  /// Whether the text has nothing else than printable ASCII and line feeds, as most files.
  let isPlain: Bool

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    let plain = Self.lineStartsOfPlainText(bytes)
    isPlain = plain != nil
    isASCII = isPlain || bytes.allSatisfy { $0 < 0x80 }
    lineStarts = plain ?? Self.lineStarts(bytes)
  }

  /// The byte offset of the start of each line; nil for a text with other characters than printable ASCII and line feeds.
  private static func lineStartsOfPlainText(_ bytes: [UInt8]) -> [Int]? {
    unsafe bytes.withUnsafeBytes { bytes in
      var starts = [0]
      var offset = 0
      while offset + ByteWord.size <= bytes.count {
        let word = unsafe ByteWord(bytes, at: offset)
        var breaks = word.places(of: "\n")
        guard word.others | word.controls ^ breaks | word.places(of: "\u{7F}") == 0 else {
          return nil
        }
        while breaks != 0 {
          starts.append(offset + breaks.firstByte + 1)
          breaks &= breaks - 1
        }
        offset += ByteWord.size
      }
      while offset < bytes.count {
        let byte = unsafe bytes[offset]
        guard byte >= 0x20 && byte < 0x7F || byte == 0x0A else { return nil }
        offset += 1
        if byte == 0x0A { starts.append(offset) }
      }
      return starts
    }
  }

  /// The same for any text. A single carriage return ends a line, as in the parser.
  private static func lineStarts(_ bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() {
      let isReturn = byte == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A)
      if byte == 0x0A || isReturn { starts.append(offset + 1) }
    }
    return starts
  }

  public var lineCount: Int { lineStarts.count }

  /// The text of a line, counted from 1, without its line break; nil beyond the last line.
  public func line(_ number: Int) -> String? {
    guard lineStarts.indices.contains(number - 1) else { return nil }
    var line = bytes[lineStarts[number - 1]..<end(ofLine: number)]
    while line.last == 0x0A || line.last == 0x0D { line.removeLast() }
    if number == 1, line.starts(with: Self.byteOrderMark) { line.removeFirst(3) }
    return String(decoding: line, as: UTF8.self)
  }

  /// The position of a line and a column in characters, both counted from 1.
  public func position(line: Int, column: Int) -> SourcePosition {
    let line = min(max(line, 1), lineCount)
    var offset = lineStarts[line - 1]
    let end = end(ofLine: line)
    if isASCII {
      offset = max(offset, min(offset + column - 1, end))
      return SourcePosition(line: line, column: max(column, 1), offset: offset)
    }
    if line == 1, bytes.starts(with: Self.byteOrderMark) { offset += 3 }
    var left = column - 1
    while left > 0, offset < end {
      offset += 1
      while offset < end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return SourcePosition(line: line, column: max(column, 1), offset: offset)
  }

  /// The position of a byte offset.
  public func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    var column = 1
    for byte in bytes[lineStarts[low]..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    if low == 0, offset >= 3, bytes.starts(with: Self.byteOrderMark) { column -= 1 }
    return SourcePosition(line: low + 1, column: column, offset: offset)
  }

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private func end(ofLine number: Int) -> Int {
    number < lineStarts.count ? lineStarts[number] : bytes.count
  }
}

/// A position in a file.
public struct SourcePosition: Hashable, Comparable, Sendable {
  // A schema has several positions for each of its words, and files are small.
  private var line32, column32, offset32: Int32

  public init(line: Int, column: Int, offset: Int) {
    line32 = Int32(clamping: line)
    column32 = Int32(clamping: column)
    offset32 = Int32(clamping: offset)
  }

  /// The line, counted from 1.
  public var line: Int {
    get { Int(line32) }
    set { line32 = Int32(clamping: newValue) }
  }

  /// The column in characters, counted from 1.
  public var column: Int {
    get { Int(column32) }
    set { column32 = Int32(clamping: newValue) }
  }

  /// The byte offset, counted from 0.
  public var offset: Int {
    get { Int(offset32) }
    set { offset32 = Int32(clamping: newValue) }
  }

  public static func < (first: SourcePosition, second: SourcePosition) -> Bool {
    (first.line, first.column) < (second.line, second.column)
  }
}

/// A half-open range of positions in a file.
public struct SourceRange: Hashable, Comparable, Sendable {
  private let file: SourcePath
  public var start: SourcePosition
  public var end: SourcePosition

  public init(path: String, start: SourcePosition, end: SourcePosition) {
    self.init(in: SourcePath(path), start: start, end: end)
  }

  init(in file: SourcePath, start: SourcePosition, end: SourcePosition) {
    self.file = file
    self.start = start
    self.end = end
  }

  public var path: String { file.text }

  /// The start: `Schemas/Acme/service.yaml:3:5`.
  public var location: String { "\(path):\(start.line):\(start.column)" }

  public static func < (first: SourceRange, second: SourceRange) -> Bool {
    first.file == second.file
      ? (first.start, first.end) < (second.start, second.end) : first.path < second.path
  }
}
