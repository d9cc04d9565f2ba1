import AgoraCloudRecording
import CallbackRuntime
import Foundation

/// Prints how many changed `uploaded` bodies decode to the event: each member removed, and each replaced by a value of every
/// other JSON kind.
func reportSurvival() throws {
  let body = try JSONSerialization.jsonObject(with: Data(Bodies.agoraMiddle))
  let changed = try variants(of: body, keeping: ["eventType", "productId", "serviceType"]).map {
    try JSONSerialization.data(withJSONObject: $0)
  }
  let decoder = JSONDecoder()
  func count(_ isDecoded: (Data) -> Bool) -> Int { changed.count(where: isDecoded) }
  let plain = count { (try? decoder.decode(PlainUploadedCallback.self, from: $0)) != nil }
  let optional = count { (try? decoder.decode(OptionalUploadedCallback.self, from: $0)) != nil }
  let generated = count {
    guard let callback = try? Agora.Callback(json: $0), case .uploaded = callback.event else {
      return false
    }
    return true
  }
  print(
    """

    Bodies that still decode to their event, of \(changed.count) with one member removed or of another JSON kind:
    plain structs \(plain), plain structs with optional members \(optional), generated \(generated)
    """)
}

/// The value with each of its members, at any depth, removed or replaced, except the members that tell the event.
private func variants(of value: Any, keeping kept: Set<String>) throws -> [Any] {
  let samples: [Any] = ["text", 7, true, NSNull(), [Any](), [String: Any]()]
  if let object = value as? [String: Any] {
    return try object.keys.sorted().flatMap { key -> [Any] in
      func with(_ member: Any?) -> Any {
        var copy = object
        copy[key] = member
        return copy
      }
      let inner = try variants(of: object[key]!, keeping: kept).map { with($0) }
      guard !kept.contains(key) else { return inner }
      let others = try samples.filter { try kind(of: $0) != kind(of: object[key]!) }
      return inner + [with(nil)] + others.map { with($0) }
    }
  }
  if let list = value as? [Any] {
    return try list.indices.flatMap { index in
      try variants(of: list[index], keeping: kept).map { element -> Any in
        var copy = list
        copy[index] = element
        return copy
      }
    }
  }
  return []
}

/// The JSON kind of a value of `JSONSerialization`, by the first character of its text.
private func kind(of value: Any) throws -> String {
  let text = try JSONSerialization.data(withJSONObject: value, options: .fragmentsAllowed)
  return switch text.first {
  case UInt8(ascii: "\""): "string"
  case UInt8(ascii: "{"): "object"
  case UInt8(ascii: "["): "array"
  case UInt8(ascii: "t"), UInt8(ascii: "f"): "boolean"
  case UInt8(ascii: "n"): "null"
  default: "number"
  }
}
