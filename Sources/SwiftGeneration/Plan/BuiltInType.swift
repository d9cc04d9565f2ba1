import CallbackSchema

/// A type of the standard library or of CallbackRuntime that a generated property can have.
enum BuiltInType: String {
  case bool = "Swift.Bool"
  case int = "Swift.Int"
  case int32 = "Swift.Int32"
  case int64 = "Swift.Int64"
  case uint32 = "Swift.UInt32"
  case uint64 = "Swift.UInt64"
  case double = "Swift.Double"
  case string = "Swift.String"
  /// Any JSON value, as sent.
  case rawJSON = "CallbackRuntime.RawJSON"
  case unixSeconds = "CallbackRuntime.UnixSeconds"
  case unixMilliseconds = "CallbackRuntime.UnixMilliseconds"
  case unixMicroseconds = "CallbackRuntime.UnixMicroseconds"
  case unixNanoseconds = "CallbackRuntime.UnixNanoseconds"
  case doubleText = "CallbackRuntime.DoubleText"
  case rfc3339Time = "CallbackRuntime.RFC3339Time"
  case separatedList = "CallbackRuntime.SeparatedList"
  case stringOrInteger = "CallbackRuntime.StringOrInteger"

  /// The type of a scalar without a unit or a format.
  init(_ scalar: Scalar) {
    self =
      switch scalar {
      case .bool: .bool
      case .int: .int
      case .int32: .int32
      case .int64: .int64
      case .uint32: .uint32
      case .uint64: .uint64
      case .double: .double
      case .string: .string
      case .object, .json: .rawJSON
      }
  }

  /// The type of a point in time; nil for a unit that measures an amount.
  init?(time unit: Unit) {
    switch unit {
    case .unixSeconds: self = .unixSeconds
    case .unixMilliseconds: self = .unixMilliseconds
    case .unixMicroseconds: self = .unixMicroseconds
    case .unixNanoseconds: self = .unixNanoseconds
    default: return nil
    }
  }

  /// The qualified name, which no declaration of the user's own module can shadow.
  var swiftName: String { rawValue }

  /// The placeholder for a required property before it is decoded.
  var placeholder: String {
    switch self {
    case .bool: "false"
    case .int, .int32, .int64, .uint32, .uint64, .double, .doubleText: "0"
    case .unixSeconds, .unixMilliseconds, .unixMicroseconds, .unixNanoseconds: "0"
    case .string, .rfc3339Time, .stringOrInteger: "\"\""
    case .rawJSON: ".null"
    case .separatedList: "\(swiftName)(rawValue: \"\", separator: \"\")"
    }
  }
}

extension Scalar {
  /// The Swift type of the scalar's values.
  var swiftName: String { BuiltInType(self).swiftName }
}
