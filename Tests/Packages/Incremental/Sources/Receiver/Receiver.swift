import CallbackRuntime

/// The parcel that was delivered, if that is what the body says.
public func deliveredParcel(_ body: [UInt8]) throws(CallbackDecodingError) -> String? {
  guard case .delivered(let delivered) = try Parcels.Callback(json: body).event else { return nil }
  return delivered.parcelID
}
