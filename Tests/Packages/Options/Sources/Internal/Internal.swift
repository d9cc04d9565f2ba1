import CallbackRuntime

/// The parcel that was delivered; the models behind it are nobody else's.
public func deliveredParcel(_ body: String) throws -> String? {
  guard case .delivered(let delivered) = try Parcels.Callback(json: body).event else { return nil }
  return delivered.parcelID
}

/// Internal enums are exhaustive: no `@unknown default` is asked for.
func name(_ event: Parcels.Event) -> String {
  switch event {
  case .delivered: "delivered"
  case .lost: "lost"
  case .unrecognized: "unrecognized"
  case .malformed: "malformed"
  }
}
