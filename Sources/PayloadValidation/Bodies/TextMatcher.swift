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

  func fits(_ text: String) -> Bool {
    forms.contains { template, parts in
      template.matches(text).contains { found in
        found.count == parts.count
          // A part of an absent optional stretch fits.
          && zip(found, parts).allSatisfy { text, part in text.map(part.fits) ?? true }
      }
    }
  }
}

/// A part of a form, with what its texts are compared with.
private enum Part {
  case integer
  case text(Base64Text?)
  case integerOrText(Base64Text?)
  case codes(Set<String>)

  init(_ field: Field, _ service: Service) {
    var base64: Base64Text?
    if case .base64(let replacements)? = field.format {
      base64 = Base64Text(pairs: replacements.pairs)
    }
    switch field.type {
    case .scalar(.int): self = .integer
    case .stringOrInteger: self = .integerOrText(base64)
    case .table(let name):
      self = .codes(Set(service.table(named: name)?.rows.map(\.value.text) ?? []))
    default: self = .text(base64)
    }
  }

  func fits(_ text: String) -> Bool {
    switch self {
    case .integer: isInteger(text)
    case .codes(let values): values.contains(text)
    case .text(let base64): isText(text, base64)
    case .integerOrText(let base64): isInteger(text) || isText(text, base64)
    }
  }

  /// Whether a text is an integer in canonical form.
  private func isInteger(_ text: String) -> Bool { Int(text).map { "\($0)" == text } ?? false }

  private func isText(_ text: String, _ base64: Base64Text?) -> Bool {
    guard !text.isEmpty else { return false }
    guard let base64 else { return true }
    return base64.decode(text).map { base64.encode($0) == text } ?? false
  }
}

extension [Format.Replacement] {
  /// The characters of base64, each with its substitute.
  var pairs: [(key: Character, value: Character)] {
    map { (key: Character($0.character), value: Character($0.written)) }
  }
}
