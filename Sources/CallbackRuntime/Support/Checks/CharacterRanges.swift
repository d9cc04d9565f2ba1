/// A set of Unicode scalars: sorted ranges that do not touch.
package struct CharacterRanges: Hashable, Sendable {
  private static let all: ClosedRange<UInt32> = 0...0x10FFFF

  package private(set) var ranges: [ClosedRange<UInt32>]

  package init(ranges: [ClosedRange<UInt32>]) {
    self.ranges = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      guard let last = self.ranges.last, range.lowerBound <= last.upperBound + 1 else {
        self.ranges.append(range)
        continue
      }
      let upper = max(last.upperBound, range.upperBound)
      self.ranges[self.ranges.count - 1] = last.lowerBound...upper
    }
  }

  /// Creates a set from characters and ranges: `a-zA-Z0-9_.`; a literal minus sign is first or last.
  package init(_ text: String) {
    var found: [ClosedRange<UInt32>] = []
    var rest = Array(text.unicodeScalars)[...]
    while let first = rest.popFirst() {
      if rest.first == "-", let last = rest.dropFirst().first, last >= first {
        found.append(first.value...last.value)
        rest = rest.dropFirst(2)
      } else {
        found.append(first.value...first.value)
      }
    }
    self.init(ranges: found)
  }

  package var inverted: CharacterRanges {
    var found: [ClosedRange<UInt32>] = []
    var next = Self.all.lowerBound
    for range in ranges {
      if next < range.lowerBound { found.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= Self.all.upperBound { found.append(next...Self.all.upperBound) }
    return CharacterRanges(ranges: found)
  }

  package func contains(_ character: Unicode.Scalar) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < character.value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound <= character.value
  }

  package func intersection(_ other: CharacterRanges) -> CharacterRanges {
    var found: [ClosedRange<UInt32>] = []
    var (mine, others) = (ranges[...], other.ranges[...])
    while let one = mine.first, let two = others.first {
      if one.overlaps(two) { found.append(one.clamped(to: two)) }
      if one.upperBound < two.upperBound { mine.removeFirst() } else { others.removeFirst() }
    }
    return CharacterRanges(ranges: found)
  }

  /// Whether the set contains every scalar of another one.
  package func covers(_ other: CharacterRanges) -> Bool { intersection(other) == other }
}

extension CharacterRanges {
  /// Creates the set of a Unicode general category: `Lu`, or `L` for all letters; nil for an unknown category.
  package init?(category: String) {
    let names = Self.categories.values.filter { $0.hasPrefix(category) }
    guard !names.isEmpty, !category.isEmpty else { return nil }
    self.init(ranges: names.flatMap { Self.rangesByCategory[$0] ?? [] })
  }

  /// The sets of all categories, computed once from all scalars.
  private static let rangesByCategory: [String: [ClosedRange<UInt32>]] = {
    var found: [String: [ClosedRange<UInt32>]] = [:]
    var start: UInt32 = 0
    var name: String?
    for value in 0...all.upperBound + 1 {
      let next = Unicode.Scalar(value).flatMap { categories[$0.properties.generalCategory] }
      guard next != name else { continue }
      if let name { found[name, default: []].append(start...(value - 1)) }
      (start, name) = (value, next)
    }
    return found
  }()

  private static let categories: [Unicode.GeneralCategory: String] = [
    .uppercaseLetter: "Lu", .lowercaseLetter: "Ll", .titlecaseLetter: "Lt", .modifierLetter: "Lm",
    .otherLetter: "Lo", .nonspacingMark: "Mn", .spacingMark: "Mc", .enclosingMark: "Me",
    .decimalNumber: "Nd", .letterNumber: "Nl", .otherNumber: "No", .connectorPunctuation: "Pc",
    .dashPunctuation: "Pd", .openPunctuation: "Ps", .closePunctuation: "Pe",
    .initialPunctuation: "Pi", .finalPunctuation: "Pf", .otherPunctuation: "Po",
    .mathSymbol: "Sm", .currencySymbol: "Sc", .modifierSymbol: "Sk", .otherSymbol: "So",
    .spaceSeparator: "Zs", .lineSeparator: "Zl", .paragraphSeparator: "Zp", .control: "Cc",
    .format: "Cf", .privateUse: "Co", .unassigned: "Cn",
  ]
}
