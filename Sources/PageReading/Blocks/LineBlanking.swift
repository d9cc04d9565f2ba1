/// Blanks the parts of a page that a browser does not show. The numbers of the lines stay.
struct LineBlanking {
  private var lines: [PageLine]

  /// The lines without front matter and comments.
  static func blank(_ lines: [PageLine]) -> [PageLine] {
    var blanking = LineBlanking(lines: lines)
    blanking.blankFrontMatter()
    blanking.blankComments(from: "<!--", to: "-->")
    blanking.blankComments(from: "{/*", to: "*/}")
    return blanking.lines
  }

  /// Blanks metadata between two lines of dashes at the start.
  private mutating func blankFrontMatter() {
    guard let first = lines.firstIndex(where: { !$0.isBlank }), isDashes(lines[first]) else {
      return
    }
    let rest = lines[(first + 1)...].prefix(Self.longestFrontMatter)
    guard let end = rest.firstIndex(where: isDashes),
      lines[first + 1..<end].contains(where: { $0.text.contains(":") })
    else { return }
    for line in first...end { lines[line].text = [] }
  }

  /// The largest number of lines that metadata take; a rule at the start of a page is none.
  private static let longestFrontMatter = 200

  private func isDashes(_ line: PageLine) -> Bool {
    line.trimmed.count >= 3 && line.trimmed.allSatisfy { $0 == "-" }
  }

  /// Blanks comments. One that does not end is text.
  private mutating func blankComments(from open: String, to close: String) {
    let (open, close) = (Array(open), Array(close))
    var number = 0
    var place = 0
    while number < lines.count {
      guard let start = find(open, in: lines[number].text, from: place) else {
        (number, place) = (number + 1, 0)
        continue
      }
      guard let end = end(of: close, after: (number, start + open.count)) else { return }
      for line in number...end.line {
        let from = line == number ? start : 0
        let to = line == end.line ? end.place : lines[line].text.count
        for place in from..<to { lines[line].text[place] = " " }
      }
      (number, place) = (end.line, end.place)
    }
  }

  private func end(of close: [Character], after start: (line: Int, place: Int)) -> (
    line: Int, place: Int
  )? {
    for number in start.line..<lines.count {
      let from = number == start.line ? start.place : 0
      if let place = find(close, in: lines[number].text, from: from) {
        return (number, place + close.count)
      }
    }
    return nil
  }

  private func find(_ wanted: [Character], in text: [Character], from start: Int) -> Int? {
    guard text.count >= wanted.count + start else { return nil }
    let first = wanted[0].onlyScalar
    return (start...(text.count - wanted.count)).first { place in
      text[place].onlyScalar == first && text[place..<place + wanted.count].elementsEqual(wanted)
    }
  }
}
