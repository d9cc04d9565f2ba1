import SchemaSource

extension Checks {
  /// Reports tables, objects and formats that are not used.
  static func checkUse(_ service: Service, _ reader: inout NodeReader) {
    var used: Set<String> = []
    for object in service.objects { used.formUnion(object.includes.map(\.value)) }
    for event in service.events { used.formUnion(event.includes.map(\.value)) }
    let fields =
      service.envelope + service.delivery.headers + service.objects.flatMap(\.fields)
      + service.events.flatMap(\.fields)
    for field in fields { collectUse(field.type, &used) }
    for format in service.formats {
      for part in format.parts { collectUse(part.type, &used) }
    }
    var usedFormats: Set<String> = []
    for field in fields { collectFormats(field, &usedFormats) }
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

  private static func collectFormats(_ field: Field, _ used: inout Set<String>) {
    if case .text(let name)? = field.format { used.insert(name.value) }
    guard case .nested(let inner) = field.type else { return }
    for field in inner { collectFormats(field, &used) }
  }

  private static func collectUse(_ type: FieldType, _ used: inout Set<String>) {
    switch type {
    case .scalar, .ownTable, .stringOrInteger: break
    case .table(let name), .object(let name): used.insert(name)
    case .nested(let fields): for field in fields { collectUse(field.type, &used) }
    case .list(let element): collectUse(element, &used)
    case .dependent(let dependency): used.formUnion(dependency.choices.map(\.table.value))
    }
  }

  /// Reports objects that include or contain themselves without a list between.
  ///
  /// - Returns: whether there are none.
  static func checkRecursion(_ service: Service, _ reader: inout NodeReader) -> Bool {
    var edges: [String: Set<String>] = [:]
    for object in service.objects {
      var direct = Set(object.includes.map(\.value))
      for field in object.fields { collectDirect(field.type, &direct) }
      edges[object.name] = direct
    }
    let rings = service.objects.filter { reaches($0.name, from: $0.name, edges) }
    for object in rings {
      reader.error(
        .recursion, "object '\(object.name)' contains itself", at: object.range,
        fix: "put a list between: [\(object.name)]")
    }
    return rings.isEmpty
  }

  private static func collectDirect(_ type: FieldType, _ found: inout Set<String>) {
    switch type {
    case .object(let name): found.insert(name)
    case .nested(let fields): for field in fields { collectDirect(field.type, &found) }
    default: break
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
