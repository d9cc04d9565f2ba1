/// Code blocks: fences, `<pre>`, components, numbered lines of a browser, and JSON without any mark.
extension BlockReader {
  /// The largest number of lines of a code block without an end.
  private static let longestCode = 3000

  /// Reads a code block at the current line, if there is one.
  mutating func readCode() -> Bool {
    readFence() || readColonFence() || readCodeTag() || readNumberedCode() || readBareJSON()
  }

  private mutating func addCode(_ lines: [CodeBlock.Line], from first: PageLine, to last: Int) {
    let position = PagePosition(line: lines.first?.number ?? first.number, column: 1)
    blocks.append(
      Block(
        kind: .code(CodeBlock(lines: lines)), text: InlineText(plain: [], position: position),
        position: position, lastLine: last))
  }

  // MARK: Fences

  /// The ticks or tildes at the start of a line, and whether a text follows.
  private func fence(_ line: PageLine) -> (mark: Character, length: Int, hasText: Bool)? {
    let text = line.trimmed
    guard let mark = text.first, mark == "`" || mark == "~" else { return nil }
    let length = text.prefix { $0 == mark }.count
    guard length >= 3 else { return nil }
    let rest = text.dropFirst(length)
    // Ticks on both sides are a code span.
    guard !rest.contains(mark) else { return nil }
    return (mark, length, !rest.allSatisfy(\.isBlank))
  }

  /// Reads a fence. A shorter one ends it: pages open with four ticks and close with three.
  private mutating func readFence() -> Bool {
    guard let opening = fence(line) else { return false }
    let first = line
    var depth = 1
    var content: [CodeBlock.Line] = []
    var end = place + 1
    while end < lines.count {
      var inner = lines[end]
      if let mark = fence(inner) ?? unquotedFence(&inner), mark.mark == opening.mark {
        // Within four ticks, three ticks with a language open a block of their own.
        if mark.hasText, opening.length > 3 { depth += 1 } else if !mark.hasText { depth -= 1 }
        if depth == 0 { break }
      }
      content.append(.init(number: inner.number, text: inner.text.joined()))
      end += 1
    }
    guard end < lines.count else {
      // A fence that does not end would hide the rest of the page.
      place += 1
      return true
    }
    addCode(content, from: first, to: lines[end].number)
    place = end + 1
    return true
  }

  private func unquotedFence(
    _ line: inout PageLine
  ) -> (mark: Character, length: Int, hasText: Bool)? {
    guard line.trimmed.first == ">" else { return nil }
    line.blankQuoteMarks()
    return fence(line)
  }

  /// Reads `::: JSON` to `:::`, if the first line between them begins JSON.
  private mutating func readColonFence() -> Bool {
    guard line.trimmed.starts(with: ":::") else { return false }
    guard line.trimmed.count > 3,
      let body = lines[(place + 1)...].firstIndex(where: { !$0.isBlank }),
      let character = lines[body].trimmed.first, character == "{" || character == "[",
      let end = lines[body...].prefix(Self.longestCode).firstIndex(where: {
        $0.trimmed.elementsEqual(":::")
      })
    else {
      place += 1
      return true
    }
    let content = lines[body..<end].map {
      CodeBlock.Line(number: $0.number, text: $0.text.joined())
    }
    addCode(content, from: line, to: lines[end].number)
    place = end + 1
    return true
  }

  // MARK: Tags

  private mutating func readCodeTag() -> Bool {
    let text = line.text
    guard let start = text.firstIndex(where: { !$0.isBlank }), text[start] == "<",
      let tag = Tag(in: text, at: start), !tag.isClosing, !tag.isSelfClosing,
      tag.name == "pre" || tag.name == "codeblock"
    else { return false }
    let first = line
    var content: [CodeBlock.Line] = []
    var end = place
    var from = tag.end
    while end < lines.count, end - place < Self.longestCode {
      let (visible, isEnd) = Self.codeText(lines[end].text, from: from, closing: tag.name)
      content.append(.init(number: lines[end].number, text: visible.joined()))
      if isEnd { break }
      from = 0
      end += 1
    }
    if content.first?.text.allSatisfy(\.isBlank) == true { content.removeFirst() }
    // The text of a component is a template in braces.
    if tag.name == "codeblock" { Self.removeTemplateMarks(&content) }
    addCode(content, from: first, to: lines[min(end, lines.count - 1)].number)
    place = end + 1
    return true
  }

  /// A line of code without highlighting tags, and whether the closing tag is on it.
  private static func codeText(
    _ text: [Character], from start: Int, closing name: String
  ) -> ([Character], isEnd: Bool) {
    var visible: [Character] = []
    var place = start
    while place < text.count {
      if text[place] == "<", let tag = Tag(in: text, at: place) {
        if tag.isClosing, tag.name == name { return (visible, true) }
        place = tag.end
      } else if let (character, length) = Entity.decode(text, at: place) {
        visible.append(character)
        place += length
      } else {
        visible.append(text[place])
        place += 1
      }
    }
    return (visible, false)
  }

  private static func removeTemplateMarks(_ lines: inout [CodeBlock.Line]) {
    guard let first = lines.indices.first, let last = lines.indices.last else { return }
    let start = lines[first].text.trimmingSpaces
    if start.hasPrefix("{`") { lines[first].text = String(start.dropFirst(2)) }
    let end = lines[last].text.trimmingSpaces
    if end.hasSuffix("`}") { lines[last].text = String(end.dropLast(2)) }
  }

  // MARK: Text of a browser

  /// Reads lines before each of which a browser shows the number of lines, such as `_40`.
  private mutating func readNumberedCode() -> Bool {
    guard isGutter(line) else { return false }
    let first = line
    var content: [CodeBlock.Line] = []
    var end = place
    while end < lines.count, isGutter(lines[end]) {
      end += 1
      // Two numbers in a row: a line without text.
      if end < lines.count, !isGutter(lines[end]), !lines[end].isBlank {
        content.append(.init(number: lines[end].number, text: lines[end].text.joined()))
        end += 1
      }
    }
    addCode(content, from: first, to: lines[end - 1].number)
    place = end
    return true
  }

  private func isGutter(_ line: PageLine) -> Bool {
    let text = line.trimmed
    return text.first == "_" && text.count > 1 && text.dropFirst().allSatisfy(\.isASCIIDigit)
  }

  /// Reads JSON that no mark announces, from a brace to the brace that closes it.
  private mutating func readBareJSON() -> Bool {
    let text = line.trimmed
    guard text.first == "{", text.count == 1 || startsMember(text.dropFirst()) else { return false }
    if text.count == 1 {
      guard let next = lines[(place + 1)...].first(where: { !$0.isBlank }),
        startsMember(next.trimmed)
      else { return false }
    }
    var depth = 0
    var isInString = false
    var end = place
    scan: while end < lines.count, end - place < Self.longestCode {
      var isEscaped = false
      for character in lines[end].text {
        if isEscaped {
          isEscaped = false
          continue
        }
        switch character {
        case "\\": isEscaped = true
        case "\"": isInString.toggle()
        case "{" where !isInString, "[" where !isInString: depth += 1
        case "}" where !isInString, "]" where !isInString: depth -= 1
        default: break
        }
      }
      // A string ends with its line, so that a missing quotation mark costs no more than that.
      isInString = false
      if depth <= 0 { break scan }
      end += 1
    }
    guard end < lines.count, depth <= 0 else { return false }
    let content = lines[place...end].map {
      CodeBlock.Line(number: $0.number, text: $0.text.joined())
    }
    addCode(content, from: line, to: lines[end].number)
    place = end + 1
    return true
  }

  private func startsMember(_ text: ArraySlice<Character>) -> Bool {
    let rest = text.drop(while: \.isBlank)
    return rest.first == "\"" && rest.contains(":")
  }
}
