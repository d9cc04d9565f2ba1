import CallbackSchema

extension Comparison {
  /// Whether the old code loses more than the field if it cannot read it: the field is required, or identifies the event, the
  /// delivery or the product.
  func isVital(_ field: Field) -> Bool {
    if field.isRequired { return true }
    // A further discriminator that no ID names identifies no event: an unreadable value is as good as an unknown one.
    let named = max(old.events.map(\.idParts.count).max() ?? 1, 1)
    let places =
      old.discriminators.prefix(named) + [old.payload] + old.delivery.identity.members
    let paths = places.map(\.value.path) + old.guards.map(\.path.value)
    return paths.contains { old.envelopeField(at: $0)?.range == field.range }
  }

  /// The old fields that contain codes of a table.
  func fields(using table: CodeTable) -> [Field] {
    let fields = old.envelope + old.objects.flatMap(\.fields) + old.events.flatMap(\.fields)
    return fields.withNested.filter { $0.type.names.contains(table.name) }
  }
}

extension ReviewRule {
  /// The rule of the same change of a vital field.
  var ofVitalField: ReviewRule {
    switch self {
    case .typeChanged: .requiredTypeChanged
    case .integerWidened: .requiredIntegerWidened
    default: self
    }
  }
}
