/// Why a body could not be read: what was wrong, and where.
public struct CallbackDecodingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A kind of JSON value that was expected.
  public enum Kind: String, Hashable, Sendable {
    /// A text.
    case string
    /// A number without a fraction; `1.0` and `1e3` are such numbers.
    case integer
    /// Any number.
    case number
    /// `true` or `false`.
    case boolean
    /// Members in braces.
    case object
    /// Elements in brackets.
    case array
  }

  /// What was wrong.
  public enum Problem: Hashable, Sendable {
    /// The text is not JSON.
    case syntax
    /// The text ends too early.
    case end
    /// The text is not UTF-8.
    case encoding
    /// An escape sequence that JSON does not have, or half of a surrogate pair.
    case escape
    /// More than 512 objects and lists within each other.
    case depth
    /// Something follows the value.
    case trailing
    /// A number too large, or too small, for what it is read as.
    case range
    /// A `null` among the elements of a list.
    case null
    /// A value of another kind was expected.
    case type(Kind)
    /// A member is not there (or null), without which the object says nothing.
    case missing(String)
  }

  /// What was wrong.
  public var problem: Problem
  /// The place in the body, in bytes; nil when the body came through a `Decoder`, which knows no bytes.
  public var offset: Int?
  /// The path from the root, such as `payload.details.fileList[0].uid`; empty for the body itself.
  public var path: String

  init(problem: Problem, offset: Int?, path: String = "") {
    self.problem = problem
    self.offset = offset
    self.path = path
  }

  /// The path, what was expected there, and the byte: `payload.details.status: expected an integer (byte 123)`.
  public var description: String {
    let place = offset.map { " (byte \($0))" } ?? ""
    return "\(path.isEmpty ? "body" : path): \(problem)\(place)"
  }
}

extension CallbackDecodingError.Kind: CustomStringConvertible {
  /// The kind, in words: `an integer`.
  public var description: String {
    switch self {
    case .string: "a string"
    case .integer: "an integer"
    case .number: "a number"
    case .boolean: "true or false"
    case .object: "an object"
    case .array: "a list"
    }
  }
}

extension CallbackDecodingError.Problem: CustomStringConvertible {
  /// The problem, in words: `expected an integer`.
  public var description: String {
    switch self {
    case .syntax: "not valid JSON"
    case .end: "the text ends too early"
    case .encoding: "not valid UTF-8"
    case .escape: "not a valid escape sequence"
    case .depth: "nested deeper than 512"
    case .trailing: "something follows the JSON value"
    case .range: "the number is out of range"
    case .null: "null among the elements of a list"
    case .type(let kind): "expected \(kind)"
    case .missing: "missing"
    }
  }
}
