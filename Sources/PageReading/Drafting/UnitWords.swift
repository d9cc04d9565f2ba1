import CallbackSchema

/// The units that the text of a declaration names.
enum UnitWords {
  /// The unit of a number; nil if the text names none, or several.
  static func unit(in text: String) -> Unit? {
    let text = text.lowercased()
    let amounts = amounts.filter { _, words in words.contains { contains($0, in: text) } }
    guard amounts.count == 1, let amount = amounts.first?.unit else { return nil }
    guard times.contains(where: { contains($0, in: text) }) else {
      return amount
    }
    switch amount {
    case .seconds: return .unixSeconds
    case .milliseconds: return .unixMilliseconds
    case .microseconds: return .unixMicroseconds
    case .nanoseconds: return .unixNanoseconds
    default: return nil
    }
  }

  /// The words that say that a number is a point in time.
  private static let times = [
    "unix", "timestamp", "time stamp", "epoch", "时间戳", "タイムスタンプ",
  ]

  /// The words for the units of amounts.
  private static let amounts: [(unit: Unit, words: [String])] = [
    (.seconds, ["second", "seconds", "sec", "秒"]),
    (.milliseconds, ["millisecond", "milliseconds", "ms", "msec", "毫秒", "ミリ秒"]),
    (.microseconds, ["microsecond", "microseconds", "us", "μs", "微秒", "マイクロ秒"]),
    (.nanoseconds, ["nanosecond", "nanoseconds", "ns", "纳秒", "ナノ秒"]),
    (.bytes, ["byte", "bytes", "字节", "バイト"]),
    (.pixels, ["pixel", "pixels", "px", "像素", "ピクセル"]),
    (.hertz, ["hertz", "hz", "赫兹", "ヘルツ"]),
  ]

  /// Whether a text contains a word that is not a part of another.
  private static func contains(_ word: String, in text: String) -> Bool {
    var rest = text[...]
    while let range = rest.firstRange(of: word) {
      let before =
        range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
      let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
      if isBoundary(word.first ?? " ", before), isBoundary(word.last ?? " ", after) { return true }
      rest = rest[range.upperBound...]
    }
    return false
  }

  private static func isBoundary(_ own: Character, _ neighbour: Character) -> Bool {
    guard own.isASCII else { return !neighbour.isOne(of: "毫微纳ミクナロ") }
    return !(neighbour.isASCII && (neighbour.isLetter || neighbour.isNumber))
  }
}
