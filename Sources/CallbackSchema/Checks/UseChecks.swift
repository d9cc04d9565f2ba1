import SchemaSource

/// What fields use.
struct FieldUses {
  /// The names of tables and objects.
  private(set) var names: Set<String> = []
  private(set) var formats: Set<String> = []
  /// The tables that belong to one field, if they have outcomes.
  private(set) var tablesWithOutcomes: [CodeTable] = []

  /// Adds what fields use, and those inside of them.
  mutating func add(_ fields: [Field]) {
    fields.visitWithNested { field in
      field.type.insertNames(into: &names)
      if let format = field.formatName { formats.insert(format) }
      if let table = field.type.ownTable, table.hasOutcomes { tablesWithOutcomes.append(table) }
    }
  }
}

extension FieldType {
  /// The table that a field, or the elements of its list, have of their own.
  fileprivate var ownTable: CodeTable? {
    switch self {
    case .ownTable(let table): table
    case .list(let element): element.ownTable
    default: nil
    }
  }
}

extension Checks {
  /// Reports tables, objects and formats that are not used.
  mutating func checkUse(_ uses: [FieldUses]) {
    var headers = FieldUses()
    headers.add(service.delivery.headers)
    var (used, usedFormats) = (headers.names, headers.formats)
    for part in uses {
      used.formUnion(part.names)
      usedFormats.formUnion(part.formats)
    }
    for object in service.objects { used.formUnion(object.includes.lazy.map(\.value)) }
    for event in service.events {
      used.formUnion(event.includes.lazy.map(\.value))
      if let object = event.object { used.insert(object.value) }
    }
    for part in service.formats.flatMap(\.parts) { part.type.insertNames(into: &used) }
    for format in service.formats where !usedFormats.contains(format.name) {
      reader.diagnostics.warning(
        .unusedName, "format '\(format.name)' is not used", at: format.range)
    }
    for (what, name, range) in service.tables.map({ ("table", $0.name, $0.range) })
      + service.objects.map({ ("object", $0.name, $0.range) }) where !used.contains(name)
    {
      reader.diagnostics.warning(.unusedName, "\(what) '\(name)' is not used", at: range)
    }
  }

  /// Reports objects that include themselves, or that contain themselves in every body.
  ///
  /// - Returns: their names.
  mutating func checkRecursion() -> Set<String> {
    var edges: [String: Set<String>] = [:]
    for object in service.objects {
      edges[object.name] = object.fields.reduce(into: Set(object.includes.map(\.value))) {
        $0.formUnion(Self.directTypes(of: $1))
      }
    }
    let rings = service.objects.filter { Self.reaches($0.name, from: $0.name, edges) }
    for object in rings {
      reader.error(
        .recursion, "object '\(object.name)' contains itself", at: object.range,
        fix:
          "write optional: true or nullable: true where it ends, or put a list between that may be empty: [\(object.name)]"
      )
    }
    return Set(rings.map(\.name))
  }

  /// The objects that every body with a field contains. A union may be a value of another type, a choice another object.
  static func directTypes(of field: Field) -> Set<String> {
    if field.isOptional || field.isNullable { return [] }
    switch field.type {
    case .object(let name): return [name]
    case .nested(let fields):
      return fields.reduce(into: []) { $0.formUnion(Self.directTypes(of: $1)) }
    // A list that is never empty.
    case .list(.object(let name)):
      let shortest = field.length?.value.lower.flatMap { Int($0) } ?? 0
      return shortest > 0 && !field.hasNullElements ? [name] : []
    default: return []
    }
  }

  private static func reaches(
    _ goal: String, from start: String, _ edges: [String: Set<String>]
  ) -> Bool {
    var seen: Set<String> = []
    var next = edges[start] ?? []
    while let name = next.popFirst() {
      if name == goal { return true }
      if seen.insert(name).inserted { next.formUnion(edges[name] ?? []) }
    }
    return false
  }
}
