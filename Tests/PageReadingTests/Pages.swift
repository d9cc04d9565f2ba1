import CallbackSchema
import PageReading
import SchemaSource
import Testing

/// Reads small pages.
enum Pages {
  /// A profile with events such as `## 1 started`.
  static let numbered = """
    pages: { web: { edition: page } }
    events: [ { heading: "{id} {name}" } ]
    """

  /// The facts of a page.
  ///
  /// - Parameters:
  ///   - text: the page.
  ///   - profile: the text of `pages.yaml`; nil to read by the general rules.
  ///   - schema: the schema whose names settle ambiguities.
  static func facts(
    _ text: String, profile: String? = numbered, schema: Service? = nil
  ) throws -> PageFacts {
    let (facts, diagnostics) = try read(Array(text.utf8), profile: profile, schema: schema)
    #expect(diagnostics.all.map(\.message) == [])
    return try #require(facts)
  }

  /// The facts of a page, if it can be read, and the diagnostics.
  static func read(
    _ bytes: [UInt8], profile: String? = numbered, schema: Service? = nil
  ) throws -> (facts: PageFacts?, diagnostics: Diagnostics) {
    var diagnostics = Diagnostics()
    let page = profile.flatMap { text in
      PageProfileLoader.load(
        SourceFile(path: "pages.yaml", bytes: Array(text.utf8)), of: nil, into: &diagnostics
      )?.pages[0]
    }
    let facts = PageReader.read(
      SourceFile(path: "page.md", bytes: bytes), as: page, of: schema, into: &diagnostics)
    return (facts, diagnostics)
  }

  /// The fields of the first event, as `path type` or `path type [values]`.
  static func fields(
    _ text: String, profile: String? = numbered, schema: Service? = nil
  ) throws -> [String] {
    try facts(text, profile: profile, schema: schema).events.first.map { $0.fields.map(\.short) }
      ?? []
  }

  /// The service of a schema with one edition `page`, the envelope `kind` and `data`, and some events.
  static func service(events: String) throws -> Service {
    let text = """
      callbackgen: 1
      service:
        name: Sample
        title: A sample
        editions:
          page: { title: The page }
        event: { by: kind, in: data }
        envelope:
          kind: int
          data: object
      events:
      \(events)
      """
    var diagnostics = Diagnostics()
    let service = SchemaLoader.load(
      [SourceFile(path: "Sample/service.yaml", bytes: Array(text.utf8))], folder: "Sample",
      into: &diagnostics)
    #expect(diagnostics.all.map(\.message) == [])
    return try #require(service)
  }
}

extension PageField {
  /// The path, the type, and the values if there are some.
  var short: String {
    let base = "\(path) \(type.map { "\($0)" } ?? "?")"
    return values.isEmpty ? base : "\(base) [\(values.map(\.text).joined(separator: " "))]"
  }
}
