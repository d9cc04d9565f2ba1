import CallbackSchema
import SchemaSource
import SwiftGeneration

extension Comparison {
  mutating func compareObjects() {
    for object in old.objects {
      guard let (other, place) = counterpart(object.name, new.objects, named: \.name, in: "objects")
      else {
        noteRemoved("object", object.name, object.range, at: "objects")
        continue
      }
      let spot = place.inside(other.range)
      let ranges = (object.range, other.range)
      noteRenamed("object", object.name, other.name, ranges, at: spot)
      compareWords("doc", object.doc, other.doc, at: spot, ranges)
      compareProvenance(object.provenance, other.provenance, at: spot, ranges)
      let count = changes.count
      let moved = (moves.gone.count, moves.come.count)
      compare(members: (object.includes, object.fields), (other.includes, other.fields), at: spot)
      if !hasType(at: spot) { dropWhatEventsKeep(from: count, moved, object, other) }
    }
    for object in new.objects where isNew(object.name) {
      noteAdded("object", object.name, object.range, at: "objects")
    }
  }

  /// What only left the object that events include, and is among their own fields, was told of nobody.
  private mutating func dropWhatEventsKeep(
    from count: Int, _ moved: (gone: Int, come: Int), _ first: ObjectType, _ second: ObjectType
  ) {
    func keep(_ wire: String, _ service: Service, _ uses: NameUses, _ name: String) -> Bool {
      let users = uses.events(using: name)
      return !users.isEmpty
        && service.events.filter { users.contains($0.key) }.allSatisfy { event in
          service.fields(of: event).contains { $0.wire == wire }
        }
    }
    let before = Set(old.fields(of: first).map(\.wire))
    let after = Set(new.fields(of: second).map(\.wire))
    let users = uses.old.events(using: first.name)
    let survivors = new.events.filter { event in
      matching.events.contains { users.contains($0.key) && $0.value == event.key }
    }
    let gone = before.subtracting(after).filter { wire in
      !survivors.isEmpty
        && survivors.allSatisfy { event in new.fields(of: event).contains { $0.wire == wire } }
    }
    let come = after.subtracting(before).filter { keep($0, old, uses.old, first.name) }
    let quiet = Set(
      gone.union(come).map {
        "objects.\(SchemaPath.component(first.name)).\(SchemaPath.component($0))"
      })
    let rules: [ReviewRule] = [
      .fieldRemoved, .optionalFieldRemoved, .requiredFieldRemoved, .constantFieldRemoved,
      .fieldAdded, .requiredFieldAdded,
    ]
    changes = changes.enumerated().filter { place, change in
      place < count || !(quiet.contains(change.path) && rules.contains(change.rule))
    }.map(\.element)
    moves.gone = moves.gone.enumerated().filter { $0 < moved.gone || !quiet.contains($1.spot.path) }
      .map(\.element)
    moves.come = moves.come.enumerated().filter { $0 < moved.come || !quiet.contains($1.spot.path) }
      .map(\.element)
  }

  mutating func compareFormats() {
    for format in old.formats {
      guard let (other, place) = counterpart(format.name, new.formats, named: \.name, in: "formats")
      else {
        noteRemoved("format", format.name, format.range, at: "formats")
        continue
      }
      let spot = place.inside(other.range)
      let ranges = (format.range, other.range)
      noteRenamed("format", format.name, other.name, ranges, at: spot)
      compareWords("doc", format.doc, other.doc, at: spot, ranges)
      compareForms(format, other, at: spot)
      compareParts(format, other, at: spot.below("parts", isOnWire: false))
    }
    for format in new.formats where isNew(format.name) {
      noteAdded("format", format.name, format.range, at: "formats")
    }
  }

  private mutating func compareForms(_ first: TextFormat, _ second: TextFormat, at spot: Spot) {
    for form in first.forms {
      let below = spot.below(form.name.value)
      let other =
        second.forms.first { $0.name.value == form.name.value }
        ?? second.forms.first { other in
          other.template.value == form.template.value
            && !first.forms.contains { $0.name.value == other.name.value }
        }
      guard let other else {
        note(
          .formRemoved, at: below, "form \(form.template.value)",
          old: (form.template.value, form.template.range), new: nil)
        continue
      }
      let ranges = (form.template.range, other.template.range)
      if form.name.value != other.name.value {
        note(
          .swiftNameChanged, at: below, "form \(form.name.value) is called \(other.name.value)",
          old: (form.name.value, ranges.0), new: (other.name.value, ranges.1))
      }
      if form.template.value != other.template.value {
        note(
          .formChanged, at: below, "\(other.template.value), was \(form.template.value)",
          old: (form.template.value, ranges.0), new: (other.template.value, ranges.1))
      }
      compareProvenance(form.provenance, other.provenance, at: below, ranges)
    }
    for form in second.forms
    where !first.forms.contains(where: {
      $0.name.value == form.name.value || $0.template.value == form.template.value
    }) {
      note(
        .formAdded, at: spot.below(form.name.value), "form \(form.template.value)", old: nil,
        new: (form.template.value, form.template.range))
    }
  }

  /// A part that came or went did so with its form.
  private mutating func compareParts(_ first: TextFormat, _ second: TextFormat, at spot: Spot) {
    for part in first.parts {
      guard let other = second.part(named: part.wire) else { continue }
      let below = spot.below(part.wire, isOnWire: false)
      let ranges = (part.range, other.range)
      func nature(_ part: Field, _ names: [String: String]) -> String {
        var type = Facets.type(part.type)
        if case .table(let name) = part.type { type = names[name] ?? name }
        return "\(type) \(part.name?.value ?? part.wire)"
      }
      let natures = (nature(part, matching.types), nature(other, [:]))
      if natures.0 != natures.1 {
        note(
          .partChanged, at: below, "part \(part.wire) is \(natures.1), was \(natures.0)",
          old: (natures.0, ranges.0), new: (natures.1, ranges.1))
      }
      let formats = (part.format.map(Facets.format), other.format.map(Facets.format))
      if formats.0 != formats.1 {
        note(
          .partEncodingChanged, at: below,
          "part \(part.wire) is written in \(formats.1 ?? "plain"), before in \(formats.0 ?? "plain")",
          old: (formats.0 ?? "plain", ranges.0), new: (formats.1 ?? "plain", ranges.1))
      }
      compareWords("doc", part.doc, other.doc, at: below, ranges)
    }
  }

  // MARK: - Things with a name of their own

  /// The same thing in the new state, and where it is; nil where it is gone.
  func counterpart<Thing>(
    _ name: String, _ things: [Thing], named: (Thing) -> String, in room: String
  ) -> (Thing, Spot)? {
    guard let newName = matching.types[name],
      let thing = things.first(where: { named($0) == newName })
    else { return nil }
    var spot = Spot(room, name, newName: newName)
    spot.events = uses.old.events(using: name)
    return (thing, spot)
  }

  func isNew(_ name: String) -> Bool { !matching.types.values.contains(name) }

  /// An object that is only included becomes no type of its own.
  private func hasType(at spot: Spot) -> Bool { interfaces.old[spot.path] != nil }

  mutating func noteRenamed(
    _ what: String, _ first: String, _ second: String, _ ranges: Ranges, at spot: Spot
  ) {
    guard first != second else { return }
    note(
      hasType(at: spot) ? .typeRenamed : .groupChanged, at: spot,
      "\(what) \(first) is called \(second)", old: (first, ranges.old),
      new: (second, ranges.new))
  }

  mutating func noteRemoved(_ what: String, _ name: String, _ range: SourceRange, at room: String) {
    note(
      hasType(at: Spot(room, name)) ? .typeRemoved : .groupChanged, at: Spot(room, name),
      "\(what) \(name)",
      old: (name, range), new: nil)
  }

  mutating func noteAdded(_ what: String, _ name: String, _ range: SourceRange, at room: String) {
    note(
      .typeAdded, at: Spot(room, name), "\(what) \(name)",
      old: nil, new: (name, range))
  }
}
