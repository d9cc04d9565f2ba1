import CallbackSchema

/// A change of one statement of a page, and the one difference that it makes.
public struct PageEdit: Sendable, CustomStringConvertible {
  public var content: PageContent
  public var expected: PageDifference

  public var description: String { "\(expected)" }
}

/// A difference between a page and a schema.
public struct PageDifference: Hashable, Sendable, CustomStringConvertible {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case eventAdded, eventRemoved, eventRenamed, eventRenumbered
    case fieldAdded, fieldRemoved, fieldRenamed, fieldMoved
    case typeChanged, valuesChanged, presenceChanged
  }

  public var kind: Kind
  /// The key of the event in the schema, or the name on the page of an event that was added; nil for the envelope.
  public var event: String?
  /// The names from the object with the fields; empty for an event.
  public var path: [String]
  /// The new name, the new path, the type or the values that the page has instead.
  public var found: String

  public var description: String {
    "\(kind.rawValue) \(event ?? "envelope") \(path.joined(separator: ".")) \(found)"
  }
}

extension PageContent {
  /// Every single edit of the page that its layout can show.
  public func edits(in layout: PageLayout) -> [PageEdit] {
    var edits = eventEdits()
    for place in events.indices {
      edits += fieldEdits(events[place].fields, of: events[place].label, in: layout) {
        page, fields in
        page.events[place].fields = fields
      }
    }
    if layout.envelope != .none {
      edits += fieldEdits(envelope, of: nil, in: layout) { page, fields in page.envelope = fields }
        // The object with the events' fields stays: without it nothing else on the page has a place.
        .filter { !payload.starts(with: $0.expected.path) }
        // The profile names the section about an object: without it, an entry matches nothing.
        .filter { edit in
          edit.expected.kind != .fieldRemoved || layout.envelope != .sections
            || envelope[edit.expected.path]?.members.isEmpty != false
        }
    }
    return edits
  }

  // MARK: - Events

  private func eventEdits() -> [PageEdit] {
    var edits: [PageEdit] = []
    func add(
      _ kind: PageDifference.Kind, _ event: String, _ found: String,
      _ change: (inout PageContent) -> Void
    ) {
      var content = self
      change(&content)
      edits.append(
        PageEdit(
          content: content,
          expected: PageDifference(kind: kind, event: event, path: [], found: found)))
    }
    // An id near the limit of Int has no greater one.
    let numbers = events.compactMap { Int($0.id) }.filter { $0 < Int(Int32.max) }
    for (place, event) in events.enumerated() {
      if events.count > 1 { add(.eventRemoved, event.label, "") { $0.events.remove(at: place) } }
      // An event that its name identifies is another event under another name.
      guard !event.isNamedByID else { continue }
      let name = free("\(event.name)_again")
      add(.eventRenamed, event.label, name) { $0.events[place].name = name }
      if !numbers.isEmpty {
        let id = "\((numbers.max() ?? 0) + 7 + place)"
        add(.eventRenumbered, event.label, id) { $0.events[place].id = id }
      }
    }
    guard let last = events.last else { return edits }
    var added = last
    added.examples = []
    added.version = nil
    added.name = free("brand_new_event")
    added.id = last.isNamedByID ? added.name : "\((numbers.max() ?? 0) + 3)"
    added.key = added.name
    var inner = Field(free("firstMember"), .scalar(.int))
    inner.values = [Value("1", isString: false), Value("2", isString: false)]
    added.fields = [inner, Field(free("secondMember"), .scalar(.string))]
    for place in [0, events.count] {
      add(.eventAdded, added.name, added.id) { $0.events.insert(added, at: place) }
    }
    return edits
  }

  // MARK: - Fields

  private func fieldEdits(
    _ fields: [Field], of event: String?, in layout: PageLayout,
    _ set: (inout PageContent, [Field]) -> Void
  ) -> [PageEdit] {
    var edits: [PageEdit] = []
    func add(
      _ kind: PageDifference.Kind, _ path: [String], _ found: String,
      _ change: (inout [Field]) -> Void
    ) {
      var content = self
      var changed = fields
      change(&changed)
      set(&content, changed)
      edits.append(
        PageEdit(
          content: content,
          expected: PageDifference(kind: kind, event: event, path: path, found: found)))
    }
    for path in fields.paths {
      guard let field = fields[path] else { continue }
      let siblings = path.count == 1 ? fields : fields[[String](path.dropLast())]?.members ?? []
      if siblings.count > 1 || path.count == 1 && fields.count > 1 {
        add(.fieldRemoved, path, "") { $0.change(at: path) { $0.remove(at: $1) } }
      }
      let name = free(field.name.contains("_") ? "other_\(field.name)" : "other\(field.name)")
      add(.fieldRenamed, path, name) { $0.change(at: path) { $0[$1].name = name } }
      let new = free("\(field.name)_extra")
      let after = path.dropLast() + [new]
      add(.fieldAdded, [String](after), new) {
        $0.change(at: path) { $0.insert(Field(new, .scalar(.string)), at: $1 + 1) }
      }
      for type in otherTypes(field.type, in: layout) {
        add(.typeChanged, path, "\(type)") { $0.change(at: path) { $0[$1].type = type } }
      }
      for (found, values) in otherValues(of: field) {
        add(.valuesChanged, path, found) { $0.change(at: path) { $0[$1].values = values } }
      }
      if layout.hasRequiredColumn, layout.hasTables, !field.isConditional {
        add(.presenceChanged, path, "\(!field.isRequired)") {
          $0.change(at: path) { $0[$1].isRequired.toggle() }
        }
      }
      guard layout.showsNesting else { continue }
      if let target = pathOutside(path, in: fields) {
        add(.fieldMoved, path, target.joined(separator: ".")) { fields in
          fields.change(at: path) { $0.remove(at: $1) }
          fields.change(at: [String](path.dropLast())) { $0.insert(field, at: $1 + 1) }
        }
      }
      if let container = containerAfter(path, in: siblings) {
        let target = path.dropLast() + [container, field.name]
        add(.fieldMoved, path, target.joined(separator: ".")) { fields in
          fields.change(at: path) { $0.remove(at: $1) }
          fields.change(at: path.dropLast() + [container]) { $0[$1].members.append(field) }
        }
      }
    }
    if let container = fields.first(where: { !$0.members.isEmpty }) {
      // A container that is new counts once, with its members.
      var new = container
      new.name = free("other_container")
      new.objectName = "OtherContainer"
      add(.fieldAdded, [new.name], new.name) { $0.append(new) }
    }
    return edits
  }

  /// The path of a leaf, moved to the object around its container; nil where that has such a field already.
  private func pathOutside(_ path: [String], in fields: [Field]) -> [String]? {
    guard path.count > 1, let field = fields[path], field.members.isEmpty,
      let container = fields[[String](path.dropLast())], container.members.count > 1
    else { return nil }
    let target = path.dropLast(2) + [field.name]
    return fields[[String](target)] == nil ? [String](target) : nil
  }

  /// A sibling that is a container without a field of the name of a leaf.
  private func containerAfter(_ path: [String], in siblings: [Field]) -> String? {
    guard let name = path.last, siblings.first(where: { $0.name == name })?.members.isEmpty == true
    else { return nil }
    return siblings.first { sibling in
      !sibling.members.isEmpty && !sibling.members.contains { $0.name == name }
    }?.name
  }

  /// The types whose words in the layout differ from that of a type in kind; of integers, another width too.
  private func otherTypes(_ type: ValueType, in layout: PageLayout) -> [ValueType] {
    switch type {
    case .scalar(.string): [.scalar(.int), .scalar(.bool)]
    case .scalar(.bool): [.scalar(.string), .scalar(.int)]
    case .scalar(.object): [.scalar(.string)]
    case .scalar(.int32), .scalar(.uint32):
      [.scalar(.string)] + (layout.types == .sized ? [.scalar(.int64)] : [])
    case .scalar: [.scalar(.string)]
    case .stringOrInteger: [.scalar(.string)]
    case .object: [.list(.object)]
    case .list(let element):
      element.holdsMembers ? [.object] : [.scalar(.string)]
    }
  }

  /// The values with one added, removed or replaced; and values for a field without any.
  private func otherValues(of field: Field) -> [(found: String, values: [Value])] {
    guard let last = field.values.last else {
      guard !field.isConstant, case .scalar(let scalar) = field.type else { return [] }
      let isString = scalar == .string
      guard isString || scalar.isInteger else { return [] }
      let texts = isString ? ["newState", "oldState"] : ["1", "2"]
      return [("+\(texts.joined(separator: " +"))", texts.map { Value($0, isString: isString) })]
    }
    let codes = Set(field.values.map(\.text))
    var new = last.isString ? "newState" : "77"
    while codes.contains(new) { new += last.isString ? "s" : "7" }
    let added = Value(new, isString: last.isString)
    var edits = [("+\(new)", field.values + [added])]
    for (place, value) in field.values.enumerated() {
      var without = field.values
      without.remove(at: place)
      edits.append(("-\(value.text)", without))
    }
    var replaced = field.values
    replaced[0] = added
    edits.append(("-\(field.values[0].text) +\(new)", replaced))
    return edits
  }

  // MARK: - Names

  /// A name that the page does not contain yet.
  private func free(_ name: String) -> String {
    let taken = Set(
      (envelope.paths + events.flatMap(\.fields.paths)).flatMap { $0 } + events.map(\.name))
    var name = name
    while taken.contains(name) { name += "2" }
    return name
  }
}
