/// Divides the lines of an HTML document at its block elements, so that a document on one line is read like any other.
enum HTMLDocument {
  /// The elements before and after which a line begins.
  private static let blocks: Set<String> = [
    "p", "div", "section", "article", "main", "ul", "ol", "li", "table", "pre", "details",
    "summary", "blockquote", "dl", "dt", "dd", "body", "header", "footer", "nav",
    "h1", "h2", "h3", "h4", "h5", "h6",
  ]
  /// The elements whose content is no text.
  private static let hidden: Set<String> = ["script", "style", "head", "svg", "noscript"]

  /// The lines of a page; those of any page but a whole HTML document unchanged.
  static func divided(_ lines: [PageLine]) -> [PageLine] {
    let isDocument = lines.prefix(20).contains { line in
      let text = String(line.text.prefix(2000)).lowercased()
      return text.contains("<!doctype html") || text.contains("<html") || text.contains("<body")
    }
    guard isDocument else { return lines }
    var division = Division()
    for line in lines { division.add(line) }
    return division.lines
  }

  private struct Division {
    var lines: [PageLine] = []
    var current: PageLine?
    var listDepth = 0
    var tableDepth = 0
    var openPre = false
    /// The element whose content is left out.
    var skipped: String?

    mutating func add(_ line: PageLine) {
      start(line, at: 0, prefix: [])
      var place = 0
      while place < line.text.count {
        guard line.text[place] == "<", let tag = Tag(in: line.text, at: place) else {
          append(line.text[place])
          place += 1
          continue
        }
        if let element = skipped {
          if tag.isClosing, tag.name == element { skipped = nil }
        } else if HTMLDocument.hidden.contains(tag.name), !tag.isSelfClosing {
          if !tag.isClosing { skipped = tag.name }
        } else {
          read(tag, in: line, from: place)
        }
        place = tag.end
      }
      end()
    }

    private mutating func read(_ tag: Tag, in line: PageLine, from place: Int) {
      let isWhole = tableDepth > 0 || openPre
      if tag.name == "table" { tableDepth = max(0, tableDepth + (tag.isClosing ? -1 : 1)) }
      if tag.name == "pre" { openPre = !tag.isClosing }
      if tag.name == "ul" || tag.name == "ol" {
        listDepth = max(0, listDepth + (tag.isClosing ? -1 : 1))
      }
      let isInside = isWhole && (tableDepth > 0 || openPre)
      guard HTMLDocument.blocks.contains(tag.name), !isInside else {
        for index in place..<tag.end { append(line.text[index]) }
        return
      }
      if tag.isClosing {
        for index in place..<tag.end { append(line.text[index]) }
        start(line, at: tag.end, prefix: [])
      } else if tag.name == "li" {
        let prefix = Array(String(repeating: "  ", count: max(listDepth - 1, 0)) + "- ")
        start(line, at: tag.end, prefix: prefix)
      } else {
        start(line, at: place, prefix: [])
        for index in place..<tag.end { append(line.text[index]) }
      }
    }

    private mutating func append(_ character: Character) {
      if skipped == nil { current?.text.append(character) }
    }

    private mutating func start(_ line: PageLine, at place: Int, prefix: [Character]) {
      end()
      current = PageLine(number: line.number, text: prefix, offset: place - prefix.count)
    }

    private mutating func end() {
      // Blank lines between elements are not needed, those of the source are.
      if let current, !current.text.isEmpty || current.offset == 0 { lines.append(current) }
      current = nil
    }
  }
}
