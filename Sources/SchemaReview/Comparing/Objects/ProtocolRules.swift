extension ReviewRule {
  static let protocolAdded = ReviewRule(
    "protocol-added", "An object that is only included is a Swift protocol.",
    why: "The structs that include it conform to one more protocol.")
  static let protocolRemoved = ReviewRule(
    "protocol-removed", "An object that is only included is no longer a Swift protocol.",
    source: .breaks, why: "The protocol and the property of the events no longer exist.",
    advice: "Keep protocol: true, or use the structs.")
  static let conformanceAdded = ReviewRule(
    "conformance-added", "A struct conforms to a further protocol.",
    why: "The protocols to which it conformed are unchanged.")
  static let conformanceRemoved = ReviewRule(
    "conformance-removed", "A struct no longer conforms to a protocol.", source: .breaks,
    why: "Code for values of the protocol no longer accepts the struct.",
    advice: "Keep the object in include, or use the struct.")
}
