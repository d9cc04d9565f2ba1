import Foundation

/// One state of the field `f` of the oracle's schemas.
struct OracleField: Hashable, CustomStringConvertible {
  /// The entries that state the type: `type: int, values: { 1: left }`.
  var type: String
  /// The entries that state when the field is present: `optional: true`; empty for a field that is always present.
  var presence = ""

  var description: String { "{ \(entries) }" }

  /// All entries of the field.
  var entries: String { presence.isEmpty ? type : "\(type), \(presence)" }

  var isRequired: Bool { presence.contains("required") }
  /// Whether the decoder requires the field; it requires no constant.
  var isVital: Bool { isRequired && !type.contains("const:") }
  var hasCondition: Bool { presence.contains("when") }
  /// Whether a member of the value selects its type.
  var isChoice: Bool { type.contains("by: f.kind") }

  /// Whether sources differ from the schema about the type.
  var hasReadings: Bool { type.contains("readings:") }

  /// The field without its readings.
  var withoutReadings: String { type.components(separatedBy: ", readings:")[0] }

  /// One field of every kind of type, format, unit, table, limit and leniency.
  static let types = [
    // Scalars, and numbers and booleans that are spelled as another JSON type.
    "type: bool", "type: int", "type: int32", "type: int64", "type: uint32", "type: uint64",
    "type: double", "type: string", "type: object", "type: json", "type: string, format: int",
    "type: string, format: double",
    "type: string, format: bool", "type: int, format: bool",
    // Formats.
    "type: string, format: rfc3339", "type: string, format: decimal", "type: string, format: date",
    "type: string, format: uuid", "type: string, format: url",
    #"type: string, format: { list: ";" }"#, #"type: string, format: { list: "," }"#,
    "type: string, format: Name", "type: string, format: Numbered",
    // Units.
    "type: int, unit: unix-s", "type: int64, unit: unix-ms", "type: uint32, unit: unix-s",
    "type: string, format: int, unit: unix-ms", "type: int, unit: ms", "type: int, unit: s",
    // Tables.
    "type: Fruit", "type: Colour", "type: Large", "type: Word", "type: Rest", "type: Right",
    "type: WideRight", "type: int, values: { 1: { name: one }, 2: { name: two } }",
    "type: string, values: [apple, pear]", "type: string, values: [left, right]",
    "type: { by: k, of: { 1: Fruit, 2: Colour }, else: int }",
    "type: { by: k, of: { 1: Word }, else: string }",
    // Objects, lists and maps.
    "fields: { x: int, y: string }", "fields: { x: string }", "type: Point", "type: Person",
    "type: [string]", "type: [string | null]", "type: [int]", "type: [double]", "type: [Fruit]",
    "type: [Point]", "type: [Point | null]",
    "type: [json]", "type: [string: int]", "type: [string: string]", "type: [string: Fruit]",
    "type: [string: Point]",
    // Several types.
    "type: string | int", "type: int | bool", "type: string | double", "type: Word | int",
    "type: string | Point", #"type: "int | [string]""#,
    "type: { by: f.kind, of: { a: Apple, b: Pear }, else: json }",
    "type: { by: f.kind, of: { a: Apple }, else: json }",
    // Limits.
    "type: int, range: 0...10", "type: string, length: 1...4", "type: string, characters: a-z",
    #"type: string, pattern: "[a-z0-9]+""#, "type: Fruit, values: [1]", "type: int, const: 7",
    "type: string, const: seven",
    // What is accepted besides.
    "type: int, accepts: [string]", "type: double, accepts: [string]",
    "type: int, accepts: [bool]", "type: string, accepts: [number]",
    "type: string, accepts: [number, bool, object]", "type: bool, accepts: [string]",
    "type: bool, accepts: [number]", "type: object, accepts: [string]",
    "type: Point, accepts: [string]", "type: Fruit, accepts: [string]",
    "type: Word, accepts: [number]", "type: string, format: int, accepts: [number]",
    "type: int64, unit: unix-ms, accepts: [string]",
    "type: int, readings: { page: { type: string }, because: Both occur. }",
    "type: string, readings: { page: { type: int }, because: Both occur. }",
    "type: int64, unit: unix-ms, readings: { page: { unit: unix-s }, because: Both occur. }",
    "type: int, readings: { page: { nullable: true }, because: Both occur. }",
    "type: [int], readings: { page: { nullable: true }, because: Both occur. }",
  ]

  /// The ways in which a field can be present.
  static let presences = [
    "", "optional: true", "required: true", "nullable: true", "when: { j: 1 }",
  ]

  /// The schema of a service whose event has the field.
  var schema: String {
    """
    callbackgen: 1
    service:
      name: Oracle
      editions: { page: {} }
      event: { by: kind, in: data }
      envelope: { kind: int, data: object }
    events:
      started:
        id: 1
        fields:
          k: int
          j: int
          f: { \(entries) }
    tables:
      Fruit: { raw: int, values: { 1: { name: apple }, 2: { name: pear }, 3: { name: plum } } }
      Colour: { raw: int, values: { 1: { name: red }, 2: { name: green } } }
      Large: { raw: uint64, values: { 1: { name: apple }, 5000000000: { name: fig } } }
      Word: { raw: string, values: { apple: { name: apple }, pear: { name: pear } } }
      Rest: { raw: int, values: { 1: { name: apple }, else: { name: any } } }
      Right: { raw: int, kind: flags, values: { 1: { name: read }, 2: { name: write } } }
      WideRight: { raw: uint64, kind: flags, values: { 1: { name: read }, 2: { name: write }, 4: { name: run } } }
    objects:
      Point: { fields: { x: int, y: string } }
      Person: { fields: { adult: { type: bool, optional: true } } }
      Apple: { fields: { kind: string, size: int } }
      Pear: { fields: { kind: string, weight: int } }
    formats:
      Name: { forms: { pair: "{First}@{Last}" }, parts: { First: string, Last: string } }
      Numbered: { forms: { number: "no{Count}" }, parts: { Count: int } }

    """
  }
}
