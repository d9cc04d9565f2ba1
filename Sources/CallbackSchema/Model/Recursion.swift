package import SchemaSource

extension Service {
  /// The positions of the fields by which an object contains itself, directly or through other objects; one for each cycle.
  ///
  /// A list or a map ends a cycle, because it may be empty.
  package var recursiveFields: Set<SourceRange> {
    var contained: [String: Set<String>] = [:]
    var recursive: Set<SourceRange> = []
    func contains(_ inner: String, in outer: String) -> Bool {
      var seen: Set<String> = []
      var next: Set<String> = [outer]
      while let name = next.popFirst() {
        if name == inner { return true }
        if seen.insert(name).inserted { next.formUnion(contained[name] ?? []) }
      }
      return false
    }
    func add(_ fields: [Field], of owner: String) {
      for field in fields {
        if case .nested(let inner) = field.type { add(inner, of: owner) }
        for name in field.type.inlineObjects {
          if contains(owner, in: name) {
            recursive.insert(field.range)
          } else {
            contained[owner, default: []].insert(name)
          }
        }
      }
    }
    for object in objects { add(fields(of: object), of: object.name) }
    return recursive
  }
}

extension FieldType {
  /// The objects that a value of the type may be.
  fileprivate var inlineObjects: [String] {
    switch self {
    case .object(let name): [name]
    case .union(let members): members.flatMap(\.inlineObjects)
    case .choice(let choice): choice.options.map(\.object.value)
    case .scalar, .table, .ownTable, .nested, .list, .map, .stringOrInteger, .dependent: []
    }
  }
}
