import CallbackSchema

@testable import PayloadValidation
@testable import SchemaReview

extension OracleEffect {
  /// Reads the bodies of one service with the code of another.
  ///
  /// - Parameter sendsAccepted: whether bodies are sent that the schema accepts and no source documents.
  init(_ sender: ServiceState, readBy code: ServiceState, sendsAccepted: Bool) {
    // Of two changes nothing shows whether a member that one object lacks is one that another object has.
    let knowsMoves = sender.isUnchanged || code.isUnchanged
    var keys = ComparedIdentities()
    let shared = sender.service.membersOfObjects(with: code.service)
    // Absence is judged by the edition that the body fits best, so that a field of some editions is not missed alone.
    if code.service.hasFieldsOfSomeEditions { possible.insert("missing") }
    let services = [sender.service, code.service]
    if services.contains(where: \.hasConstantsOfSomeEditions) { possible.insert("constant") }
    // Samples have no bodies for every value of a condition, and none of accepted JSON types at any depth.
    if code.service.hasConditions { possible.insert("condition") }
    if sender.service.hasAcceptedTypes { possible.insert("wrong-type") }
    // Few texts have the characters for which an encoding has others.
    if code.service.hasEncodedParts { possible.insert("format") }
    for place in sender.bodies.indices {
      let sent = sender.readings[place]
      guard case .typed(let key) = sent.outcome else { continue }
      let isSent = sender.documented[place] || sendsAccepted && sender.accepted[place]
      // A field that is no longer required may be absent.
      let mayLack =
        !isSent && sent.findings.subtracting(sender.shown) == ["missing"]
        && !sent.absent.values.contains { $0.field.isRequired }
      guard isSent || mayLack else { continue }
      let got = ServiceReading(sender.bodies[place], by: code.validator)
      let partner = sender.partner(of: key, in: code.service)
      guard isSent else {
        if got.outcome == .malformed, lost == nil { lost = place }
        continue
      }
      if partner == nil, got.outcome == .otherProduct { continue }
      if Self.isLost(sent, got, partner, sharing: knowsMoves ? shared : nil) {
        lost = lost ?? place
        continue
      }
      // What both states report is no effect of the change.
      let shown = sender.shown.subtracting(code.shown)
      add(
        got.findings.subtracting(sent.findings.subtracting(shown)), inner: got.inner, at: place)
      guard let partner, let event = sender.service.events.first(where: { $0.key == key }) else {
        continue
      }
      let isMisread =
        Self.isOther(event, partner, in: code.service) || Self.isMisread(sent, got)
        || !keys.areAlike(sent.identity, got.identity) || sent.isProbe != got.isProbe
      if isMisread, misread == nil { misread = place }
    }
  }

  /// Whether the event is not decoded, or a value of it is lost or read as something else.
  ///
  /// - Parameter shared: the names of members that objects of both services have, and that therefore did not move; nil if it is
  ///   not known which members moved.
  private static func isLost(
    _ sent: ServiceReading, _ got: ServiceReading, _ partner: Event?, sharing shared: Set<String>?
  ) -> Bool {
    switch got.outcome {
    case .unreadable, .malformed: return true
    case .unrecognized, .otherProduct:
      // An event that the code does not know keeps its whole body.
      return partner != nil
    case .typed(let key): guard key == partner?.key else { return true }
    }
    if got.lacksVital && !sent.lacksVital || got.isAltered && !sent.isAltered { return true }
    let isReassigned = got.decoded.contains { path, field in
      field.field.constant == nil && sent.decoded[path] == nil && sent.absent[path] != nil
    }
    if isReassigned { return true }
    return sent.decoded.contains { path, field in
      if let same = got.decoded[path] {
        // The member of one field is read as another one.
        return field.field.wire != same.field.wire
      }
      if got.absent[path] != nil { return true }
      // The field is at another place, or has a name that the other schema gives it.
      let moved = got.absent.filter { other, second in
        sent.decoded[other] == nil && sent.absent[other] == nil && isSame(field.field, second.field)
      }
      return moved.contains { parent($0.key) == parent(path) }
        || moved.count == 1 && moved.first?.value.field.wire == field.field.wire
          && moved.first?.value.field.type == field.field.type
          && shared?.contains(field.field.wire) == false
          && sent.decoded.filter { isSame($0.value.field, field.field) }.count == 1
    }
  }

  private static func isSame(_ first: Field, _ second: Field) -> Bool {
    let (name, other) = (first.name?.value ?? first.wire, second.name?.value ?? second.wire)
    return first.otherSpellings.contains(second.wire) || second.otherSpellings.contains(first.wire)
      || name == other || first.wire.lowercased() == second.wire.lowercased()
  }

  /// Whether the code takes an event for another one, which has another name and another description.
  private static func isOther(_ event: Event, _ partner: Event, in service: Service) -> Bool {
    if let doc = event.doc, let known = partner.doc, doc != known {
      if event.key != partner.key { return true }
      if service.events.contains(where: { $0.key != partner.key && $0.doc == doc }) { return true }
    }
    guard let outcome = event.outcome, let known = partner.outcome else { return false }
    return outcome != known
  }

  /// Whether a value means something else to the code, which reports nothing.
  private static func isMisread(_ sent: ServiceReading, _ got: ServiceReading) -> Bool {
    let isOther = sent.meanings.contains { path, meaning in
      got.meanings[path].map { $0.contradicts(meaning) } ?? false
    }
    return isOther
      || sent.decoded.contains { path, field in
        guard let same = got.decoded[path], let doc = field.field.doc, let known = same.field.doc,
          doc != known
        else { return false }
        let others = got.decoded.merging(got.absent) { first, _ in first }
        return others.contains { other, second in
          other != path && parent(other) == parent(path) && second.field.doc == doc
        }
      }
  }

  private static func parent(_ path: String) -> Substring {
    path.lastIndex(of: ".").map { path[..<$0] } ?? ""
  }
}

/// Tells whether two deduplication keys tell the same bodies apart.
private struct ComparedIdentities {
  private var forward: [[String]: [String]] = [:]
  private var backward: [[String]: [String]] = [:]

  /// Whether the keys of a body are equal to those of earlier bodies in both states or in neither.
  mutating func areAlike(_ first: [String]?, _ second: [String]?) -> Bool {
    guard let first, let second else { return true }
    let (known, other) = (forward[first] ?? second, backward[second] ?? first)
    forward[first] = known
    backward[second] = other
    return known == second && other == first
  }
}

extension Service {
  /// The names of the members that an object has in both services.
  fileprivate func membersOfObjects(with other: Service) -> Set<String> {
    objects.reduce(into: []) { names, object in
      guard let same = other.object(named: object.name) else { return }
      names.formUnion(Set(object.fields.map(\.wire)).intersection(same.fields.map(\.wire)))
    }
  }

  /// Whether some editions do not document a constant of an event that they document, or `only` names the member too.
  fileprivate var hasConstantsOfSomeEditions: Bool {
    events.contains { event in
      event.constants.contains { constant in
        constant.provenance.editions != event.provenance.editions
          || guards.contains { $0.path.value == constant.path.value }
      }
    }
  }

  private var allFields: [Field] { envelope + events.flatMap(\.fields) + objects.flatMap(\.fields) }

  /// Whether a field depends on another one.
  fileprivate var hasConditions: Bool { allFields.contains { $0.condition != nil } }

  /// Whether a part of a text has an encoding with other characters than the standard one.
  fileprivate var hasEncodedParts: Bool {
    formats.contains { format in
      format.parts.contains { part in
        if case .base64(let replaced)? = part.format { !replaced.isEmpty } else { false }
      }
    }
  }

  /// Whether a field accepts JSON types that no source documents.
  fileprivate var hasAcceptedTypes: Bool { allFields.contains { !$0.accepts.isEmpty } }

  /// Whether some editions do not document a field of what they document.
  fileprivate var hasFieldsOfSomeEditions: Bool {
    let groups =
      [(fullEditions, envelope)]
      + events.map { ($0.provenance.editions, $0.fields) }
      + objects.map { ($0.provenance.editions, $0.fields) }
    return groups.contains { editions, fields in
      fields.contains { $0.expectedEditions != editions }
    }
  }
}
