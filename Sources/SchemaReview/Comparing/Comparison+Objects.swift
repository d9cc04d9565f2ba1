import CallbackSchema
import SchemaSource

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
      compareTestimony(object.testimony, other.testimony, at: spot, ranges)
      compare(members: (object.includes, object.fields), (other.includes, other.fields), at: spot)
    }
    for object in new.objects where isNew(object.name) {
      noteAdded("object", object.name, object.range, at: "objects")
    }
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
      compare(fields: (format.parts, other.parts), at: spot.below("parts"))
    }
    for format in new.formats where isNew(format.name) {
      noteAdded("format", format.name, format.range, at: "formats")
    }
  }

  private mutating func compareForms(_ first: TextFormat, _ second: TextFormat, at spot: Spot) {
    for form in first.forms {
      let below = spot.below(form.name.value)
      guard let other = second.forms.first(where: { $0.name.value == form.name.value }) else {
        note(
          .formRemoved, at: below, "form \(form.template.value)",
          old: (form.template.value, form.template.range), new: nil)
        continue
      }
      let ranges = (form.template.range, other.template.range)
      if form.template.value != other.template.value {
        note(
          .formChanged, at: below, "\(other.template.value), was \(form.template.value)",
          old: (form.template.value, ranges.0), new: (other.template.value, ranges.1))
      }
      compareTestimony(form.testimony, other.testimony, at: below, ranges)
    }
    for form in second.forms
    where !first.forms.contains(where: { $0.name.value == form.name.value }) {
      note(
        .formAdded, at: spot.below(form.name.value), "form \(form.template.value)", old: nil,
        new: (form.template.value, form.template.range))
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
    let spot = Spot(
      path: "\(room).\(name)", newPath: "\(room).\(newName)", events: uses.old.events(using: name))
    return (thing, spot)
  }

  func isNew(_ name: String) -> Bool { !matching.types.values.contains(name) }

  mutating func noteRenamed(
    _ what: String, _ first: String, _ second: String, _ ranges: Ranges, at spot: Spot
  ) {
    guard first != second else { return }
    note(
      .typeRenamed, at: spot, "\(what) \(first) is called \(second)", old: (first, ranges.old),
      new: (second, ranges.new))
  }

  mutating func noteRemoved(_ what: String, _ name: String, _ range: SourceRange, at room: String) {
    note(
      .typeRemoved, at: Spot(path: "\(room).\(name)", newPath: "\(room).\(name)"),
      "\(what) \(name)",
      old: (name, range), new: nil)
  }

  mutating func noteAdded(_ what: String, _ name: String, _ range: SourceRange, at room: String) {
    note(
      .typeAdded, at: Spot(path: "\(room).\(name)", newPath: "\(room).\(name)"), "\(what) \(name)",
      old: nil, new: (name, range))
  }
}
