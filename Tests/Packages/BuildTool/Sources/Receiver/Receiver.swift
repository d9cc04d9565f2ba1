public import CallbackRuntime

/// What a receiver makes of a callback's body.
public func describe(_ body: [UInt8]) throws(JSONFault) -> String {
  let callback = try Agora.Callback(json: body)
  switch callback.event {
  case .uploaded(let uploaded):
    return "uploaded \(uploaded.fileList?.count ?? 0) files"
  case .recorderLeave(let leave):
    return leave.leaveCode.contains(.noUsers) ? "nobody left" : "left"
  case .unrecognized(let event):
    return "unrecognized \(event.id)"
  default:
    return "something else"
  }
}

/// The parcel that was delivered, if that is what the body says.
public func deliveredParcel(_ body: [UInt8]) throws(JSONFault) -> String? {
  guard case .delivered(let delivered) = try Parcels.Callback(json: body).event else { return nil }
  return delivered.parcelID
}
