/// The parts of a text, asked for from the left.
@_spi(Generated)
public struct TextParts {
  private var parts: ArraySlice<String?>

  init(_ parts: [String?]) { self.parts = parts[...] }

  /// The parts that were not asked for yet.
  var all: [String?] { Array(parts) }

  /// The next part.
  ///
  /// - Throws: where it is absent or does not fit the type.
  public mutating func next<T: TextPart>() throws(TextMismatch) -> T {
    guard let text = parts.popFirst() ?? nil, let value = T(part: text) else {
      throw TextMismatch()
    }
    return value
  }

  /// The next part, which may be absent.
  ///
  /// - Throws: where it does not fit the type.
  public mutating func next<T: TextPart>() throws(TextMismatch) -> T? {
    guard let text = parts.popFirst() ?? nil else { return nil }
    guard let value = T(part: text) else { throw TextMismatch() }
    return value
  }

  /// The next part, which is a documented code.
  ///
  /// - Throws: where it is absent or not documented.
  public mutating func next<T: CodeTable>() throws(TextMismatch) -> T where T.RawValue: TextPart {
    let value = T(rawValue: try next())
    guard value.isKnown else { throw TextMismatch() }
    return value
  }

  /// The next part, which is a documented code and may be absent.
  ///
  /// - Throws: where it is not documented.
  public mutating func next<T: CodeTable>() throws(TextMismatch) -> T? where T.RawValue: TextPart {
    guard let raw: T.RawValue = try next() else { return nil }
    let value = T(rawValue: raw)
    guard value.isKnown else { throw TextMismatch() }
    return value
  }

  /// The next part, whose text is written in base64.
  ///
  /// - Parameter replaced: what the sender writes instead of some characters of base64.
  /// - Throws: where it is absent or is not base64 of UTF-8.
  public mutating func next<T: EncodedTextPart>(
    base64 replaced: [Character: Character]
  ) throws(TextMismatch) -> T {
    guard let text = parts.popFirst() ?? nil,
      let value = T(part: text, base64: Base64Text(replaced))
    else { throw TextMismatch() }
    return value
  }

  /// The next part, whose text is written in base64, and which may be absent.
  ///
  /// - Throws: where it is not base64 of UTF-8.
  public mutating func next<T: EncodedTextPart>(
    base64 replaced: [Character: Character]
  ) throws(TextMismatch) -> T? {
    guard let text = parts.popFirst() ?? nil else { return nil }
    guard let value = T(part: text, base64: Base64Text(replaced)) else { throw TextMismatch() }
    return value
  }
}

/// A part of a text is not what its form wants.
@_spi(Generated)
public struct TextMismatch: Error {}

/// What a part of a text can be.
@_spi(Generated)
public protocol TextPart {
  /// The value of a part; nil where it does not fit.
  init?(part: String)
  /// The part of the text.
  var part: String { get }
}

/// What a part of a text can be that is written in base64.
@_spi(Generated)
public protocol EncodedTextPart: TextPart {
  /// The value of a part; nil where it does not fit.
  init?(part: String, base64: Base64Text)
  /// The part of the text.
  ///
  /// - Parameter replaced: what is written instead of some characters of base64.
  func part(base64 replaced: [Character: Character]) -> String
}

@_spi(Generated)
extension String: EncodedTextPart {
  /// Any text but an empty one.
  public init?(part: String) {
    if part.isEmpty { return nil }
    self = part
  }

  /// The text that is written in base64.
  public init?(part: String, base64: Base64Text) {
    guard !part.isEmpty, let text = base64.decode(part) else { return nil }
    self = text
  }

  /// The text.
  public var part: String { self }

  /// The text, in base64.
  public func part(base64 replaced: [Character: Character]) -> String {
    Base64Text(replaced).encode(self)
  }
}

@_spi(Generated)
extension Int: TextPart {
  /// Digits, perhaps behind a minus sign.
  public init?(part: String) { self.init(part) }
  /// Its digits.
  public var part: String { "\(self)" }
}

@_spi(Generated)
extension StringOrInteger: EncodedTextPart {
  /// An integer where the part is one, else a text.
  public init?(part: String) {
    if let value = Int(part), "\(value)" == part {
      self = .integer(value)
    } else if let text = String(part: part) {
      self = .string(text)
    } else {
      return nil
    }
  }

  /// An integer where the part is one, else a text that is written in base64.
  public init?(part: String, base64: Base64Text) {
    if let value = Int(part), "\(value)" == part {
      self = .integer(value)
    } else if let text = String(part: part, base64: base64) {
      self = .string(text)
    } else {
      return nil
    }
  }

  /// The text, or the digits.
  public var part: String { description }

  /// The digits of an integer; a text, in base64.
  public func part(base64 replaced: [Character: Character]) -> String {
    switch self {
    case .string(let text): text.part(base64: replaced)
    case .integer(let value): "\(value)"
    }
  }
}
