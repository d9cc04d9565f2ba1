extension CallbackObject {
  /// Decodes the same value from any decoder, by the same generated reader.
  ///
  /// Raw JSON loses the order of its members and the spelling of its numbers on this way; there are no findings.
  ///
  /// - Throws: the decoder's own error, or `DecodingError.keyNotFound` for a member without which the object says nothing.
  public init(from decoder: any Decoder) throws {
    var reader = unsafe _JSONReader(UnsafeRawBufferPointer(start: nil, count: 0))
    let bridge = DecoderBridge(decoder)
    reader.bridge = bridge
    self.init(_reading: &reader)
    if reader.failed != .none { throw reader.decodingError(bridge) }
  }

  /// Encodes the same members into any encoder, by the same generated writer.
  ///
  /// - Throws: the encoder's own error.
  public func encode(to encoder: any Encoder) throws {
    let bridge = EncoderBridge(encoder)
    var writer = _JSONWriter(bridge)
    _write(to: &writer)
    if let error = bridge.error { throw error }
  }
}

extension _JSONReader {
  fileprivate func decodingError(_ bridge: DecoderBridge) -> any Error {
    if let error = bridge.error { return error }
    let missing = failed == .missing && sideState?.inner == nil ? sideState?.missing : nil
    let context = DecodingError.Context(
      codingPath: missing == nil ? bridge.path : bridge.left, debugDescription: "\(located())")
    guard let missing else { return DecodingError.dataCorrupted(context) }
    return DecodingError.keyNotFound(WireKey(missing), context)
  }
}
