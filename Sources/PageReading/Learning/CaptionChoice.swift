/// Chooses a short caption for a line of a page: one that the reader recognizes it by, and as few other lines as possible.
enum CaptionChoice {
  /// The maximum number of words.
  private static let maximumWords = 7
  /// The maximum number of characters, for scripts that do not separate words.
  private static let maximumCharacters = 48

  /// Whether a line is longer than a caption.
  static func isSentence(_ block: Block) -> Bool {
    let text = block.text.string
    return text.count > maximumCharacters && text.split(separator: " ").count > 1
  }

  /// The caption; empty if no short one is recognized.
  static func caption(of block: Block, in blocks: [Block]) -> String {
    let isHeading = if case .heading = block.kind { true } else { false }
    let text = block.text.string
    let line = Caption(text)
    let recognized = candidates(text).filter {
      Caption($0).matches(line, isHeading: isHeading)
    }
    let counted = recognized.map { ($0, count($0, in: blocks)) }
    return counted.min { ($0.1, -$0.0.count) < ($1.1, -$1.0.count) }?.0 ?? ""
  }

  /// The number of lines that a caption matches.
  private static func count(_ caption: String, in blocks: [Block]) -> Int {
    let caption = Caption(caption)
    return blocks.count { block in
      switch block.kind {
      case .heading: caption.matches(Caption(block.text.string), isHeading: true)
      case .paragraph, .item: caption.matches(Caption(block.text.string), isHeading: false)
      default: false
      }
    }
  }

  /// The whole text, its start and its end, as far as they are short.
  private static func candidates(_ text: String) -> [String] {
    var whole = text.map(\.ofASCIIWidth).map(String.init).joined().trimmingSpaces
    whole = whole.trimmingSuffix(":").trimmingSpaces
    let words = whole.split(separator: " ")
    var found: [String] = []
    if words.count <= maximumWords, whole.count <= maximumCharacters { found.append(whole) }
    if words.count > 1 {
      found.append(words.prefix(maximumWords).joined(separator: " "))
      found.append(words.suffix(maximumWords).joined(separator: " "))
    }
    if whole.count > maximumCharacters, words.count == 1 {
      found.append(String(whole.prefix(24)))
      found.append(String(whole.suffix(24)))
    }
    return found.filter { $0.count <= maximumCharacters && !$0.isEmpty }
  }
}
