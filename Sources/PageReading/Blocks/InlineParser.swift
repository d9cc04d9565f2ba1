/// Reads inline markup of Markdown and HTML in one pass.
struct InlineParser {
  private let text: [Character]
  private let position: (Int) -> PagePosition
  private var place = 0
  private var segments: [InlineText] = []
  private var current: InlineText
  /// The places of the runs of ticks by their lengths, each in order, and the runs that are passed.
  private var ticks: [Int: [Int]] = [:]
  private var passedTicks: [Int: Int] = [:]
  /// The places of the brackets and parentheses that close others, by the places of these.
  private var brackets: [Int: Int] = [:]
  /// The links whose text is being read: the place of their end in `text`, or nil for a tag.
  private var openLinks: [(end: Int?, next: Int, start: Int, target: String)] = []
  private var codeTagStart: Int?

  /// The longest text and target of a link.
  private static let longestLink = 2000

  private init(_ text: [Character], _ position: @escaping (Int) -> PagePosition) {
    self.text = text
    self.position = position
    current = InlineText(plain: [], position: position(0))
    collectTicks()
    if text.contains("[") { collectBrackets() }
  }

  /// The text of a line; line breaks in it are blanks.
  static func parse(_ line: PageLine, from start: Int, to end: Int? = nil) -> InlineText {
    let slice = Array(line.text[start..<(end ?? line.text.count)])
    return joined(segments(slice) { line.position(at: start + $0) }, at: line.position(at: start))
  }

  /// The parts of a text between line breaks, list items and paragraphs; those without content are left out.
  ///
  /// - Parameters:
  ///   - text: the text with its markup.
  ///   - position: the position of each character on the page.
  static func segments(
    _ text: [Character], _ position: @escaping (Int) -> PagePosition
  ) -> [InlineText] {
    var parser = InlineParser(text, position)
    parser.run()
    return parser.segments
  }

  /// Segments as one text with blanks between them.
  static func joined(_ segments: [InlineText], at position: PagePosition) -> InlineText {
    guard var whole = segments.first else { return InlineText(plain: [], position: position) }
    for segment in segments.dropFirst() {
      if !whole.plain.isEmpty, !segment.plain.isEmpty { whole.plain.append(" ") }
      let offset = whole.plain.count
      whole.plain += segment.plain
      whole.codeSpans += segment.codeSpans.map {
        .init(range: $0.range.lowerBound + offset..<$0.range.upperBound + offset)
      }
      whole.links += segment.links
      whole.anchors += segment.anchors
    }
    return whole
  }

  private mutating func collectTicks() {
    var index = 0
    while index < text.count {
      guard text[index].onlyScalar == "`" else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, text[index].onlyScalar == "`" { index += 1 }
      ticks[index - start, default: []].append(start)
    }
  }

  private mutating func collectBrackets() {
    var open: [Int] = []
    var parentheses: [Int] = []
    for (index, character) in text.enumerated() {
      switch character.onlyScalar {
      case "[": open.append(index)
      case "]": if let start = open.popLast() { brackets[start] = index }
      case "(": parentheses.append(index)
      case ")": if let start = parentheses.popLast() { brackets[start] = index }
      default: break
      }
    }
  }

  private mutating func run() {
    while place < text.count {
      closeLinks()
      guard place < text.count else { break }
      switch text[place].onlyScalar {
      case "`" where codeTagStart == nil: readTicks()
      case "[" where openLinks.isEmpty: readLink()
      case "!" where place + 1 < text.count && text[place + 1] == "[": readImage()
      case "<": readTag()
      case "&": readEntity()
      case "\\" where isEscape: append(text[place + 1], length: 2)
      case "*": readAsterisks()
      case "{" where place + 1 < text.count && text[place + 1] == "#": readHeadingAnchor()
      case _ where text[place].isNewline: append(" ", length: 1)
      default: append(text[place], length: 1)
      }
    }
    closeLinks()
    while let link = openLinks.popLast() { finish(link) }
    endCodeTag()
    endSegment()
  }

  private mutating func append(_ character: Character, length: Int) {
    if current.plain.isEmpty {
      // A text begins at its first character that is no blank.
      if !character.isBlank { current.position = position(place) }
    }
    place += length
    if current.plain.isEmpty, character.isBlank { return }
    current.plain.append(character)
  }

  private var isEscape: Bool {
    guard place + 1 < text.count else { return false }
    return text[place + 1].isASCII
      && (text[place + 1].isPunctuation || text[place + 1].isSymbol)
  }

  private mutating func endSegment() {
    while let last = current.plain.last, last.isBlank { current.plain.removeLast() }
    let end = current.plain.count
    current.codeSpans = current.codeSpans.filter { $0.range.lowerBound < end }
    if !current.plain.isEmpty || !current.anchors.isEmpty || !current.links.isEmpty {
      segments.append(current)
    }
    let next = min(place, max(text.count - 1, 0))
    current = InlineText(plain: [], position: position(next))
  }

  // MARK: Code

  private mutating func readTicks() {
    var length = 0
    while place + length < text.count, text[place + length] == "`" { length += 1 }
    let starts = ticks[length] ?? []
    var passed = passedTicks[length] ?? 0
    while passed < starts.count, starts[passed] <= place { passed += 1 }
    passedTicks[length] = passed
    guard passed < starts.count else {
      // A tick without partner.
      current.hasStrayTicks = true
      place += length
      return
    }
    let end = starts[passed]
    appendCode(Array(text[place + length..<end]), from: place + length)
    place = end + length
  }

  /// Adds a code span; tags and entities in it are text.
  private mutating func appendCode(_ code: [Character], from start: Int) {
    if current.plain.isEmpty { current.position = position(start) }
    let from = current.plain.count
    current.plain += code.map { $0.isNewline ? " " : $0 }
    if current.plain.count > from {
      current.codeSpans.append(.init(range: from..<current.plain.count))
    }
  }

  private mutating func endCodeTag() {
    guard let start = codeTagStart else { return }
    codeTagStart = nil
    if start < current.plain.count {
      current.codeSpans.append(.init(range: start..<current.plain.count))
    }
  }

  // MARK: Links

  private mutating func readImage() {
    place += 1
    if let (_, end, _) = linkParts() {
      place = end
    } else {
      append("!", length: 0)
    }
  }

  private mutating func readLink() {
    guard let (close, end, target) = linkParts() else {
      append("[", length: 1)
      return
    }
    if close == place + 1, target.hasPrefix("id:") {
      current.anchors.append(Self.anchor(String(target.dropFirst(3))))
      place = end
      return
    }
    place += 1
    openLinks.append((end: close, next: end, start: current.plain.count, target: target))
  }

  /// The place of the bracket that closes a link's text, the place after the link, and its target; nil if it is no link.
  private func linkParts() -> (close: Int, end: Int, target: String)? {
    guard let close = brackets[place], close + 1 < text.count, text[close + 1] == "(",
      let end = brackets[close + 1], end - place < Self.longestLink
    else { return nil }
    let target = text[close + 2..<end].joined().trimmingSpaces
    return (close, end + 1, target.prefix { $0 != " " }.description)
  }

  private mutating func closeLinks() {
    while let link = openLinks.last, let end = link.end, place >= end {
      openLinks.removeLast()
      finish(link)
      place = max(place, link.next)
    }
  }

  private mutating func finish(_ link: (end: Int?, next: Int, start: Int, target: String)) {
    let start = min(link.start, current.plain.count)
    current.links.append(
      .init(text: String(current.plain[start...]).trimmingSpaces, target: link.target))
  }

  /// An anchor without the stray characters that generators of pages leave in it.
  static func anchor(_ text: String) -> String {
    text.trimmingSpaces.filter { $0 != ")" && $0 != "(" && $0 != "#" && $0 != "\"" }
  }

  private mutating func readHeadingAnchor() {
    let rest = text[place...].prefix(200)
    guard let end = rest.firstIndex(of: "}"), !rest[..<end].contains(where: \.isBlank) else {
      append("{", length: 1)
      return
    }
    current.anchors.append(Self.anchor(String(text[place + 2..<end])))
    place = end + 1
  }

  // MARK: Tags and other markup

  private mutating func readTag() {
    guard let tag = Tag(in: text, at: place) else {
      append("<", length: 1)
      return
    }
    place = tag.end
    if !tag.isClosing {
      for key in ["id", "name"] {
        if let anchor = tag.attributes[key], !anchor.isEmpty, key == "id" || tag.name == "a" {
          current.anchors.append(Self.anchor(anchor))
        }
      }
    }
    switch tag.name {
    case "br", "li", "p", "ul", "ol", "div", "tr", "details", "summary":
      endCodeTag()
      endSegment()
    case "a":
      if tag.isClosing {
        if let link = openLinks.last, link.end == nil {
          openLinks.removeLast()
          finish(link)
        }
      } else if let target = tag.attributes["href"], openLinks.isEmpty {
        openLinks.append((end: nil, next: 0, start: current.plain.count, target: target))
      }
    case "code", "tt", "kbd":
      if tag.isClosing { endCodeTag() } else { codeTagStart = current.plain.count }
    default: break
    }
  }

  private mutating func readEntity() {
    if let (character, length) = Entity.decode(text, at: place) {
      append(character, length: length)
    } else {
      append("&", length: 1)
    }
  }

  /// Leaves out the asterisks of emphasis; between letters or digits they are text.
  private mutating func readAsterisks() {
    let start = place
    while place < text.count, text[place] == "*" { place += 1 }
    let before = start > 0 ? text[start - 1] : " "
    let after = place < text.count ? text[place] : " "
    if place - start == 1, before.isNameCharacter, after.isNameCharacter {
      current.plain.append("*")
    }
  }
}
