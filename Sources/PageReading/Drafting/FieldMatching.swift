import CallbackSchema

/// Finds the declaration of a page's field in the schema.
struct FieldMatching {
  let service: Service
  let directory: SchemaDirectory

  /// The mapping `fields` that has a field, or lacks it.
  struct Container: Hashable, Sendable {
    /// The place of the mapping.
    var place: SchemaDirectory.Place
    /// The editions that document the container.
    var editions: EditionSet
    /// The name of the object, if several fields or events share it.
    var object: String?
    /// The event or field that the container belongs to, such as `uploaded` or `uploaded.fileList`.
    var name: String
  }

  enum Match {
    case found(Field, in: Container)
    /// The container exists and has no such field.
    case missing(Container)
    /// The schema has no container for the field.
    case unreachable
  }

  /// The own fields of an event.
  func container(of event: Event) -> Container? {
    if let object = service.object(of: event) { return container(of: object, named: event.key) }
    guard let place = directory.place(of: event.range) else { return nil }
    return Container(
      place: place.appending("fields"), editions: event.provenance.editions, name: event.key)
  }

  private func container(of object: ObjectType, named name: String) -> Container? {
    directory.place(of: object.range).map {
      Container(
        place: $0.appending("fields"), editions: object.provenance.editions, object: object.name,
        name: name)
    }
  }

  func match(_ path: String, in event: Event) -> Match {
    guard let container = container(of: event) else { return .unreachable }
    return match(path, among: service.fields(of: event), of: container)
  }

  /// The field at a path of the envelope, or among the headers.
  func match(_ path: String, among fields: [Field], of container: Container) -> Match {
    var components = FieldTree.plain(path).split(separator: ".").map(String.init)[...]
    guard let name = components.popFirst() else { return .unreachable }
    guard let (field, owner) = find(name, among: fields, of: container) else {
      return components.isEmpty ? .missing(container) : .unreachable
    }
    if components.isEmpty { return .found(field, in: owner) }
    guard let (members, inner) = members(of: field.type, field, in: owner) else {
      return .unreachable
    }
    return match(components.joined(separator: "."), among: members, of: inner)
  }

  /// A field by its name, by another spelling, or among the members of an object that is flattened.
  private func find(
    _ name: String, among fields: [Field], of container: Container
  ) -> (Field, Container)? {
    if let field = fields.first(where: { $0.wire == name }) { return (field, container) }
    if let field = fields.first(where: { $0.otherSpellings.contains(name) }) {
      return (field, container)
    }
    for field in fields where field.isFlattened {
      guard let (members, inner) = members(of: field.type, field, in: container) else { continue }
      if let found = find(name, among: members, of: inner) { return found }
    }
    return nil
  }

  private func members(
    of type: FieldType, _ field: Field, in container: Container
  ) -> ([Field], Container)? {
    let name = "\(container.name).\(field.wire)"
    switch type {
    case .nested(let fields):
      guard let place = directory.place(of: field.range) else { return nil }
      return (
        fields,
        Container(
          place: place.appending("fields"), editions: field.provenance.editions,
          object: container.object, name: name)
      )
    case .object(let object):
      guard let object = service.object(named: object) else { return nil }
      return self.container(of: object, named: name).map { (service.fields(of: object), $0) }
    case .list(let element), .map(let element): return members(of: element, field, in: container)
    case .union(let types):
      return types.lazy.compactMap { members(of: $0, field, in: container) }.first
    case .scalar, .table, .ownTable, .stringOrInteger, .dependent, .choice: return nil
    }
  }
}
