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
    for choice in choices {
      guard var parts = Self.match(bytes[...], choice), let value = try? make(&parts),
        value.rawValue == text
      else { continue }
      return value
    }
    return nil
  }

  /// The parts of a string, for each combination of optional sections that it matches; nil for a part of an absent section.
  package func matches(_ text: String) -> [[String?]] {
    let bytes = Array(text.utf8)
    return choices.compactMap { Self.match(bytes[...], $0)?.all }
  }

  private static func match(_ text: ArraySlice<UInt8>, _ steps: [Step]) -> TextParts? {
    var rest = text
    var parts: [String?] = []
    /// The start of a part whose end is not known yet, and the number of absent parts after it.
    var open: (start: Int, absent: Int)?
    func close(at end: Int) {
      guard let part = open else { return }
      parts.append(String(decoding: text[part.start..<end], as: UTF8.self))
      for _ in 0..<part.absent { parts.append(nil) }
      open = nil
    }
    for (index, step) in steps.enumerated() {
      switch step {
      case .absent where open == nil: parts.append(nil)
      case .absent: open?.absent += 1
      case .part: open = (rest.startIndex, 0)
      case .literal(let literal):
        let place: Int? =
          if open == nil {
            rest.starts(with: literal) ? rest.startIndex : nil
          } else if index == steps.count - 1 {
            // The last literal has to end the string, even if it occurs before.
            rest.count >= literal.count && rest.suffix(literal.count).elementsEqual(literal)
              ? rest.endIndex - literal.count : nil
          } else {
            first(literal, in: rest)
          }
        guard let place else { return nil }
        close(at: place)
        rest = rest[(place + literal.count)...]
      }
    }
    if open != nil {
      close(at: rest.endIndex)
      rest = []
    }
    return rest.isEmpty ? TextParts(parts) : nil
  }

  private static func first(_ literal: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    guard let lead = literal.first, text.count >= literal.count else { return nil }
    for place in text.startIndex...(text.endIndex - literal.count)
    where text[place] == lead && text[place...].starts(with: literal) {
      return place
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
