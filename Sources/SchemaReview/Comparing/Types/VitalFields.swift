import CallbackSchema
import SchemaSource

extension Comparison {
  /// Whether the old code loses more than the field if it cannot read it: the field is required, or identifies the event, the
  /// delivery or the product.
  func isVital(_ field: Field) -> Bool {
    field.isRequired || index.old.identifying.contains(field.range)
  }
}

extension Service {
  /// The positions of the envelope's fields that identify the event, the delivery or the product.
  var identifyingFields: Set<SourceRange> {
    // A further discriminator that no ID names identifies no event: an unreadable value is as good as an unknown one.
    let named = max(events.map(\.idParts.count).max() ?? 1, 1)
    let places = discriminators.prefix(named) + [payload] + delivery.identity.members
    let paths = places.map(\.value.path) + guards.map(\.path.value)
    return Set(paths.compactMap { envelopeField(at: $0)?.range })
  }

  /// The fields that contain values of each named type, by the name of the type.
  var fieldsByType: [String: [Field]] {
    var found: [String: [Field]] = [:]
    func add(_ fields: [Field]) {
      fields.visitWithNested { field in
        if case .scalar = field.type { return }
        for name in Set(field.type.names) { found[name, default: []].append(field) }
      }
    }
    add(envelope)
    for object in objects { add(object.fields) }
    for event in events { add(event.fields) }
    return found
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
