import CallbackRuntime

/// The delivered parcel; nil for a body of another event.
public func deliveredParcel(_ body: [UInt8]) throws(CallbackDecodingError) -> String? {
  guard case .delivered(let delivered) = try Parcels.Callback(json: body).event else { return nil }
  return delivered.parcelID
}
