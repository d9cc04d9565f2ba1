extension ReviewRule {
  static let serviceAdded = ReviewRule(
    "service-added", "A service was added.", why: "No code uses it yet.",
    advice: "Review the new schema as a whole.")
  static let serviceRemoved = ReviewRule(
    "service-removed", "A service was removed.", source: .breaks,
    why: "Its generated module no longer exists.", advice: "Remove its imports.")
  static let serviceRenamed = ReviewRule(
    "service-renamed", "A service was renamed.", source: .breaks,
    why: "The generated module has the new name.", advice: "Update the imports.")
  static let namespaceChanged = ReviewRule(
    "namespace-changed", "The Swift namespace of the service changed.", source: .breaks,
    why: "Every generated type has another qualified name.",
    advice: "Keep the old namespace with namespace:, or update the code.")
  static let guardAdded = ReviewRule(
    "guard-added", "only: distinguishes callbacks of other products.", source: .warning,
    why: "The enum of the events has a case for other products.",
    advice: "Handle otherProduct where a switch lists every case.")
  static let guardRemoved = ReviewRule(
    "guard-removed", "only: no longer distinguishes callbacks of other products.", wire: .breaks,
    source: .breaks,
    why:
      "The old code treats bodies as another product's and does not decode them; the case for other products no longer exists.",
    advice: "Remove the case from the code, regenerate and deploy.")
  static let guardWidened = ReviewRule(
    "guard-widened", "only: accepts bodies that it excluded before.", wire: .breaks,
    why: "The old code treats these bodies as another product's and does not decode them.",
    advice: "Regenerate and deploy.")
  static let guardExtended = ReviewRule(
    "guard-extended", "only: accepts further bodies, which no event of the old schema has.",
    why:
      "const: shows that every event of the old schema is among the bodies that the old code decodes. It treats the others as another product's.",
    advice: "Regenerate to receive the new events.", opposite: "guard-narrowed")
  static let guardNarrowed = ReviewRule(
    "guard-narrowed", "only: excludes bodies that it accepted before.",
    why: "The old code still decodes every body that belongs to the service.")
  static let discriminatorMoved = ReviewRule(
    "discriminator-moved", "Another member identifies the event.", wire: .breaks, source: .breaks,
    why: "The old code reads the event's ID from a member that no longer holds it.",
    advice: "Deploy when the vendor switches.")
  static let bodyEncodingAdded = ReviewRule(
    "body-encoding-added", "The body is a form or a list of callbacks, and was a JSON object.",
    wire: .breaks,
    why:
      "The old code reads a JSON object only. The new code has further functions for the new encoding; code that calls the old ones compiles.",
    advice: "Call the functions for forms or lists, and deploy when the vendor switches.")
  static let bodyEncodingRemoved = ReviewRule(
    "body-encoding-removed", "The body is no longer a form, or no longer a list of callbacks.",
    wire: .breaks, source: .breaks,
    why:
      "The old code reads bodies of the old encoding only. The functions for it no longer exist.",
    advice: "Call the functions for the new encoding, and deploy when the vendor switches.")
  static let payloadMoved = ReviewRule(
    "payload-moved", "Another member holds the event's payload.", wire: .breaks, source: .breaks,
    why: "The old code reads the payload from a member that no longer holds it.",
    advice: "Deploy when the vendor switches.")
}
