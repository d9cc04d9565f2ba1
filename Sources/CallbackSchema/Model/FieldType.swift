/// What JSON carries at a place, and what is made of it.
public indirect enum FieldType: Hashable, Sendable {
  case scalar(Scalar)
  /// A code table of the service, by its name.
  case table(String)
  /// Codes that belong to this field alone.
  case ownTable(CodeTable)
  /// An object of the service, by its name.
  case object(String)
  /// An object that belongs to this field alone.
  case nested([Field])
  case list(FieldType)
  /// A string or an integer, as sent.
  case stringOrInteger
  /// One of several, picked by the value of another field.
  case dependent(Dependency)

  /// The JSON kind of its values; nil where any will do.
  public func kind(in service: Service) -> JSONKind? {
    switch self {
    case .scalar(let scalar): scalar.kind
    case .table(let name): service.table(named: name)?.raw.kind
    case .ownTable(let table): table.raw.kind
    case .object, .nested: .object
    case .list: .list
    case .dependent(let dependency): dependency.otherwise.kind
    case .stringOrInteger: nil
    }
  }

  /// The JSON kinds that its values may have; nil where any will do.
  public func kinds(in service: Service) -> Set<JSONKind>? {
    if case .stringOrInteger = self { return [.string, .number] }
    return kind(in: service).map { [$0] }
  }
}

/// A type that no schema defines.
public enum Scalar: String, Hashable, Sendable, CaseIterable {
  case bool, int, int32, int64, uint32, uint64, double, string, object, json

  /// The JSON kind of its values; nil where any will do.
  public var kind: JSONKind? {
    switch self {
    case .bool: .bool
    case .int, .int32, .int64, .uint32, .uint64, .double: .number
    case .string: .string
    case .object: .object
    case .json: nil
    }
  }

  public var isInteger: Bool {
    switch self {
    case .int, .int32, .int64, .uint32, .uint64: true
    default: false
    }
  }

  /// Whether an integer's text fits.
  public func holds(integer text: String) -> Bool {
    switch self {
    case .int, .int64: Int64(text) != nil
    case .int32: Int32(text) != nil
    case .uint32: UInt32(text) != nil
    case .uint64: UInt64(text) != nil
    default: false
    }
  }
}

/// A type that another field picks: the table of `errorCode` by `module`.
public struct Dependency: Hashable, Sendable {
  public struct Choice: Hashable, Sendable {
    /// The value of the other field.
    public var value: WireValue
    /// The table that it picks.
    public var table: Located<String>

    public init(value: WireValue, table: Located<String>) {
      self.value = value
      self.table = table
    }
  }

  /// The other field.
  public var selector: Located<[String]>
  public var choices: [Choice]
  /// What any other value picks.
  public var otherwise: Scalar

  public init(selector: Located<[String]>, choices: [Choice], otherwise: Scalar) {
    self.selector = selector
    self.choices = choices
    self.otherwise = otherwise
  }
}

/// What a number counts.
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

  /// A point in time, not an amount.
  public var isTime: Bool { rawValue.hasPrefix("unix-") }
}

/// What a string holds.
public enum Format: Hashable, Sendable {
  /// Several texts with a separator between them.
  case list(separator: String)
  /// The event's own fields, as JSON.
  case json
  /// A date and time of RFC 3339.
  case rfc3339
  /// A text with parts, by the name under which the service describes it.
  case text(Located<String>)
  /// Base64 of a text; some of its characters are written otherwise.
  case base64([Replacement])

  /// A character that is written instead of another one.
  public struct Replacement: Hashable, Sendable {
    public var character: String
    public var written: String
  }
}

/// The bounds of a number; an open end is nil.
public struct Bounds: Hashable, Sendable {
  public var lower: String?
  public var upper: String?

  public init(lower: String?, upper: String?) {
    self.lower = lower
    self.upper = upper
  }
}
