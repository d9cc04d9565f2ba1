import CallbackSchema

/// A field of a page with its members.
struct FieldTree: Hashable, Sendable {
  var field: PageField
  var members: [FieldTree] = []
  /// The editions of the sections that show it; nil for those of its container.
  var editions: DraftEditions?

  /// The fields of a section as trees, in the order of the page. A member whose container the page does not declare is
  /// left out.
  static func trees(of fields: [PageField]) -> [FieldTree] {
    members(of: "", in: Dictionary(grouping: fields) { container(of: $0) })
  }

  private static func members(of path: String, in groups: [String: [PageField]]) -> [FieldTree] {
    var known: Set<String> = []
    return (groups[path] ?? []).filter { known.insert($0.name).inserted }.map { field in
      FieldTree(field: field, members: members(of: plain(field.path), in: groups))
    }
  }

  private static func container(of field: PageField) -> String { plain(field.parent) }

  /// A path without the marks of list elements.
  static func plain(_ path: String) -> String { path.replacing("[]", with: "") }

  /// The field and its members, at any depth.
  var all: [PageField] { [field] + members.flatMap(\.all) }

  /// The fields of several sections about one event, each with the editions of the sections that show it. The last section
  /// that shows a field declares its type and its values.
  ///
  /// - Parameter sections: the fields of each section, and the editions that it documents.
  static func merged(
    _ sections: [(trees: [FieldTree], editions: DraftEditions)], in service: Service
  ) -> [FieldTree] {
    guard sections.count > 1 else { return sections.first?.trees ?? [] }
    var order: [String] = []
    for (trees, _) in sections {
      var place = 0
      for tree in trees {
        if let known = order.firstIndex(of: tree.field.name) {
          place = known + 1
        } else {
          order.insert(tree.field.name, at: place)
          place += 1
        }
      }
    }
    return order.compactMap { name in
      let shown = sections.compactMap { section in
        section.trees.first { $0.field.name == name }.map { ($0, section.editions) }
      }
      guard var tree = shown.last?.0, let first = shown.first?.1 else { return nil }
      tree.editions = shown.dropFirst().reduce(first) { $0.union($1.1, in: service) }
      tree.members = merged(
        shown.map { (trees: $0.0.members, editions: $0.1) }, in: service)
      // Members that all sections with the container show have its editions.
      for place in tree.members.indices where tree.members[place].editions == tree.editions {
        tree.members[place].editions = nil
      }
      return tree
    }
  }
}
