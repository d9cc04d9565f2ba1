import CallbackSchema

/// Reads the members of an example body. Pages print JSON with comments, placeholders, missing quotes and commas too many;
/// each costs its own value only.
struct ExampleScanner {
  /// The members of a body, and whether it is JSON as printed.
  struct Body {
    var members: [PageExample.Member]
    var elements: [PageExample.Member]
    var isValid: Bool
  }

  private let text: [Character]
  private let lines: [CodeBlock.Line]
  /// The place of the first character of each line.
  private var starts: [Int] = []
  private var place = 0
  private var members: [PageExample.Member] = []
  private var elements: [PageExample.Member] = []
  private var isValid = true

  /// The deepest nesting of an example.
  private static let maximumDepth = 32

  /// The body in a code block; nil if the block is no JSON object or list.
  static func scan(_ code: CodeBlock) -> Body? {
    var scanner = ExampleScanner(code)
    scanner.skipSpace()
    guard scanner.place < scanner.text.count,
      scanner.text[scanner.place] == "{" || scanner.text[scanner.place] == "["
    else { return nil }
    scanner.value(at: "", depth: 0)
    guard !scanner.members.isEmpty else { return nil }
    scanner.skipSpace()
    return Body(
      members: scanner.members, elements: scanner.elements,
      isValid: scanner.isValid && scanner.place == scanner.text.count)
  }

  private init(_ code: CodeBlock) {
    lines = code.lines
    var text: [Character] = []
    for line in code.lines {
      starts.append(text.count)
      text += line.text.map { $0.isOne(of: "「」“”") ? "\"" : $0 }
      text.append("\n")
    }
    self.text = text
  }

  private func position(at place: Int) -> PagePosition {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle } else { high = middle }
    }
    return PagePosition(line: lines[low].number, column: place - starts[low] + 1)
  }

  private mutating func skipSpace() {
    while place < text.count {
      if text[place].isBlank || text[place].isNewline {
        place += 1
      } else if text[place] == "#" || startsComment {
        isValid = false
        while place < text.count, !text[place].isNewline { place += 1 }
      } else {
        return
      }
    }
  }

  private var startsComment: Bool {
    text[place] == "/" && place + 1 < text.count && text[place + 1] == "/"
  }

  /// Reads a value; its members are noted below a path.
  ///
  /// - Returns: the kind, and the text of a scalar.
  @discardableResult
  private mutating func value(at path: String, depth: Int) -> (kind: JSONKind?, text: String?) {
    skipSpace()
    guard place < text.count, depth < Self.maximumDepth else {
      isValid = false
      place = text.count
      return (nil, nil)
    }
    switch text[place] {
    case "{":
      object(at: path, depth: depth)
      return (.object, nil)
    case "[":
      list(at: path, depth: depth)
      return (.list, nil)
    case "\"":
      return (.string, string())
    default:
      return bareValue()
    }
  }

  private mutating func object(at path: String, depth: Int) {
    place += 1
    while true {
      skipSpace()
      guard place < text.count else {
        isValid = false
        return
      }
      if text[place] == "}" {
        place += 1
        return
      }
      if text[place] == "]" {
        // A brace too few.
        isValid = false
        return
      }
      if text[place].isOne(of: ",、，") {
        if text[place] != "," { isValid = false }
        place += 1
        skipSpace()
        if place < text.count, text[place] == "}" { isValid = false }
        continue
      }
      member(of: path, depth: depth)
    }
  }

  private mutating func member(of path: String, depth: Int) {
    let start = place
    var name: String
    if text[place] == "\"" {
      name = string()
    } else {
      isValid = false
      let word = text[place...].prefix { $0.isNameCharacter }
      name = String(word)
      place += max(word.count, 1)
    }
    skipSpace()
    guard place < text.count, text[place].isColon, FieldLine.isName(name) else {
      isValid = false
      return
    }
    place += 1
    let memberPath = path.isEmpty ? name : "\(path).\(name)"
    let index = members.count
    members.append(
      .init(path: memberPath, kind: nil, value: nil, position: position(at: start)))
    let value = value(at: memberPath, depth: depth + 1)
    members[index].kind = value.kind
    members[index].value = value.text
  }

  private mutating func list(at path: String, depth: Int) {
    place += 1
    while true {
      skipSpace()
      guard place < text.count else {
        isValid = false
        return
      }
      if text[place] == "]" {
        place += 1
        return
      }
      if text[place] == "}" {
        isValid = false
        return
      }
      if text[place].isOne(of: ",、，") {
        place += 1
        continue
      }
      let before = place
      let elementPath = path.isEmpty ? path : path + "[]"
      let element = value(at: elementPath, depth: depth + 1)
      elements.append(
        .init(
          path: elementPath, kind: element.kind, value: element.text, position: position(at: before)
        ))
      if place == before {
        isValid = false
        place += 1
      }
    }
  }

  /// A string; one without its closing quotation mark ends with the line.
  private mutating func string() -> String {
    let start = place + 1
    place = start
    while place < text.count, text[place] != "\"", !text[place].isNewline {
      place += text[place] == "\\" ? 2 : 1
    }
    let end = min(place, text.count)
    let content = text[min(start, end)..<end].joined()
    if end < text.count, text[end] == "\"" {
      place = end + 1
      return content
    }
    isValid = false
    place = end
    return content.trimmingSpaces.trimmingSuffix(",")
  }

  private mutating func bareValue() -> (kind: JSONKind?, text: String?) {
    let start = place
    while place < text.count, !text[place].isOne(of: ",、，}]"), !text[place].isNewline,
      !(text[place] == "#")
    { place += 1 }
    var word = text[start..<place].joined().trimmingSpaces
    if let remark = word.firstIndex(of: "/"), word[remark...].hasPrefix("//") {
      word = String(word[..<remark]).trimmingSpaces
    }
    switch word {
    case "true", "false": return (.bool, word)
    case "null": return (nil, nil)
    default:
      let isNumber = !word.isEmpty && word.allSatisfy { $0.isASCIIDigit || $0.isOne(of: "-+.eE") }
      if !isNumber { isValid = false }
      return (isNumber ? .number : nil, isNumber ? word : nil)
    }
  }
}
