import CallbackRuntime
import CallbackSchema
import PayloadValidation
import SchemaSource
import TestSupport
import Testing

@Suite("Equality and hashes")
struct EqualityTests {
  /// A case with the function that compares callbacks with each other, and with others that differ in one member.
  struct Case: CustomTestStringConvertible, Sendable {
    var folder: String
    var compare: @Sendable ([String], inout EqualityOracle) -> Void
    var testDescription: String { folder }

    init<Callback: CallbackObject>(_ folder: String, _: Callback.Type) {
      self.folder = "Tests/Goldens/\(folder)"
      compare = { $1.compare($0, as: Callback.self) }
    }
  }

  @Test(
    "Values of a struct are equal, and have equal hashes, exactly if all properties are equal",
    arguments: [
      Case("Alternatives", Choose.Callback.self), Case("EventKeys", Keyed.Callback.self),
      Case("KeptFields", Keeping.Callback.self), Case("Maps", Mapped.Callback.self),
      Case("NestedObjects", Nested.Callback.self), Case("Nulls", Nullable.Callback.self),
      Case("Numbers", Numbers.Callback.self),
      Case("Recursion", Threads.Callback.self), Case("Spellings", Spelled.Callback.self),
      Case("TextFormats", Named.Callback.self),
    ])
  func properties(_ one: Case) throws {
    var diagnostics = Diagnostics()
    let loaded = SchemaLoader.load(
      try Repository.schemaFiles(one.folder), folder: one.folder, into: &diagnostics)
    let service = try #require(loaded)
    let maker = SampleMaker(service, seed: 3)
    var oracle = EqualityOracle()
    for event in service.events {
      let samples = maker.samples(of: event, withEnvelope: true)
      one.compare(samples.map { String(decoding: $0.body, as: UTF8.self) }, &oracle)
    }
    #expect(!oracle.types.isEmpty)
    #expect(oracle.problems.prefix(3) == [])
    #expect(oracle.coverage > 0.9, "\(oracle.untested)")
  }
}
