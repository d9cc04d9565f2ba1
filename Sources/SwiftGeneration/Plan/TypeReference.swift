import CallbackSchema

/// A Swift type as a property has it, without the question mark.
indirect enum TypeReference: Hashable {
  /// A type of the standard library or of the runtime.
  case plain(String)
  /// A type of the schema, by its names below the namespace.
  case schema([SwiftName], SchemaKind)
  case list(TypeReference)

  enum SchemaKind: Hashable {
    /// A code table or a bit mask with its raw type.
    case codes(Scalar)
    case object
  }

  /// As it is written inside `extension Namespace { }`.
  var text: String {
    switch self {
    case .plain(let name): name
    case .schema(let path, _): path.map(\.declared).joined(separator: ".")
    case .list(let element): "[\(element.text)]"
    }
  }

  /// A value to begin with, before anything was read. Written inside an extension of a nested type.
  func blank(in namespace: SwiftName) -> String {
    switch self {
    case .plain("String"): "\"\""
    case .plain("Bool"): "false"
    case .plain("RawJSON"): ".null"
    case .plain("SeparatedList"): "SeparatedList(rawValue: \"\", separator: \"\")"
    case .plain(let name) where name.hasPrefix("Unix"): "\(name)(0)"
    case .plain: "0"
    case .schema(let path, .codes(let raw)):
      "\(Self.qualified(path, namespace))(rawValue: \(raw == .string ? "\"\"" : "0"))"
    case .schema(let path, .object): "JSONReader.blank(\(Self.qualified(path, namespace)).self)"
    case .list: "[]"
    }
  }

  static func qualified(_ path: [SwiftName], _ namespace: SwiftName) -> String {
    ([namespace] + path).map(\.declared).joined(separator: ".")
  }
}
