/// The state of reading one object, held by generated code.
@_spi(Generated)
public struct ObjectScope {
  /// The first 64 fields found so far, one bit each.
  var seen: UInt64 = 0
  /// The other fields found so far, 64 in each word.
  private var others: (UInt64, UInt64, UInt64) = (0, 0, 0)
  /// The index of the field to read next.
  public internal(set) var field = 0
  /// The index among the names at which the next search starts.
  var next = 0
  /// The byte offset of the opening brace; with a decoder, the number of open arrays.
  var start = 0
  /// The nesting depth inside the object; with a decoder, the number of open objects.
  var depth = 0
  var isOpen = false
  /// Other spellings, one bit each, for which a preferred spelling is known to follow in the object.
  var overridden: UInt64 = 0
  let isEnvelope: Bool

  /// Creates the state before an object is read.
  ///
  /// - Parameter isEnvelope: whether a field that fails to decode becomes nil and is reported, instead of failing the object.
  @inline(never)
  public init(envelope isEnvelope: Bool) { self.isEnvelope = isEnvelope }

  /// Creates the state before an object outside the envelope is read.
  @inline(never)
  public init() { isEnvelope = false }
}

extension ObjectScope {
  /// The first 64 fields that were found, one bit each.
  package var found: UInt64 { seen }

  /// Whether a field was found.
  func contains(_ field: Int) -> Bool {
    word(field >> 6) & 1 &<< UInt64(truncatingIfNeeded: field) != 0
  }

  /// Records a field as found.
  mutating func insert(_ field: Int) {
    let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: field)
    switch field >> 6 {
    case 0: seen |= bit
    case 1: others.0 |= bit
    case 2: others.1 |= bit
    default: others.2 |= bit
    }
  }

  /// The number of fields found.
  var count: Int { (0..<4).reduce(0) { $0 + word($1).nonzeroBitCount } }

  /// The bits of the fields from `64 * index` on.
  func word(_ index: Int) -> UInt64 {
    switch index {
    case 0: seen
    case 1: others.0
    case 2: others.1
    default: others.2
    }
  }
}
