extension ReviewRule {
  static let serviceAdded = ReviewRule(
    "service-added", "A service that was not there before.", why: "Nobody uses it yet.",
    advice: "Review it as a whole.", mirror: .to("service-removed"))
  static let serviceRemoved = ReviewRule(
    "service-removed", "A service is gone.", source: .breaks, why: "Its module is gone.",
    advice: "Look for its imports.", mirror: .to("service-added"))
  static let serviceRenamed = ReviewRule(
    "service-renamed", "The service has another name.", source: .breaks,
    why: "Its module is called otherwise.", advice: "Change the imports.",
    mirror: .to("service-renamed"))
  static let namespaceChanged = ReviewRule(
    "namespace-changed", "All types lie in another namespace.", source: .breaks,
    why: "Every name of the service begins otherwise.",
    advice: "Keep the old one with namespace:, or change the code.",
    mirror: .to("namespace-changed"))
  static let guardWidened = ReviewRule(
    "guard-widened", "Bodies belong to the service that were another product's.", wire: .breaks,
    why: "Yesterday's code has them as .unrecognized.", advice: "Generate and deploy.",
    mirror: .to("guard-narrowed"))
  static let guardNarrowed = ReviewRule(
    "guard-narrowed", "Fewer bodies belong to the service.",
    why: "What is another product's was read as well as it could be.", advice: "Nothing.",
    mirror: .to("guard-widened"))
  static let discriminatorMoved = ReviewRule(
    "discriminator-moved", "Another member tells events apart.", wire: .breaks, source: .breaks,
    why: "Yesterday's code looks for the event where it is no longer told.",
    advice: "Deploy on the day of the change.", mirror: .to("discriminator-moved"))
  static let payloadMoved = ReviewRule(
    "payload-moved", "Another member holds the event's own fields.", wire: .breaks, source: .breaks,
    why: "Yesterday's code looks for them where they are no longer.",
    advice: "Deploy on the day of the change.", mirror: .to("payload-moved"))
  static let headerAdded = ReviewRule(
    "header-added", "A header that was not documented before.", why: "A constant more.",
    advice: "Read it where it is of use.", mirror: .to("header-removed"))
  static let headerRemoved = ReviewRule(
    "header-removed", "A header is documented no more.", source: .breaks,
    why: "The constant with its name is gone.", advice: "Take it out of the code.",
    mirror: .to("header-added"))
  static let signatureAdded = ReviewRule(
    "signature-added", "A further way to prove the sender.",
    why: "Any of them proves it, and the others are still there.", advice: "Nothing.",
    mirror: .to("signature-removed"))
  static let signatureRemoved = ReviewRule(
    "signature-removed", "A way to prove the sender is gone.", wire: .breaks,
    why: "A receiver that checks this signature refuses every callback.",
    advice: "Check another one before the vendor leaves it out.",
    mirror: .to("signature-added"))
  static let signatureChanged = ReviewRule(
    "signature-changed", "A signature is made otherwise.", wire: .breaks,
    why: "A receiver that checks it in the old way refuses every callback.",
    advice: "Accept both around the day of the change.", mirror: .to("signature-changed"))
  static let acknowledgementAdded = ReviewRule(
    "acknowledgement-added", "The vendor says what it takes for an answer.",
    why: "A constant more.",
    advice: "Answer so.", mirror: .to("acknowledgement-removed"))
  static let acknowledgementRemoved = ReviewRule(
    "acknowledgement-removed", "The vendor does not say any more what it takes for an answer.",
    source: .breaks, why: "The constant is gone.", advice: "Go on as before.",
    mirror: .to("acknowledgement-added"))
  static let answerChanged = ReviewRule(
    "answer-changed", "The vendor takes another answer for received.", wire: .breaks,
    why: "It takes yesterday's answer for a failure, and sends again.",
    advice: "Answer as tomorrow's acknowledgement says.", mirror: .to("answer-changed"))
  static let deadlineChanged = ReviewRule(
    "deadline-changed", "The vendor waits for an answer for another time.", meaning: .changed,
    why: "What was in time may be late.", advice: "Compare with how long the receiver takes.",
    mirror: .to("deadline-changed"))
  static let retriesAdded = ReviewRule(
    "retries-added", "The vendor says how often it sends again.", why: "A constant more.",
    advice: "Keep what was seen for that long.", mirror: .to("retries-removed"))
  static let retriesRemoved = ReviewRule(
    "retries-removed", "The vendor does not say any more how often it sends again.",
    source: .breaks, why: "The constant is gone.", advice: "Go on as before.",
    mirror: .to("retries-added"))
  static let retriesChanged = ReviewRule(
    "retries-changed", "The vendor sends again for another time, or as often.", meaning: .changed,
    why: "Duplicates may come when nobody looks for them any more.",
    advice: "Keep what was seen for as long as the vendor may send it again.",
    mirror: .to("retries-changed"))
  static let identityAdded = ReviewRule(
    "identity-added", "It is known what makes two deliveries the same one.",
    why: "A property more.", advice: "Use it to drop duplicates.",
    mirror: .to("identity-removed"))
  static let identityRemoved = ReviewRule(
    "identity-removed", "It is not known any more what makes two deliveries the same one.",
    source: .breaks, why: "The property identity is gone.",
    advice: "Find another way to drop duplicates.", mirror: .to("identity-added"))
  static let identityChanged = ReviewRule(
    "identity-changed", "Something else makes two deliveries the same one.", source: .breaks,
    meaning: .changed,
    why: "Yesterday's code may drop what is new, or keep what is not.",
    advice: "Change over with an empty sideState, or keep both for a while.",
    mirror: .to("identity-changed"))
  static let orderChanged = ReviewRule(
    "order-changed", "Another member, or none, counts the deliveries.", meaning: .changed,
    why: "Code that sorts by the old one sorts wrongly.", advice: "Change the code that sorts.",
    mirror: .to("order-changed"))
  static let probesAdded = ReviewRule(
    "probes-added", "The vendor sends health checks.", meaning: .changed,
    why: "Yesterday's code takes them for callbacks. A property more.",
    advice: "Ask isHealthCheck first.",
    mirror: .to("probes-removed"))
  static let probesRemoved = ReviewRule(
    "probes-removed", "The vendor sends no health checks any more.", source: .breaks,
    meaning: .changed,
    why: "The property isHealthCheck is gone; what looked like a check is an event.",
    advice: "Take it out of the code.", mirror: .to("probes-added"))
  static let probesChanged = ReviewRule(
    "probes-changed", "The vendor's health checks look otherwise.", meaning: .changed,
    why: "Yesterday's code takes them for callbacks, or callbacks for them.",
    advice: "Generate and deploy.", mirror: .to("probes-changed"))

  static let headerRenamed = ReviewRule(
    "header-renamed", "A header has another name.",
    wire: .breaks,
    why: "A receiver that looks for the old name finds nothing.",
    advice: "Look for both around the day of the change.", mirror: .to("header-renamed"))

  static let deliveryRules = [
    headerRenamed,
    serviceAdded, serviceRemoved,
    serviceRenamed, namespaceChanged, guardWidened, guardNarrowed, discriminatorMoved, payloadMoved,
    headerAdded, headerRemoved, signatureAdded, signatureRemoved, signatureChanged,
    acknowledgementAdded, acknowledgementRemoved, answerChanged, deadlineChanged, retriesAdded,
    retriesRemoved, retriesChanged, identityAdded, identityRemoved, identityChanged, orderChanged,
    probesAdded, probesRemoved, probesChanged,
  ]
}
