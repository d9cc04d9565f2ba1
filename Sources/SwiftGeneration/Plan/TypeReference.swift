import CallbackSchema

/// The Swift type of a property, without optionality.
enum TypeReference: Hashable, Sendable {
  /// A type of the standard library or of CallbackRuntime.
  case builtIn(BuiltInType)
  /// A type generated from the schema, by its names below the namespace.
  case schema([SwiftName], SchemaKind)
  indirect case list(TypeReference)
  /// An element of a list that may be `null`.
  indirect case optional(TypeReference)
  /// A map from strings.
  indirect case map(TypeReference)

  enum SchemaKind: Hashable, Sendable {
    /// A code table or a bit mask with its raw type.
    case codes(Scalar)
    case object
    /// A string format with parts.
    case text
    /// One of several types, with the name and the type of the first or the most general case.
    indirect case alternatives(SwiftName, TypeReference)
  }

  /// The type as written in a declaration.
  func text(in place: DeclarationPlace) -> String {
    switch self {
    case .builtIn(let type): type.swiftName
    case .schema(let path, _): place.reference(path)
    case .list(let element): "[\(element.text(in: place))]"
    case .optional(let element): "\(element.text(in: place))?"
    case .map(let element): "[Swift.String: \(element.text(in: place))]"
    }
  }

  /// Whether values are validated beyond their presence: codes and the contents of objects are.
  var isChecked: Bool {
    switch self {
    case .builtIn, .schema(_, .text): false
    case .schema: true
    case .list(let element), .map(let element), .optional(let element): element.isChecked
    }
  }

  /// The placeholder for a required property before it is decoded, as written in an extension of its type.
  func placeholder(in namespace: SwiftName) -> String {
    switch self {
    case .builtIn(let type): type.placeholder
    case .schema(let path, .codes(let raw)):
      "\(Self.qualified(path, namespace))(rawValue: \(raw == .string ? "\"\"" : "0"))"
    case .schema(let path, .text): "\(Self.qualified(path, namespace))(rawValue: \"\")"
    case .schema(let path, .object):
      "CallbackRuntime._JSONReader.placeholder(\(Self.qualified(path, namespace)).self)"
    case .schema(let path, .alternatives(let name, let type)):
      "\(Self.qualified(path, namespace)).\(name.declared)(\(type.placeholder(in: namespace)))"
    case .list: "[]"
    case .optional: "nil"
    case .map: "[:]"
    }
  }

  static func qualified(_ path: [SwiftName], _ namespace: SwiftName) -> String {
    ([namespace] + path).map(\.declared).joined(separator: ".")
  }
}

/// The position of a declaration, which determines how it refers to other types.
struct DeclarationPlace {
  var namespace: SwiftName
  /// The enclosing types, below the namespace.
  var path: [SwiftName] = []
  /// The types declared inside the enclosing ones, which shadow types of the namespace with the same name.
  var shadowing: Set<SwiftName> = []

  /// The position inside a type that declares others.
  func inside(_ name: SwiftName, declaring nested: [SwiftName]) -> DeclarationPlace {
    DeclarationPlace(namespace: namespace, path: path + [name], shadowing: shadowing.union(nested))
  }

  /// A reference to a type: its own name if the innermost type declares it, its path below the namespace otherwise, and the
  /// qualified name if another type shadows that path.
  func reference(_ target: [SwiftName]) -> String {
    if !path.isEmpty, target.count == path.count + 1, target.starts(with: path) {
      return target[target.count - 1].declared
    }
    let isHidden =
      target.first.map { shadowing.contains($0) || path.dropFirst().contains($0) } ?? false
    return isHidden
      ? TypeReference.qualified(target, namespace) : target.map(\.declared).joined(separator: ".")
  }
}
