import CallbackRuntime
import CallbackSchema
import SchemaSource

extension NearMissMaker {
  /// Adds deviations of the single values inside of lists, maps and unions: of another JSON type, `null`, and codes that no
  /// table has. The members of objects inside are sites of their own.
  mutating func addInside(_ site: FieldSite) {
    guard site.field.constant == nil, service.encoding != .form else { return }
    addInside(site.field.type, at: site.path, site)
  }

  private mutating func addInside(_ type: FieldType, at path: String, _ site: FieldSite) {
    switch type {
    case .list(let element):
      guard site.field.lengths.upper > 0 else { return }
      addElement(element, at: "\(path)[0]", site)
      // Of the type json, null is a value.
      if element != .scalar(.json), element != .scalar(.object), !site.field.hasNullElements {
        unreadable(site, at: "\(path)[0]", "null", .null)
      }
    case .map(let element):
      addElement(element, at: "\(path).key", site)
      if element != .scalar(.json), element != .scalar(.object) {
        miss(site, at: "\(path).key", "null", .null, [Expectation("\(path).key", .null)])
      }
    case .union(let members):
      for (place, member) in members.enumerated() {
        alternatives[path] = place
        if let table = member.table(in: service) { addCodes(table, at: path, site) }
        addInside(member, at: path, site)
      }
      alternatives[path] = site.alternatives[path]
    default: break
    }
  }

  /// Adds deviations of an element of a list, or of a value of a map.
  private mutating func addElement(_ type: FieldType, at path: String, _ site: FieldSite) {
    if let kinds = type.kinds(in: service), let other = Self.value(ofOtherKindThan: kinds) {
      unreadable(site, at: path, "a \(other.kind.rawValue)", other.value)
    }
    if let table = type.table(in: service) { addCodes(table, at: path, site) }
    addInside(type, at: path, site)
  }
}
