@_spi(Generated) import CallbackRuntime
import CallbackSchema

/// Matches strings against the forms of a text format.
final class TextMatcher: Sendable {
  private let service: Service
  private let forms: [(template: TextTemplate, parts: [Field])]

  init(_ format: TextFormat, _ service: Service) {
    self.service = service
    forms = format.forms.map { form in
      (
        TextTemplate(form.template.value),
        form.parts.compactMap { format.part(named: $0.name) }
      )
    }
  }

  func fits(_ text: String) -> Bool {
    forms.contains { template, parts in
      template.matches(text).contains { found in
        found.count == parts.count && zip(found, parts).allSatisfy { fits($0, $1) }
      }
    }
  }

  private func fits(_ text: String?, _ part: Field) -> Bool {
    // A part of an absent optional stretch.
    guard let text else { return true }
    let isNumber = Int(text).map { "\($0)" == text } ?? false
    switch part.type {
    case .scalar(.int): return isNumber
    case .stringOrInteger where isNumber: return true
    case .table(let name):
      return service.table(named: name)?.rows.contains { $0.value.text == text } ?? false
    default: return isText(text, part)
    }
  }

  private func isText(_ text: String, _ part: Field) -> Bool {
    guard !text.isEmpty else { return false }
    guard case .base64(let replacements)? = part.format else { return true }
    let pairs = replacements.map { (Character($0.character), Character($0.written)) }
    let base64 = Base64Text(Dictionary(pairs) { first, _ in first })
    return base64.decode(text).map { base64.encode($0) == text } ?? false
  }
}
