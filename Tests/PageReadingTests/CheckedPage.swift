import CallbackSchema
import PageReading
import SchemaSource
import Testing

/// A small schema and a page that transcribes it, to be changed in one place.
enum CheckedPage {
  static let schema = """
    callbackgen: 1
    service:
      name: Sample
      title: A sample
      editions:
        web: { kind: page, title: The page }
        old: { kind: page, title: The old page }
      event: { by: kind, in: data.details }
      envelope:
        kind: { type: int, doc: The kind. }
        data:
          doc: The content.
          fields:
            room: { type: string, doc: The room. }
            details: { type: object, doc: The fields of the event. }
      not-modelled:
        - { section: stopped.debug, because: It is for the vendor's support. }
    events:
      started:
        id: 1
        doc: It started.
        fields:
          name: { type: string, doc: The name. }
          mode: { type: Mode, doc: The mode. }
          files: { type: [File], doc: The files. }
          total:
            type: int
            doc: The number of files.
            readings:
              web: { type: string }
              because: The other page says Number.
      stopped:
        id: 2
        doc: It stopped.
        fields:
          code: { type: int, optional: true, doc: The code. }
          reason:
            type: string
            doc: The reason.
            readings:
              web: { wire: cause }
              because: The other page is newer.
          previous: { type: string, editions: [old], doc: The previous name. }
    objects:
      File:
        doc: A file.
        fields:
          path: { type: string, doc: The path. }
          size: { type: int, doc: The size. }
          owner: { type: string, doc: The owner. }
    tables:
      Mode:
        doc: A mode.
        raw: int
        values:
          0: { name: single, doc: One by one. }
          1: { name: mixed, doc: All in one. }
          2: { name: web, doc: A web page. }
    """

  static let profile = """
    pages: { page: { edition: web } }
    events: [ { heading: "{id} {name}" } ]
    index: [Index of events]
    scopes: { data: [Common fields] }
    """

  static let page = """
    # Index of events

    | Event | Meaning |
    |---|---|
    | [1](#1) | It starts |
    | [2](#2) | It stops |

    # Common fields

    - `room`: String. The room.
    - `details`: JSON. The details.

    ## <a name="1"></a>1 started

    - `name`: String. The name.
    - `mode`: Number. The mode.
      - `0`: One by one.
      - `1`: All in one.
      - `2`: A web page.
    - `files`: JSONArray. The files.
      - `path`: String. The path.
      - `size`: Number. The size.
      - `owner`: String. The owner.
    - `total`: String. The number of files.

    ```json
    { "name": "a", "mode": 0, "files": [ { "path": "p", "size": 1, "owner": "o" } ], "total": 1 }
    ```

    ## <a name="2"></a>2 stopped

    - `code` (optional): Number. The code.
    - `cause`: String. The cause.
    """

  /// The service of a schema.
  static func service(_ text: String = schema) throws -> Service {
    var diagnostics = Diagnostics()
    let service = SchemaLoader.load(
      [SourceFile(path: "Sample/service.yaml", bytes: Array(text.utf8))], folder: "Sample",
      into: &diagnostics)
    #expect(diagnostics.all.filter { $0.severity == .error }.map(\.message) == [])
    return try #require(service)
  }

  /// The facts of a page, and the entry of its profile.
  static func read(
    _ text: String, as name: String = "page", of service: Service?, path: String = "page.md"
  ) throws -> (facts: PageFacts, page: PageProfile.Page, file: SourceFile) {
    var diagnostics = Diagnostics()
    let profile = PageProfileLoader.load(
      SourceFile(path: "pages.yaml", bytes: Array(profile.utf8)), of: service, into: &diagnostics)
    let page = try #require(profile?.page(named: name))
    let file = SourceFile(path: path, bytes: Array(text.utf8))
    let facts = PageReader.read(file, as: page, of: service, into: &diagnostics)
    #expect(diagnostics.all.map(\.message) == [])
    return (try #require(facts), page, file)
  }

  /// The comparison of the page, after one replacement, with the schema.
  static func check(
    replacing old: String = "", with new: String = "", schema: String = schema
  ) throws -> PageCheck {
    if !old.isEmpty { #expect(page.contains(old)) }
    let text = old.isEmpty ? page : page.replacing(old, with: new, maxReplacements: 1)
    let service = try service(schema)
    let read = try read(text, of: service)
    return PageCheck(read.facts, in: read.file, as: read.page, of: service)
  }
}

extension PageCheck {
  /// The differences that nothing explains, as `RULE PATH`; of unsure ones after a question mark.
  var short: [String] {
    differences.filter { $0.explanation == nil }
      .map { "\($0.isCertain ? "" : "? ")\($0.rule.id) \($0.path)" }
  }
}
