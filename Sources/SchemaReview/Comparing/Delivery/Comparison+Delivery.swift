import CallbackSchema
import SchemaSource

extension Comparison {
  /// Compares what the schema states about delivery: headers, signatures, acknowledgement, retries, order.
  mutating func compareDelivery() {
    compareHeaders()
    compareSignatures()
    compareAcknowledgements()
    let (before, after) = (old.delivery, new.delivery)
    compareOptional(
      "retries", before.retries.map(Self.text), after.retries.map(Self.text),
      (.retriesAdded, .retriesRemoved, .retriesChanged))
    compareSources("retries", before.retries?.provenance, after.retries?.provenance)
    compareOptional(
      "identity", Self.text(before.identity.members.map { renamed($0.value) }),
      Self.text(after.identity.members.map(\.value)),
      (.identityAdded, .identityRemoved, .identityChanged))
    compareDocumentation(
      "doc", before.identity.doc, after.identity.doc, at: ComparedElement("identity"),
      (old.range, new.range))
    compareSources("identity", before.identity.provenance, after.identity.provenance)
    compareOptional(
      "order", before.order.map { renamed($0.value).text }, after.order?.value.text,
      (.orderChanged, .orderChanged, .orderChanged))
    compareOptional(
      "probes", Self.text(before.probes.map { $0.clauses.map(renamed) }),
      Self.text(after.probes.map(\.clauses)),
      (.probesAdded, .probesRemoved, .probesChanged))
  }

  /// Compares a statement about delivery that a service may lack.
  private mutating func compareOptional(
    _ what: String, _ first: String?, _ second: String?,
    _ rules: (added: ReviewRule, removed: ReviewRule, changed: ReviewRule)
  ) {
    guard first != second else { return }
    let rule = first == nil ? rules.added : second == nil ? rules.removed : rules.changed
    note(
      rule, at: ComparedElement(what),
      "\(what): \(second ?? "none"), previously \(first ?? "none")",
      old: first.map { ($0, old.range) }, new: second.map { ($0, new.range) })
  }

  /// Compares the sources of a statement about delivery that both states have.
  private mutating func compareSources(
    _ what: String, _ first: Provenance?, _ second: Provenance?
  ) {
    guard let first, let second else { return }
    compareProvenance(first, second, at: ComparedElement(what), (old.range, new.range))
  }

  private static func text(_ retries: RetryPolicy) -> String {
    [
      retries.attempts.map { "\($0) attempts" },
      retries.first.map { "first after \(SchemaText.period($0))" },
      retries.interval.map(text),
      retries.duration.map { "for \(SchemaText.period($0))" },
    ].compactMap { $0 }.joined(separator: ", ")
  }

  private static func text(_ interval: RetryPolicy.Interval) -> String {
    switch interval {
    case .fixed(let period): "every \(SchemaText.period(period))"
    case .growing: "at growing intervals"
    }
  }

  private static func text(_ places: [Place]) -> String? {
    places.isEmpty ? nil : places.map(\.text).sorted().joined(separator: ", ")
  }

  private static func text(_ probes: [[Condition.Clause]]) -> String? {
    probes.isEmpty
      ? nil : probes.map { SchemaText.clauses($0) }.sorted().joined(separator: " or ")
  }

  private mutating func compareHeaders() {
    let headers = ComparedElement("headers")
    // Names of headers are case-insensitive.
    var before = old.delivery.headers
    var after = new.delivery.headers
    let same = before.takePairs(with: &after) { $0.wire.lowercased() == $1.wire.lowercased() }
    let (renamed, removed, added) = FieldMatching.pairs(before, after)
    for (first, second) in same + renamed {
      let element = headers.child(first.wire, newName: second.wire, isOnWire: false)
      compare(header: first, second, at: element.enclosed(by: second.range))
    }
    for header in removed {
      note(
        .headerRemoved, at: headers.child(header.wire, isOnWire: false), "header \(header.wire)",
        old: (header.wire, header.range), new: nil)
    }
    for header in added {
      note(
        .headerAdded, at: headers.child(header.wire, isOnWire: false), "header \(header.wire)",
        old: nil, new: (header.wire, header.range))
    }
  }

  /// Compares a header: only its name is generated, the rest is documentation.
  private mutating func compare(header first: Field, _ second: Field, at element: ComparedElement) {
    let ranges = (first.range, second.range)
    if first.wire.lowercased() != second.wire.lowercased() {
      note(
        .headerRenamed, at: element, "header \(first.wire) renamed to \(second.wire)",
        old: (first.wire, first.range), new: (second.wire, second.range))
    } else {
      compareDocumentation("spelling", first.wire, second.wire, at: element, ranges)
    }
    compareSwiftNames(first, second, at: element)
    compareDocumentation(
      "type", SchemaText.type(first.type), SchemaText.type(second.type), at: element, ranges)
    compareDocumentation("doc", first.doc, second.doc, at: element, ranges)
  }

  /// Pairs equal signatures, then those at the same place, then the rest in order.
  private mutating func compareSignatures() {
    var removed = old.delivery.signatures
    var added = new.delivery.signatures
    let criteria: [(Signature, Signature) -> Bool] = [
      { SchemaText.signature($0) == SchemaText.signature($1) },
      { Self.withoutCase($0) == Self.withoutCase($1) }, { $0.place.value == $1.place.value },
      { _, _ in true },
    ]
    for isMatch in criteria {
      for (first, second) in removed.takePairs(with: &added, where: isMatch) {
        compareStatement(
          Self.withoutCase(first) == Self.withoutCase(second)
            ? .documentationChanged : .signatureChanged, of: "signature",
          at: ComparedElement("signatures.\(first.place.value.text)"),
          (SchemaText.signature(first), SchemaText.signature(second)), (first.range, second.range))
        compareProvenance(
          first.provenance, second.provenance,
          at: ComparedElement("signatures.\(first.place.value.text)"), (first.range, second.range))
      }
    }
    for signature in removed + added {
      let excerpt = (SchemaText.signature(signature), signature.range)
      let isRemoved = removed.contains(signature)
      note(
        isRemoved ? .signatureRemoved : .signatureAdded,
        at: ComparedElement("signatures.\(signature.place.value.text)"),
        "signature \(signature.place.value.text)", old: isRemoved ? excerpt : nil,
        new: isRemoved ? nil : excerpt)
    }
  }

  /// A signature with the names of its headers in lower case: they are case-insensitive.
  private static func withoutCase(_ signature: Signature) -> String {
    SchemaText.signature(signature).replacing(/header [^ :{}|,]+/) { $0.output.lowercased() }
  }

  private mutating func compareAcknowledgements() {
    let (before, after) = (old.delivery.acknowledgement, new.delivery.acknowledgement)
    guard let before, let after else {
      return compareOptional(
        "acknowledge", before.map(Self.response), after.map(Self.response),
        (.acknowledgementAdded, .acknowledgementRemoved, .acknowledgementChanged))
    }
    compareStatement(
      .acknowledgementChanged, of: "response", at: ComparedElement("acknowledge"),
      (Self.response(before), Self.response(after)), (old.range, new.range))
    compareOptional(
      "acknowledge.within", before.within.map(SchemaText.period),
      after.within.map(SchemaText.period), (.deadlineChanged, .deadlineChanged, .deadlineChanged))
    compareSources("acknowledge", before.provenance, after.provenance)
  }

  private static func response(_ acknowledgement: Acknowledgement) -> String {
    let isOptional = acknowledgement.body != nil && !acknowledgement.isBodyRequired
    return [
      String(acknowledgement.status), acknowledgement.body, isOptional ? "(recommended)" : nil,
    ].compactMap { $0 }.joined(separator: " ")
  }
}
