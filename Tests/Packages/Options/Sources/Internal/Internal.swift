import CallbackRuntime

/// The delivered parcel; the models are internal to this module.
public func deliveredParcel(_ body: String) throws -> String? {
  guard case .delivered(let delivered) = try Parcels.Callback(json: body).event else { return nil }
  return delivered.parcelID
}

/// Internal enums are exhaustive and need no `@unknown default`.
func name(_ event: Parcels.Event) -> String {
  switch event {
  case .delivered: "delivered"
  case .lost: "lost"
  case .unrecognized: "unrecognized"
  case .malformed: "malformed"
  }
}
