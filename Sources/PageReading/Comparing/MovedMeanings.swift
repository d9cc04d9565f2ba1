/// A value with a meaning that another value had.
struct MovedMeaning {
  var value: ComparedValue
  /// The value that had the meaning.
  var earlier: ComparedValue
  /// Whether the meaning is in other words.
  var isReworded = false
}

/// Meanings that belong to other values than before.
enum MovedMeanings {
  /// The values whose meanings other values had on the first side.
  static func between(_ first: [ComparedValue], _ second: [ComparedValue]) -> [MovedMeaning] {
    let exact = second.compactMap { value -> MovedMeaning? in
      let meaning = value.plainMeaning
      guard !meaning.isEmpty,
        let other = first.last(where: { $0.group == value.group && $0.plainMeaning == meaning }),
        other.text != value.text,
        // A meaning that two values share has not moved.
        !first.contains(where: { $0.text == value.text && $0.plainMeaning == meaning })
      else { return nil }
      return MovedMeaning(value: value, earlier: other)
    }
    let reworded = second.filter { value in
      !exact.contains { $0.value.text == value.text && $0.value.group == value.group }
    }.compactMap { Self.reworded($0, first, second) }
    return (exact + reworded).sorted { place(of: $0, in: second) < place(of: $1, in: second) }
  }

  private static func place(of moved: MovedMeaning, in values: [ComparedValue]) -> Int {
    values.firstIndex { $0.text == moved.value.text && $0.group == moved.value.group } ?? 0
  }

  /// The move of a meaning that is like that of exactly one other value, and unlike the earlier meaning of the value.
  private static func reworded(
    _ value: ComparedValue, _ first: [ComparedValue], _ second: [ComparedValue]
  ) -> MovedMeaning? {
    let meaning = value.plainMeaning
    guard let own = first.first(where: { $0.text == value.text && $0.group == value.group }),
      meaning.count >= 4, !own.plainMeaning.isEmpty,
      likeness(own.plainMeaning, meaning) < 0.4
    else { return nil }
    let others = first.filter { other in
      guard other.text != value.text, other.group == value.group,
        likeness(other.plainMeaning, meaning) >= 0.6
      else { return false }
      // A value that keeps its meaning has not given it to another one.
      let kept = second.first { $0.text == other.text && $0.group == other.group }
      return kept.map { likeness($0.plainMeaning, other.plainMeaning) < 0.4 } ?? true
    }
    guard others.count == 1 else { return nil }
    return MovedMeaning(value: value, earlier: others[0], isReworded: true)
  }

  /// The share of pairs of neighboring characters that two texts have in common: 1 for equal texts, 0 for texts without a
  /// common pair.
  static func likeness(_ first: String, _ second: String) -> Double {
    var counts: [String: Int] = [:]
    let pairs = (Self.pairs(of: first), Self.pairs(of: second))
    for pair in pairs.0 { counts[pair, default: 0] += 1 }
    var common = 0
    for pair in pairs.1 where counts[pair, default: 0] > 0 {
      counts[pair, default: 0] -= 1
      common += 1
    }
    let total = pairs.0.count + pairs.1.count
    return total == 0 ? (first == second ? 1 : 0) : Double(2 * common) / Double(total)
  }

  private static func pairs(of text: String) -> [String] {
    zip(text, text.dropFirst()).map { "\($0)\($1)" }
  }
}

extension ComparedValue {
  /// The meaning without punctuation and spaces, in lower case.
  fileprivate var plainMeaning: String {
    (meaning ?? "").lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
