import CallbackSchema
import SchemaSource

/// The declaration of a field that the page describes in the same words as a field of the schema.
struct KnownStatement {
  /// The keys of the schema's declaration that follow from the words: not the presence, the sources and the doc.
  var keys: [YAMLEntry]

  /// The keys that are taken over.
  private static let copied: Set<String> = [
    "type", "fields", "name", "unit", "range", "length", "characters", "pattern", "format",
    "values",
    "default", "example", "nullable", "accepts",
  ]

  /// The declaration of a known field with the same statement; nil if there is none, or if the schema declares several
  /// of them differently.
  static func find(_ tree: FieldTree, in context: DraftContext) -> KnownStatement? {
    let statement = context.lines.statement(of: tree.field)
    let same = context.known.filter { isSame($0, tree, statement) }
    let declarations = same.compactMap { keys(of: $0.field, like: tree, in: context) }
    guard declarations.count == same.count, let first = declarations.first,
      declarations.allSatisfy({ $0 == first })
    else { return nil }
    return KnownStatement(keys: first)
  }

  private static func isSame(
    _ known: DraftContext.KnownField, _ tree: FieldTree, _ statement: String
  ) -> Bool {
    known.tree.field.name == tree.field.name && known.tree.field.type == tree.field.type
      && known.statement == statement && shape(known.tree) == shape(tree)
      && known.field.wire == tree.field.name
  }

  /// The names, types and values of a field and its members.
  private static func shape(_ tree: FieldTree) -> [String] {
    let own = tree.field.values.map { "\($0.text)=\($0.constant ?? "")\($0.meaning)" }.joined(
      separator: ";")
    return ["\(tree.field.name)\(tree.field.type?.description ?? "")\(own)"]
      + tree.members.flatMap(shape)
  }

  private static func keys(
    of field: Field, like tree: FieldTree, in context: DraftContext
  ) -> [YAMLEntry]? {
    // A constant belongs to its event.
    guard field.constant == nil, let place = context.directory.place(of: field.range),
      let node = context.directory.node(at: place)
    else { return nil }
    if node["by"] != nil { return [YAMLEntry("type", YAMLValue(node))] }
    guard !node.entries.isEmpty else { return [YAMLEntry("type", YAMLValue(node))] }
    return node.entries.filter { copied.contains($0.key.scalarText ?? "") }.map { entry in
      let name = entry.key.scalarText ?? ""
      return YAMLEntry(name, stripped(YAMLValue(entry.value), below: name, like: tree))
    }
  }

  /// The codes and members that the page shows, without docs, sources and presence.
  private static func stripped(
    _ value: YAMLValue, below key: String, like tree: FieldTree
  ) -> YAMLValue {
    guard case .mapping(let entries) = value, key == "values" || key == "fields" else {
      return value
    }
    let codes = Set(tree.field.values.map(\.text))
    let kept = entries.filter { entry in
      if key == "fields" { return tree.members.contains { $0.field.name == entry.name } }
      return codes.isEmpty ? entry.value["editions"] == nil : codes.contains(entry.name)
    }
    return .mapping(
      kept.map { entry in
        guard case .mapping(let keys) = entry.value else { return entry }
        let member = tree.members.first { $0.field.name == entry.name } ?? tree
        return YAMLEntry(
          entry.key,
          .mapping(
            keys.filter { !dropped.contains($0.name) }.map { inner in
              YAMLEntry(inner.key, stripped(inner.value, below: inner.name, like: member))
            }))
      })
  }

  /// The keys of codes and members that are not taken over.
  private static let dropped: Set<String> = [
    "doc", "readings", "editions", "optional", "required", "when", "advice",
  ]
}
