/// The state of reading one object, held by generated code.
@_spi(Generated)
public struct ObjectScope {
  /// The fields found so far, one bit each.
  var seen: UInt64 = 0
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
  public init(envelope isEnvelope: Bool = false) { self.isEnvelope = isEnvelope }
}
