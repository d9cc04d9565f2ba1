/// Divides the lines of a page into blocks.
///
/// It is no CommonMark parser: pages of vendors break those rules, and the tree would lose whole sections to an unbalanced
/// fence or a missing blank line. Each line is read on its own where that is possible.
struct BlockReader {
  var lines: [PageLine]
  let form: PageForm
  let words: ColumnWords
  var blocks: [Block] = []
  var place = 0
  /// The names of the open tags that declare fields.
  var openParameters: [String] = []

  private init(lines: [PageLine], form: PageForm, words: ColumnWords) {
    self.lines = lines
    self.form = form
    self.words = words
  }

  /// The blocks of a page in order.
  static func blocks(of lines: [PageLine], form: PageForm, words: ColumnWords) -> [Block] {
    let shown = HTMLDocument.divided(LineBlanking.blank(lines))
    var reader = BlockReader(lines: shown, form: form, words: words)
    while reader.place < reader.lines.count { reader.readBlock() }
    return reader.blocks
  }

  var line: PageLine { lines[place] }

  private mutating func readBlock() {
    if line.isBlank {
      place += 1
      return
    }
    let isQuotation = line.trimmed.first == ">"
    let count = blocks.count
    // The content of a quotation or a note is read as usual.
    lines[place].blankQuoteMarks()
    defer {
      if isQuotation { for index in count..<blocks.count { blocks[index].isQuotation = true } }
    }
    if line.isBlank {
      place += 1
      return
    }
    if readCode() || readHTMLTable() || readParameter() || readHeading() { return }
    if readPipeTable() || readGluedTable() || readItem() { return }
    readParagraph()
  }

  mutating func add(_ kind: Block.Kind, _ text: InlineText, first: PageLine, lastLine: Int? = nil) {
    blocks.append(
      Block(
        kind: kind, text: text, position: text.position, lastLine: lastLine ?? first.number))
  }

  // MARK: Headings

  private mutating func readHeading() -> Bool {
    let text = line.text
    let start = text.firstIndex { !$0.isBlank } ?? 0
    if text[start] == "#" {
      var level = 0
      while start + level < text.count, text[start + level] == "#" { level += 1 }
      let after = start + level
      guard level <= 6, after < text.count, text[after].isBlank || form == .markup else {
        return false
      }
      var end = text.count
      while end > after, text[end - 1].isBlank || text[end - 1] == "#" { end -= 1 }
      add(.heading(level), InlineParser.parse(line, from: after, to: max(end, after)), first: line)
      place += 1
      return true
    }
    if let tag = Tag(in: text, at: start), !tag.isClosing, let level = tag.headingLevel {
      var heading = InlineParser.parse(line, from: start)
      heading.plain = heading.plain.filter { !$0.isNewline }
      add(.heading(level), heading, first: line)
      place += 1
      return true
    }
    return readUnderlinedHeading(from: start)
  }

  private mutating func readUnderlinedHeading(from start: Int) -> Bool {
    guard place + 1 < lines.count, form == .markup, ListMarker(in: line) == nil,
      line.text[start] != "|"
    else { return false }
    let rule = lines[place + 1].trimmed
    guard rule.count >= 3, let mark = rule.first, mark == "=" || mark == "-",
      rule.allSatisfy({ $0 == mark })
    else { return false }
    add(.heading(mark == "=" ? 1 : 2), InlineParser.parse(line, from: start), first: line)
    place += 2
    return true
  }

  // MARK: Items and paragraphs

  private mutating func readItem() -> Bool {
    guard let marker = ListMarker(in: line) else { return false }
    var text = InlineParser.parse(line, from: marker.textStart)
    if text.plain.isEmpty { text.position = line.position(at: marker.start) }
    add(.item(indentation: marker.indentation), text, first: line)
    place += 1
    return true
  }

  private mutating func readParagraph() {
    let start = line.text.firstIndex { !$0.isBlank } ?? 0
    let text = InlineParser.parse(line, from: start)
    if !text.plain.isEmpty || !text.anchors.isEmpty || !text.links.isEmpty {
      add(.paragraph(indentation: line.indentation), text, first: line)
    }
    place += 1
  }
}

extension Tag {
  /// The level of a heading tag; nil for any other tag.
  var headingLevel: Int? {
    guard name.count == 2, name.first == "h", let level = name.last?.wholeNumberValue else {
      return nil
    }
    return (1...6).contains(level) ? level : nil
  }
}

extension PageLine {
  /// Blanks the marks of a quotation or a note at the start: `>`, `>!`, `>?`.
  mutating func blankQuoteMarks() {
    while let start = text.firstIndex(where: { !$0.isBlank }), text[start] == ">" {
      text[start] = " "
      if start + 1 < text.count, text[start + 1].isOne(of: "!?！？") { text[start + 1] = " " }
    }
  }
}

/// The marker of a list item.
struct ListMarker: Hashable {
  /// The place of the marker and of the text after it.
  var start: Int
  var textStart: Int
  /// The indentation of the marker, in characters.
  var indentation: Int

  private static let bullets: Set<Character> = [
    "-", "*", "+", "•", "◦", "▪", "‣", "○", "●", "·", "–",
  ]
  /// The bullets after which a blank may be missing.
  private static let separateBullets: Set<Character> = ["•", "◦", "▪", "‣", "○", "●"]

  /// The marker at the start of a line; nil if the line is no item.
  init?(in line: PageLine) {
    let text = line.text
    guard let first = text.firstIndex(where: { !$0.isBlank }) else { return nil }
    start = first
    indentation = line.indentation
    var place = first
    if Self.bullets.contains(text[first]) {
      place += 1
      let isSeparate = Self.separateBullets.contains(text[first])
      guard place < text.count, isSeparate || text[place].isBlank else { return nil }
    } else {
      while place < text.count, text[place].isASCIIDigit { place += 1 }
      guard place > first, place - first <= 3, place + 1 < text.count,
        text[place] == "." || text[place] == ")", text[place + 1].isBlank
      else { return nil }
      place += 1
    }
    while place < text.count, text[place].isBlank { place += 1 }
    textStart = place
  }
}
