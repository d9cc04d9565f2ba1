import CallbackRuntime
import CallbackSchema
import PayloadValidation
import SchemaSource
import TestSupport
import Testing

@Suite("A schema and the Swift generated from it")
struct AgreementTests {
  /// A case with the function that compares what its schema and its generated code find in a body.
  struct Case: CustomTestStringConvertible, Sendable {
    var folder: String
    var difference: @Sendable ([UInt8], BodyValidator) -> String?
    var testDescription: String { folder }

    init<Callback: CallbackObject>(_ folder: String, _: Callback.Type) {
      self.folder = "Tests/Goldens/\(folder)"
      difference = { Mutations.difference(in: $0, $1, as: Callback.self) }
    }
  }

  static let cases = [
    Case("Alternatives", Choose.Callback.self), Case("EventKeys", Keyed.Callback.self),
    Case("ManyFields", Many.Callback.self),
    Case("Maps", Mapped.Callback.self), Case("Nulls", Nullable.Callback.self),
    Case("NestedObjects", Nested.Callback.self),
    Case("Recursion", Threads.Callback.self), Case("SharedStructs", Invoicing.Callback.self),
    Case("Spellings", Spelled.Callback.self),
  ]

  @Test("Both find the same in samples, near misses and damaged bodies", arguments: cases)
  func findings(_ one: Case) throws {
    var diagnostics = Diagnostics()
    let loaded = SchemaLoader.load(
      try Repository.schemaFiles(one.folder), folder: one.folder, into: &diagnostics)
    let service = try #require(loaded)
    let validator = BodyValidator(service)
    let maker = SampleMaker(service, seed: 3)
    var bodies: [[UInt8]] = []
    for event in service.events {
      bodies += maker.samples(of: event, withEnvelope: true).map(\.body)
      bodies += maker.nearMisses(of: event, withEnvelope: true).map(\.body)
    }
    #expect(bodies.count > 10)
    for body in bodies { #expect(one.difference(body, validator) == nil) }
    var generator = SeededGenerator(seed: 7)
    let small = bodies.filter { $0.count < 3000 }
    for place in 0..<1000 {
      let mutated = Mutations.mutate(small[place % small.count], &generator)
      #expect(one.difference(mutated, validator) == nil)
    }
  }

  @Test(
    "Both find the same in raw JSON of other types",
    arguments: [
      #""settings":7"#, #""settings":"{}""#, #""settings":"[]""#, #""settings":null"#,
      #""rules":[null]"#, #""rules":[{},1]"#, #""notes":[null,1]"#, #""labels":{"a":null,"b":{}}"#,
      #""labels":{"a":[]}"#,
    ])
  func rawJSON(_ member: String) throws {
    let one = try #require(Self.cases.first { $0.folder.hasSuffix("NestedObjects") })
    var diagnostics = Diagnostics()
    let loaded = SchemaLoader.load(
      try Repository.schemaFiles(one.folder), folder: one.folder, into: &diagnostics)
    let validator = BodyValidator(try #require(loaded))
    let body = #"{"kind":"vod_started","data":{"owner":{"name":"o"},"# + member + "}}"
    #expect(one.difference(Array(body.utf8), validator) == nil)
  }
}
