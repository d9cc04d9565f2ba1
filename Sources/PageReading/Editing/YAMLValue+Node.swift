import SchemaSource

extension YAMLValue {
  /// The value of a node, to be written at another place.
  init(_ node: Node) {
    switch node.content {
    case .scalar(let scalar) where scalar.style == .plain:
      self =
        YAMLWriter.needsQuotes(scalar.text, inFlow: true) ? .text(scalar.text) : .plain(scalar.text)
    case .scalar(let scalar) where scalar.style == .literal || scalar.style == .folded:
      self = .text(scalar.text)
    case .scalar(let scalar): self = .quoted(scalar.text)
    case .sequence(let items): self = .list(items.map(YAMLValue.init))
    case .mapping(let entries):
      self = .mapping(entries.map { YAMLEntry(YAMLValue($0.key), YAMLValue($0.value)) })
    }
  }
}
