import CallbackSchema

/// The root type: the envelope with its groups, and the events.
struct CallbackPlan: Sendable {
  var root: GroupPlan
  var events: [EventPlan]
  /// The protocols of the events, each a property of the enumeration, with the cases that conform.
  var protocols: [(accessor: SwiftName, name: SwiftName, cases: [SwiftName])]
  var doc: Documentation
  /// The notation of the place of the event discriminator, or of the first of several.
  var discriminator: String
  /// The notation of all discriminators.
  var discriminators: String
  /// The places of the parts of the event's ID; nil if it is one member of the envelope, or a key.
  var parts: [PartOfID]?
  /// The object that has the event under its name, as a member.
  var keys: PlacePlan?
  /// The lists of values that identify events, if an ID has several parts.
  var listedIDs: [[String]]?
  /// The headers that are read, and those that are properties of the callback.
  var readHeaders: [String]
  var storedHeaders: [(name: SwiftName, wire: String)]
  /// Whether the discriminator is a property of the callback.
  var hasIDProperty: Bool
  /// The places of the events' own fields, that of most events first.
  var places: [PlacePlan]
  /// Whether some events have no payload, or their fields elsewhere or beside those of the envelope.
  var hasPlaces: Bool
  /// If the payload is JSON text inside a string, the other JSON types that are accepted for it; nil for a plain object.
  var embedding: [JSONKind]?
  /// Expressions for the outcomes of the envelope's codes.
  var outcomes: [String]
  var idType: Scalar
  var idProperty: SwiftName
  var guards: [GuardPlan]
  /// The members of the deduplication key.
  var identity: [KeyPartPlan]
  var identityDoc: Documentation
  /// The member that counts the deliveries.
  var order: OrderPlan?
  /// The conditions of each kind of health check; an empty path is the discriminator.
  var probes: [[GuardPlan]]
}

/// The place of a part of the event's ID.
enum PartOfID {
  case header(String)
  /// A property of the envelope, by the path of its member.
  case member([SwiftName], wire: [String])
  /// A member of the payload.
  case inPayload(PlacePlan)
}

/// A place of events' own fields.
struct PlacePlan {
  var location: PayloadLocation
  /// The accepted names of each member that leads to the object.
  var steps: [String]
  /// The index of the member in the same object that holds the payload of other events.
  var hidden: Int?
  /// The properties that lead to the envelope's object with the fields.
  var properties: [SwiftName]
  /// The type of the envelope's object with the fields; nil for a payload.
  var type: [SwiftName]?
  /// The values of the discriminator of the events that have their fields here.
  var ids: [WireValue]
}

/// A member of the deduplication key.
struct KeyPartPlan {
  var name: SwiftName
  /// The properties that lead to the member; none for the discriminator.
  var path: [SwiftName]
  var type: TypeReference
  var doc: Documentation
}

/// The member that counts the deliveries of a service.
enum OrderPlan {
  /// A property of the callback, by its path.
  case member([SwiftName])
  /// A property of each event's payload, with the case of the event.
  case inPayload([(event: SwiftName, member: SwiftName)])
}

/// A member that distinguishes this product's callbacks from another's.
struct GuardPlan {
  var path: [SwiftName]
  var values: [WireValue]
  /// Whether the property has a code table.
  var isTable: Bool
}

/// An object of the envelope: a nonoptional property whose own members may be nil.
struct GroupPlan: Sendable {
  var path: [SwiftName]
  /// The names of the members that lead to it.
  var wire: [String]
  var doc: Documentation
  var members: [GroupMember]
  var nested: [TypePlan]
}

extension GroupPlan {
  /// The position of the declarations inside it.
  func scope(in namespace: SwiftName) -> DeclarationPlace {
    let dependent = members.compactMap { member -> SwiftName? in
      if case .leaf(let property) = member { property.dependency?.type } else { nil }
    }
    return DeclarationPlace(namespace: namespace).inside(
      path[0],
      declaring: nested.map(\.name) + dependent + [SwiftName(text: "DeduplicationKey")])
  }
}

/// A member of an envelope's object.
enum GroupMember: Sendable {
  case leaf(PropertyPlan)
  case group(name: SwiftName, field: Field, GroupPlan, expected: EditionSet)
  /// The discriminator, which is computed from the event.
  case discriminator(Field)
  /// The payload with the event's own fields.
  case payload(Field)
  /// The payload of one event, which its name identifies.
  case key(Field)

  var field: Field {
    switch self {
    case .leaf(let property): property.field
    case .group(_, let field, _, _), .discriminator(let field), .payload(let field),
      .key(let field):
      field
    }
  }
}

extension EventPlan {
  /// The expression for the outcome of the event, if it has one.
  var outcome: String? {
    if hasSharedType, let outcome = event.outcome { return ".\(outcome.rawValue)" }
    return type.outcomes.isEmpty ? nil : "event.outcome"
  }

  /// Whether the event declares its outcome.
  var declaresOutcome: Bool { event.outcome != nil }
}

/// An event: a case and the struct it contains. All templates of the events share it.
final class EventPlan: Sendable {
  typealias Constant = (path: [SwiftName], wire: [String], value: String, editions: EditionSet)

  let caseName: SwiftName
  let location: PayloadLocation
  /// Whether the type is that of an object, which other events may have too.
  let hasSharedType: Bool
  let type: ObjectPlan
  let event: Event
  let doc: Documentation
  let constants: [Constant]

  init(
    caseName: SwiftName, location: PayloadLocation, hasSharedType: Bool, type: ObjectPlan,
    event: Event, doc: Documentation, constants: [Constant]
  ) {
    (self.caseName, self.location, self.hasSharedType) = (caseName, location, hasSharedType)
    (self.type, self.event, self.doc, self.constants) = (type, event, doc, constants)
  }

  /// Whether the event is documented with a payload.
  var hasPayload: Bool { event.payload?.value != EventPayload.none }
}
