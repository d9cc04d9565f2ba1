/// A standard format of a string, which remains a `String`: every other type would lose its spelling.
@_spi(Generated)
public enum StandardFormat: String, Sendable, CaseIterable {
  case decimal, date, uuid, url

  /// Whether a string has the format.
  package func matches(_ text: String) -> Bool {
    switch self {
    case .decimal: Self.isDecimal(text.utf8)
    // A day that the calendar does not have is no date.
    case .date:
      text.utf8.count == 10 && RFC3339Time("\(text)T00:00:00Z").sinceEpoch != nil
    case .uuid: Self.isUUID(text.utf8)
    case .url: Self.isURL(text)
    }
  }

  /// What a string of another format is not.
  fileprivate var phrase: StaticString {
    switch self {
    case .decimal: "no decimal number"
    case .date: "no date such as 2024-02-29"
    case .uuid: "no UUID"
    case .url: "no absolute URL"
    }
  }

  /// Digits, with an optional sign and an optional fraction.
  private static func isDecimal(_ text: String.UTF8View) -> Bool {
    let isSigned = text.first == 0x2d || text.first == 0x2b
    let parts = text.dropFirst(isSigned ? 1 : 0).split(
      separator: 0x2e, maxSplits: 1, omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
    }
  }

  /// 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12.
  private static func isUUID(_ text: String.UTF8View) -> Bool {
    text.count == 36
      && text.enumerated().allSatisfy { place, byte in
        [8, 13, 18, 23].contains(place)
          ? byte == 0x2d
          : (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
      }
  }

  /// A scheme, a colon, and characters that a URL can contain; those beyond ASCII may be unescaped.
  private static func isURL(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: 0x3a) else { return false }
    let (scheme, rest) = (text.utf8[..<colon], text.utf8[colon...].dropFirst())
    guard let first = scheme.first, (0x61...0x7a).contains(first | 0x20), !rest.isEmpty else {
      return false
    }
    let isScheme = scheme.allSatisfy {
      (0x61...0x7a).contains($0 | 0x20) || (0x30...0x39).contains($0)
        || [0x2b, 0x2d, 0x2e].contains($0)
    }
    return isScheme && rest.allSatisfy { $0 > 0x20 && !"\"<>\\^`{|}\u{7f}".utf8.contains($0) }
  }
}

@_spi(Generated)
extension _ValidationContext {
  /// Reports a string that does not have its documented format.
  public mutating func format(
    _ name: StaticString, _ value: String?, _ format: StandardFormat
  ) {
    guard let value, !format.matches(value) else { return }
    report(name, .format, .warning, "\"\(value)\" is \(format.phrase)")
  }
}
