/// The cause of a decoding error, in one byte; from `range` on, the JSON is valid and the value is wrong.
enum DecodingErrorCode: UInt8, Error {
  case none, syntax, end, escape, depth, trailing
  /// A string that is not UTF-8, or has half of a surrogate pair; its end is known.
  case encoding, surrogate
  case range, null, notString, notInteger, notNumber, notBoolean, notObject, notArray, missing

  /// Whether the value is wrong and not the JSON, so that decoding can continue after it.
  var isRecoverable: Bool { rawValue >= DecodingErrorCode.range.rawValue }
  /// Whether the string is not valid Unicode, and the JSON around it may be valid.
  var isUnicode: Bool { self == .encoding || self == .surrogate }
  /// Whether a number was expected.
  var isNumeric: Bool { self == .notInteger || self == .notNumber }
  /// The code to report if the JSON text has ended: usually `end`.
  var atEnd: DecodingErrorCode { self == .depth || self == .missing ? self : .end }

  func problem(missing name: String?) -> CallbackDecodingError.Problem {
    switch self {
    case .none, .syntax: .syntax
    case .end: .end
    case .encoding: .encoding
    case .escape, .surrogate: .escape
    case .depth: .depth
    case .trailing: .trailing
    case .range: .range
    case .null: .null
    case .notString: .type(.string)
    case .notInteger: .type(.integer)
    case .notNumber: .type(.number)
    case .notBoolean: .type(.boolean)
    case .notObject: .type(.object)
    case .notArray: .type(.array)
    case .missing: .missing(name ?? "")
    }
  }
}
