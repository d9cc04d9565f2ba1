import CallbackSchema

/// A Swift type as a property has it, without the question mark.
indirect enum TypeReference: Hashable {
  /// A type of the standard library or of the runtime.
  case builtIn(BuiltInType)
  /// A type of the schema, by its names below the namespace.
  case schema([SwiftName], SchemaKind)
  case list(TypeReference)

  enum SchemaKind: Hashable {
    /// A code table or a bit mask with its raw type.
    case codes(Scalar)
    case object
    /// A text with parts.
    case text
  }

  /// As it is written inside a declaration.
  func text(in place: DeclarationPlace) -> String {
    switch self {
    case .builtIn(let type): type.swiftName
    case .schema(let path, _): place.reference(path)
    case .list(let element): "[\(element.text(in: place))]"
    }
  }

  /// Its values have something to check beside being there: codes, and what is inside of objects.
  var isChecked: Bool {
    switch self {
    case .builtIn, .schema(_, .text): false
    case .schema: true
    case .list(let element): element.isChecked
    }
  }

  /// The placeholder for a required property before it is decoded, written inside an extension of a nested type.
  func placeholder(in namespace: SwiftName) -> String {
    switch self {
    case .builtIn(let type): type.placeholder
    case .schema(let path, .codes(let raw)):
      "\(Self.qualified(path, namespace))(rawValue: \(raw == .string ? "\"\"" : "0"))"
    case .schema(let path, .text): "\(Self.qualified(path, namespace))(rawValue: \"\")"
    case .schema(let path, .object):
      "CallbackRuntime._JSONReader.placeholder(\(Self.qualified(path, namespace)).self)"
    case .list: "[]"
    }
  }

  static func qualified(_ path: [SwiftName], _ namespace: SwiftName) -> String {
    ([namespace] + path).map(\.declared).joined(separator: ".")
  }
}

/// Where a declaration stands, and which names mean something nearer there than in the namespace.
struct DeclarationPlace {
  var namespace: SwiftName
  /// The types around it, below the namespace.
  var path: [SwiftName] = []
  /// The names of the types that are declared inside the ones around it.
  var nearer: Set<SwiftName> = []

  /// The place inside a type that declares others.
  func inside(_ name: SwiftName, declaring nested: [SwiftName]) -> DeclarationPlace {
    DeclarationPlace(namespace: namespace, path: path + [name], nearer: nearer.union(nested))
  }

  /// A path as it has to be written here: its own name for a type that the innermost one declares, in full where a
  /// nearer type would be meant.
  func reference(_ target: [SwiftName]) -> String {
    if !path.isEmpty, target.count == path.count + 1, target.starts(with: path) {
      return target[target.count - 1].declared
    }
    let isHidden =
      target.first.map { nearer.contains($0) || path.dropFirst().contains($0) } ?? false
    return isHidden
      ? TypeReference.qualified(target, namespace) : target.map(\.declared).joined(separator: ".")
  }
}
