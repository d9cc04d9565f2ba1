import CallbackSchema
import SchemaSource

/// A service with all Swift names and types decided, ready for the templates to print.
///
/// A class, since the templates pass it to every declaration, on several threads.
final class Plan: Sendable {
  let namespace: SwiftName
  let service: Service
  /// The names of the full editions, the lowest bit of a mask first.
  let editions: [String]
  let callback: CallbackPlan
  let headers: [(name: SwiftName, wire: String, doc: Documentation)]
  /// The types of each schema file in schema order, by the file's name without extension.
  let types: [String: [TypePlan]]

  init(
    namespace: SwiftName, service: Service, editions: [String], callback: CallbackPlan,
    headers: [(name: SwiftName, wire: String, doc: Documentation)], types: [String: [TypePlan]]
  ) {
    self.namespace = namespace
    self.service = service
    self.editions = editions
    self.callback = callback
    self.headers = headers
    self.types = types
  }
}

/// A type declaration generated from a schema file.
enum TypePlan: Sendable {
  case object(ObjectPlan)
  // Seven times the size of an object, of which there are many more.
  indirect case table(TablePlan)
  case text(TextFormatPlan)
  case alternatives(AlternativesPlan)
  case `protocol`(ProtocolPlan)
}

/// The properties that the structs of several events have in common.
struct ProtocolPlan {
  var name: SwiftName
  var doc: Documentation
  /// The protocols that it refines.
  var refined: [SwiftName]
  /// The required properties, without those of the refined protocols.
  var properties: [PropertyPlan]
  var range: SourceRange
}

/// An enumeration of the types that a value can have.
struct AlternativesPlan {
  var path: [SwiftName]
  var doc: Documentation
  var cases: [AlternativePlan]
  /// The member that selects the case; nil if the JSON type of the value does.
  var selector: String?
  var range: SourceRange
}

/// A case of such an enumeration.
struct AlternativePlan {
  var name: SwiftName
  var type: TypeReference
  /// The values of the selecting member.
  var values: [WireValue] = []
  /// The JSON type of the values of the case.
  var kind: JSONKind?
  /// The JSON types that the reader of the value accepts.
  var acceptedKinds: [JSONKind] = []
  var doc: String
}

/// A struct: an event, an object or a nested object.
struct ObjectPlan {
  /// The names below the namespace, its own name last.
  var path: [SwiftName]
  var doc: Documentation
  var properties: [PropertyPlan]
  var nested: [TypePlan]
  /// The full editions that document the object, as a mask over the plan's editions.
  var editions: EditionSet
  var isDocumentedByAll: Bool
  /// Whether its members may also be found in the enclosing object, and are then read one by one.
  var isFlattened = false
  /// The outcome that an event declares.
  var declaredOutcome: Outcome?
  /// The protocols to which it conforms.
  var protocols: [SwiftName] = []
  var range: SourceRange
}

extension ObjectPlan {
  /// The expression of a declared outcome, or those of the outcomes of its codes.
  var outcomes: [String] {
    if let declaredOutcome { return [".\(declaredOutcome.rawValue)"] }
    return properties.filter(\.hasOutcome).map {
      "\($0.name.property)\($0.isRequired ? "" : "?").outcome"
    }
  }

  /// The types declared inside it.
  private var declared: [SwiftName] {
    nested.map(\.name) + properties.compactMap { $0.dependency?.type }
  }

  /// The position of the declarations inside it.
  func scope(in outer: DeclarationPlace) -> DeclarationPlace {
    outer.inside(path[path.count - 1], declaring: declared)
  }
}

/// A field of an object and the property generated from it. All templates share it.
final class PropertyPlan: Sendable {
  let name: SwiftName
  let field: Field
  let type: TypeReference
  /// The value of a field that has only one; it is encoded and compared, but not stored.
  let constant: WireValue?
  let doc: Documentation
  /// The full editions that document the field as always present.
  let expected: EditionSet
  /// Those of them in which `null` counts as absence.
  let expectedValue: EditionSet
  /// JSON types that are accepted besides the documented one.
  let acceptedKinds: [JSONKind]
  /// Another unit in which a time may be sent.
  let otherUnit: Unit?
  /// The editions that list the codes; empty if all editions that document the field do.
  let listing: EditionSet
  /// Why it is stored as another type; nil if it is stored as itself.
  let indirection: Indirection?
  /// How its members are read from the enclosing object.
  let flattening: FlatteningPlan?
  let dependency: DependencyPlan?
  let condition: ConditionPlan?
  /// The cases of its code table that are documented for this field.
  let listed: [SwiftName]

  /// Whether some of its codes report success or failure.
  let hasOutcome: Bool

  /// The number under which the struct records that the member was `null`; nil if `null` is not documented.
  let nullNumber: Int?

  init(
    name: SwiftName, field: Field, type: TypeReference, doc: Documentation, expected: EditionSet,
    expectedValue: EditionSet, acceptedKinds: [JSONKind], listing: EditionSet,
    indirection: Indirection?, flattening: FlatteningPlan?, dependency: DependencyPlan?,
    condition: ConditionPlan?, listed: [SwiftName], hasOutcome: Bool, nullNumber: Int?
  ) {
    (self.name, self.field, self.type, self.doc) = (name, field, type, doc)
    (constant, otherUnit) = (field.constant?.value, field.otherTimeUnit)
    (self.expected, self.expectedValue, self.listing) = (expected, expectedValue, listing)
    (self.acceptedKinds, self.listed, self.hasOutcome) = (acceptedKinds, listed, hasOutcome)
    (self.indirection, self.flattening, self.nullNumber) = (indirection, flattening, nullNumber)
    (self.dependency, self.condition) = (dependency, condition)
  }

  var isRequired: Bool { field.isRequired && constant == nil }

  /// A reason to store a value as another type.
  enum Indirection {
    /// The type contains itself: it is stored in an array, which has the size of a pointer.
    case recursion
    /// The type has many properties: it is stored in an array.
    case size
    /// A string with parts takes longer to parse than the rest of a body: it is stored as a string and parsed on access.
    case text
  }

  var isIndirect: Bool { indirection != nil }

  /// The statement that stores a parameter of the same name; nil for the usual one.
  var storing: String? {
    switch indirection {
    case .recursion, .size: "\(storage.declared) = \(name.declared).map { [$0] } ?? []"
    case .text: "\(storage.declared) = \(name.declared)\(isRequired ? "" : "?").rawValue"
    case nil: nil
    }
  }

  /// The property that stores it, if it is stored as another type.
  var storage: SwiftName { SwiftName(text: "_\(name.text)") }

  /// The property that is read, written and compared with nil.
  var accessed: String { indirection == .text ? storage.declared : name.property }

  /// Whether it is a constant whose absence is reported.
  var isExpectedConstant: Bool { constant != nil && !expected.isEmpty }

  /// The type as written in its declaration.
  func swiftType(in place: DeclarationPlace) -> String {
    type.text(in: place) + (isRequired ? "" : "?")
  }
}

/// A field whose code table is selected by another field. A class, since few properties have one.
final class DependencyPlan: Sendable {
  typealias Choice = (value: WireValue, caseName: SwiftName, table: SwiftName)

  let selector: SwiftName
  /// The expression for the selecting value.
  let selectorValue: String
  /// A bool selects, and has a table for either value.
  let isExhaustive: Bool
  let property: SwiftName
  let type: SwiftName
  let choices: [Choice]
  let raw: Scalar

  init(
    selector: SwiftName, selectorValue: String, isExhaustive: Bool, property: SwiftName,
    type: SwiftName, choices: [Choice], raw: Scalar
  ) {
    (self.selector, self.selectorValue) = (selector, selectorValue)
    (self.isExhaustive, self.property, self.type) = (isExhaustive, property, type)
    (self.choices, self.raw) = (choices, raw)
  }
}

/// An object whose members may be found in the enclosing object. A class, since few properties have one.
final class FlatteningPlan: Sendable {
  /// The local variable that collects them.
  let variable: SwiftName
  let type: TypeReference
  let members: [Field]

  init(variable: SwiftName, type: TypeReference, members: [Field]) {
    (self.variable, self.type, self.members) = (variable, type, members)
  }
}

/// A condition on properties of the same object. A class, since few properties have one.
final class ConditionPlan: Sendable {
  typealias Clause = (property: SwiftName, values: [WireValue], isNegated: Bool)

  let clauses: [Clause]
  let text: String

  init(clauses: [Clause], text: String) { (self.clauses, self.text) = (clauses, text) }
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

/// A string format with parts.
struct TextFormatPlan {
  var path: [SwiftName]
  var format: TextFormat
  var forms: [FormPlan]
  var doc: Documentation
}

/// One template of a string format.
struct FormPlan {
  var name: SwiftName
  var form: TextFormat.Form
  var parts: [PartPlan]
  var doc: Documentation
}

/// A part of a template, which becomes an associated value.
struct PartPlan {
  var name: SwiftName
  var type: TypeReference
  var isOptional: Bool
  var part: Field
}

/// One value of a code table.
struct RowPlan {
  var name: SwiftName
  var row: CodeTable.Row
  var doc: Documentation
}

extension RowPlan {
  /// Whether this is the row for 0 in a bit mask: every mask contains it, so that it becomes a property, not a constant.
  func isEmptySet(of table: TablePlan) -> Bool {
    table.table.kind == .flags && row.value.text == "0"
  }

  /// The name of the property that is true for an empty mask.
  var emptySetName: SwiftName { SwiftName(text: "is\(Words.upper(name.text))") }
}
