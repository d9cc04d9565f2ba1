import CallbackSchema
import PayloadValidation
import SchemaSource
import SwiftGeneration

extension Comparison {
  /// How both states look on the wire.
  var samples: (old: WireSample, new: WireSample) { (WireSample(old), WireSample(new)) }

  mutating func compare(fields: (old: [Field], new: [Field]), at spot: Spot) {
    let (pairs, removed, added) = Matching.pairs(fields.old, fields.new)
    let renames = Dictionary(pairs.map { ($0.0.wire, $0.1.wire) }) { first, _ in first }
    for (first, second) in pairs {
      compare(
        field: first.renamingSiblings(renames), second,
        at: spot.below(first.wire, newName: second.wire))
    }
    for field in removed {
      let below = spot.below(field.wire)
      noteGone(field, at: below)
      note(
        Self.rule(forRemoved: field), at: below, "\(field.wire), \(Facets.type(field.type))",
        old: (Facets.type(field.type), field.range), new: nil,
        samples: (samples.old.member(field), nil))
    }
    for field in added {
      let below = spot.below(field.wire)
      let earlier = fields.old.first { $0.otherSpellings.contains(field.wire) }
      if earlier == nil { noteCome(field, at: below) }
      note(
        earlier != nil
          ? .spellingTaken
          : field.isRequired && field.constant == nil ? .requiredFieldAdded : .fieldAdded,
        at: below,
        "\(field.wire), \(Facets.type(field.type))\(earlier.map { ", which was read as \($0.wire)" } ?? "")",
        old: nil, new: (Facets.type(field.type), field.range),
        samples: (nil, samples.new.member(field)))
    }
  }

  private static func rule(forRemoved field: Field) -> ReviewRule {
    if field.constant != nil { return .constantFieldRemoved }
    if field.isRequired { return .requiredFieldRemoved }
    let isExpected = !field.expectedEditions.isEmpty && field.condition == nil
    return isExpected ? .fieldRemoved : .optionalFieldRemoved
  }

  mutating func compare(field first: Field, _ second: Field, at place: Spot) {
    var spot = place.inside(second.range)
    let ranges = (first.range, second.range)
    compareProvenance(
      first.provenance, second.provenance, at: spot, ranges,
      isExpected: !first.expectedEditions.isEmpty && first.condition == nil)
    // What lies inside is documented by who documents the field.
    spot.editions.formIntersection(new.names(of: second.provenance.editions))
    compareSpelling(first, second, at: spot)
    // A payload that becomes a text of JSON is told as such.
    if (first.format == .json) == (second.format == .json) {
      compare(type: first.type, second.type, FieldPair(first, second), at: spot)
    }
    compareConstraints(first, second, at: spot)
    comparePresence(first, second, at: spot)
    compareDefaults(first, second, at: spot)
    compareMeanings(first, second, at: spot)
    compareReadings(first.readings, second.readings, FieldPair(first, second), at: spot, ranges)
    compareLeniency(first, second, at: spot)
    compareWords(
      "example", first.example.map { Facets.value($0.value) },
      second.example.map { Facets.value($0.value) }, at: spot, ranges)
    compareWords("doc", first.doc, second.doc, at: spot, ranges)
  }

  private mutating func compareSpelling(_ first: Field, _ second: Field, at spot: Spot) {
    if first.wire != second.wire {
      note(
        first.otherSpellings.contains(second.wire) ? .spellingKnown : .fieldRenamed, at: spot,
        "\(first.wire) is spelt \(second.wire)", old: (first.wire, first.range),
        new: (second.wire, second.range),
        samples: (samples.old.member(first), samples.new.member(second)))
    }
    compareSwiftNames(first, second, at: spot)
  }

  /// The name of the property, and of the type that belongs to it alone.
  mutating func compareSwiftNames(_ first: Field, _ second: Field, at spot: Spot) {
    let names = swiftNames(at: spot)
    if let before = names.old, let after = names.new, before != after {
      let symbol = uses.new.declaration(at: spot.newPath, in: interfaces.new)?.symbol
      let isTaken = symbol.map { interfaces.old.declares($0) } ?? false
      note(
        isTaken ? .swiftNameShifted : .swiftNameChanged, at: spot, "\(before) is called \(after)",
        old: (before, first.name?.range ?? first.range),
        new: (after, second.name?.range ?? second.range))
    }
    var type = spot
    type.path = SwiftInterface.typePath(spot.path)
    type.newPath = SwiftInterface.typePath(spot.newPath)
    let types = swiftNames(at: type)
    if let before = types.old, let after = types.new, before != after {
      note(
        .typeRenamed, at: type, "the type of \(spot.name) is called \(after), was \(before)",
        old: (before, first.range), new: (after, second.range))
    }
  }

  private mutating func compareDefaults(_ first: Field, _ second: Field, at spot: Spot) {
    guard !Facets.isSame(first.defaultValue?.value, second.defaultValue?.value) else { return }
    let values = (
      first.defaultValue.map { Facets.value($0.value) },
      second.defaultValue.map { Facets.value($0.value) }
    )
    note(
      values.0 == nil ? .defaultAdded : values.1 == nil ? .defaultRemoved : .defaultChanged,
      at: spot,
      "absence of \(first.wire) means \(values.1 ?? "nothing"), before \(values.0 ?? "nothing")",
      old: (values.0 ?? "none", first.defaultValue?.range ?? first.range),
      new: (values.1 ?? "none", second.defaultValue?.range ?? second.range))
  }

  /// What true and false mean.
  private mutating func compareMeanings(_ first: Field, _ second: Field, at spot: Spot) {
    for value in [true, false] where first.meanings[value] != second.meanings[value] {
      let (before, after) = (first.meanings[value], second.meanings[value])
      let below = spot.below("\(value)", isOnWire: false)
      guard let before, let after else {
        compareWords("what \(value) means", before, after, at: below, (first.range, second.range))
        continue
      }
      note(
        .codeDescribedOtherwise, at: below, "\(value) is described otherwise",
        old: (before, first.range), new: (after, second.range),
        samples: (
          samples.old.member(first.wire, .bool(value)),
          samples.new.member(second.wire, .bool(value))
        ))
    }
  }

  /// What is read though no page shows it. The spellings and kinds that a rename or another type brings along are told there.
  private mutating func compareLeniency(_ first: Field, _ second: Field, at spot: Spot) {
    let wires = Set([first.wire, second.wire])
    let aliases = (
      Set(first.aliases.map(\.value)).subtracting(wires),
      Set(second.aliases.map(\.value)).subtracting(wires)
    )
    let own = Set(
      (first.type.kinds(in: old) ?? []).union(second.type.kinds(in: new) ?? []).map(\.rawValue))
    let kinds = (
      Set(first.accepts.map(\.rawValue)).subtracting(own),
      Set(second.accepts.map(\.rawValue)).subtracting(own)
    )
    for (what, before, after) in [
      ("aliases", aliases.0, aliases.1), ("accepts", kinds.0, kinds.1),
    ] where before != after {
      let isMore = !after.subtracting(before).isEmpty
      note(
        isMore ? .leniencyAdded : .leniencyRemoved, at: spot,
        "\(what) of \(first.wire): \(list(after.sorted())), before \(list(before.sorted()))",
        old: (list(before.sorted()), first.range), new: (list(after.sorted()), second.range))
    }
  }
}

/// A field in both states.
struct FieldPair {
  var old: Field
  var new: Field

  init(_ old: Field, _ new: Field) {
    self.old = old
    self.new = new
  }
}

extension Field {
  /// The field with its condition as siblings are spelt by now.
  fileprivate func renamingSiblings(_ renames: [String: String]) -> Field {
    func renamed(_ path: Located<[String]>) -> Located<[String]> {
      guard path.value.count == 1, let name = renames[path.value[0]] else { return path }
      return Located([name], at: path.range)
    }
    var field = self
    if case .clauses(var clauses, let range)? = field.condition {
      for place in clauses.indices { clauses[place].path = renamed(clauses[place].path) }
      field.condition = .clauses(clauses, range)
    }
    if case .dependent(var dependency) = field.type {
      dependency.selector = renamed(dependency.selector)
      field.type = .dependent(dependency)
    }
    return field
  }
}
