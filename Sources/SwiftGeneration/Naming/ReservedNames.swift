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
    "body", "event", "fields", "id", "reader", "scope", "position", "start", "validator", "writer",
    "fault", "value",
  ]

  /// Types that generated code names: a type of the schema must not hide them.
  static let types: Set<String> = [
    "Any", "Protocol", "Self", "Type",
    "Bool", "Comparable", "Double", "Hashable", "Int", "Int32", "Int64", "Optional", "Sendable",
    "String", "Swift",
    "UInt32", "UInt64", "Void",
    "Acknowledgement", "CallbackCondition", "CallbackObject", "CallbackOutcome", "CallbackRuntime",
    "_CallbackRuntimeVersion",
    "CodeFlags", "CodeTable", "Editions", "EventPosition", "FieldNames", "FormattedText",
    "RFC3339Time", "StringOrInteger", "TextMismatch", "TextParts", "TextTemplate", "UnknownFields",
    "_JSONReader", "_JSONWriter",
    "MalformedEvent",
    "ObjectScope", "RawJSON", "RawValue", "RetryPolicy", "SeparatedList", "StaticString", "SignatureScheme",
    "UnixMicroseconds",
    "UnixMilliseconds", "UnixNanoseconds", "UnixSeconds", "UnrecognizedEvent", "DocumentedValue",
    "Validator",
  ]

  /// Members that every generated object has, or gets from the library.
  static let members: Set<String> = [
    "customMirror", "debugDescription", "description", "hash", "hashValue", "json", "Self", "self",
    "validate",
    "write",
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
    "hash", "hashValue", "id", "malformed", "Self", "self", "unrecognized", "validate", "write",
  ]
}
