/// The parts of a string that matched a template, consumed from the left.
@_spi(Generated)
public struct TextParts {
  private let text: [UInt8]
  private var ranges: ArraySlice<Range<Int>?>

  /// - Parameter ranges: the ranges of the parts in the text; nil for an absent one.
  init(_ text: [UInt8], _ ranges: [Range<Int>?]) {
    self.text = text
    self.ranges = ranges[...]
  }

  private mutating func nextText() -> String? {
    (ranges.popFirst() ?? nil).map { String(decoding: text[$0], as: UTF8.self) }
  }

  /// The next part.
  ///
  /// - Throws: `TextMismatch` if it is absent or does not convert to the type.
  public mutating func next<T: TextPart>() throws(TextMismatch) -> T {
    guard let value: T = try next() else { throw TextMismatch() }
    return value
  }

  /// The next part; nil if it is absent.
  ///
  /// - Throws: `TextMismatch` if it does not convert to the type.
  public mutating func next<T: TextPart>() throws(TextMismatch) -> T? {
    guard let text = nextText() else { return nil }
    guard let value = T(part: text) else { throw TextMismatch() }
    return value
  }

  /// The next part as a documented code.
  ///
  /// - Throws: `TextMismatch` if it is absent or not documented.
  public mutating func next<T: CodeTable>() throws(TextMismatch) -> T where T.RawValue: TextPart {
    guard let value: T = try next() else { throw TextMismatch() }
    return value
  }

  /// The next part as a documented code; nil if it is absent.
  ///
  /// - Throws: `TextMismatch` if it is not documented.
  public mutating func next<T: CodeTable>() throws(TextMismatch) -> T? where T.RawValue: TextPart {
    guard let raw: T.RawValue = try next() else { return nil }
    let value = T(rawValue: raw)
    guard value.isKnown else { throw TextMismatch() }
    return value
  }

  /// The next part, decoded from base64.
  ///
  /// - Parameter replaced: the substitutes for characters of base64.
  /// - Throws: `TextMismatch` if it is absent or not base64 of UTF-8.
  public mutating func next<T: EncodedTextPart>(
    base64 replaced: KeyValuePairs<Character, Character>
  ) throws(TextMismatch) -> T {
    guard let value: T = try next(base64: replaced) else { throw TextMismatch() }
    return value
  }

  /// The next part, decoded from base64; nil if it is absent.
  ///
  /// - Parameter replaced: the substitutes for characters of base64.
  /// - Throws: `TextMismatch` if it is not base64 of UTF-8.
  public mutating func next<T: EncodedTextPart>(
    base64 replaced: KeyValuePairs<Character, Character>
  ) throws(TextMismatch) -> T? {
    guard let text = nextText() else { return nil }
    guard let value = T(part: text, base64: Base64Text(replaced)) else { throw TextMismatch() }
    return value
  }
}

/// The error of a part that does not convert to its type; the string then does not match the template.
@_spi(Generated)
public struct TextMismatch: Error {}

/// A type of the parts of a string.
@_spi(Generated)
public protocol TextPart {
  /// Creates a value from a part; nil if the part does not convert.
  init?(part: String)
  /// The value as a part of a string.
  var part: String { get }
}

/// A type of the parts of a string that may be encoded in base64.
@_spi(Generated)
public protocol EncodedTextPart: TextPart {
  /// Creates a value from a part in base64; nil if the part does not convert.
  init?(part: String, base64: Base64Text)
  /// The value as a part in base64.
  ///
  /// - Parameter replaced: the substitutes for characters of base64.
  func part(base64 replaced: KeyValuePairs<Character, Character>) -> String
}

@_spi(Generated)
extension String: EncodedTextPart {
  /// Creates any string but an empty one.
  public init?(part: String) {
    if part.isEmpty { return nil }
    self = part
  }

  /// Creates the string that a part in base64 contains.
  public init?(part: String, base64: Base64Text) {
    guard !part.isEmpty, let text = base64.decode(part) else { return nil }
    self = text
  }

  /// The string.
  public var part: String { self }

  /// The string in base64.
  public func part(base64 replaced: KeyValuePairs<Character, Character>) -> String {
    Base64Text(replaced).encode(self)
  }
}

@_spi(Generated)
extension Int: TextPart {
  /// Creates an integer from digits with an optional sign.
  public init?(part: String) { self.init(part) }
  /// The digits.
  public var part: String { "\(self)" }
}

@_spi(Generated)
extension StringOrInteger: EncodedTextPart {
  /// Creates an integer if the part is one in canonical form, else a string.
  public init?(part: String) { self.init(part, String(part: part)) }

  /// Creates an integer if the part is one in canonical form, else the string that a part in base64 contains.
  public init?(part: String, base64: Base64Text) {
    self.init(part, String(part: part, base64: base64))
  }

  private init?(_ part: String, _ text: @autoclosure () -> String?) {
    if let value = Int(part), "\(value)" == part {
      self = .integer(value)
    } else if let text = text() {
      self = .string(text)
    } else {
      return nil
    }
  }

  /// The string, or the digits of the integer.
  public var part: String { description }

  /// The string in base64, or the digits of the integer.
  public func part(base64 replaced: KeyValuePairs<Character, Character>) -> String {
    switch self {
    case .string(let text): text.part(base64: replaced)
    case .integer(let value): "\(value)"
    }
  }
}
