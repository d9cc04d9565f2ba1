/// An error of decoding JSON, with the path and the byte offset at which it occurred.
public struct CallbackDecodingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A kind of JSON value.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Kind: String, Hashable, Sendable {
    /// A string.
    case string
    /// A number without a fraction; `1.0` and `1e3` are such numbers.
    case integer
    /// Any number.
    case number
    /// `true` or `false`.
    case boolean
    /// An object.
    case object
    /// An array.
    case array
  }

  /// The cause of a decoding error.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Problem: Hashable, Sendable {
    /// The text is not JSON.
    case syntax
    /// The text ends inside the value.
    case end
    /// The text is not UTF-8.
    case encoding
    /// An escape sequence that JSON does not have, or half of a surrogate pair.
    case escape
    /// More than 512 nested objects and arrays.
    case depth
    /// Data follows the value.
    case trailing
    /// A number outside the range of its type.
    case range
    /// A `null` instead of a value.
    case null
    /// A value of another kind than expected.
    case type(Kind)
    /// A required member, with its name, that is absent or null.
    case missing(String)
    /// The key of another event, in a service that identifies events by the key of an object; a callback has one event.
    case anotherEvent
  }

  /// The cause.
  public var problem: Problem
  /// The byte offset in the body; nil when the body came through a `Decoder`, which reports none.
  public var offset: Int?
  /// The path from the root, such as `payload.details.fileList[0].uid`; empty for the body itself.
  public var path: String

  /// Creates an error.
  public init(problem: Problem, offset: Int? = nil, path: String = "") {
    self.problem = problem
    self.offset = offset
    self.path = path
  }

  /// The path, the problem and the byte offset: `payload.details.status: expected an integer (byte 123)`.
  public var description: String {
    let place = offset.map { " (byte \($0))" } ?? ""
    return "\(path.isEmpty ? "body" : path): \(problem)\(place)"
  }
}

extension CallbackDecodingError.Kind: CustomStringConvertible {
  /// The kind in words: `an integer`.
  public var description: String {
    switch self {
    case .string: "a string"
    case .integer: "an integer"
    case .number: "a number"
    case .boolean: "true or false"
    case .object: "an object"
    case .array: "an array"
    }
  }
}

extension CallbackDecodingError.Problem: CustomStringConvertible {
  /// The problem in words: `expected an integer`.
  public var description: String {
    switch self {
    case .syntax: "not valid JSON"
    case .end: "the JSON text ends inside the value"
    case .encoding: "not valid UTF-8"
    case .escape: "not a valid escape sequence"
    case .depth: "more than 512 nested objects and arrays"
    case .trailing: "data follows the JSON value"
    case .range: "the number is out of range"
    case .null: "null instead of a value"
    case .type(let kind): "expected \(kind)"
    case .missing(let place) where place.hasPrefix("key of "): "no member has the name of an event"
    case .missing: "missing"
    case .anotherEvent: "the key of another event; a callback has one event"
    }
  }
}
