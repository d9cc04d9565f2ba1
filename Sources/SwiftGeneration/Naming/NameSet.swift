/// A set that few of the names that are looked up are in: the first byte, the last one and their number exclude most others.
struct NameSet: ExpressibleByArrayLiteral, Sendable {
  private let names: Set<String>
  /// A bit for the place of each name; several names may have the same.
  private var places = SIMD4<UInt64>()

  init(arrayLiteral names: String...) {
    self.names = Set(names)
    for name in names {
      let (word, bit) = Self.place(of: name)
      places[word] |= bit
    }
  }

  func contains(_ name: String) -> Bool {
    let (word, bit) = Self.place(of: name)
    return places[word] & bit != 0 && names.contains(name)
  }

  private static func place(of name: String) -> (word: Int, bit: UInt64) {
    let bytes = name.utf8
    let place = Int(bytes.first ?? 0) &* 5 &+ Int(bytes.last ?? 0) &* 11 &+ bytes.count &* 3
    return (place >> 6 & 3, 1 << UInt64(place & 63))
  }
}
