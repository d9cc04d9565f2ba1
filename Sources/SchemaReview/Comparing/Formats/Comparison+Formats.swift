import CallbackSchema
import SchemaSource

extension Comparison {
  /// Compares the text formats of the service.
  mutating func compareTextFormats() {
    compareTypes("format", in: "formats", old.formats, new.formats) {
      comparison, first, second, element in
      comparison.compareForms(first, second, at: element)
      comparison.compareParts(first, second, at: element.child("parts", isOnWire: false))
    }
  }

  private mutating func compareForms(
    _ first: TextFormat, _ second: TextFormat, at element: ComparedElement
  ) {
    for form in first.forms {
      let below = element.child(form.name.value)
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
          .swiftNameChanged, at: below, "form \(form.name.value) renamed to \(other.name.value)",
          old: (form.name.value, ranges.0), new: (other.name.value, ranges.1))
      }
      compareStatement(
        .formChanged, of: "form \(form.name.value)", at: below,
        (form.template.value, other.template.value), ranges)
      compareProvenance(form.provenance, other.provenance, at: below, ranges)
    }
    compareOrder(first, second, at: element)
    for form in second.forms
    where !first.forms.contains(where: {
      $0.name.value == form.name.value || $0.template.value == form.template.value
    }) {
      note(
        .formAdded, at: element.child(form.name.value), "form \(form.template.value)", old: nil,
        new: (form.template.value, form.template.range))
    }
  }

  /// Compares the order of the forms that both states have: the first one that matches a string is taken.
  private mutating func compareOrder(
    _ first: TextFormat, _ second: TextFormat, at element: ComparedElement
  ) {
    let pairs = first.forms.compactMap { form in
      second.forms.firstIndex { $0.name.value == form.name.value }.map { (form, $0) }
    }
    for (place, (form, index)) in pairs.enumerated() {
      for (other, otherIndex) in pairs[(place + 1)...]
      where index > otherIndex && form.mayOverlap(other) {
        return note(
          .formsReordered, at: element,
          "form \"\(other.name.value)\" is tried before \"\(form.name.value)\"",
          old: (first.forms.map(\.name.value).joined(separator: ", "), first.range),
          new: (second.forms.map(\.name.value).joined(separator: ", "), second.range))
      }
    }
  }

  /// Compares the parts that both states have; others were added or removed with their form.
  private mutating func compareParts(
    _ first: TextFormat, _ second: TextFormat, at element: ComparedElement
  ) {
    for part in first.parts {
      guard let other = second.part(named: part.wire) else { continue }
      let below = element.child(part.wire, isOnWire: false)
      let ranges = (part.range, other.range)
      func type(_ part: Field, _ names: [String: String]) -> String {
        if case .table(let name) = part.type {
          names[name] ?? name
        } else {
          SchemaText.type(part.type)
        }
      }
      let types = (type(part, matching.types), type(other, [:]))
      // The old code takes any text for a part that is a string.
      let isRead = types.0 == types.1 || part.type == .scalar(.string) && part.format == nil
      compareStatement(
        isRead ? .partRestricted : .partChanged, of: "part \(part.wire)", at: below,
        (
          "\(types.0) \(part.name?.value ?? part.wire)",
          "\(types.1) \(other.name?.value ?? other.wire)"
        ), ranges)
      let formats = [part, other].map { $0.format.map(SchemaText.format) ?? "plain" }
      compareStatement(
        part.format == nil ? .partEncodingChanged : .partEncodingReplaced,
        of: "encoding of part \(part.wire)", at: below, (formats[0], formats[1]), ranges)
      compareDocumentation("doc", part.doc, other.doc, at: below, ranges)
    }
  }
}

extension TextFormat.Form {
  /// Whether a string may match both forms: neither their beginnings nor their ends exclude it.
  fileprivate func mayOverlap(_ other: TextFormat.Form) -> Bool {
    func literal(_ piece: TextFormat.Piece?) -> String {
      if case .literal(let text)? = piece { text } else { "" }
    }
    let starts = (literal(pieces.first), literal(other.pieces.first))
    let ends = (literal(pieces.last), literal(other.pieces.last))
    return (starts.0.hasPrefix(starts.1) || starts.1.hasPrefix(starts.0))
      && (ends.0.hasSuffix(ends.1) || ends.1.hasSuffix(ends.0))
  }
}
