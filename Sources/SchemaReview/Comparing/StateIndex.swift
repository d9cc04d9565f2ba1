import CallbackSchema
import SchemaSource

/// What comparisons look up in one state of a service, computed once.
struct StateIndex {
  /// The events by key.
  let events: [String: Event]
  /// The descriptions of the events.
  let eventDocs: Set<String>
  /// The old fields that contain values of each named type.
  let fieldsByType: [String: [Field]]
  /// The fields of the envelope that identify the event, the delivery or the product.
  let identifying: Set<SourceRange>
  /// The keys of the events, by ID.
  private let keys: [WireValue: String]
  /// The names of the objects that have fields which some editions expect, by these editions; nil for any other element with such
  /// fields.
  private let expecting: [EditionSet: Set<String?>]

  init(_ service: Service) {
    events = Dictionary(service.events.map { ($0.key, $0) }) { first, _ in first }
    eventDocs = Set(service.events.compactMap(\.doc))
    fieldsByType = service.fieldsByType
    identifying = service.identifyingFields
    keys = Dictionary(service.events.map { (Self.comparable($0.id.value), $0.key) }) { first, _ in
      first
    }
    var expecting: [EditionSet: Set<String?>] = [:]
    func add(_ fields: [Field], of owner: String?) {
      // Most fields of an owner are expected in the same editions.
      var last: EditionSet?
      for field in fields where field.expectedEditions != last {
        last = field.expectedEditions
        expecting[field.expectedEditions, default: []].insert(owner)
      }
    }
    add(service.envelope, of: nil)
    for event in service.events { add(event.fields, of: nil) }
    for object in service.objects { add(object.fields, of: object.name) }
    self.expecting = expecting
  }

  /// The key of the first event with an ID.
  func eventKey(withID id: WireValue) -> String? { keys[Self.comparable(id)] }

  /// Whether a field outside of an object is expected by editions that a closure chooses.
  func expects(outside object: String, _ areMeant: (EditionSet) -> Bool) -> Bool {
    expecting.contains { editions, owners in owners != [object] && areMeant(editions) }
  }

  /// An ID without regard to whether it is a number or a string, which may be how the JSON type of the discriminator changed.
  static func comparable(_ id: WireValue) -> WireValue {
    if case .number(let text) = id { .string(text) } else { id }
  }
}
