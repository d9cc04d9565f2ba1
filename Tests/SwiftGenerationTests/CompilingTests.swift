import CallbackSchema
import SchemaSource
import SwiftGeneration
import TestSupport
import Testing

/// Constructs whose Swift did not compile, or that were refused though it does; each a schema that lints clean.
@Suite("Constructs that once made Swift that does not compile")
struct CompilingTests {
  /// The envelope beside the discriminator and the payload, then what follows `events`, by what the schema shows.
  static let schemas: [(String, String)] = [
    (
      "a dependent type in the envelope",
      """
        envelope: { kind: int, data: object, part: int, fault: { type: { by: part, of: { 1: Code }, else: int } } }
      events: { started: { id: 1 } }
      """
    ),
    (
      "members of the envelope that are called like members of the callback",
      """
        envelope:
          kind: int
          event: { type: string, required: false }
          outcome: Code
          isHealthCheck: { fields: { event: string, outcome: Code } }
          deduplicationKey: { type: string, when: { event: a } }
          data: object
        identity: [event, isHealthCheck.event]
        probes: [{ event: probe }]
        only: { isHealthCheck.event: x }
      events: { started: { id: 1, const: { event: b }, fields: { event: string, outcome: string } } }
      """
    ),
    (
      "a dependent type that is required, by a code that is required",
      """
        envelope: { kind: int, data: object }
      events:
        started:
          id: 1
          fields:
            part: { type: Code, required: true }
            fault: { type: { by: part, of: { 1: Code }, else: int }, required: true }
      """
    ),
    (
      "a dependent type by a bool that is required",
      """
        envelope: { kind: int, data: object }
      events:
        started:
          id: 1
          fields:
            isOn: { type: bool, required: true }
            fault: { type: { by: isOn, of: { true: Code, false: Code }, else: int } }
      """
    ),
    (
      "a dependent type in letters without capitals",
      """
        envelope: { kind: int, data: object }
      events: { started: { id: 1, fields: { part: int, 房间: { type: { by: part, of: { 1: Code }, else: int } } } } }
      """
    ),
    (
      "a field with codes in letters without capitals",
      """
        envelope: { kind: int, data: object }
      events: { started: { id: 1, fields: { 房间: { type: int, values: { 1: one } } } } }
      """
    ),
    (
      "parts of a text that are called like words of Swift",
      """
        envelope: { kind: int, data: object, await: int, inout: int }
        identity: [await, inout]
      events: { started: { id: 1, fields: { file: { type: string, format: FileName } } } }
      formats: { FileName: { forms: { whole: "{await}_{inout}_{let}.mp4" }, parts: { await: int, inout: int, let: int } } }
      """
    ),
    (
      "an outcome of a field called get",
      """
        envelope: { kind: int, data: object }
      events: { started: { id: 1, fields: { get: Outcome } } }
      """
    ),
    (
      "an outcome of the discriminator inside of a group",
      """
        envelope: { meta: { fields: { type: Outcome } }, kind: int, data: object }
      events: { started: { id: 1 } }
      """
    ),
    (
      "events that are told apart by an integer with a width",
      """
        envelope: { kind: int64, data: object }
      events: { started: { id: 1 } }
      """
    ),
    (
      "a key of deliveries and an order in headers, where a member identifies the event",
      """
        envelope: { kind: int, data: object }
        headers: { X-Id: string, X-Count: string }
        identity: [header X-Id, kind]
        order: header X-Count
      events: { started: { id: 1 } }
      """
    ),
    (
      "members and a header of the key of deliveries that have one name in Swift",
      """
        envelope: { kind: int, data: object, a: { fields: { x-id: string } }, b: { fields: { x_id: int } } }
        headers: { X-Id: string }
        identity: [a.x-id, header X-Id, b.x_id]
      events: { started: { id: 1 } }
      """
    ),
    (
      "a table that is called like the key of deliveries",
      """
        envelope: { kind: int, data: object, code: DeduplicationKey }
        identity: [code]
      events: { started: { id: 1 } }
      """
    ),
    (
      "a key of deliveries that is a code of its field, and one with a condition",
      """
        envelope: { kind: int, data: object, code: { type: int, values: { 1: one } }, id: { type: string, when: { code: 1 } }, a: { fields: { state: { type: int, values: { 1: one } } } } }
        identity: [code, id, a.state]
      events: { started: { id: 1 } }
      """
    ),
    (
      "a table and a mask that are called like the raw value of either",
      """
        envelope: { kind: int, data: object, RawValue: { type: int, values: { 1: one } } }
      events: { started: { id: 1, fields: { state: RawValue } } }
      """
    ),
    (
      "a health check that a code tells",
      """
        envelope: { kind: int, data: object, code: Code, mask: Mask }
        probes: [{ code: 1, mask: [1, 3] }]
      events: { started: { id: 1 } }
      """
    ),
    (
      "constants of an event that are a mask, and a code of the row else",
      """
        envelope: { kind: int, data: object, mask: Mask, state: Outcome }
      events: { started: { id: 1, const: { mask: 3, state: 7 } } }
      """
    ),
    (
      "conditions on a time, a mask, a large number and a union",
      """
        envelope: { kind: int, data: object }
      events:
        started:
          id: 1
          fields:
            at: { type: uint64, unit: unix-ms }
            mask: Mask
            big: uint64
            room: string | int
            a: { type: int, when: { at: { not: 0 }, mask: 3, big: 18446744073709551615, room: [1, "1"] } }
      """
    ),
  ]

  @Test("Each lints clean, and compiles without a warning")
  func compiles() throws {
    try SwiftCompiler.inTemporaryFolder { compiler in
      try compiler.makeRuntime(asLibrary: false)
      let files = try Self.schemas.enumerated().map { number, schema in
        var diagnostics = Diagnostics()
        let group = schema.1.contains("meta:") ? "meta.type" : "kind"
        let text = """
          callbackgen: 1
          service:
            name: Case\(number)
            editions: { page: {} }
            event: { by: \(group), in: data }
          \(schema.1)
          tables:
            Code: { raw: int, values: { 1: one, 2: two } }
            DeduplicationKey: { raw: int, values: { 1: one, 2: two } }
            RawValue: { raw: int, kind: flags, values: { 1: one, 2: two } }
            Mask: { raw: uint64, kind: flags, values: { 1: one, 2: two } }
            Outcome: { raw: int, values: { 0: { name: fine, outcome: success }, else: { name: bad, outcome: failure } } }
          """
        let file = SourceFile(path: "Case\(number)/service.yaml", bytes: Array(text.utf8))
        let service = SchemaLoader.load([file], folder: "Case\(number)", into: &diagnostics)
        let swift = service.map { SwiftGenerator.generate($0, into: &diagnostics) } ?? []
        // Not every schema uses the table of outcomes.
        let errors = diagnostics.sorted
          .filter { $0.severity == .error && $0.code != .outcomeWithoutEffect }.map(\.message)
        #expect(errors == [], "\(schema.0)")
        return try compiler.write(swift.first?.text ?? "", to: "Case\(number).swift")
      }
      try compiler.check(files)
    }
  }
}
