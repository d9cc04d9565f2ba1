import CallbackSchema
import SchemaSource
import TestSupport
import Testing

@Suite("Projection on an edition")
struct ProjectionTests {
  private func service(_ text: String) throws -> Service {
    var diagnostics = Diagnostics()
    let service = load(text, into: &diagnostics)
    #expect(diagnostics.all.isEmpty, "\(diagnostics.all.map(\.message))")
    return try #require(service)
  }

  private let pages = """
    callbackgen: 1
    service:
      name: Sample
      editions: { zh: {}, en: {} }
      event: { by: kind, in: data }
      envelope: { kind: int, scene: { type: string, editions: [zh] }, data: object }
    events:
      started:
        id: 1
        fields:
          name: { type: string, readings: { zh: { wire: Name, doc: Chinese. }, because: B. } }
          mode: Mode
          code: { type: int, readings: { zh example: { type: string }, because: B. } }
      reloaded: { id: 2, editions: [en] }
    tables:
      Mode:
        raw: int
        values:
          0: { name: single, readings: { zh: { name: mixed }, because: B. } }
          1: { name: mixed, readings: { zh: { name: single }, because: B. } }
          2: { name: web, editions: [en] }
          3: { name: table, editions: [zh table, en] }
    """

  @Test("What the edition does not document is dropped")
  func drops() throws {
    let service = try service(pages)
    let zh = try #require(service.projected(to: "zh"))
    let en = try #require(service.projected(to: "en"))
    #expect(zh.events.map(\.key) == ["started"])
    #expect(en.envelope.map(\.wire) == ["kind", "data"])
    #expect(zh.tables[0].rows.map(\.value.text) == ["0", "1", "3"])
    #expect(zh.editions.map(\.name) == ["zh"])
  }

  @Test("The edition's readings are laid over the rest, and the other spelling is still read")
  func readings() throws {
    let zh = try #require(try service(pages).projected(to: "zh"))
    let name = zh.events[0].fields[0]
    #expect(name.wire == "Name")
    #expect(name.otherSpellings == ["name"])
    #expect(name.doc == "Chinese.")
    #expect(zh.tables[0].rows.prefix(2).compactMap(\.name?.value) == ["mixed", "single"])
  }

  @Test("What only a part of the edition shows stays a leniency")
  func parts() throws {
    let zh = try #require(try service(pages).projected(to: "zh"))
    let code = zh.events[0].fields[2]
    #expect(code.type == .scalar(.int))
    #expect(code.readings?.entries.count == 1)
  }

  @Test("A version that skips a container is served by the nearest older one")
  func carryForward() throws {
    let service = try service(
      """
      callbackgen: 1
      service:
        name: Sample
        editions: { v1: { kind: version }, v2: { kind: version }, v3: { kind: version } }
        event: { by: kind, in: data }
        envelope: { kind: int, data: object }
      events:
        old:
          id: 1
          editions: [v1, v3]
          fields: { a: { type: int, editions: [v1] }, b: { type: int, editions: [v3] } }
        new: { id: 2, editions: [v2...] }
      """)
    let v2 = try #require(service.projected(to: "v2"))
    #expect(v2.events.map(\.key) == ["old", "new"])
    #expect(v2.events[0].fields.map(\.wire) == ["a"])
    #expect(try #require(service.projected(to: "v1")).events.map(\.key) == ["old"])
  }

  @Test("There is no projection on an edition that does not exist")
  func unknown() throws { #expect(try service(pages).projected(to: "fr") == nil) }
}
