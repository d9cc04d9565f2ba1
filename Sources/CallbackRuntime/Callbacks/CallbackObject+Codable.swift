extension CallbackObject {
  /// Decodes the value from any decoder, through the same generated code as `init(json:)`.
  ///
  /// ``RawJSON`` values lose the order of members and the spelling of numbers, which a decoder does not report.
  ///
  /// - Throws: the error of the decoder, or a `DecodingError`, such as `keyNotFound` for a missing required member.
  public init(from decoder: any Decoder) throws {
    var reader = unsafe _JSONReader(UnsafeRawBufferPointer(start: nil, count: 0))
    let bridge = DecoderBridge(decoder)
    reader.bridge = bridge
    if let headers = decoder.userInfo[.callbackHeaders] as? [String: String] {
      reader.setHeaders(headers)
    }
    self.init(_reading: &reader)
    if reader.failed != .none { throw reader.decodingError(bridge) }
  }

  /// Encodes the value into any encoder, through the same generated code as `json()`.
  ///
  /// - Throws: the error of the encoder.
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
      codingPath: missing == nil ? bridge.path : bridge.closedPath, debugDescription: "\(located())"
    )
    guard let missing else { return DecodingError.dataCorrupted(context) }
    return DecodingError.keyNotFound(WireKey(missing), context)
  }
}
