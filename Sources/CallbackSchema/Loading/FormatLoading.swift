import SchemaSource

extension Loading {
  /// `{ doc, forms: { NAME: template }, parts: { NAME: field } }`
  mutating func loadTextFormat(_ definition: Definition, _ names: TypeNames) -> TextFormat? {
    guard let map = reader.mapping(definition.value, of: "a format", keys: LanguageKeys.textFormat)
    else { return nil }
    require(
      ["forms": "the templates of the string", "parts": "the fields of the templates"], in: map,
      at: definition.key.range, before: definition.value)
    var format = TextFormat(
      name: definition.name, doc: map.text("doc", &reader),
      forms: map["forms"].map { loadForms($0.value, within: everyone) } ?? [],
      parts: map["parts"].map { loadFields($0.value, names, within: everyone) } ?? [],
      stem: definition.stem, range: definition.key.range)
    let isComplete =
      if case .mapping(let entries)? = map["forms"]?.value.content {
        entries.count == format.forms.count
      } else { false }
    checkParts(format, isComplete: isComplete)
    // A repeated part has been reported, and would be two values with one name.
    format.forms.removeAll { Set($0.parts.map(\.name)).count < $0.parts.count }
    return format
  }

  private mutating func loadForms(_ node: Node, within container: Provenance) -> [TextFormat.Form] {
    reader.entries(node, of: "forms").compactMap { entry in
      guard let name = reader.located(entry.key, of: "a form") else { return nil }
      guard
        let (node, provenance) = loadDocumented(
          entry.value, "text", "the template", of: "a form", keys: LanguageKeys.form,
          within: container),
        let template = reader.located(node, of: "a template"), let pieces = pieces(template)
      else { return nil }
      return TextFormat.Form(name: name, template: template, pieces: pieces, provenance: provenance)
    }
  }

  /// Parses a template into literal text, `{Part}`s and `[optional stretches]`.
  private mutating func pieces(_ template: Located<String>) -> [TextFormat.Piece]? {
    do throws(TemplateFailure) {
      var rest = Substring(template.value)
      let pieces = try Self.pieces(&rest, isInside: false)
      let stretches = pieces.count { if case .optional = $0 { true } else { false } }
      guard stretches <= Self.maximumStretches else {
        throw TemplateFailure("more than \(Self.maximumStretches) optional stretches")
      }
      guard !Self.hasNeighbours(pieces) else {
        throw TemplateFailure("two parts without literal text between them are ambiguous")
      }
      guard !pieces.isEmpty else { throw TemplateFailure("the template is empty") }
      return pieces
    } catch {
      reader.error(.badTemplate, "'\(template.value)': \(error.message)", at: template.range)
      return nil
    }
  }

  /// Each doubles the number of ways to parse a string.
  private static let maximumStretches = 4

  private struct TemplateFailure: Error {
    var message: String
    init(_ message: String) { self.message = message }
  }

  private static func pieces(
    _ rest: inout Substring, isInside: Bool
  ) throws(TemplateFailure) -> [TextFormat.Piece] {
    var pieces: [TextFormat.Piece] = []
    var literal = ""
    func flush() {
      if !literal.isEmpty { pieces.append(.literal(literal)) }
      literal = ""
    }
    while let character = rest.popFirst() {
      switch character {
      case "{":
        flush()
        let name = rest.prefix { $0 != "}" }
        rest = rest.dropFirst(name.count)
        guard rest.popFirst() == "}" else { throw TemplateFailure("a '{' is not closed") }
        guard !name.isEmpty else { throw TemplateFailure("a part without a name") }
        pieces.append(.part(String(name)))
      case "[":
        flush()
        guard !isInside else { throw TemplateFailure("nested optional stretches") }
        pieces.append(.optional(try Self.pieces(&rest, isInside: true)))
      case "]":
        flush()
        guard isInside else { throw TemplateFailure("a ']' without '['") }
        return pieces
      case "}": throw TemplateFailure("a '}' without '{'")
      default: literal.append(character)
      }
    }
    flush()
    guard !isInside else { throw TemplateFailure("a '[' is not closed") }
    return pieces
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
        guard format.part(named: name) == nil, !reader.lostFields.contains(name) else { continue }
        reader.error(
          .unknownName, "the format has no part '\(name)'", at: form.template.range,
          fix: suggestion(for: name, in: format.parts.map(\.wire))
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
