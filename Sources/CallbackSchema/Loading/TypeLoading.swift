import SchemaSource

/// The names of the tables and objects of the service.
struct TypeNames {
  var tables: Set<String>
  var objects: Set<String>
}

extension Loading {
  mutating func loadType(_ node: Node, _ names: TypeNames) -> FieldType? {
    switch node.content {
    case .scalar:
      guard let text = reader.text(node, of: "a type") else { return nil }
      return type(named: text, at: node.range, names)
    case .sequence(let items):
      guard items.count == 1, let item = items.first else {
        reader.error(.badType, "a list type has one element type", at: node.range, fix: "write [T]")
        return nil
      }
      guard let element = loadType(item, names) else { return nil }
      if case .list = element {
        reader.error(
          .badType, "lists of lists are not supported", at: node.range,
          fix: "write [json], which keeps the inner lists as raw JSON")
        return nil
      }
      return .list(element)
    case .mapping:
      return loadDependency(node, names).map { .dependent($0) }
    }
  }

  private mutating func type(named text: String, at range: SourceRange, _ names: TypeNames)
    -> FieldType?
  {
    if let scalar = Scalar(rawValue: text) { return .scalar(scalar) }
    if text.contains("|") { return union(text, at: range) }
    if names.tables.contains(text) { return .table(text) }
    if names.objects.contains(text) { return .object(text) }
    let known = Scalar.allCases.map(\.rawValue) + names.tables.sorted() + names.objects.sorted()
    let word = text.prefix { $0.isLetter || $0.isNumber || $0 == "-" }.lowercased()
    let synonym = word.count == text.count ? Self.synonyms[word] : nil
    reader.error(
      .unknownName, "no type is called '\(text)'", at: range, notes: namesakes(of: text),
      fix: Self.advice[word]
        ?? (synonym ?? closestMatch(to: text, in: known)).map { "did you mean '\($0)'?" }
        ?? "define it under tables or objects")
    return nil
  }

  /// What expresses the types of other languages that are no types here, by the first word of the type.
  private static let advice: [String: String] = {
    let time =
      "write { type: int64, unit: unix-ms } for an integer, { type: string, format: rfc3339 } for a string"
    let map = "write object, whose members are raw JSON, or fields with the members"
    let list = "write [T]"
    return [
      "date": time, "datetime": time, "date-time": time, "time": time, "timestamp": time,
      "map": map, "dict": map, "dictionary": map, "hash": map, "record": map,
      "array": list, "list": list,
      "enum": "write string or int, with the codes under values, or define a table",
    ]
  }()

  /// Common names of the types in other languages.
  private static let synonyms = [
    "text": "string", "str": "string", "integer": "int", "number": "int", "long": "int64",
    "boolean": "bool", "float": "double", "decimal": "double", "any": "json",
  ]

  /// `string | int`, the only union.
  private mutating func union(_ text: String, at range: SourceRange) -> FieldType? {
    let members = text.split(separator: "|", omittingEmptySubsequences: false).map { member in
      String(member.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    if Set(members) == ["string", "int"], members.count == 2 { return .stringOrInteger }
    reader.error(
      .badType, "'\(text)' is not a supported union", at: range,
      fix: "write string | int, or json for any value")
    return nil
  }

  /// `{ by: FIELD, of: { VALUE: TABLE }, else: TYPE }`
  private mutating func loadDependency(_ node: Node, _ names: TypeNames) -> Dependency? {
    if case .mapping(let entries) = node.content, entries.count == 1,
      let key = entries.first?.key.scalarText, !LanguageKeys.dependency.contains(key)
    {
      reader.error(
        .badType, "'\(key)' is not a type", at: node.range,
        fix: "a type is a name, [T], string | int, or { by, of, else }; a map is object")
      return nil
    }
    guard let map = reader.mapping(node, of: "a dependent type", keys: LanguageKeys.dependency)
    else { return nil }
    require(
      [
        "by": "the field that selects the type", "of": "the table for each value of that field",
        "else": "the type for any other value",
      ], in: map, at: node.range)
    guard let selector = map["by"].flatMap({ reader.path($0.value, of: "by") }),
      let of = map["of"],
      let otherwise = map["else"].flatMap({
        reader.word($0.value, of: "plain type", as: Scalar.self)
      })
    else { return nil }
    var choices: [Dependency.Choice] = []
    for entry in reader.entries(of.value, of: "of") {
      guard
        let value = reader.wireValue(
          entry.key, of: "a value of \(selector.value.joined(separator: "."))"),
        let name = reader.located(entry.value, of: "a table")
      else { continue }
      guard let table = tables.first(where: { $0.name == name.value }) else {
        if !names.tables.contains(name.value) {
          reader.error(
            .unknownName, "no table is called '\(name.value)'", at: name.range,
            notes: namesakes(of: name.value),
            fix: suggestion(for: name.value, in: names.tables.sorted()))
        }
        continue
      }
      if table.raw != otherwise {
        reader.error(
          .contradiction,
          "the codes of table '\(table.name)' are \(table.raw.rawValue), but else is \(otherwise.rawValue)",
          at: name.range, notes: [.init(message: "the table is here", range: table.range)])
      }
      choices.append(.init(value: value.value, table: name))
    }
    return Dependency(selector: selector, choices: choices, otherwise: otherwise)
  }
}
