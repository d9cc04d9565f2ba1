import SchemaReview
import Testing

@Suite("The rules of fields of other types")
struct FieldTypeTests {
  @Test(
    "What the old code cannot read, or reports, has its rule",
    arguments: [
      ("type: string | int", "type: double", ["type-changed"]),
      ("type: Fruit", "type: int64", ["table-detached"]),
      ("type: Right", "type: uint32", ["mask-detached"]),
      ("type: int, accepts: [string]", "type: string", ["type-changed"]),
      ("type: int, accepts: [string]", "type: string, format: int", ["type-accepted"]),
      (
        #"type: string, format: { list: ";" }"#, #"type: string, format: { list: "," }"#,
        ["separator-changed"]
      ),
      ("type: double", "type: int64", ["integer-rounded"]),
      ("type: double", "type: int32", ["integer-narrowed"]),
      ("type: json", "type: Point", ["swift-type-changed"]),
      ("type: object", "type: Point", ["swift-type-changed"]),
      ("type: int, range: 0...10", "type: string", ["type-changed"]),
      ("type: int64, unit: unix-ms", "type: int64, unit: unix-s", ["time-unit-changed"]),
      (
        "type: int64, unit: unix-ms",
        "type: int64, unit: unix-ms, readings: { page: { unit: unix-s }, because: Both occur. }",
        ["reading-time-unit"]
      ),
      ("type: string, required: true", "type: int, required: true", ["required-type-changed"]),
    ])
  func rules(_ old: String, _ new: String, _ rules: [String]) throws {
    let before = try #require(OracleState.service(OracleField(type: old)))
    let after = try #require(OracleState.service(OracleField(type: new)))
    #expect(Review(before, after).changes.map(\.rule.id) == rules)
  }
}
