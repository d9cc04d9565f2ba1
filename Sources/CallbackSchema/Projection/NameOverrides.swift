public import SchemaSource

/// A Swift name that a configuration sets for a declaration of a service.
public struct NameOverride: Hashable, Sendable {
  /// An event, `event.field`, `Object.field.member`, `Table.value` or `envelope.field`.
  public var path: Located<String>
  public var name: Located<String>

  public init(path: Located<String>, name: Located<String>) {
    self.path = path
    self.name = name
  }
}

extension Service {
  /// The service with the Swift names of a configuration in place of the schema's; reports paths without a declaration.
  public func renamed(
    _ overrides: [NameOverride], into diagnostics: inout Diagnostics
  ) -> Service {
    var renamed = self
    for override in overrides where !renamed.rename(override) {
      diagnostics.error(
        .unknownPath, "service '\(name)' has no declaration at '\(override.path.value)'",
        at: override.path.range,
        fix: suggestion(for: override.path.value, in: renamed.namedPaths)
          ?? "write an event, event.field, Object.field, Table.value or envelope.field")
    }
    return renamed
  }

  private mutating func rename(_ override: NameOverride) -> Bool {
    let (path, name) = (override.path.value, override.name)
    if let rest = path.below("envelope") { return envelope.rename(rest, name) }
    for place in events.indices {
      if path == events[place].key {
        events[place].name = name
        return true
      }
      if let rest = path.below(events[place].key), events[place].fields.rename(rest, name) {
        return true
      }
    }
    for place in objects.indices {
      if let rest = path.below(objects[place].name), objects[place].fields.rename(rest, name) {
        return true
      }
    }
    for place in tables.indices {
      if let rest = path.below(tables[place].name), tables[place].rename(rest, name) {
        return true
      }
    }
    return false
  }

  /// The paths of up to two components, for suggestions.
  private var namedPaths: [String] {
    func below(_ name: String, _ fields: [Field]) -> [String] {
      fields.map { "\(name).\($0.wire)" }
    }
    return below("envelope", envelope) + events.map(\.key)
      + events.flatMap { below($0.key, $0.fields) }
      + objects.flatMap { below($0.name, $0.fields) }
      + tables.flatMap { table in table.rows.map { "\(table.name).\($0.value.text)" } }
  }
}

extension [Field] {
  fileprivate mutating func rename(_ path: String, _ name: Located<String>) -> Bool {
    for place in indices {
      if path == self[place].wire {
        self[place].name = name
        return true
      }
      if let rest = path.below(self[place].wire), self[place].type.rename(rest, name) {
        return true
      }
    }
    return false
  }
}

extension FieldType {
  fileprivate mutating func rename(_ path: String, _ name: Located<String>) -> Bool {
    switch self {
    case .nested(var fields):
      guard fields.rename(path, name) else { return false }
      self = .nested(fields)
    case .list(var element):
      guard element.rename(path, name) else { return false }
      self = .list(element)
    case .ownTable(var table):
      guard table.rename(path, name) else { return false }
      self = .ownTable(table)
    case .map(var element):
      guard element.rename(path, name) else { return false }
      self = .map(element)
    case .scalar, .table, .object, .stringOrInteger, .dependent, .union, .choice: return false
    }
    return true
  }
}

extension CodeTable {
  fileprivate mutating func rename(_ value: String, _ name: Located<String>) -> Bool {
    guard let place = rows.firstIndex(where: { $0.value.text == value }) else { return false }
    rows[place].name = name
    return true
  }
}

extension String {
  /// The rest of a path after its first component; nil if that is another name.
  fileprivate func below(_ name: String) -> String? {
    hasPrefix(name + ".") ? String(dropFirst(name.count + 1)) : nil
  }
}
