package import SchemaSource

/// Declarations without options, for models that are not loaded from a schema.
extension Field {
  package init(wire: String, type: FieldType, provenance: Provenance, at range: SourceRange) {
    self.init(wire: wire, name: nil, type: type, provenance: provenance, range: range)
  }
}

extension Event {
  package init(
    key: String, id: Located<WireValue>, fields: [Field], provenance: Provenance, stem: String,
    at range: SourceRange
  ) {
    self.init(
      EventStatements(
        key: key, id: id, idParts: [id.value.text], includes: [], fields: fields, constants: [],
        examples: [], provenance: provenance, stem: stem, range: range))
  }
}

extension CodeTable {
  package init(
    raw: Scalar, rows: [Row], provenance: Provenance, stem: String, at range: SourceRange
  ) {
    self.init(
      name: "", raw: raw, rows: rows, provenance: provenance, stem: stem, range: range)
  }
}

extension CodeTable.Row {
  package init(value: WireValue, provenance: Provenance, at range: SourceRange) {
    self.init(value: value, provenance: provenance, range: range)
  }
}

extension Provenance {
  package init(documentedBy editions: EditionSet) { self.init(editions: editions) }
}
