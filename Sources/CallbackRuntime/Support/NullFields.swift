/// The members of an object that were `null` where the documentation allows it, by the numbers that generated code gives
/// them.
///
/// Absence and `null` are both nil in Swift; the generated struct records the difference here, and writes `null` again.
@_spi(Generated)
public struct NullFields: Hashable, Sendable {
  /// One bit for each number; no words without a `null`.
  private var words: [UInt64] = []

  /// Creates an empty set.
  public init() {}

  /// Whether a member was `null`.
  public subscript(number: Int) -> Bool {
    let word = number >> 6
    return word < words.count && words[word] & 1 &<< UInt64(truncatingIfNeeded: number) != 0
  }

  /// Records that a member was `null`.
  package mutating func insert(_ number: Int) {
    while words.count <= number >> 6 { words.append(0) }
    words[number >> 6] |= 1 &<< UInt64(truncatingIfNeeded: number)
  }
}

@_spi(Generated)
extension _JSONReader {
  /// Skips a documented `null` and records it; false at any other value.
  @inline(never)
  public mutating func takesNull(_ number: Int, _ nulls: inout NullFields) -> Bool {
    guard takesNull() else { return false }
    nulls.insert(number)
    return true
  }

  /// Skips a documented `null`, which is no finding; false at any other value.
  @usableFromInline
  package mutating func takesNull() -> Bool {
    space()
    if let bridge = activeBridge { return bridge.isNull() }
    return isAt(0x6e) && skipNull()
  }
}

@_spi(Generated)
extension _JSONWriter {
  /// Writes the `null` of a member without a value.
  @inline(never)
  public mutating func null(_ name: StaticString) {
    member(name)
    putNull()
  }

  /// Writes `null` at the writer's position.
  @inline(never)
  @usableFromInline
  mutating func putNull() {
    if let bridge { bridge.putNull() } else { put(plain: "null") }
  }
}
