import SchemaSource

extension Loading {
  /// `{ doc, forms: { NAME: template }, parts: { NAME: field } }`
  mutating func loadTextFormat(_ definition: Definition, _ names: TypeNames) -> TextFormat? {
    guard let map = reader.mapping(definition.value, of: "a format", keys: LanguageKeys.textFormat)
    else { return nil }
    for (key, purpose) in [
      ("forms", "the templates of the string"), ("parts", "the fields of the templates"),
    ] where map[key] == nil {
      missing(key, purpose, at: definition.key.range, in: definition.value)
    }
    let provenance = Provenance(editions: fullEditions)
    let format = TextFormat(
      name: definition.name, doc: map["doc"].flatMap { reader.text($0.value, of: "doc") },
      forms: map["forms"].map { loadForms($0.value, within: provenance) } ?? [],
      parts: map["parts"].map { loadFields($0.value, names, within: provenance) } ?? [],
      stem: definition.stem, range: definition.key.range)
    let isComplete =
      if case .mapping(let entries)? = map["forms"]?.value.content {
        entries.count == format.forms.count
      } else { false }
    checkParts(format, isComplete: isComplete)
    return format
  }

  private mutating func loadForms(_ node: Node, within container: Provenance) -> [TextFormat.Form] {
    reader.entries(node, of: "forms").compactMap { entry in
      guard let name = reader.located(entry.key, of: "a form") else { return nil }
      var value = entry.value
      var provenance = container
      if case .mapping = value.content {
        guard let map = reader.mapping(value, of: "a form", keys: LanguageKeys.form) else {
          return nil
        }
        provenance = self.provenance(map["editions"], within: container)
        guard let text = map["text"] else {
          missing("text", "the template", at: value.range)
          return nil
        }
        value = text.value
      }
      guard let template = reader.located(value, of: "a template"), let pieces = pieces(template)
      else { return nil }
      return TextFormat.Form(name: name, template: template, pieces: pieces, provenance: provenance)
    }
  }

  /// Parses a template into literal text, `{Part}`s and `[optional stretches]`.
  private mutating func pieces(_ template: Located<String>) -> [TextFormat.Piece]? {
    var rest = Substring(template.value)
    let problem: String
    switch Self.pieces(&rest, isInside: false) {
    case .success(let pieces):
      let stretches = pieces.count { if case .optional = $0 { true } else { false } }
      guard stretches <= Self.maximumStretches else {
        problem = "more than \(Self.maximumStretches) optional stretches"
        break
      }
      guard pieces.isEmpty || !Self.hasNeighbours(pieces) else {
        problem = "two parts without literal text between them are ambiguous"
        break
      }
      guard !pieces.isEmpty else {
        problem = "the template is empty"
        break
      }
      return pieces
    case .failure(let failure): problem = failure.message
    }
    reader.error(.badTemplate, "'\(template.value)': \(problem)", at: template.range)
    return nil
  }

  /// Each doubles the number of ways to parse a string.
  private static let maximumStretches = 4

  private struct TemplateFailure: Error { var message: String }

  private static func pieces(
    _ rest: inout Substring, isInside: Bool
  ) -> Result<[TextFormat.Piece], TemplateFailure> {
    var pieces: [TextFormat.Piece] = []
    var literal = ""
    func flush(_ pieces: inout [TextFormat.Piece], _ literal: inout String) {
      if !literal.isEmpty { pieces.append(.literal(literal)) }
      literal = ""
    }
    while let character = rest.popFirst() {
      switch character {
      case "{":
        flush(&pieces, &literal)
        let name = rest.prefix { $0 != "}" }
        rest = rest.dropFirst(name.count)
        guard rest.popFirst() == "}" else {
          return .failure(TemplateFailure(message: "a '{' is not closed"))
        }
        guard !name.isEmpty else {
          return .failure(TemplateFailure(message: "a part without a name"))
        }
        pieces.append(.part(String(name)))
      case "[":
        flush(&pieces, &literal)
        guard !isInside else {
          return .failure(TemplateFailure(message: "nested optional stretches"))
        }
        switch Self.pieces(&rest, isInside: true) {
        case .success(let inner): pieces.append(.optional(inner))
        case .failure(let failure): return .failure(failure)
        }
      case "]":
        flush(&pieces, &literal)
        guard isInside else { return .failure(TemplateFailure(message: "a ']' without '['")) }
        return .success(pieces)
      case "}": return .failure(TemplateFailure(message: "a '}' without '{'"))
      default: literal.append(character)
      }
    }
    flush(&pieces, &literal)
    guard !isInside else { return .failure(TemplateFailure(message: "a '[' is not closed")) }
    return .success(pieces)
  }

  /// Whether two parts are adjacent with some of the optional stretches absent.
  private static func hasNeighbours(_ pieces: [TextFormat.Piece]) -> Bool {
    var choices: [[TextFormat.Piece]] = [[]]
    for piece in pieces {
      if case .optional(let inner) = piece {
        choices = choices.flatMap { [$0 + inner, $0] }
      } else {
        choices = choices.map { $0 + [piece] }
      }
    }
    return choices.contains { choice in
      zip(choice, choice.dropFirst()).contains { first, second in
        if case .part = first, case .part = second { true } else { false }
      }
    }
  }

  /// Reports parts that a form repeats or does not describe, that no form uses, and parts of other types.
  ///
  /// - Parameter isComplete: whether every form was loaded.
  private mutating func checkParts(_ format: TextFormat, isComplete: Bool) {
    var used: Set<String> = []
    for form in format.forms {
      var own: Set<String> = []
      for (name, _) in form.parts {
        used.insert(name)
        if !own.insert(name).inserted {
          reader.error(
            .badTemplate, "part '\(name)' occurs twice in a form", at: form.template.range)
        }
        guard format.part(named: name) == nil, !reader.isIncomplete else { continue }
        reader.error(
          .unknownName, "the format has no part '\(name)'", at: form.template.range,
          fix: closestMatch(to: name, in: format.parts.map(\.wire)).map { "did you mean '\($0)'?" }
            ?? "describe it under parts")
      }
    }
    for part in format.parts {
      if isComplete, !used.contains(part.wire) {
        reader.diagnostics.warning(
          .unusedName, "no form uses the part '\(part.wire)'", at: part.range)
      }
      let isText =
        switch part.type {
        case .scalar(.string), .scalar(.int), .stringOrInteger: true
        case .table(let name):
          tables.first { $0.name == name }.map {
            $0.kind == .codes && ($0.raw == .string || $0.raw == .int)
          } ?? true
        default: false
        }
      if !isText {
        reader.error(
          .badType,
          "a part has the type string, int, string | int, or a table of string or int codes",
          at: part.range)
      }
    }
  }
}
