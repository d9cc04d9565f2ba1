import CallbackSchema

/// A service with one rule taken out.
struct Mutilation {
  var what: String
  var service: Service
  /// The events in whose bodies the rule shows.
  var events: [Event]
}

/// Every rule of a service, taken out one by one.
struct RuleRemoval {
  let service: Service
  private(set) var found: [Mutilation] = []

  init(_ service: Service) {
    self.service = service
    removeFromTables()
    removeFromEvents()
    for (place, object) in service.objects.enumerated() {
      let users = service.events.filter { uses(object.name, $0) }
      remove(from: object.fields, at: object.name, in: users) { $0.objects[place].fields = $1 }
    }
    for (place, event) in service.events.enumerated() {
      remove(from: event.fields, at: event.key, in: [event]) { $0.events[place].fields = $1 }
    }
    remove(from: service.envelope, at: "envelope", in: Array(service.events.prefix(1))) {
      $0.envelope = $1
    }
    for place in service.guards.indices {
      add("guard \(place)", Array(service.events.prefix(1))) { $0.guards.remove(at: place) }
    }
  }

  private mutating func add(
    _ what: String, _ events: [Event], _ change: (inout Service) -> Void
  ) {
    var copy = service
    change(&copy)
    found.append(Mutilation(what: what, service: copy, events: events))
  }

  private func uses(_ name: String, _ event: Event) -> Bool {
    var seen: Set<String> = []
    func includes(_ names: [Located<String>]) -> Bool { names.contains { reaches($0.value) } }
    func reaches(_ object: String) -> Bool {
      if object == name { return true }
      guard seen.insert(object).inserted, let type = service.object(named: object) else {
        return false
      }
      return includes(type.includes) || type.fields.contains { typed($0.type) }
    }
    func typed(_ type: FieldType) -> Bool {
      switch type {
      case .object(let object): reaches(object)
      case .list(let element): typed(element)
      case .nested(let fields): fields.contains { typed($0.type) }
      default: false
      }
    }
    return includes(event.includes) || event.fields.contains { typed($0.type) }
  }

  // MARK: - Tables and events

  private mutating func removeFromTables() {
    for (place, table) in service.tables.enumerated() {
      for row in table.rows.indices {
        // Rows that no full edition documents are not sampled, and 0 is in every mask.
        guard table.rows[row].provenance.editions != [],
          table.rows[row].value.text != "0" || table.kind == .codes
        else { continue }
        add("\(table.name) \(table.rows[row].value.text)", service.events) {
          $0.tables[place].rows.remove(at: row)
        }
      }
      if table.otherwise != nil {
        add("\(table.name) else", service.events) { $0.tables[place].otherwise = nil }
      }
    }
  }

  private mutating func removeFromEvents() {
    for (place, event) in service.events.enumerated() {
      for index in event.constants.indices {
        add("\(event.key) const \(event.constants[index].path.value)", [event]) {
          $0.events[place].constants.remove(at: index)
        }
      }
    }
  }

  // MARK: - Fields

  private mutating func remove(
    from fields: [Field], at path: String, in events: [Event],
    _ put: @escaping (inout Service, [Field]) -> Void
  ) {
    for (place, field) in fields.enumerated() {
      let name = "\(path).\(field.wire)"
      for (what, change) in Self.changes(of: field) {
        var copy = fields
        change(&copy[place])
        add("\(name) \(what)", events) { put(&$0, copy) }
      }
      add("\(name) itself", events) { service in
        var copy = fields
        copy.remove(at: place)
        put(&service, copy)
      }
      if case .nested(let inner) = field.type {
        remove(from: inner, at: name, in: events) { service, changed in
          var copy = fields
          copy[place].type = .nested(changed)
          put(&service, copy)
        }
      }
    }
  }

  private static func changes(of field: Field) -> [(String, (inout Field) -> Void)] {
    var changes: [(String, (inout Field) -> Void)] = []
    for (place, constraint) in field.constraints.enumerated() where shows(constraint) {
      changes.append((constraint.key.rawValue, { $0.constraints.remove(at: place) }))
    }
    if field.isOptional { changes.append(("optional", { $0.isOptional = false })) }
    if field.isRequired { changes.append(("required", { $0.isRequired = false })) }
    for place in field.aliases.indices {
      changes.append(("alias \(place)", { $0.aliases.remove(at: place) }))
    }
    for place in field.accepts.indices {
      changes.append(("accepts \(place)", { $0.accepts.remove(at: place) }))
    }
    for (place, reading) in (field.readings?.entries ?? []).enumerated() {
      // What only words say, or only a part of a page, shows in no body.
      let shows =
        reading.wire != nil || reading.type != nil || reading.unit != nil || reading.isFlattened
        || (reading.source.part == nil && (reading.condition != nil || reading.isOptional != nil))
      guard shows else { continue }
      // Two sources that say the same are one rule.
      changes.append(
        (
          "reading \(place)",
          { field in
            field.readings?.entries.removeAll { other in
              other.wire?.value == reading.wire?.value && other.type == reading.type
                && other.unit == reading.unit && other.isFlattened == reading.isFlattened
                && (other.condition != nil) == (reading.condition != nil)
                && (reading.condition == nil || other.source == reading.source)
            }
          }
        ))
    }
    if case .ownTable(let table) = field.type {
      for row in table.rows.indices where table.rows[row].provenance.editions != [] {
        changes.append(
          (
            "value \(table.rows[row].value.text)",
            { field in
              var copy = table
              copy.rows.remove(at: row)
              field.type = .ownTable(copy)
            }
          ))
      }
    }
    return changes
  }

  /// Whether a body shows that a constraint is gone.
  private static func shows(_ constraint: Constraint) -> Bool {
    switch constraint {
    // Every text is a list, and base64 is for parts.
    case .format(.list), .format(.base64): false
    case .unit, .range, .length, .characters, .pattern, .format, .condition, .listed, .constant:
      true
    }
  }
}
