/// What was wrong, in a byte. Those from `range` on are faults of a value; those before, of the text.
enum FaultCode: UInt8 {
  case none, syntax, end, encoding, escape, depth, trailing
  case range, null, notString, notInteger, notNumber, notBoolean, notObject, notArray, missing

  /// What is wrong is the value, not the text.
  var isRecoverable: Bool { rawValue >= FaultCode.range.rawValue }
  /// A number was expected.
  var isNumeric: Bool { self == .notInteger || self == .notNumber }
  /// The same fault, where nothing more follows.
  var atEnd: FaultCode { self == .depth || self == .missing ? self : .end }

  func problem(missing name: String?) -> CallbackDecodingError.Problem {
    switch self {
    case .none, .syntax: .syntax
    case .end: .end
    case .encoding: .encoding
    case .escape: .escape
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
