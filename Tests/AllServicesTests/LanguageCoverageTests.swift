import CallbackSchema
import SchemaSource
import TestSupport
import Testing

/// The random schemas draw the whole language: what no schema draws, no other test of random schemas tests.
@Suite("Random schemas draw the whole language")
struct LanguageCoverageTests {
  /// What the schemas without errors use.
  private struct Drawn: Sendable {
    var keys: Set<String> = []
    var constructs: Set<String> = []
    var words: Set<String> = []

    init(_ language: SmallJSONSchema) {
      for seed in 1...2000 {
        let schema = RandomSchema(seed: seed)
        var diagnostics = Diagnostics()
        guard let service = schema.load(into: &diagnostics),
          let root = SourceParser.parse(schema.file, into: &diagnostics)
        else { continue }
        keys.formUnion(language.uses(root))
        constructs.formUnion(LanguageUse(service).found)
        words.formUnion(schema.reached)
      }
    }
  }

  private static var language: SmallJSONSchema? {
    (try? Repository.text("Schemas/callbackgen.schema.json")).flatMap { try? SmallJSONSchema($0) }
  }

  private static let drawn = language.map(Drawn.init)

  /// What the editors' schema allows, and lint does not.
  private static let refused: [String: String] = [
    "kind = list": "a list is not converted to another type",
    "scalar = bool": "else is the type of a table, and no table has bools",
    "scalar = double": "else is the type of a table, and no table has fractions",
    "scalar = object": "else is the type of a table, or json",
  ]

  @Test("Every key, every kind of its value and every word of Schemas/callbackgen.schema.json")
  func keys() throws {
    let language = try #require(Self.language)
    let drawn = try #require(Self.drawn)
    #expect(language.allUses.subtracting(drawn.keys).sorted() == Self.refused.keys.sorted())
  }

  /// Places of types in which the language does not have them.
  private static let impossible: Set<String> = [
    "list: own table", "list: fields", "list: list", "list: dependent", "list: map",
    "map: own table", "map: fields", "map: list", "map: dependent", "map: map",
    "union: own table", "union: fields", "union: string | int", "union: dependent", "union: map",
    "union: union", "union: choice",
  ]

  @Test("Every type in every place, and every way to identify, to place and to sign an event")
  func constructs() throws {
    let places = ["envelope", "event", "object", "fields", "list", "map", "union"]
    var wanted = Set(
      places.flatMap { place in LanguageUse.types.map { "\(place): \($0)" } })
    wanted.subtract(Self.impossible)
    wanted.formUnion(
      (Format.Standard.allCases.map(\.rawValue)
        + ["list", "json", "rfc3339", "name", "base64", "int", "double", "bool"]).map {
          "format: \($0)"
        })
    wanted.formUnion(
      ["scalar", "table", "own table", "dependent"].flatMap { type in
        ["string", "number", "bool"].map { "\(type) also as \($0)" }
      })
    wanted.formUnion(["object also as string", "fields also as string", "scalar also as object"])
    wanted.formUnion([
      "by member", "by header", "by key", "one of several: member", "one of several: header",
      "one of several: member of the payload", "discriminators: 1", "discriminators: 2",
      "discriminators: 3", "ids of several lengths", "identity: member", "identity: header",
      "order: member", "order: header", "body: form, by member", "body: form, by member, member",
      "body: list, by member", "body: list, by member, member",
      "body: list, by member of the payload", "body: json, by header, member",
      "body: json, by header, member of the payload",
      "elements that may be null",
      "payload beside the envelope", "payload alone", "payload of one event beside the envelope",
      "payload of one event alone", "no payload", "optional payload", "event of an object",
      "signature in header", "signature in member", "signature in a part of a header",
      "signed: body", "signed: url-and-form", "signed: claim", "sorted: secret", "sorted: header",
      "sorted: member", "template: body", "template: url", "template: secret", "template: text",
      "template: header", "template: member", "template: part of a header", "time: header",
      "time: member", "time: part of a header",
    ])
    let drawn = try #require(Self.drawn)
    #expect(wanted.subtracting(drawn.constructs).sorted() == [])
  }

  @Test("Every type, unit and source, and every kind of name")
  func words() throws {
    var wanted = Set(Scalar.allCases.flatMap { ["type \($0)", "list of \($0)"] })
    wanted.formUnion(Unit.allCases.map { "unit \($0.rawValue)" })
    wanted.formUnion(Source.Part.allCases.map { "source \($0)" })
    wanted.formUnion([
      "source range", "source elsewhere", "template optional", "row else", "discriminator table",
      "discriminator integer", "recursive list", "recursive map", "recursive union",
      "type recursive", "name ordinary", "name keyword", "name library", "name runtime",
      "name member", "name odd", "name unreadable",
    ])
    let drawn = try #require(Self.drawn)
    #expect(wanted.subtracting(drawn.words).sorted() == [])
  }
}
