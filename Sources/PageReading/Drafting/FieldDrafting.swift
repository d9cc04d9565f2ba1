import CallbackSchema

/// Writes the declaration of a field that the schema lacks.
struct FieldDrafting {
  var context: DraftContext
  /// The editions that document the event.
  var documented: EditionSet = []
  /// What is not certain.
  var remarks: [Draft.Remark] = []

  init(_ context: DraftContext) { self.context = context }

  /// The entry of a field, with its members; nil after a remark if the page does not say enough.
  ///
  /// - Parameters:
  ///   - tree: the field of the page.
  ///   - event: the event, for its examples; nil outside of events.
  ///   - editions: the value of the key `editions`.
  mutating func entry(_ tree: FieldTree, in event: PageEvent?, editions: YAMLValue? = nil)
    -> YAMLEntry?
  {
    var tree = tree
    tree.field.values = CodeGroups.values(of: tree.field, for: event)
    let field = tree.field
    let doubts = field.doubts.subtracting(Self.harmlessDoubts(of: field))
    guard doubts.isEmpty else {
      return unsure(tree, "the page is not clear (\(DraftContext.words(doubts)))")
    }
    // The same words of the page can mean other codes for another event.
    let isGrouped = !CodeGroups.names(of: field.values).isEmpty
    let sibling = isGrouped ? nil : KnownStatement.find(tree, in: context)
    var keys: [YAMLEntry]
    if let sibling {
      keys = sibling.keys
    } else if !isGrouped, !context.hasConditionalTables(field),
      let table = SharedTable.find(for: field, in: context)
    {
      keys = table
    } else if let type = type(tree, in: event) {
      keys = type
      keys += values(tree)
    } else {
      return nil
    }
    if case .number? = field.type,
      !keys.contains(where: { ["unit", "values", "format"].contains($0.name) }),
      keys.first?.value.scalarText.map({ Scalar(rawValue: $0) != nil }) ?? false,
      let unit = UnitWords.unit(in: context.lines.text(of: field))
    {
      keys.insert(YAMLEntry("unit", .plain(unit.rawValue)), at: min(1, keys.count))
    }
    if field.presence?.isRequired == false { keys.append(YAMLEntry("optional", .plain("true"))) }
    let sources = editions ?? tree.editions?.value(within: documented, of: context.service)
    if let sources { keys.append(YAMLEntry("editions", sources)) }
    // `values` and `fields` stand last.
    let last = ["values", "fields"]
    keys = keys.filter { !last.contains($0.name) } + keys.filter { last.contains($0.name) }
    let key = YAMLValue.text(field.name)
    if keys.count == 1, keys[0].name == "type" { return YAMLEntry(key, keys[0].value) }
    return YAMLEntry(key, .mapping(keys))
  }

  /// The doubts in spite of which a field is drafted.
  ///
  /// An example body of the page shows the place of a member as well as the layout would. A lost list marker or a misplaced
  /// tick leaves the name and the type word clear.
  static func harmlessDoubts(of field: PageField) -> Set<Doubt> {
    let harmless: Set<Doubt> = [.emptyContainer, .nestedByExample]
    return field.type == nil ? harmless : harmless.union([.brokenMarkup])
  }

  private mutating func unsure(_ tree: FieldTree, _ reason: String) -> YAMLEntry? {
    remarks.append(.init("\(Self.describe(tree.field)): \(reason)", at: tree.field.position))
    return nil
  }

  /// The field as the page declares it: `uid: String, values 0, 1`.
  static func describe(_ field: PageField) -> String {
    var text = field.path + (field.typeWord.map { ": \($0)" } ?? "")
    if !field.values.isEmpty {
      text += ", values " + field.values.map(\.text).joined(separator: ", ")
    }
    return text.filter { !$0.isNewline }
  }

  // MARK: Types

  /// The key `type` or `fields`; nil after a remark.
  private mutating func type(_ tree: FieldTree, in event: PageEvent?) -> [YAMLEntry]? {
    guard let type = tree.field.type else {
      _ = unsure(tree, "the page gives no known type")
      return nil
    }
    if !tree.members.isEmpty, type.isContainer {
      let members = members(of: tree, in: event)
      switch type {
      case .object where members.isEmpty: return [YAMLEntry("type", .plain("object"))]
      case .object: return [YAMLEntry("fields", .mapping(members))]
      case .list where members.isEmpty: return [YAMLEntry("type", .plain("[object]"))]
      case .list: return [YAMLEntry("type", .plain("[\(object(named: tree.field.name, members))]"))]
      default:
        _ = unsure(tree, "a union with an object needs a named object")
        return nil
      }
    }
    return notation(type, tree, event).map { [YAMLEntry("type", $0)] }
  }

  /// The members of an object, each as an entry.
  mutating func members(of tree: FieldTree, in event: PageEvent?) -> [YAMLEntry] {
    tree.members.compactMap { entry($0, in: event) }
  }

  /// The notation of a type without members of its own.
  private mutating func notation(_ type: PageType, _ tree: FieldTree, _ event: PageEvent?)
    -> YAMLValue?
  {
    switch type {
    case .string: return .plain("string")
    case .bool: return .plain("bool")
    case .object: return .plain("object")
    case .number(let scalar): return .plain(number(scalar, tree.field, event))
    case .list(let element):
      guard let element = element ?? exampleElement(of: tree.field, in: event) else {
        _ = unsure(tree, "the page does not say what the list contains")
        return nil
      }
      if case .list = element { return .plain("[json]") }
      guard let inner = notation(element, tree, event)?.scalarText else { return nil }
      return .plain("[\(inner)]")
    case .union(let members):
      let words = members.compactMap { notation($0, tree, event)?.scalarText }
      guard words.count == members.count else { return nil }
      return .text(words.sorted { Self.rank($0) < Self.rank($1) }.joined(separator: " | "))
    }
  }

  /// Strings come first in a union.
  private static func rank(_ word: String) -> Int {
    word == "string" ? 0 : word.hasPrefix("[") ? 2 : 1
  }

  private func number(_ scalar: Scalar?, _ field: PageField, _ event: PageEvent?) -> String {
    if let scalar { return scalar.rawValue }
    let hasFraction = members(named: field, in: event).contains {
      $0.kind == .number && $0.value?.contains(".") ?? false
    }
    return hasFraction ? "double" : "int"
  }

  /// The type of the elements of a list in the examples; nil if they show none, or several.
  private func exampleElement(of field: PageField, in event: PageEvent?) -> PageType? {
    let path = FieldTree.plain(field.path)
    let elements = (event?.examples ?? []).flatMap(\.elements).filter { element in
      let other = FieldTree.plain(element.path)
      return other == path || other.hasSuffix("." + path)
    }
    let kinds = Set(elements.compactMap(\.kind))
    guard kinds.count == 1, let kind = kinds.first else { return nil }
    switch kind {
    case .string: return .string
    case .number: return .number(nil)
    case .bool: return .bool
    case .object: return .object
    case .list: return nil
    }
  }

  /// The members of the event's examples at the path of a field. An example can be a whole body.
  private func members(
    named field: PageField, in event: PageEvent?
  ) -> [PageExample.Member] {
    let path = FieldTree.plain(field.path)
    return (event?.examples ?? []).flatMap(\.members).filter { member in
      let other = FieldTree.plain(member.path)
      return other == path || other.hasSuffix("." + path)
    }
  }

  // MARK: Objects

  /// The name of the object of a list's elements: of the schema, of the draft, or a new one.
  private mutating func object(named field: String, _ members: [YAMLEntry]) -> String {
    let fields = YAMLValue.mapping([YAMLEntry("fields", .mapping(members))])
    if let known = context.objects.first(where: { $0.value == fields }) { return known.name }
    let plain = fields.withoutComments["fields"]?.entries ?? []
    if let known = context.service.objects.first(where: { isEqual($0, plain) }) {
      return known.name
    }
    var words = CodeNames.words(of: field)
    if words.count > 1, ["list", "array", "lists"].contains(words.last?.lowercased()) {
      words.removeLast()
    }
    if let last = words.last, last.count > 3, last.hasSuffix("s"), !last.hasSuffix("ss") {
      words[words.count - 1] = String(last.dropLast())
    }
    let base = CodeNames.upperCamel(words)
    let name = base.first?.isASCIILetter ?? false ? base : "Item\(base)"
    let taken = context.takenNames
    let free =
      taken.contains(name) ? (2...).lazy.map { "\(name)\($0)" }.first { !taken.contains($0) } : name
    context.objects.append(.init(name: free ?? name, value: fields))
    return free ?? name
  }

  /// Whether an object of the schema has the drafted fields: the same names and types.
  private func isEqual(_ object: ObjectType, _ entries: [YAMLEntry]) -> Bool {
    let fields = context.service.fields(of: object)
    guard fields.count == entries.count, !entries.isEmpty else { return false }
    return entries.allSatisfy { entry in
      guard let field = fields.first(where: { $0.wire == entry.name }),
        let place = context.directory.place(of: field.range),
        let node = context.directory.node(at: place)
      else { return false }
      let own = node.entries.isEmpty ? YAMLValue(node) : node["type"].map(YAMLValue.init)
      let drafted = entry.value["type"] ?? entry.value
      return own == drafted
    }
  }

  // MARK: Values

  /// The keys for the values of a field: its own codes, a constant, or the rows of a shared table.
  private mutating func values(_ tree: FieldTree) -> [YAMLEntry] {
    let field = tree.field
    let values = field.values
    guard !values.isEmpty, field.type != .bool else { return [] }
    guard !context.hasConditionalTables(field) else {
      remarks.append(
        .init(
          "\(Self.describe(field)): the items below link to the codes, which may depend on another field",
          at: field.position))
      return []
    }
    let groups = CodeGroups.names(of: values)
    guard groups.count < 2 else {
      let names = groups.map { "'\($0)'" }.joined(separator: ", ")
      remarks.append(
        .init(
          "\(Self.describe(field)): the page lists the codes by \(names), and none of them names the event",
          at: values[0].position))
      return []
    }
    guard values[0].rule != .exampleValues else {
      remarks.append(
        .init(
          "\(Self.describe(field)): the values are examples; there may be others",
          at: values[0].position))
      return [YAMLEntry("example", example(values[0], field))]
    }
    let doubts = values.reduce(into: Set<Doubt>()) { $0.formUnion($1.doubts) }
    guard doubts.isEmpty else {
      remarks.append(
        .init(
          "\(Self.describe(field)): the values are not certain (\(DraftContext.words(doubts)))",
          at: values[0].position))
      return []
    }
    let isNumber: Bool
    switch field.type {
    case .string?: isNumber = false
    case .number(let scalar)? where scalar?.isInteger ?? true: isNumber = true
    default:
      remarks.append(
        .init("\(Self.describe(field)): the type cannot have values", at: values[0].position))
      return []
    }
    guard !isNumber || values.allSatisfy({ CodeRows.isInteger($0.text) }) else {
      remarks.append(
        .init("\(Self.describe(field)): the values are not integers", at: values[0].position))
      return []
    }
    return [YAMLEntry("values", CodeRows.rows(values, areNumbers: isNumber))]
  }

  private func example(_ value: PageValue, _ field: PageField) -> YAMLValue {
    if case .number? = field.type { .plain(value.text) } else { .text(value.text) }
  }
}
