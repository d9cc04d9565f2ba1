import CallbackSchema
import SchemaSource

extension Comparison {
  mutating func compareDelivery() {
    compareHeaders()
    compareSignatures()
    compareAcknowledgements()
    let (before, after) = (old.delivery, new.delivery)
    compareOptional(
      "retries", before.retries.map(Self.text), after.retries.map(Self.text),
      (.retriesAdded, .retriesRemoved, .retriesChanged))
    compareOptional(
      "identity", Self.text(before.identity.map { renamed($0.value) }),
      Self.text(after.identity.map(\.value)),
      (.identityAdded, .identityRemoved, .identityChanged))
    compareOptional(
      "order", before.order.map { renamed($0.value).text }, after.order?.value.text,
      (.orderChanged, .orderChanged, .orderChanged))
    compareOptional(
      "probes", Self.text(before.probes.map { $0.clauses.map(renamed) }),
      Self.text(after.probes.map(\.clauses)),
      (.probesAdded, .probesRemoved, .probesChanged))
  }

  private func spot(_ name: String) -> Spot { Spot(name) }

  /// A thing that a service has or has not.
  private mutating func compareOptional(
    _ what: String, _ first: String?, _ second: String?,
    _ rules: (added: ReviewRule, removed: ReviewRule, changed: ReviewRule)
  ) {
    guard first != second else { return }
    let rule = first == nil ? rules.added : second == nil ? rules.removed : rules.changed
    note(
      rule, at: spot(what), "\(what): \(second ?? "none"), before \(first ?? "none")",
      old: first.map { ($0, old.range) }, new: second.map { ($0, new.range) })
  }

  private static func text(_ retries: RetryPolicy) -> String {
    [
      retries.attempts.map { "\($0) attempts" },
      retries.interval.map { "every \(Facets.period($0))" },
      retries.duration.map { "for \(Facets.period($0))" },
    ].compactMap { $0 }.joined(separator: ", ")
  }

  private static func text(_ places: [Place]) -> String? {
    places.isEmpty ? nil : places.map(\.text).sorted().joined(separator: ", ")
  }

  private static func text(_ probes: [[Condition.Clause]]) -> String? {
    probes.isEmpty
      ? nil : probes.map { Facets.clauses($0) }.sorted().joined(separator: " or ")
  }

  private mutating func compareHeaders() {
    // Letters of either case are one in the name of a header.
    var before = old.delivery.headers
    var after = new.delivery.headers
    var same: [(Field, Field)] = []
    for header in old.delivery.headers {
      let name = header.wire.lowercased()
      guard let place = after.firstIndex(where: { $0.wire.lowercased() == name }) else { continue }
      same.append((header, after.remove(at: place)))
      before.removeAll { $0.wire == header.wire }
    }
    let (renamed, removed, added) = Matching.pairs(before, after)
    for (first, second) in same + renamed {
      let spot = spot("headers").below(first.wire, newName: second.wire, isOnWire: false)
      compare(header: first, second, at: spot.inside(second.range))
    }
    for header in removed {
      note(
        .headerRemoved, at: spot("headers").below(header.wire, isOnWire: false),
        "header \(header.wire)", old: (header.wire, header.range), new: nil)
    }
    for header in added {
      note(
        .headerAdded, at: spot("headers").below(header.wire, isOnWire: false),
        "header \(header.wire)", old: nil, new: (header.wire, header.range))
    }
  }

  /// Of a header only its name becomes Swift; the rest is for readers.
  private mutating func compare(header first: Field, _ second: Field, at spot: Spot) {
    let ranges = (first.range, second.range)
    if first.wire.lowercased() != second.wire.lowercased() {
      note(
        .headerRenamed, at: spot, "header \(first.wire) is called \(second.wire)",
        old: (first.wire, first.range), new: (second.wire, second.range))
    } else {
      compareWords("spelling", first.wire, second.wire, at: spot, ranges)
    }
    compareSwiftNames(first, second, at: spot)
    compareWords("type", Facets.type(first.type), Facets.type(second.type), at: spot, ranges)
    compareWords("doc", first.doc, second.doc, at: spot, ranges)
  }

  /// A signature is known by its place; what remains is paired in order.
  private mutating func compareSignatures() {
    var gone = old.delivery.signatures
    var come = new.delivery.signatures
    for signature in gone {
      let text = Facets.signature(signature)
      guard let place = come.firstIndex(where: { Facets.signature($0) == text }),
        let index = gone.firstIndex(of: signature)
      else { continue }
      gone.remove(at: index)
      come.remove(at: place)
    }
    for signature in gone {
      guard let place = come.firstIndex(where: { $0.place.value == signature.place.value }),
        let index = gone.firstIndex(of: signature)
      else { continue }
      gone.remove(at: index)
      compare(signature, come.remove(at: place))
    }
    while let first = gone.first, let second = come.first {
      compare(first, second)
      gone.removeFirst()
      come.removeFirst()
    }
    for signature in gone {
      note(
        .signatureRemoved, at: spot("signatures.\(signature.place.value.text)"),
        "signature \(signature.place.value.text)",
        old: (Facets.signature(signature), signature.range), new: nil)
    }
    for signature in come {
      note(
        .signatureAdded, at: spot("signatures.\(signature.place.value.text)"),
        "signature \(signature.place.value.text)", old: nil,
        new: (Facets.signature(signature), signature.range))
    }
  }

  private mutating func compare(_ first: Signature, _ second: Signature) {
    let (before, after) = (Facets.signature(first), Facets.signature(second))
    guard before != after else { return }
    note(
      .signatureChanged, at: spot("signatures.\(first.place.value.text)"),
      "signed as \(after), before as \(before)", old: (before, first.range),
      new: (after, second.range))
  }

  private mutating func compareAcknowledgements() {
    guard let before = old.delivery.acknowledgement, let after = new.delivery.acknowledgement
    else {
      return compareOptional(
        "acknowledge", old.delivery.acknowledgement.map(Self.answer),
        new.delivery.acknowledgement.map(Self.answer),
        (.acknowledgementAdded, .acknowledgementRemoved, .answerChanged))
    }
    let answers = (Self.answer(before), Self.answer(after))
    if answers.0 != answers.1 {
      note(
        .answerChanged, at: spot("acknowledge"), "the answer is \(answers.1), was \(answers.0)",
        old: (answers.0, old.range), new: (answers.1, new.range))
    }
    compareOptional(
      "acknowledge.within", before.within.map(Facets.period), after.within.map(Facets.period),
      (.deadlineChanged, .deadlineChanged, .deadlineChanged))
  }

  private static func answer(_ acknowledgement: Acknowledgement) -> String {
    [String(acknowledgement.status), acknowledgement.body].compactMap { $0 }.joined(separator: " ")
  }
}
