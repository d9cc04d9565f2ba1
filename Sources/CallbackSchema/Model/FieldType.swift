/// The type of a field: its JSON form and its Swift type.
public enum FieldType: Hashable, Sendable {
  case scalar(Scalar)
  /// A code table of the service, by name.
  case table(String)
  /// A code table declared at the field.
  indirect case ownTable(CodeTable)
  /// An object of the service, by name.
  case object(String)
  /// An object declared at the field.
  case nested([Field])
  indirect case list(FieldType)
  /// `string | int`: a string or an integer.
  case stringOrInteger
  /// A type selected by the value of another field.
  indirect case dependent(Dependency)
  /// `[string: T]`: an object whose member names are data.
  indirect case map(FieldType)
  /// `string | Customer`: one of several types, which differ in their JSON type.
  case union([FieldType])
  /// An object whose type one of its members selects.
  indirect case choice(ObjectChoice)

  /// Whether the struct of a field with the type declares a type for its values.
  package var isDeclaredByField: Bool {
    switch self {
    case .ownTable, .nested, .union, .choice: true
    case .list(let element), .map(let element): element.isDeclaredByField
    case .scalar, .table, .object, .stringOrInteger, .dependent: false
    }
  }

  /// The code table of its values; nil for any other type, and for a dependent one.
  public func table(in service: Service) -> CodeTable? {
    switch self {
    case .table(let name): service.table(named: name)
    case .ownTable(let table): table
    default: nil
    }
  }

  /// The scalar type of its values; nil for objects, lists and `string | int`.
  public func scalar(in service: Service) -> Scalar? {
    switch self {
    case .scalar(let scalar): scalar
    case .dependent(let dependency): dependency.otherwise
    default: table(in: service)?.raw
    }
  }

  /// The JSON kind of its values; nil for any.
  public func kind(in service: Service) -> JSONKind? {
    switch self {
    case .object, .nested, .map: .object
    case .list: .list
    case .union, .choice: nil
    default: scalar(in: service)?.kind
    }
  }

  /// The JSON kinds of its values; nil for any.
  public func kinds(in service: Service) -> Set<JSONKind>? {
    if case .stringOrInteger = self { return [.string, .number] }
    if case .union(let members) = self {
      return members.reduce(into: []) { $0.formUnion($1.kinds(in: service) ?? []) }
    }
    return kind(in: service).map { [$0] }
  }
}

/// A built-in type of the schema language.
public enum Scalar: String, Hashable, Sendable, CaseIterable {
  case bool, int, int32, int64, uint32, uint64, double, string, object, json

  /// The JSON kind of its values; nil for any.
  public var kind: JSONKind? {
    switch self {
    case .bool: .bool
    case .int, .int32, .int64, .uint32, .uint64, .double: .number
    case .string: .string
    case .object: .object
    case .json: nil
    }
  }

  /// The integer type of the same values; nil for any other type.
  package var integerType: (any FixedWidthInteger.Type)? {
    switch self {
    case .int, .int64: Int64.self
    case .int32: Int32.self
    case .uint32: UInt32.self
    case .uint64: UInt64.self
    case .bool, .double, .string, .object, .json: nil
    }
  }

  public var isInteger: Bool { integerType != nil }

  /// Whether the type can represent an integer, given as decimal digits.
  public func holds(integer text: String) -> Bool {
    switch self {
    case .int, .int64: Int64(text) != nil
    case .int32: Int32(text) != nil
    case .uint32: UInt32(text) != nil
    case .uint64: UInt64(text) != nil
    case .bool, .double, .string, .object, .json: false
    }
  }
}

/// A dependent type, such as the code table of `errorCode`, which the value of `module` selects.
public struct Dependency: Hashable, Sendable {
  public struct Choice: Hashable, Sendable {
    /// The value of the selector.
    public var value: WireValue
    /// The code table that the value selects.
    public var table: Located<String>
  }

  /// The path of the selector.
  public var selector: Located<[String]>
  public var choices: [Choice]
  /// The type for any other value of the selector.
  public var otherwise: Scalar
}

/// An object whose type one of its members selects, such as a payment method with the member `type`.
public struct ObjectChoice: Hashable, Sendable {
  public struct Option: Hashable, Sendable {
    /// The value of the member.
    public var value: WireValue
    /// The object that the value selects.
    public var object: Located<String>
  }

  /// The path of the member: the name of the field, then that of the member.
  public var selector: Located<[String]>
  public var options: [Option]

  /// The name of the member.
  public var member: String { selector.value.last ?? "" }
}

/// The unit of a number.
public enum Unit: String, Hashable, Sendable, CaseIterable {
  case unixSeconds = "unix-s"
  case unixMilliseconds = "unix-ms"
  case unixMicroseconds = "unix-us"
  case unixNanoseconds = "unix-ns"
  case nanoseconds = "ns"
  case microseconds = "us"
  case milliseconds = "ms"
  case seconds = "s"
  case minutes = "min"
  case hours = "h"
  case bytes = "byte"
  case pixels = "px"
  case hertz = "Hz"
  case bits = "bit"
  case bitsPerSecond = "bit/s"
  case percent = "%"
  case tenThousandths = "1/10000"

  /// Whether the unit denotes a point in time.
  public var isTime: Bool { rawValue.hasPrefix("unix-") }
}

/// The format of a string.
public enum Format: Hashable, Sendable {
  /// A list of strings with a separator.
  case list(separator: String)
  /// The event's payload as JSON.
  case json
  /// A date and time by RFC 3339.
  case rfc3339
  /// A text format of the service, by name.
  case text(Located<String>)
  /// Base64 of a string, with replaced characters.
  case base64([Replacement])
  /// A standard format, which a string keeps as it was sent.
  case standard(Standard)
  /// An integer in a string.
  case integer
  /// A number in a string.
  case number
  /// A boolean, as `"true"` or `"false"` in a string or as 0 or 1.
  case boolean

  /// The words for the formats without parameters.
  package static let words =
    ["rfc3339", "json"] + Standard.allCases.map(\.rawValue) + ["int", "double", "bool"]

  /// A standard format of a string.
  public enum Standard: String, Hashable, Sendable, CaseIterable {
    case decimal, date, uuid, url
  }

  /// A character of the Base64 alphabet and its replacement.
  public struct Replacement: Hashable, Sendable {
    public var character: String
    public var written: String
  }
}

/// A range of numbers, as decimal digits; nil for an open end.
public struct Bounds: Hashable, Sendable {
  public var lower: String?
  public var upper: String?
}
