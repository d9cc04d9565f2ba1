@_spi(Generated) import CallbackRuntime
import CallbackSchema
import Foundation
import PayloadValidation
import SchemaExport
import SchemaSource
import TestSupport
import Testing

@Suite("Patterns in JSON Schema")
struct ExportedPatternTests {
  @Test("The exported pattern finds in no text what the own matcher does not")
  func export() throws {
    let folder = "Tests/Goldens/Pattern"
    var diagnostics = Diagnostics()
    let files = try Repository.schemaFiles(folder)
    let service = try #require(SchemaLoader.load(files, folder: folder, into: &diagnostics))
    let schema = JSONSchema(of: service).schema
    let event = service.events[0]
    let maker = SampleMaker(service, seed: 3)
    let bodies =
      maker.samples(of: event).map(\.body)
      + maker.nearMisses(of: event, withEnvelope: false).map(\.body)
    for field in event.fields {
      let pattern = try #require(field.pattern)
      let own = try Pattern(parsing: pattern.value)
      let path = ["$defs", "event.\(event.key)", "properties", field.wire, "pattern"]
      guard case .string(let exported)? = Self.value(at: path[...], in: schema) else {
        Issue.record("\(field.wire) has no pattern")
        continue
      }
      let expression = try NSRegularExpression(pattern: exported)
      var (matching, others) = (0, 0)
      for body in bodies {
        let data = try RawJSON(bytes: body)["data"]
        guard let text = data?[field.wire]?.string else { continue }
        let range = NSRange(text.startIndex..., in: text)
        let isMatched = expression.firstMatch(in: text, range: range) != nil
        #expect(isMatched == own.matches(text), "\(exported) and \(text)")
        if isMatched { matching += 1 } else { others += 1 }
      }
      #expect(matching > 0 && others > 0, "\(field.wire)")
    }
  }

  @Test("A dot leaves line ends out, and what ECMAScript does not escape is not escaped")
  func dialect() throws {
    var diagnostics = Diagnostics()
    let text = """
      callbackgen: 1
      service:
        name: Sample
        namespace: Sample
        title: A pattern
        editions: { page: { title: The page } }
        event: { by: kind, in: data }
        envelope: { kind: string, data: object }
      events:
        a:
          fields:
            one: { type: string, pattern: 'a\\-.[.\\-]\\.|b' }
            both: { type: string, characters: a-z, pattern: '[a-f]' }
      """
    let service = try #require(load(text, into: &diagnostics))
    let schema = JSONSchema(of: service).schema
    let properties = ["$defs", "event.a", "properties"]
    #expect(
      Self.value(at: (properties + ["one", "pattern"])[...], in: schema)
        == .string(#"^(?:a-[^\n\r][.\-]\.|b)$"#))
    #expect(
      Self.value(at: (properties + ["both", "allOf"])[...], in: schema)
        == .array([.object([.init("pattern", .string("^(?:[a-f])$"))])]))
  }

  private static func value(at path: ArraySlice<String>, in value: JSONValue) -> JSONValue? {
    guard let name = path.first else { return value }
    guard case .object(let members) = value, let member = members.first(where: { $0.name == name })
    else { return nil }
    return self.value(at: path.dropFirst(), in: member.value)
  }
}
