import SchemaSource

/// The names of the tables and objects of the service.
struct TypeNames {
  var tables: Set<String>
  var objects: Set<String>
}

extension Loading {
  /// - Parameter allowsNull: whether the elements of a list may be `null`, which the type does not say.
  mutating func loadType(_ node: Node, _ names: TypeNames, allowsNull: Bool = false) -> FieldType? {
    switch node.content {
    case .scalar:
      guard let text = reader.text(node, of: "a type") else { return nil }
      return type(named: text, at: node.range, names)
    case .sequence(let items):
      guard items.count == 1, let item = items.first else {
        reader.error(.badType, "a list type has one element type", at: node.range, fix: "write [T]")
        return nil
      }
      if let value = mapValue(item) { return loadMap(value, at: node.range, names) }
      let words = allowsNull ? Self.wordsBesideNull(item) : nil
      let loaded =
        words.map { type(named: $0, at: item.range, names) } ?? loadType(item, names)
      guard let element = loaded else { return nil }
      switch element {
      case .scalar(.json) where words != nil:
        reader.error(
          .badType, "an element of the type json can be null anyway", at: node.range,
          fix: "write [json]")
        return nil
      case .list:
        reader.error(
          .badType, "lists of lists are not supported", at: node.range,
          fix: "write [json], which keeps the inner lists as raw JSON")
        return nil
      case .map:
        reader.error(
          .badType, "lists of maps are not supported", at: node.range,
          fix: "write [object], which keeps the maps as raw JSON")
        return nil
      default: return .list(element)
      }
    case .mapping: return loadChoice(node, names)
    }
  }

  /// Whether a type is a list whose elements may be `null`: `[T | null]`.
  static func hasNullElements(_ node: Node) -> Bool {
    guard case .sequence(let items) = node.content, items.count == 1 else { return false }
    return wordsBesideNull(items[0]) != nil
  }

  /// The members of a union without `null`, which is one of them; nil for any other type.
  private static func wordsBesideNull(_ node: Node) -> String? {
    let words = (node.scalarText ?? "").split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").joined(separator: " ") }
    let others = words.filter { $0 != "null" }
    guard others.count == words.count - 1, !others.isEmpty else { return nil }
    return others.joined(separator: " | ")
  }

  /// The type of the values, if the element of a list is the pair of a map; its key must be `string`.
  private func mapValue(_ node: Node) -> Node? {
    guard case .mapping(let entries) = node.content, entries.count == 1,
      let key = entries[0].key.scalarText, !LanguageKeys.dependency.contains(key)
    else { return nil }
    return node
  }

  /// `[string: T]`
  private mutating func loadMap(
    _ node: Node, at range: SourceRange, _ names: TypeNames
  ) -> FieldType? {
    guard case .mapping(let entries) = node.content else { return nil }
    guard entries[0].key.plainText == "string" else {
      reader.error(
        .badType, "the names of a map are strings, not '\(entries[0].key.scalarText ?? "")'",
        at: entries[0].key.range, fix: "write [string: T]")
      return nil
    }
    switch loadType(entries[0].value, names) {
    case nil: return nil
    case .list?, .map?:
      reader.error(
        .badType, "maps of lists and maps of maps are not supported", at: range,
        fix: "write [string: json], which keeps the values as raw JSON")
      return nil
    case let value?: return .map(value)
    }
  }

  private mutating func type(named text: String, at range: SourceRange, _ names: TypeNames)
    -> FieldType?
  {
    if let scalar = Scalar(rawValue: text) { return .scalar(scalar) }
    if text.contains("|") { return union(text, at: range, names) }
    if names.tables.contains(text) { return .table(text) }
    if names.objects.contains(text) { return .object(text) }
    let known = Scalar.allCases.map(\.rawValue) + names.tables.sorted() + names.objects.sorted()
    let word = text.prefix { $0.isLetter || $0.isNumber || $0 == "-" }.lowercased()
    let synonym = word.count == text.count ? Self.synonyms[word] : nil
    reader.error(
      .unknownName, "no type is called '\(text)'", at: range, notes: namesakes(of: text),
      fix: (text.hasPrefix("[") ? "write the list without quotation marks" : nil)
        ?? Self.advice[word] ?? (synonym ?? closestMatch(to: text, in: known)).map {
          "did you mean '\($0)'?"
        }
        ?? "define it under tables or objects")
    return nil
  }

  /// What expresses the types of other languages that are no types here, by the first word of the type.
  private static let advice: [String: String] = {
    let time =
      "write { type: int64, unit: unix-ms } for an integer, { type: string, format: rfc3339 } for a string, or format: date for a day"
    let map = "write [string: T], or fields with the members"
    let list = "write [T]"
    let null =
      "leave it out, and write nullable: true at the field; elements that may be null are [T | null]"
    return [
      "date": time, "datetime": time, "date-time": time, "time": time, "timestamp": time,
      "map": map, "dict": map, "dictionary": map, "hash": map, "record": map,
      "array": list, "list": list, "null": null, "nil": null,
      "decimal": "write double for a number, { type: string, format: decimal } for a string",
      "uuid": "write { type: string, format: uuid }", "url": "write { type: string, format: url }",
      "enum": "write string or int, with the codes under values, or define a table",
    ]
  }()

  /// Common names of the types in other languages.
  private static let synonyms = [
    "text": "string", "str": "string", "integer": "int", "number": "int", "long": "int64",
    "boolean": "bool", "float": "double", "any": "json",
  ]

  /// `string | int` or another union of types that differ in their JSON type.
  private mutating func union(_ text: String, at range: SourceRange, _ names: TypeNames)
    -> FieldType?
  {
    let words = text.split(separator: "|", omittingEmptySubsequences: false).map { member in
      String(member.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    if Set(words) == ["string", "int"], words.count == 2 { return .stringOrInteger }
    if let empty = words.first(where: \.isEmpty) {
      reader.error(
        .badType, "'\(text)' is not a union\(empty)", at: range,
        fix: "write types with | between them, such as string | Customer")
      return nil
    }
    var members: [FieldType] = []
    var owners: [JSONKind: String] = [:]
    for word in words {
      let isList = word.hasPrefix("[") && word.hasSuffix("]")
      let name = isList ? String(word.dropFirst().dropLast()) : word
      guard let type = type(named: name, at: range, names) else { return nil }
      let member = isList ? .list(type) : type
      guard let kind = kind(of: member) else {
        reader.error(
          .badType, "'\(word)' is any value, or is not loaded, and cannot be a member of a union",
          at: range, fix: "write json alone for any value")
        return nil
      }
      if let other = owners.updateValue(word, forKey: kind) {
        reader.error(
          .badType,
          "'\(other)' and '\(word)' have the same JSON type, \(kind.rawValue), and cannot be told apart",
          at: range,
          fix: kind == .object
            ? "write { by: FIELD.MEMBER, of: { VALUE: OBJECT }, else: json } if a member tells them apart, or json"
            : "keep one of them, or write json for any value")
        return nil
      }
      members.append(member)
    }
    return .union(members)
  }

  /// The JSON type of the values of a member of a union; nil for any, and for a table that is not loaded.
  private func kind(of type: FieldType) -> JSONKind? {
    switch type {
    case .scalar(let scalar): scalar.kind
    case .table(let name): tables.first { $0.name == name }?.raw.kind
    case .object: .object
    case .list: .list
    default: nil
    }
  }

  /// `{ by: FIELD, of: { VALUE: TABLE }, else: TYPE }`, or the same with objects and `json`.
  private mutating func loadChoice(_ node: Node, _ names: TypeNames) -> FieldType? {
    guard case .mapping(let entries) = node.content,
      let of = entries.first(where: { $0.key.scalarText == "of" }),
      case .mapping(let options) = of.value.content,
      options.contains(where: { names.objects.contains($0.value.scalarText ?? "") })
    else { return loadDependency(node, names).map { .dependent($0) } }
    guard let map = reader.mapping(node, of: "a choice of objects", keys: LanguageKeys.dependency)
    else { return nil }
    require(
      ["by": "the member that selects the object", "else": "the type of any other object"],
      in: map, at: node.range)
    guard let selector = map["by"].flatMap({ reader.path($0.value, of: "by") }),
      let otherwise = map["else"]
    else { return nil }
    if otherwise.value.plainText != Scalar.json.rawValue {
      reader.error(
        .badType, "any other object is raw JSON", at: otherwise.value.range,
        fix: "write else: json")
    }
    let found = options.compactMap { entry -> ObjectChoice.Option? in
      guard let value = reader.wireValue(entry.key, of: "a value of \(selector.value.last ?? "")"),
        let name = reader.located(entry.value, of: "an object")
      else { return nil }
      guard names.objects.contains(name.value) else {
        reader.error(
          .unknownName, "no object is called '\(name.value)'", at: name.range,
          notes: namesakes(of: name.value),
          fix: suggestion(for: name.value, in: names.objects.sorted()))
        return nil
      }
      return .init(value: value.value, object: name)
    }
    return .choice(ObjectChoice(selector: selector, options: found))
  }

  /// `{ by: FIELD, of: { VALUE: TABLE }, else: TYPE }`
  private mutating func loadDependency(_ node: Node, _ names: TypeNames) -> Dependency? {
    if case .mapping(let entries) = node.content, entries.count == 1,
      let key = entries.first?.key.scalarText, !LanguageKeys.dependency.contains(key)
    {
      reader.error(
        .badType, "'\(key)' is not a type", at: node.range,
        fix: "a type is a name, [T], [string: T], string | int, or { by, of, else }")
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
