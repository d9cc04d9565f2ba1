import CallbackSchema
import PayloadValidation
import SchemaSource
import SwiftGeneration

extension Comparison {
  /// Compares the fields of an object, an event or the envelope.
  mutating func compare(fields: (old: [Field], new: [Field]), at element: ComparedElement) {
    let (pairs, removed, added) = FieldMatching.pairs(fields.old, fields.new)
    let renames = Dictionary(pairs.map { ($0.0.wire, $0.1.wire) }) { first, _ in first }
    for (first, second) in pairs {
      compare(
        field: first.renamingSiblings(renames), second,
        at: element.child(first.wire, newName: second.wire), among: fields)
    }
    for field in removed {
      let below = element.child(field.wire)
      moves.removed += FieldMoves.entries(field, at: below, in: element.path)
      note(
        Self.rule(forRemoved: field), at: below,
        "\"\(field.wire)\", \(SchemaText.type(field.type))",
        old: (SchemaText.type(field.type), field.range), new: nil,
        samples: (samples.old.member(field), nil), content: [SchemaContent.field(field)])
    }
    for field in added {
      let below = element.child(field.wire)
      let earlier = fields.old.first { $0.otherSpellings.contains(field.wire) }
      if earlier == nil {
        moves.added += FieldMoves.entries(field, at: below, in: element.path)
      }
      note(
        earlier != nil
          ? .aliasReassigned
          : field.isRequired && field.constant == nil ? .requiredFieldAdded : .fieldAdded,
        at: below,
        "\"\(field.wire)\", \(SchemaText.type(field.type))\(earlier.map { "; previously accepted as \"\($0.wire)\"" } ?? "")",
        old: nil, new: (SchemaText.type(field.type), field.range),
        samples: (nil, samples.new.member(field)), content: [SchemaContent.field(field)])
    }
  }

  private static func rule(forRemoved field: Field) -> ReviewRule {
    if field.constant != nil { return .constantFieldRemoved }
    if field.isRequired { return .requiredFieldRemoved }
    let isExpected = !field.expectedEditions.isEmpty && field.condition == nil
    return isExpected ? .fieldRemoved : .optionalFieldRemoved
  }

  /// Compares a field that both states have.
  ///
  /// - Parameter fields: all fields of the object.
  mutating func compare(
    field first: Field, _ second: Field, at place: ComparedElement,
    among fields: (old: [Field], new: [Field]) = ([], [])
  ) {
    var element = place.enclosed(by: second.range)
    let ranges = (first.range, second.range)
    compareProvenance(
      first.provenance, second.provenance, at: element, ranges,
      isExpected: !first.expectedEditions.isEmpty && first.condition == nil)
    // Members are documented by the editions that document the field.
    element.addedEditions = addedEditions(first.provenance, second.provenance)
    compareSpelling(first, second, at: element)
    let pair = (old: first, new: second, trial: trial(first, second))
    // A change between an object and a string of JSON is a change of format.
    if (first.format == .json) == (second.format == .json) {
      compare(type: first.type, second.type, pair, at: element)
    }
    compareNullElements(first, second, at: element)
    compareConstraints(pair, at: element)
    comparePresence(pair, at: element)
    compareDefaults(first, second, at: element)
    compareMeanings(first, second, at: element)
    compareReadings(first.readings, second.readings, pair, at: element, ranges)
    compareLeniency(pair, at: element)
    compareDocumentation(
      "example", first.example.map { SchemaText.value($0.value) },
      second.example.map { SchemaText.value($0.value) }, at: element, ranges)
    compareDescriptions(
      first.doc, second.doc, isOld: { doc in fields.old.contains { $0.doc == doc } },
      isNew: { doc in fields.new.contains { $0.doc == doc } }, at: element, ranges)
    compareDeprecations(first.deprecation, second.deprecation, at: element, ranges)
  }

  private mutating func compareSpelling(
    _ first: Field, _ second: Field, at element: ComparedElement
  ) {
    if first.wire != second.wire {
      note(
        first.otherSpellings.contains(second.wire) ? .aliasAdopted : .fieldRenamed, at: element,
        "\"\(first.wire)\" renamed to \"\(second.wire)\"", old: (first.wire, first.range),
        new: (second.wire, second.range),
        samples: samples(first, second))
    }
    compareSwiftNames(first, second, at: element)
  }

  /// Compares the Swift names of a property and of its own type.
  mutating func compareSwiftNames(_ first: Field, _ second: Field, at element: ComparedElement) {
    // Outside of the envelope the names are made of what the schema says about the field alone.
    let isMember = element.path.hasPrefix("events.") || element.path.hasPrefix("objects.")
    if isMember, first.wire == second.wire, first.name?.value == second.name?.value { return }
    let names = swiftNames(at: element)
    if let before = names.old, let after = names.new, before != after {
      let symbol = usage.new.declaration(at: element.newPath)?.symbol
      let isTaken = symbol.map { usage.old.interface.declares($0) } ?? false
      note(
        isTaken ? .swiftNameShifted : .swiftNameChanged, at: element,
        "\(before) renamed to \(after)",
        old: (before, first.name?.range ?? first.range),
        new: (after, second.name?.range ?? second.range))
    }
    guard first.type.isDeclaredByField, second.type.isDeclaredByField else { return }
    var type = element
    type.path = SwiftInterface.typePath(element.path)
    type.newPath = SwiftInterface.typePath(element.newPath)
    let types = swiftNames(at: type)
    if let before = types.old, let after = types.new, before != after {
      note(
        .typeRenamed, at: type, "type of \"\(element.name)\" renamed from \(before) to \(after)",
        old: (before, first.range), new: (after, second.range))
    }
  }
}

/// A field in both states, with what the old code makes of its values; nil without another type, format or unit.
typealias FieldPair = (old: Field, new: Field, trial: ValueTrial?)

extension Field {
  /// The field with its condition and its selector in terms of the new names of its siblings.
  fileprivate func renamingSiblings(_ renames: [String: String]) -> Field {
    func renamed(_ path: Located<[String]>) -> Located<[String]> {
      guard path.value.count == 1, let name = renames[path.value[0]] else { return path }
      return Located([name], at: path.range)
    }
    var field = self
    if case .clauses(var clauses, let range)? = field.condition {
      for index in clauses.indices { clauses[index].path = renamed(clauses[index].path) }
      field.condition = .clauses(clauses, range)
    }
    if case .dependent(var dependency) = field.type {
      dependency.selector = renamed(dependency.selector)
      field.type = .dependent(dependency)
    }
    return field
  }
}
