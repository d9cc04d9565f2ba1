import CallbackSchema
import PayloadValidation
import SchemaSource
import SwiftGeneration

extension Comparison {
  mutating func compareEvents() {
    let keys = Set(new.events.map(\.key))
    let matched = Set(matching.events.values)
    for event in old.events {
      guard let key = matching.events[event.key], keys.contains(key),
        let other = new.events.first(where: { $0.key == key })
      else {
        let spot = Spot("events", event.key)
        note(
          .eventRemoved, at: spot, "event \(Self.name(event))",
          old: (Self.name(event), event.range), new: nil)
        continue
      }
      compare(event, other)
    }
    for event in new.events where !matched.contains(event.key) {
      let spot = Spot("events", event.key)
      let earlier = old.events.first { isSameID($0.id.value, event.id.value) }
      note(
        earlier == nil ? .eventAdded : .eventReused, at: spot,
        "event \(Self.name(event))\(earlier.map { ", whose ID was that of \($0.key)" } ?? "")",
        old: nil, new: (Self.name(event), event.range),
        samples: (nil, samples.new.body(of: event)))
    }
  }

  static func name(_ event: Event) -> String { "\(event.key) (\(Facets.value(event.id.value)))" }

  private mutating func compare(_ first: Event, _ second: Event) {
    var spot = Spot("events", first.key, newName: second.key).inside(second.range)
    spot.editions = Set(new.names(of: second.provenance.editions))
    let ranges = (first.range, second.range)
    let swiftNames = swiftNames(at: spot)
    let keepsName = swiftNames.old == swiftNames.new
    let isOther =
      !keepsName && first.key != second.key && first.doc != nil && second.doc != nil
      && first.doc != second.doc
    if first.key != second.key || !keepsName {
      let isTaken = interfaces.new[spot.newPath].map { interfaces.old.declares($0.symbol) } ?? false
      note(
        keepsName
          ? .wordsChanged
          : isTaken ? .swiftNameShifted : isOther ? .eventMeaningChanged : .eventRenamed,
        at: spot,
        "event \(Self.name(first)) is called \(second.name?.value ?? second.key)",
        old: (Self.name(first), first.range), new: (Self.name(second), second.range))
    }
    if !isSameID(first.id.value, second.id.value) {
      let isTaken = old.events.contains { isSameID($0.id.value, second.id.value) }
      note(
        isTaken ? .eventShifted : .eventIDChanged, at: spot,
        "the ID of \(first.key) is \(Facets.value(second.id.value)), was \(Facets.value(first.id.value))",
        old: (Facets.value(first.id.value), first.id.range),
        new: (Facets.value(second.id.value), second.id.range),
        samples: (samples.old.body(of: first), samples.new.body(of: second)))
    }
    compareWords("symbol", first.constant, second.constant, at: spot, ranges)
    if !isOther { compareWords("doc", first.doc, second.doc, at: spot, ranges) }
    compareProvenance(first.provenance, second.provenance, at: spot, ranges)
    compareExamples(first, second, at: spot)
    compareConstants(first, second, at: spot)
    compare(members: (first.includes, first.fields), (second.includes, second.fields), at: spot)
  }

  private mutating func compareExamples(_ first: Event, _ second: Event, at spot: Spot) {
    guard !isOfEditions else { return }
    let before = first.examples.map { Facets.example($0, old) }.sorted()
    let after = second.examples.map { Facets.example($0, new) }.sorted()
    guard before != after else { return }
    note(
      .examplesChanged, at: spot, "other examples",
      old: (before.joined(separator: " | "), first.range),
      new: (after.joined(separator: " | "), second.range))
  }

  private mutating func compareConstants(_ first: Event, _ second: Event, at spot: Spot) {
    for constant in first.constants {
      let path = Facets.path(constant.path)
      let newPath = renamed(constant.path.value)
      let below = spot.below(
        "const", isOnWire: false
      ).below(path, newName: newPath.joined(separator: "."), isOnWire: false)
      guard let other = second.constants.first(where: { $0.path.value == newPath }) else {
        note(
          .eventConstantRemoved, at: below, "\(path) may have several values",
          old: (Facets.value(constant.value.value), constant.path.range), new: nil)
        continue
      }
      if constant.value.value != other.value.value {
        let values = (Facets.value(constant.value.value), Facets.value(other.value.value))
        note(
          .eventConstantChanged, at: below, "\(path) is \(values.1), was \(values.0)",
          old: (values.0, constant.value.range), new: (values.1, other.value.range))
      }
      compareConstantProvenance(constant, other, at: below)
    }
    for constant in second.constants
    where !first.constants.contains(where: { renamed($0.path.value) == constant.path.value }) {
      let path = Facets.path(constant.path)
      let value = Facets.value(constant.value.value)
      note(
        .eventConstantAdded,
        at: spot.below("const", isOnWire: false).below(path, isOnWire: false),
        "\(path) is always \(value)", old: nil, new: (value, constant.path.range))
    }
  }

  /// Where fewer editions fix a value, the others may have another one.
  private mutating func compareConstantProvenance(
    _ first: EventConstant, _ second: EventConstant, at spot: Spot
  ) {
    let count = changes.count
    compareProvenance(
      first.provenance, second.provenance, at: spot, (first.path.range, second.path.range),
      isExpected: true)
    if changes.count > count, changes[count].rule == .provenanceNarrowed {
      changes[count].rule = .eventConstantRemoved
    }
  }

  /// Whether two IDs are one: where the discriminator is of another kind, as they are read.
  private func isSameID(_ first: WireValue, _ second: WireValue) -> Bool {
    if case .string = first, case .number = second { return first.text == second.text }
    if case .number = first, case .string = second { return first.text == second.text }
    return first == second
  }

  /// The fields of an event or an object: those of what both include are compared where they are declared.
  mutating func compare(
    members first: (includes: [Located<String>], fields: [Field]),
    _ second: (includes: [Located<String>], fields: [Field]), at spot: Spot
  ) {
    let included = Set(second.includes.map(\.value))
    let common = first.includes.filter { include in
      matching.types[include.value].map { included.contains($0) } ?? false
    }
    let kept = Set(common.compactMap { matching.types[$0.value] })
    let shared = Set(common.map(\.value))
    let before =
      first.includes.filter { !shared.contains($0.value) }.flatMap { old.members(of: $0.value) }
      + first.fields
    let after =
      second.includes.filter { !kept.contains($0.value) }.flatMap { new.members(of: $0.value) }
      + second.fields
    // What moved between what is declared here and what is included is where it was.
    let all = (
      first.includes.flatMap { old.members(of: $0.value) } + first.fields,
      second.includes.flatMap { new.members(of: $0.value) } + second.fields
    )
    func missing(_ fields: [Field], in others: [Field], of all: [Field]) -> [Field] {
      fields.compactMap { field in
        others.contains { $0.wire == field.wire } ? nil : all.first { $0.wire == field.wire }
      }
    }
    let more = (missing(after, in: before, of: all.0), missing(before, in: after, of: all.1))
    compare(fields: (before + more.0, after + more.1), at: spot)
  }
}

extension Service {
  /// All fields of an object, by its name.
  fileprivate func members(of name: String) -> [Field] {
    object(named: name).map(fields(of:)) ?? []
  }
}
