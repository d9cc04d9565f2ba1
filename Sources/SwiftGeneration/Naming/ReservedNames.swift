/// The names that generated declarations cannot have.
enum ReservedNames {
  /// Keywords, which are written in backticks.
  static let keywords: NameSet = [
    "Any", "Protocol", "Self", "Type", "as", "associatedtype", "await", "break", "case", "catch",
    "class", "continue", "default", "defer", "deinit", "do", "else", "enum", "extension",
    "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init",
    "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol",
    "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super",
    "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
  ]

  /// Local variables of generated functions, and words that begin an accessor; a property with such a name is accessed through
  /// `self`.
  static let locals: NameSet = [
    "borrowing", "consuming", "didSet", "get", "mutating", "nonmutating", "set", "willSet",
    "body", "event", "fields", "id", "reader", "scope", "position", "start", "context", "writer",
    "error", "value", "callback", "other",
  ]

  /// Names that no type can have: those of the language, of requirements of the standard library, and of the modules by
  /// which generated code qualifies names.
  static let types: NameSet = [
    "Any", "CallbackRuntime", "Protocol", "RawValue", "Self", "Swift", "Type",
  ]

  /// Members that every generated object declares or inherits.
  static let members: NameSet = [
    "customMirror", "debugDescription", "description", "hash", "hashValue", "json", "Self", "self",
    "validate",
  ]

  /// Members that every code table declares or inherits.
  static let tableMembers: NameSet = [
    "advice", "allKnown", "allKnownCases", "debugDescription", "description", "hash", "hashValue",
    "isExhaustive", "isListedElsewhere", "malformed", "outcome", "rawValue", "Self", "self",
    "summary", "unknownBits", "unrecognized",
  ]

  /// Members and cases that every event enumeration has.
  static let eventMembers: NameSet = [
    "hash", "hashValue", "id", "malformed", "otherProduct", "Self", "self", "unrecognized",
    "validate", "write",
  ]
}
