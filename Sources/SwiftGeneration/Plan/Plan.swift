import CallbackSchema
import SchemaSource

/// A service whose every Swift name is decided: what the templates print.
struct Plan {
  var namespace: SwiftName
  var service: Service
  /// The names of the full editions, the lowest bit of a mask first.
  var editions: [String]
  var callback: CallbackPlan
  var headers: [(name: SwiftName, wire: String, doc: String?)]
  /// Every object carries the members that no schema documents.
  var keepsUnknown: Bool
  /// The types of a file, in the order of its schema; by the file's stem.
  var types: [String: [TypePlan]]
}

/// A declaration that a schema file makes.
enum TypePlan {
  case object(ObjectPlan)
  case table(TablePlan)
  case text(TextFormatPlan)
}

/// A struct of the schema: an event, an object, a nested object.
struct ObjectPlan {
  /// Its names below the namespace, its own last.
  var path: [SwiftName]
  var doc: Documentation
  var properties: [PropertyPlan]
  var nested: [TypePlan]
  /// The full editions that document it, as a mask over the plan's.
  var editions: EditionSet
  var isDocumentedByAll: Bool
  /// It carries the members that no schema documents.
  var keepsUnknown: Bool
  /// Its members may lie in what holds it, and are read from there one by one.
  var isFlattened = false
  var range: SourceRange
}

extension ObjectPlan {
  /// The calls that ask its codes whether something succeeded.
  var outcomes: [String] {
    properties.filter(\.hasOutcome).map { "\($0.name.property)\($0.isRequired ? "" : "?").outcome" }
  }

  /// The types that it declares.
  private var declared: [SwiftName] {
    nested.map(\.name) + properties.compactMap { $0.dependency?.type }
  }

  /// The scope of its members.
  func scope(in outer: DeclarationPlace) -> DeclarationPlace {
    outer.inside(path[path.count - 1], declaring: declared)
  }
}

/// A field of an object and what is made of it.
struct PropertyPlan {
  var name: SwiftName
  var field: Field
  var type: TypeReference
  /// A field with one value is written and compared, not stored.
  var constant: WireValue?
  var doc: Documentation
  /// The full editions whose bodies always have it.
  var expected: EditionSet
  /// JSON kinds that are read beside the type's own.
  var leniency: [JSONKind]
  /// Another unit in which a time is sent.
  var otherUnit: Unit?
  /// The editions that list the codes, where that is not every edition that has the field.
  var listing: EditionSet = []
  /// What is read into it from members beside it.
  var flattening: FlatteningPlan?
  var dependency: DependencyPlan?
  var condition: ConditionPlan?
  /// Cases that are listed at this place.
  var listed: [SwiftName]

  /// Some of its codes say whether something succeeded.
  var hasOutcome = false

  var isRequired: Bool { field.isRequired && constant == nil }

  /// Its type as it is declared inside its object.
  func swiftType(in place: DeclarationPlace) -> String {
    type.text(in: place) + (isRequired ? "" : "?")
  }
}

/// A field whose table another field picks.
struct DependencyPlan {
  var selector: SwiftName
  /// The value that picks, as a body of the object writes it.
  var selectorValue: String
  /// A bool picks, and has a table for either value.
  var isExhaustive: Bool
  var property: SwiftName
  var type: SwiftName
  var choices: [(value: WireValue, caseName: SwiftName, table: SwiftName)]
  var raw: Scalar
}

/// An object whose members may lie beside it.
struct FlatteningPlan {
  /// The variable that collects them.
  var variable: SwiftName
  var type: TypeReference
  var members: [Field]
}

/// A condition on properties of the same object.
struct ConditionPlan {
  var clauses: [(property: SwiftName, values: [WireValue], isNegated: Bool)]
  var text: String
}

/// A code table or a bit mask.
struct TablePlan {
  var path: [SwiftName]
  var table: CodeTable
  var rows: [RowPlan]
  var otherwise: RowPlan?
  var columns: [SwiftName]
  var doc: Documentation
}

/// A text with parts.
struct TextFormatPlan {
  var path: [SwiftName]
  var format: TextFormat
  var forms: [FormPlan]
  var doc: Documentation
}

/// One form of a text.
struct FormPlan {
  var name: SwiftName
  var form: TextFormat.Form
  var parts: [PartPlan]
}

/// A part of a form: an associated value.
struct PartPlan {
  var name: SwiftName
  var type: TypeReference
  var isOptional: Bool
  var part: Field
}

/// One value of a table.
struct RowPlan {
  var name: SwiftName
  var row: CodeTable.Row
  var doc: Documentation
}

extension RowPlan {
  /// The row of a bit mask without bits, which every set contains.
  func isEmptySet(of table: TablePlan) -> Bool {
    table.table.kind == .flags && row.value.text == "0"
  }

  /// The property that tells whether a mask is empty.
  var emptySetName: SwiftName { SwiftName(text: "is\(Words.upper(name.text))") }
}

/// The root: the envelope, its groups, and the events.
struct CallbackPlan {
  var root: GroupPlan
  var events: [EventPlan]
  var doc: Documentation
  /// The path of the discriminator and of the payload.
  var discriminator: [String]
  var payload: [String]
  /// The payload is a text that holds JSON; how else it may come.
  var embedding: [JSONKind]?
  /// The calls that ask the envelope's codes whether something succeeded.
  var outcomes: [String]
  var idType: Scalar
  var idProperty: SwiftName
  var guards: [GuardPlan]
  /// The members of the deduplication key.
  var identity: [KeyPartPlan]
  /// The clauses of each probe; an empty path is the discriminator.
  var probes: [[GuardPlan]]
}

/// A member of the deduplication key.
struct KeyPartPlan {
  var name: SwiftName
  /// The properties that lead to it; none for the discriminator.
  var path: [SwiftName]
  var type: TypeReference
  var doc: Documentation
}

/// A member that distinguishes this product's callbacks from another's.
struct GuardPlan {
  var path: [SwiftName]
  var values: [WireValue]
  /// Its values are codes.
  var isTable: Bool
}

/// An object of the envelope: always there, its leaves may be absent.
struct GroupPlan {
  var path: [SwiftName]
  /// It carries the members that no schema documents.
  var keepsUnknown: Bool
  var doc: Documentation
  var members: [GroupMember]
  var nested: [TypePlan]
}

extension GroupPlan {
  /// The scope of its members.
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
enum GroupMember {
  case leaf(PropertyPlan)
  case group(name: SwiftName, field: Field, GroupPlan, expected: EditionSet)
  /// The discriminator: computed from the event, not stored.
  case discriminator(Field)
  /// The event's own fields.
  case payload(Field)

  var field: Field {
    switch self {
    case .leaf(let property): property.field
    case .group(_, let field, _, _), .discriminator(let field), .payload(let field): field
    }
  }
}

/// An event and the struct that it carries.
struct EventPlan {
  var caseName: SwiftName
  var type: ObjectPlan
  var event: Event
  var doc: Documentation
  var constants: [(path: [SwiftName], wire: [String], value: String, editions: EditionSet)]
}
