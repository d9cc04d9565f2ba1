/// A YAML value and its position.
public struct Node: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping([Entry])
  }

  /// A text without its quotes and escapes; its place in the schema determines its type.
  public struct Scalar: Hashable, Sendable {
    public var text: String
    public var style: Style
  }

  public enum Style: Hashable, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  /// A key and its value.
  public struct Entry: Hashable, Sendable {
    public var key: Node
    public var value: Node
  }

  public var content: Content
  // In this order a node takes 48 bytes, else 56.
  /// Whether a collection is written in brackets or braces.
  public var isFlow = false
  public var range: SourceRange

  /// The text of a scalar; nil for a collection.
  @inlinable package var scalarText: String? {
    if case .scalar(let scalar) = content { scalar.text } else { nil }
  }
}
