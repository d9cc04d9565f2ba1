import CallbackSchema
import PayloadValidation
import SchemaSource
import SwiftGeneration

extension Comparison {
  /// Compares the events of the service.
  mutating func compareEvents() {
    let matched = Set(matching.events.values)
    for event in old.events {
      guard let other = matching.events[event.key].flatMap({ index.new.events[$0] }) else {
        note(
          .eventRemoved, at: ComparedElement("events", event.key), "event \(Self.name(event))",
          old: (Self.name(event), event.range), new: nil, content: [SchemaContent.event(event)])
        continue
      }
      compare(event, other)
    }
    for event in new.events where !matched.contains(event.key) {
      let element = ComparedElement("events", event.key)
      let earlier = index.old.eventKey(withID: event.id.value)
      note(
        earlier == nil ? .eventAdded : .eventReused, at: element,
        "event \(Self.name(event))\(earlier.map { "; the ID was that of \"\($0)\"" } ?? "")",
        old: nil, new: (Self.name(event), event.range),
        samples: (nil, samples.new.body(of: event)), content: [SchemaContent.event(event)])
    }
  }

  /// The key and the ID of an event: `"stopped" (2)`.
  private static func name(_ event: Event) -> String {
    "\"\(event.key)\" (\(SchemaText.value(event.id.value)))"
  }

  private mutating func compare(_ first: Event, _ second: Event) {
    var element = ComparedElement("events", first.key, newName: second.key)
    element.enclosingRange = second.range
    element.addedEditions = addedEditions(first.provenance, second.provenance)
    let ranges = (first.range, second.range)
    let swiftNames = swiftNames(at: element)
    let keepsName = swiftNames.old == swiftNames.new
    let isOther =
      !keepsName && first.key != second.key && first.doc != nil && second.doc != nil
      && first.doc != second.doc
    if first.key != second.key || !keepsName {
      let isTaken =
        usage.new.interface[element.newPath].map { usage.old.interface.declares($0.symbol) }
        ?? false
      note(
        keepsName
          ? .documentationChanged
          : isTaken ? .swiftNameShifted : isOther ? .eventMeaningChanged : .eventRenamed,
        at: element,
        "event \(Self.name(first)) renamed to \"\(second.name?.value ?? second.key)\"",
        old: (Self.name(first), first.range), new: (Self.name(second), second.range))
    }
    if StateIndex.comparable(first.id.value) != StateIndex.comparable(second.id.value) {
      let isTaken = index.old.eventKey(withID: second.id.value) != nil
      noteChange(
        isTaken ? .eventShifted : .eventIDChanged, of: "ID of \"\(first.key)\"", at: element,
        (SchemaText.value(first.id.value), first.id.range),
        (SchemaText.value(second.id.value), second.id.range),
        samples: (samples.old.body(of: first), samples.new.body(of: second)))
    }
    comparePlaces(first, second, at: element)
    compareDocumentation("symbol", first.constant, second.constant, at: element, ranges)
    if !isOther {
      compareDescriptions(
        first.doc, second.doc, isOld: index.old.eventDocs.contains,
        isNew: index.new.eventDocs.contains, at: element, ranges)
    }
    compareDeprecations(first.deprecation, second.deprecation, at: element, ranges)
    compareProvenance(first.provenance, second.provenance, at: element, ranges)
    compareEditions(ofObjectsIn: second, at: element)
    compareOutcomes(first, second, at: element)
    compareExamples(first, second, at: element)
    compareConstants(first, second, at: element)
    compareConformances(of: first.key, (first.includes, second.includes), at: element, ranges)
    if noteObjects(first, second, at: element) {
      compare(fields: (old.fields(of: first), new.fields(of: second)), at: element)
    } else {
      compare(
        members: (first.includes, first.fields), (second.includes, second.fields), at: element)
    }
  }

  /// Compares where two events have their own fields, if that differs from where their services have them.
  private mutating func comparePlaces(
    _ first: Event, _ second: Event, at element: ComparedElement
  ) {
    func text(_ location: EventPayload?, _ place: (Place) -> Place) -> String? {
      if case .place(let found)? = location { place(found).text } else { location?.text }
    }
    // The place of the service has a change of its own.
    guard first.payload != nil || second.payload != nil else { return }
    let before = text(first.payload?.value, renamed) ?? renamed(old.payload.value).text
    let after = text(second.payload?.value) { $0 } ?? new.payload.value.text
    guard before != after else { return }
    noteChange(
      .payloadMoved, of: "payload of \"\(first.key)\"", at: element,
      (before, first.payload?.range ?? first.range), (after, second.payload?.range ?? second.range),
      samples: (samples.old.body(of: first), samples.new.body(of: second)))
  }

  /// Notes that the payload is another object; the fields of an object that both states have are compared there.
  ///
  /// - Returns: whether it is another object.
  private mutating func noteObjects(
    _ first: Event, _ second: Event, at element: ComparedElement
  ) -> Bool {
    let before = first.object.map { matching.types[$0.value] ?? $0.value }
    guard before != second.object?.value else { return false }
    noteChange(
      .eventTypeChanged, of: "type of \"\(first.key)\"", at: element,
      (before ?? "its own", first.object?.range ?? first.range),
      (second.object?.value ?? "its own", second.object?.range ?? second.range))
    return true
  }

  /// Compares the outcome that an event declares, or derives from its codes.
  private mutating func compareOutcomes(
    _ first: Event, _ second: Event, at element: ComparedElement
  ) {
    func text(_ event: Event, _ service: Service) -> String? {
      event.outcome?.rawValue
        ?? (service.outcomeFields(of: event).isEmpty ? nil : "that of its codes")
    }
    // Changes of the codes have rules of their own.
    guard first.outcome != nil || second.outcome != nil else { return }
    let (before, after) = (text(first, old), text(second, new))
    compareStatement(
      before == nil
        ? .eventOutcomeAdded : after == nil ? .eventOutcomeRemoved : .eventOutcomeChanged,
      of: "outcome of \"\(first.key)\"", at: element, (before ?? "none", after ?? "none"),
      (first.range, second.range))
  }

  private mutating func compareExamples(
    _ first: Event, _ second: Event, at element: ComparedElement
  ) {
    guard !isOfEditions else { return }
    let before = first.examples.map { SchemaText.example($0, old) }.sorted()
    let after = second.examples.map { SchemaText.example($0, new) }.sorted()
    guard before != after else { return }
    note(
      .examplesChanged, at: element, "examples changed",
      old: (before.joined(separator: " | "), first.range),
      new: (after.joined(separator: " | "), second.range))
  }

  private mutating func compareConstants(
    _ first: Event, _ second: Event, at element: ComparedElement
  ) {
    for constant in first.constants {
      let path = SchemaText.path(constant.path)
      let newPath = renamed(constant.path.value)
      let below = element.child("const", isOnWire: false)
        .child(path, newName: newPath.joined(separator: "."), isOnWire: false)
      guard let other = second.constants.first(where: { $0.path.value == newPath }) else {
        note(
          .eventConstantRemoved, at: below,
          "\(path): any value, previously always \(SchemaText.value(constant.value.value))",
          old: (SchemaText.value(constant.value.value), constant.path.range), new: nil)
        continue
      }
      let values = [constant, other].map { "always \(SchemaText.value($0.value.value))" }
      compareStatement(
        .eventConstantChanged, of: path, at: below, (values[0], values[1]),
        (constant.value.range, other.value.range))
      compareConstantProvenance(constant, other, at: below)
    }
    for constant in second.constants
    where !first.constants.contains(where: { renamed($0.path.value) == constant.path.value }) {
      let path = SchemaText.path(constant.path)
      let value = SchemaText.value(constant.value.value)
      note(
        .eventConstantAdded,
        at: element.child("const", isOnWire: false).child(path, isOnWire: false),
        "\(path): always \(value), previously any value", old: nil,
        new: (value, constant.path.range))
    }
  }

  /// Compares the provenance of a constant: in editions that no longer state it, the member may have any value.
  private mutating func compareConstantProvenance(
    _ first: EventConstant, _ second: EventConstant, at element: ComparedElement
  ) {
    let count = changes.count
    compareProvenance(
      first.provenance, second.provenance, at: element, (first.path.range, second.path.range),
      isExpected: true)
    if changes.count > count, changes[count].rule == .provenanceNarrowed {
      changes[count].rule = .eventConstantRemoved
    }
  }

  /// Compares the fields of an event or an object.
  ///
  /// The fields of objects that both states include are compared once, at the object.
  mutating func compare(
    members first: (includes: [Located<String>], fields: [Field]),
    _ second: (includes: [Located<String>], fields: [Field]), at element: ComparedElement
  ) {
    let included = Set(second.includes.map(\.value))
    let common = first.includes.filter { include in
      matching.types[include.value].map { included.contains($0) } ?? false
    }
    let kept = Set(common.compactMap { matching.types[$0.value] })
    let shared = Set(common.map(\.value))
    let before =
      old.fields(including: first.includes.filter { !shared.contains($0.value) }) + first.fields
    let after =
      new.fields(including: second.includes.filter { !kept.contains($0.value) }) + second.fields
    // A field that moved between the element and what it includes is unchanged.
    let all = (
      old.fields(including: first.includes) + first.fields,
      new.fields(including: second.includes) + second.fields
    )
    func missing(_ fields: [Field], in others: [Field], of all: [Field]) -> [Field] {
      fields.compactMap { field in
        others.contains { $0.wire == field.wire } ? nil : all.first { $0.wire == field.wire }
      }
    }
    let more = (missing(after, in: before, of: all.0), missing(before, in: after, of: all.1))
    compare(fields: (before + more.0, after + more.1), at: element)
  }
}
