import SchemaSource

extension Node {
  /// The entries of a mapping; empty for any other node.
  var entries: [Entry] { if case .mapping(let entries) = content { entries } else { [] } }

  /// The elements of a list; empty for any other node.
  var items: [Node] { if case .sequence(let items) = content { items } else { [] } }

  /// The value of a key.
  subscript(_ key: String) -> Node? { entries.first { $0.key.scalarText == key }?.value }

  /// The node at a path of keys.
  func node(at path: some Sequence<String>) -> Node? {
    path.reduce(self as Node?) { node, key in node?[key] }
  }
}
