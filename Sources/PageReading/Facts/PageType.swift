public import CallbackSchema

/// The meaning of a type word on a page.
public indirect enum PageType: Hashable, Sendable {
  case string, bool, object
  /// A number; the type of the schema language if the page names a width, nil if it says "number" only.
  case number(Scalar?)
  /// A list; the type of its elements if the page names it.
  case list(PageType?)
  /// One of several types, such as `String/Number`.
  case union([PageType])

  /// The JSON kinds of its values.
  public var kinds: Set<JSONKind> {
    switch self {
    case .string: [.string]
    case .bool: [.bool]
    case .object: [.object]
    case .number: [.number]
    case .list: [.list]
    case .union(let members): members.reduce(into: []) { $0.formUnion($1.kinds) }
    }
  }

  /// Whether values can have members: an object, or a list that can contain objects.
  public var isContainer: Bool {
    switch self {
    case .object, .list(nil), .list(.object?): true
    case .list(let element?): element.isContainer
    case .union(let members): members.contains(where: \.isContainer)
    case .string, .bool, .number: false
    }
  }
}

extension PageType: CustomStringConvertible {
  /// The notation of inventories; a number without width is `number`, a list of unnamed elements `list`.
  public var description: String {
    switch self {
    case .string: "string"
    case .bool: "bool"
    case .object: "object"
    case .number(let scalar): scalar?.rawValue ?? "number"
    case .list(nil): "list"
    case .list(let element?): "[\(element)]"
    case .union(let members): members.map(\.description).joined(separator: " | ")
    }
  }
}
