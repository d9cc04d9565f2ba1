/// What generated code keeps while it reads one object.
@_spi(Generated)
public struct ObjectScope {
  /// The fields that were there, a bit each.
  var seen: UInt64 = 0
  /// The field to read now, by its place among the type's names.
  public internal(set) var field = 0
  /// The entry of the names to try first.
  var next = 0
  /// The opening brace; through a decoder, how many lists were open.
  var start = 0
  /// How many objects and lists were open inside of this one.
  var depth = 0
  var isOpen = false
  /// The further spellings, a bit each, that are known to be beaten by a better one.
  var beaten: UInt64 = 0
  let isEnvelope: Bool

  /// The scope of an object that is about to be read.
  ///
  /// - Parameter isEnvelope: whether a field that can't be read is left nil, with a finding, instead of a fault.
  public init(envelope isEnvelope: Bool = false) { self.isEnvelope = isEnvelope }
}
