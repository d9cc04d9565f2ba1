import CallbackRuntime
import CallbackSchema

/// The decoded value of a member.
indirect enum ReadValue {
  case string(String)
  case integer(Int)
  /// An integer of `uint64`, which may be larger than any `Int`.
  case unsigned(UInt64)
  case double(Double)
  case bool(Bool)
  case raw(RawJSON)
  case object(ReadObject)
  case list([ReadValue])
  case map([String: ReadValue])
  /// A value of one of several types, by the index of its type.
  case alternative(Int, ReadValue)

  /// The value in the form of a schema; nil for objects, arrays and raw JSON.
  var wire: WireValue? {
    switch self {
    case .string(let text): .string(text)
    case .integer(let number): .number("\(number)")
    case .unsigned(let number): .number("\(number)")
    case .double(let number): .number("\(number)")
    case .bool(let value): .bool(value)
    case .raw, .object, .list, .map, .alternative: nil
    }
  }
}

/// A decoded object: its values by the indices of their fields.
struct ReadObject {
  var shape: ObjectShape
  var values: [ReadValue?]
  /// The indices of the fields that were `null` where the documentation allows it.
  var nulls: Set<Int> = []

  init(shape: ObjectShape) {
    self.shape = shape
    values = Array(repeating: nil, count: shape.fields.count)
  }

  func value(of wire: String) -> ReadValue? { shape.place(of: wire).flatMap { values[$0] } }

  func value(at path: [String]) -> ReadValue? {
    guard let first = path.first, let value = value(of: first) else { return nil }
    if path.count == 1 { return value }
    if case .object(let object) = value { return object.value(at: Array(path.dropFirst())) }
    return nil
  }
}

/// A decoded callback.
struct ReadCallback {
  enum Event {
    case typed(EventShape, ReadObject)
    case unrecognized
    case otherProduct
    case malformed(CallbackDecodingError)
  }

  var envelope: ReadObject
  var id: WireValue
  var event: Event
}

extension WireValue {
  /// The value as messages show it: only strings are quoted.
  var raw: any CustomStringConvertible {
    switch self {
    case .string(let text): text
    // A message quotes a `String`; a `Substring` of digits is printed as it is.
    case .number(let digits): Substring(digits)
    case .bool(let value): value
    case .null: text[...]
    }
  }
}
