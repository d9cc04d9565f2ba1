import CallbackSchema
import SchemaSource
import TestSupport
import Testing

/// The place of a scalar decides what it is, never its look.
@Suite("Scalars by place")
struct ScalarTests {
  private func field(_ yaml: String) throws -> (Field?, [String]) {
    var diagnostics = Diagnostics()
    let service = load(
      """
      callbackgen: 1
      service:
        name: Sample
        editions: { page: {} }
        event: { by: kind, in: data }
        envelope: { kind: int, data: object }
      events:
        started: { id: 1, fields: { f: \(yaml) } }
      """, into: &diagnostics)
    return (service?.events.first?.fields.first, diagnostics.all.map(\.code.id))
  }

  @Test(
    "A wire value of a string field is its text, whatever it looks like",
    arguments: ["001", "no", "1.10", "2020-12-01", "=", "true", "null", "\"1\"", "'no'"])
  func strings(_ text: String) throws {
    let (field, codes) = try field("{ type: string, const: \(text) }")
    #expect(codes.isEmpty)
    #expect(field?.constant?.value == .string(text.filter { $0 != "\"" && $0 != "'" }))
  }

  @Test(
    "A wire value of an integer field is a plain integer",
    arguments: ["0", "-1", "9223372036854775807"])
  func integers(_ text: String) throws {
    let (field, codes) = try field("{ type: int, const: \(text) }")
    #expect(codes.isEmpty)
    #expect(field?.constant?.value == .number(text))
  }

  @Test(
    "Nothing else is an integer",
    arguments: [
      "010", "0x10", "1_000", "1e3", "+1", "\"1\"", "9223372036854775808", "yes", "1.0", "''",
    ])
  func notIntegers(_ text: String) throws {
    let (_, codes) = try field("{ type: int, const: \(text) }")
    #expect(codes == ["bad-value"])
  }

  @Test(
    "Only plain true and false are booleans", arguments: ["yes", "on", "True", "\"true\"", "1"])
  func notBooleans(_ text: String) throws {
    let (_, codes) = try field("{ type: int, optional: \(text) }")
    #expect(codes == ["bad-boolean"])
  }

  @Test(
    "A range has numbers at its ends",
    arguments: ["0..5", "0-5", "...", "a...b", "0x1...2", ".5...1", "5...1"])
  func notRanges(_ text: String) throws {
    let (_, codes) = try field("{ type: int, range: \(text) }")
    #expect(codes == ["bad-range"])
  }

  @Test("A block text loses its last line break, a folded one its inner ones")
  func texts() throws {
    var diagnostics = Diagnostics()
    let service = load(
      """
      callbackgen: 1
      service:
        name: Sample
        doc: |
          First.

          Second.
        editions: { page: {} }
        event: { by: kind, in: data }
        envelope: { kind: int, data: object }
      events: { started: { id: 1 } }
      """, into: &diagnostics)
    #expect(service?.doc == "First.\n\nSecond.")
  }

  @Test("else is the row of every other value; quoted it is a value")
  func elseRow() throws {
    let plain = try field("{ type: string, values: { a: {}, else: other } }").0
    let quoted = try field("{ type: string, values: { a: {}, \"else\": other } }").0
    guard case .ownTable(let open)? = plain?.type, case .ownTable(let closed)? = quoted?.type else {
      Issue.record("no tables")
      return
    }
    #expect(open.otherwise?.name?.value == "other")
    #expect(closed.otherwise == nil)
    #expect(closed.rows.map(\.value) == [.string("a"), .string("else")])
  }
}
