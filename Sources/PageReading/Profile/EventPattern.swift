/// The form of the headings or list items that open an event.
public struct EventPattern: Hashable, Sendable {
  /// The kind of the line.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case heading, item
  }

  public var kind: Kind
  /// The text with the placeholders `{id}`, `{name}`, `{constant}` and `{version}`.
  public let template: String
  /// The parts of the template; nil if it has an unknown placeholder.
  let parts: [Part]?
  /// The level of the heading; nil for any.
  public var level: Int?
  /// Whether the anchor of the line is the id.
  public var takesIDFromAnchor = false

  public init(
    kind: Kind, template: String, level: Int? = nil, takesIDFromAnchor: Bool = false
  ) {
    self.kind = kind
    self.template = template
    parts = Self.parts(of: template)
    self.level = level
    self.takesIDFromAnchor = takesIDFromAnchor
  }
}
