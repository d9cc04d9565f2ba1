import CallbackRuntime

/// The event discriminator of a body.
public func eventType(_ body: [UInt8]) throws(CallbackDecodingError) -> Int {
  try TRTC.Callback(json: body).eventType
}
