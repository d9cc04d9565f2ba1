import CallbackSchema
import Foundation
import PageReading
import SchemaSource
import Testing

/// Drafts of events whose fields only an example body completes.
@Suite("Drafts with the help of example bodies")
struct ExampleDraftTests {
  static let schema = """
    callbackgen: 1
    service:
      name: Sample
      editions: { page: {} }
      event: { by: kind, in: data }
      envelope: { kind: int, data: object }
    events:
      started: { id: 1, fields: { name: string } }

    """

  private func draft(_ page: String, _ profile: String) throws -> String {
    var diagnostics = Diagnostics()
    let files = [SourceFile(path: "Sample/service.yaml", bytes: Array(Self.schema.utf8))]
    let service = try #require(SchemaLoader.load(files, folder: "Sample", into: &diagnostics))
    let profile = PageProfileLoader.load(
      SourceFile(path: "pages.yaml", bytes: Array(profile.utf8)), of: service, into: &diagnostics)
    let entry = try #require(profile?.pages.first)
    let file = SourceFile(path: "page.md", bytes: Array(page.utf8))
    let facts = try #require(
      PageReader.read(file, as: entry, of: service, into: &diagnostics))
    #expect(diagnostics.all.map(\.message) == [])
    let draft = PageDrafter.draft(facts, of: file, as: entry, for: service, in: files)
    let (changed, refused) = draft.applied(to: files)
    #expect(refused == [])
    return String(decoding: try #require(changed.first).bytes, as: UTF8.self)
  }

  @Test("An example shows the members of a list, and what another list contains")
  func nesting() throws {
    let text = try draft(
      """
      ## 1 started

      - `name`: String.

      ## 2 saved

      | Name | Type |
      | --- | --- |
      | names | Array |
      | files | Array |
      | path | String |
      | size | Number |

      ```json
      { "kind": 2, "data": { "names": ["a", "b"], "files": [ { "path": "a", "size": 1 } ] } }
      ```
      """,
      "pages: { page: { edition: page } }\nevents: [ { heading: \"{id} {name}\" } ]\n")
    #expect(text.contains("names: [string]"))
    #expect(text.contains("files: [File]"))
    #expect(text.contains("File:"))
    #expect(text.contains("path: string"))
    #expect(text.contains("size: int"))
  }

  @Test("An event of an index has those of the common fields that its example has")
  func index() throws {
    let text = try draft(
      """
      # Kinds

      | Kind | What |
      | --- | --- |
      | 1 | It started |
      | 2 | It stopped |

      # Fields

      | Name | Type |
      | --- | --- |
      | name | String |
      | reason | Number |
      | other | Number |

      ```json
      { "kind": 2, "data": { "name": "a", "reason": 1 } }
      ```
      """,
      "pages: { page: { edition: page } }\nindex: [Kinds]\nscopes: { data: [Fields] }\n")
    let event = try #require(text.components(separatedBy: "id: 2").last)
    #expect(event.contains("name: string"))
    #expect(event.contains("reason: int"))
    #expect(!event.contains("other"))
  }
}
