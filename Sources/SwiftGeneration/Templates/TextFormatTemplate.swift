import CallbackSchema

extension SwiftText {
  /// Prints an enumeration of the templates of a string format.
  mutating func declaration(_ text: TextFormatPlan, in place: DeclarationPlace) {
    documentation(text.doc)
    nonexhaustive()
    type(
      "public enum \(text.path[text.path.count - 1].declared)", ["CallbackRuntime.FormattedText"]
    ) { swift in
      for form in text.forms {
        swift.documentation(form.doc)
        swift.call("case \(form.name.declared)", form.parts.map { $0.declaration(in: place) })
      }
      swift.documentation("A string that matches no documented template, unchanged.")
      swift.line("case other(Swift.String)")
      swift.line()
      for form in text.forms {
        swift.call(
          "private static let \(form.template) = CallbackRuntime.TextTemplate",
          [Literal.string(form.form.template.value)])
      }
      swift.line()
      swift.formattedTextReader(text)
      swift.line()
      swift.formattedTextWriter(text)
      swift.nextMember("Whether the string matches one of the documented templates.")
      swift.block("public var isRecognized: Swift.Bool") { swift in
        swift.line("if case .other = self { false } else { true }")
      }
      for form in text.forms {
        swift.line()
        swift.call(
          "private static func \(form.reader)", ["_ parts: inout CallbackRuntime.TextParts"],
          " throws(CallbackRuntime.TextMismatch) -> Self {")
        swift.indented { $0.call(".\(form.name.declared)", form.parts.map(\.reading)) }
        swift.line("}")
      }
    }
  }

  private mutating func formattedTextReader(_ text: TextFormatPlan) {
    documentation("Parses a string; one that matches no documented template becomes `other`.")
    block("public init(rawValue: Swift.String)") { swift in
      for (index, form) in text.forms.enumerated() {
        swift.call(
          "\(index == 0 ? "" : "} else ")if let text = Self.\(form.template).read",
          ["rawValue", "Self.\(form.reader)"], " {")
        swift.indented { $0.line("self = text") }
      }
      swift.line("} else {")
      swift.indented { $0.line("self = .other(rawValue)") }
      swift.line("}")
    }
  }

  private mutating func formattedTextWriter(_ text: TextFormatPlan) {
    documentation("The string on the wire.")
    block("public var rawValue: Swift.String") { swift in
      swift.line("switch self {")
      for form in text.forms {
        swift.call(
          "case .\(form.name.declared)", form.parts.map { "let \($0.name.declared)" }, ":")
        swift.indented { swift in
          swift.call("Self.\(form.template).text", form.parts.map(\.writing))
        }
      }
      swift.line("case .other(let text): text")
      swift.line("}")
    }
  }
}

extension FormPlan {
  fileprivate var template: String { "\(name.text)Form" }
  fileprivate var reader: String { "read\(Words.upper(name.text))" }
}

extension PartPlan {
  func declaration(in place: DeclarationPlace) -> String {
    "\(name.declared): \(type.text(in: place))\(isOptional ? "?" : "")"
  }

  fileprivate var reading: String {
    "\(name.label): try parts.next(\(base64.map { "base64: \($0)" } ?? ""))"
  }

  fileprivate var writing: String {
    let value = name.declared + (isOptional ? "?" : "")
    if case .schema = type { return "\(value).rawValue.part" }
    return "\(value).part\(base64.map { "(base64: \($0))" } ?? "")"
  }

  /// The substitutes for characters of base64, as a dictionary literal; nil for a part that is not in base64.
  private var base64: String? {
    guard case .base64(let replacements)? = part.format else { return nil }
    guard !replacements.isEmpty else { return "[:]" }
    let pairs = replacements.map {
      "\(Literal.string($0.character)): \(Literal.string($0.written))"
    }
    return "[\(pairs.joined(separator: ", "))]"
  }
}
