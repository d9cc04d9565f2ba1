extension ReviewRule {
  static let headerAdded = ReviewRule(
    "header-added", "A header was added.", why: "The new code has one more constant.",
    advice: "Read the header if the receiver needs it.")
  static let headerRemoved = ReviewRule(
    "header-removed", "A header was removed.", source: .breaks,
    why: "The constant that holds its name no longer exists.", advice: "Remove its uses.")
  static let headerRenamed = ReviewRule(
    "header-renamed", "A header was renamed.", wire: .breaks,
    why: "A receiver that reads the old header finds nothing.",
    advice: "Read both headers during the transition.")
  static let signatureAdded = ReviewRule(
    "signature-added", "A signature scheme was added.",
    why: "The existing schemes still authenticate a delivery.")
  static let signatureRemoved = ReviewRule(
    "signature-removed", "A signature scheme was removed.", wire: .breaks,
    why: "A receiver that verifies this signature rejects every delivery.",
    advice: "Verify another signature before the vendor stops sending this one.")
  static let signatureChanged = ReviewRule(
    "signature-changed", "A signature is computed differently.", wire: .breaks,
    why: "A receiver that verifies the old signature rejects every delivery.",
    advice: "Accept both signatures during the transition.")
  static let acknowledgementAdded = ReviewRule(
    "acknowledgement-added", "The expected response is documented.",
    why: "The new code has one more constant.", advice: "Send the documented response.")
  static let acknowledgementRemoved = ReviewRule(
    "acknowledgement-removed", "The expected response is no longer documented.", source: .breaks,
    why: "The constant no longer exists.", advice: "Keep sending the previous response.")
  static let acknowledgementChanged = ReviewRule(
    "acknowledgement-changed", "The vendor expects another response.", wire: .breaks,
    why: "The vendor treats the old response as a failure and redelivers.",
    advice: "Send the new response.")
  static let deadlineChanged = ReviewRule(
    "deadline-changed", "The deadline for the response changed.", meaning: .changed,
    why: "A response that was in time may be too late.",
    advice: "Compare the deadline with the receiver's response time.")
  static let retriesAdded = ReviewRule(
    "retries-added", "The retry policy is documented.", why: "The new code has one more constant.",
    advice: "Keep deduplication keys for as long as the vendor retries.")
  static let retriesRemoved = ReviewRule(
    "retries-removed", "The retry policy is no longer documented.", source: .breaks,
    why: "The constant no longer exists.", advice: "Keep the current deduplication period.")
  static let retriesChanged = ReviewRule(
    "retries-changed", "The retry policy changed.", meaning: .changed,
    why: "Redeliveries may arrive after the receiver has discarded the deduplication keys.",
    advice: "Keep deduplication keys for as long as the vendor retries.")
  static let identityAdded = ReviewRule(
    "identity-added", "A deduplication key is documented.",
    why: "The new code has one more property.", advice: "Use the key to discard redeliveries.")
  static let identityRemoved = ReviewRule(
    "identity-removed", "The deduplication key is no longer documented.", source: .breaks,
    why: "The property no longer exists.", advice: "Find another way to discard redeliveries.")
  static let identityChanged = ReviewRule(
    "identity-changed", "The deduplication key consists of other members.", source: .breaks,
    meaning: .changed, why: "The old code may discard new events, or process redeliveries again.",
    advice: "Start with an empty set of keys, or keep keys of both kinds during the transition.")
  static let orderChanged = ReviewRule(
    "order-changed", "The member that orders the deliveries changed.", meaning: .changed,
    why: "Code that sorts by the old member sorts incorrectly.", advice: "Sort by the new member.")
  static let probesAdded = ReviewRule(
    "probes-added", "Health checks are documented.", meaning: .changed,
    why: "The old code processes health checks as events. The new code has one more property.",
    advice: "Test isHealthCheck before processing an event.")
  static let probesRemoved = ReviewRule(
    "probes-removed", "Health checks are no longer documented.", source: .breaks, meaning: .changed,
    why: "The property isHealthCheck no longer exists; bodies that it matched are events.",
    advice: "Remove its uses.")
  static let probesChanged = ReviewRule(
    "probes-changed", "Health checks are identified differently.", meaning: .changed,
    why: "The old code processes health checks as events, or ignores events as health checks.",
    advice: "Regenerate and deploy.")
}
