import CallbackSchema

extension ComparedField {
  /// The fields of a page as a tree: each container with its members.
  static func tree(of fields: [PageField]) -> [ComparedField] {
    var roots = Branch()
    for field in fields {
      roots.insert(field, at: PagePath.components(of: field.path)[...])
    }
    return roots.fields
  }

  /// A field of a page, without its members.
  init(_ field: PageField) {
    self.init(
      name: PagePath.components(of: field.path).last ?? field.name, path: field.path,
      type: field.type.map(ComparedType.init) ?? .unknown, origin: .page(field))
    doubts = field.doubts
    values = field.values.map(ComparedValue.init)
    if let presence = field.presence {
      self.presence = [presence.isRequired ? .required : .optional]
    }
  }

  /// The fields of one object, while a page's list of paths becomes a tree.
  private struct Branch {
    var fields: [ComparedField] = []

    mutating func insert(_ field: PageField, at path: ArraySlice<String>) {
      guard let first = path.first else { return }
      let place = fields.firstIndex { $0.name == first }
      if path.count == 1 {
        guard let place else { return fields.append(ComparedField(field)) }
        return fields[place].merge(ComparedField(field))
      }
      // A member without its container, as in a table of an object that no field names.
      guard let place else {
        return insert(field, at: [path.joined(separator: ".")])
      }
      var inner = Branch(fields: fields[place].members)
      inner.insert(field, at: path.dropFirst())
      fields[place].members = inner.fields
    }
  }

  /// Adds what a second declaration of the same field says.
  private mutating func merge(_ other: ComparedField) {
    if type.kinds == nil { type = other.type }
    presence.formUnion(other.presence)
    doubts.formUnion(other.doubts)
    let known = Set(values.map(\.text))
    values += other.values.filter { !known.contains($0.text) }
  }
}

extension ComparedValue {
  init(_ value: PageValue) {
    self.init(
      text: value.text, meaning: value.meaning, constant: value.constant, group: value.group,
      isCertain: value.doubts.isEmpty, page: value)
    isDemanded = isCertain
  }
}

extension ComparedType {
  init(_ type: PageType) {
    self.init(kinds: type.kinds, isOfPage: true, text: type.description)
    switch type {
    case .number(let scalar): self.scalar = scalar
    case .list(let element?): self.element = [ComparedType(element)]
    default: break
    }
  }
}

/// Paths in the notation of an inventory.
enum PagePath {
  /// The member names of a path, without the marks of lists and maps.
  static func components(of path: String) -> [String] {
    path.split(separator: ".").map { part in
      var name = part
      while name.hasSuffix("[]") { name.removeLast(2) }
      return String(name)
    }.filter { $0 != "*" && !$0.isEmpty }
  }

  /// The path with another last component.
  static func renamed(_ path: String, to name: String) -> String {
    (path.split(separator: ".").dropLast().map(String.init) + [name]).joined(separator: ".")
  }
}
