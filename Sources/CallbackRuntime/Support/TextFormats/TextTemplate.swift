/// A template of strings with parts: literals, `{Part}`s, and optional sections of both in brackets.
///
/// A part ends at the first occurrence of the literal after it, so that matching never backtracks.
@_spi(Generated)
public struct TextTemplate: Sendable {
  fileprivate enum Piece {
    case literal([UInt8])
    case part
    /// A section that may be absent.
    case optional([Piece])
  }

  private let pieces: [Piece]
  /// The number of parts.
  private let count: Int
  /// The template with every combination of its optional sections, the one with all sections first.
  private let choices: [[Step]]

  private enum Step {
    case literal([UInt8])
    case part
    /// A part of an absent section.
    case absent
  }

  /// Creates a template from its text, such as `{App}_{Room}[_{Index}].mp4`.
  public init(_ template: String) {
    var bytes = Array(template.utf8)[...]
    pieces = Self.parse(&bytes)
    choices = Self.expand(pieces[...]).map(Self.joined)
    count = template.utf8.count { $0 == UInt8(ascii: "{") }
  }

  private static func parse(_ bytes: inout ArraySlice<UInt8>) -> [Piece] {
    var pieces: [Piece] = []
    while let byte = bytes.first {
      switch byte {
      case UInt8(ascii: "{"):
        bytes = bytes.drop { $0 != UInt8(ascii: "}") }.dropFirst()
        pieces.append(.part)
      case UInt8(ascii: "["):
        bytes.removeFirst()
        pieces.append(.optional(parse(&bytes)))
      case UInt8(ascii: "]"):
        bytes.removeFirst()
        return pieces
      default:
        let literal = bytes.prefix { !"{[]".utf8.contains($0) }
        bytes = bytes[literal.endIndex...]
        pieces.append(.literal(Array(literal)))
      }
    }
    return pieces
  }

  private static func expand(_ pieces: ArraySlice<Piece>) -> [[Step]] {
    guard let first = pieces.first else { return [[]] }
    let rest = expand(pieces.dropFirst())
    let heads: [[Step]] =
      switch first {
      case .literal(let bytes): [[.literal(bytes)]]
      case .part: [[.part]]
      case .optional(let inner):
        expand(inner[...]) + [inner.compactMap { if case .part = $0 { .absent } else { nil } }]
      }
    return heads.flatMap { head in rest.map { head + $0 } }
  }

  /// Joins adjacent literals; absent parts between them are moved before the joined literal.
  private static func joined(_ steps: [Step]) -> [Step] {
    var joined: [Step] = []
    var literal: [UInt8] = []
    for step in steps {
      switch step {
      case .literal(let bytes): literal += bytes
      case .absent: joined.append(step)
      case .part:
        if !literal.isEmpty { joined.append(.literal(literal)) }
        literal = []
        joined.append(step)
      }
    }
    if !literal.isEmpty { joined.append(.literal(literal)) }
    return joined
  }
}

@_spi(Generated)
extension TextTemplate {
  /// The value of a string that matches the template; nil if it does not, or if encoding the value would change the string.
  ///
  /// - Parameter make: creates the value from the parts, in template order; throws if a part does not convert to its type.
  public func read<T: FormattedText>(
    _ text: String, _ make: (inout TextParts) throws(TextMismatch) -> T
  ) -> T? {
    let bytes = Array(text.utf8)
    var value: T?
    _ = matches(bytes.span) { ranges in
      var parts = TextParts(bytes, ranges)
      value = try? make(&parts)
      if let found = value, found.rawValue != text { value = nil }
      return value != nil
    }
    return value
  }

  /// Whether a text matches, with parts that suit the caller, for any combination of optional sections.
  ///
  /// - Parameter isSuitable: called for each combination that matches, until it returns true; with the ranges of the parts in
  ///   the text, nil for a part of an absent section.
  package func matches(_ text: Span<UInt8>, _ isSuitable: ([Range<Int>?]) -> Bool) -> Bool {
    var parts: [Range<Int>?] = []
    parts.reserveCapacity(count)
    for choice in choices {
      parts.removeAll(keepingCapacity: true)
      if Self.match(text, choice, into: &parts), isSuitable(parts) { return true }
    }
    return false
  }

  /// Takes a text apart; false if it does not match.
  private static func match(
    _ text: Span<UInt8>, _ steps: [Step], into parts: inout [Range<Int>?]
  ) -> Bool {
    // The offset of what is not matched yet.
    var start = 0
    // Whether a part begins there, whose end is not known yet, and the number of absent parts after it.
    var isOpen = false
    var absent = 0
    func close(at end: Int) {
      guard isOpen else { return }
      parts.append(start..<end)
      for _ in 0..<absent { parts.append(nil) }
      (isOpen, absent) = (false, 0)
    }
    for (index, step) in steps.enumerated() {
      switch step {
      case .absent where isOpen: absent += 1
      case .absent: parts.append(nil)
      case .part: isOpen = true
      case .literal(let literal):
        let place: Int? =
          if !isOpen {
            has(literal, text, at: start) ? start : nil
          } else if index == steps.count - 1 {
            // The last literal has to end the text, even if it occurs before.
            has(literal, text, at: max(start, text.count - literal.count))
              ? text.count - literal.count : nil
          } else {
            first(literal, text, from: start)
          }
        guard let place else { return false }
        close(at: place)
        start = place + literal.count
      }
    }
    if isOpen {
      close(at: text.count)
      start = text.count
    }
    return start == text.count
  }

  /// Whether a literal is in a text at an offset.
  private static func has(_ literal: [UInt8], _ text: Span<UInt8>, at place: Int) -> Bool {
    guard text.count - place >= literal.count else { return false }
    for index in literal.indices where text[place + index] != literal[index] { return false }
    return true
  }

  /// The offset of the first occurrence of a literal from an offset on.
  private static func first(_ literal: [UInt8], _ text: Span<UInt8>, from start: Int) -> Int? {
    var place = start
    while text.count - place >= literal.count {
      if text[place] == literal[0], has(literal, text, at: place) { return place }
      place += 1
    }
    return nil
  }

  /// The string with given parts, in template order; a section with a nil part is left out.
  public func text(_ parts: String?...) -> String { text(parts) }

  package func text(_ parts: [String?]) -> String {
    var parts = parts[...]
    return Self.text(pieces, &parts) ?? ""
  }

  private static func text(_ pieces: [Piece], _ parts: inout ArraySlice<String?>) -> String? {
    var text = ""
    var isWhole = true
    for piece in pieces {
      switch piece {
      case .literal(let bytes): text += String(decoding: bytes, as: UTF8.self)
      case .part:
        if let part = parts.popFirst() ?? nil { text += part } else { isWhole = false }
      case .optional(let inner): text += Self.text(inner, &parts) ?? ""
      }
    }
    return isWhole ? text : nil
  }
}
