/// The names that generated code cannot take.
enum ReservedNames {
  /// Words of the language: written in backticks.
  static let keywords: Set<String> = [
    "Any", "Protocol", "Self", "Type", "as", "associatedtype", "await", "break", "case", "catch",
    "class",
    "continue", "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough",
    "false",
    "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is",
    "let", "nil",
    "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return",
    "self",
    "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
    "typealias", "var",
    "where", "while",
  ]

  /// The locals of generated bodies, and words that begin an accessor: a property of such a name is reached through
  /// `self`.
  static let locals: Set<String> = [
    "borrowing", "consuming", "didSet", "get", "mutating", "nonmutating", "set", "willSet",
    "body", "event", "fields", "id", "reader", "scope", "position", "start", "context", "writer",
    "error", "value", "callback",
  ]

  /// Names that no type can have: those of the language, of requirements of the library, and the modules that qualify all
  /// other names.
  static let types: Set<String> = [
    "Any", "CallbackRuntime", "Protocol", "RawValue", "Self", "Swift", "Type",
  ]

  /// Members that every generated object has, or gets from the library.
  static let members: Set<String> = [
    "customMirror", "debugDescription", "description", "hash", "hashValue", "json", "Self", "self",
    "validate",
  ]

  /// Members that every code table has.
  static let tableMembers: Set<String> = [
    "advice", "allKnown", "allKnownCases", "debugDescription", "description", "hash", "hashValue",
    "isExhaustive",
    "isListedElsewhere", "malformed", "outcome", "rawValue", "Self", "self", "summary", "unknownBits",
    "unrecognized",
  ]

  /// Cases that every event enum has.
  static let eventMembers: Set<String> = [
    "hash", "hashValue", "id", "malformed", "otherProduct", "Self", "self", "unrecognized",
    "validate", "write",
  ]
}
