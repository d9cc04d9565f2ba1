@_spi(Generated) import CallbackRuntime
import CallbackSchema

/// Matches strings against the forms of a text format.
final class TextMatcher: Sendable {
  private let forms: [(template: TextTemplate, parts: [Part])]

  init(_ format: TextFormat, _ service: Service) {
    forms = format.forms.map { form in
      (
        TextTemplate(form.template.value),
        form.parts.compactMap { format.part(named: $0.name).map { Part($0, service) } }
      )
    }
  }

  func fits(_ text: String) -> Bool { fits(Array(text.utf8).span) }

  /// Whether a text in UTF-8 has one of the forms.
  func fits(_ text: Span<UInt8>) -> Bool {
    forms.contains { template, parts in
      template.matches(text) { ranges in
        guard ranges.count == parts.count else { return false }
        for index in parts.indices {
          // A part of an absent optional section fits.
          guard let range = ranges[index] else { continue }
          guard parts[index].fits(text.extracting(range)) else { return false }
        }
        return true
      }
    }
  }
}

/// A part of a form, with what its texts are compared with.
private enum Part {
  case integer
  case text(Base64Text?)
  case integerOrText(Base64Text?)
  case codes([[UInt8]])

  init(_ field: Field, _ service: Service) {
    var base64: Base64Text?
    if case .base64(let replacements)? = field.format {
      base64 = Base64Text(pairs: replacements.pairs)
    }
    switch field.type {
    case .scalar(.int): self = .integer
    case .stringOrInteger: self = .integerOrText(base64)
    case .table(let name):
      self = .codes(service.table(named: name)?.rows.map { Array($0.value.text.utf8) } ?? [])
    default: self = .text(base64)
    }
  }

  func fits(_ text: Span<UInt8>) -> Bool {
    switch self {
    case .integer: isInteger(text)
    case .codes(let values): values.contains { isEqual(text, $0) }
    case .text(let base64): isText(text, base64)
    case .integerOrText(let base64): isInteger(text) || isText(text, base64)
    }
  }

  private func isEqual(_ text: Span<UInt8>, _ bytes: [UInt8]) -> Bool {
    guard text.count == bytes.count else { return false }
    for index in bytes.indices where text[index] != bytes[index] { return false }
    return true
  }

  /// Whether a text is an integer in canonical form: without a plus sign and without leading zeros.
  private func isInteger(_ text: Span<UInt8>) -> Bool {
    let start = text.count > 0 && text[0] == UInt8(ascii: "-") ? 1 : 0
    let count = text.count - start
    guard count > 0, count <= 19 else { return false }
    if text[start] == UInt8(ascii: "0") { return text.count == 1 }
    for index in start..<text.count where !(0x30...0x39).contains(text[index]) { return false }
    // A number with 19 digits may be beyond the largest one.
    return count < 19 || Int(String(decoding: text.indices.map { text[$0] }, as: UTF8.self)) != nil
  }

  private func isText(_ text: Span<UInt8>, _ base64: Base64Text?) -> Bool {
    guard text.count > 0 else { return false }
    return base64?.isCanonical(text) ?? true
  }
}

extension [Format.Replacement] {
  /// The characters of base64, each with its substitute.
  var pairs: [(key: Character, value: Character)] {
    map { (key: Character($0.character), value: Character($0.written)) }
  }
}
