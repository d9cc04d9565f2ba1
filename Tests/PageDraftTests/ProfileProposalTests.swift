import CallbackSchema
import PageReading
import SchemaSource
import Testing

/// Profiles that are learned from the names of a schema.
@Suite("Proposed profiles of small pages")
struct ProfileProposalTests {
  static let schema = """
    callbackgen: 1
    service:
      name: Sample
      editions: { zh: {}, en: {} }
      event: { by: kind, in: meta.data }
      headers: { X-Sign: string, X-App: string }
      envelope:
        kind: int
        sent: int
        meta:
          fields: { sid: string, user: string, data: object }
    events:
      started: { id: 1, constant: KIND_STARTED, fields: { name: string, size: int } }
      stopped: { id: 2, constant: KIND_STOPPED, fields: { name: string, size: int } }
      failed: { id: 3, constant: KIND_FAILED, editions: [en], fields: { name: string } }

    """

  private func proposal(_ page: String) throws -> String {
    var diagnostics = Diagnostics()
    let files = [SourceFile(path: "Sample/service.yaml", bytes: Array(Self.schema.utf8))]
    let service = try #require(SchemaLoader.load(files, folder: "Sample", into: &diagnostics))
    let file = SourceFile(path: "page.md", bytes: Array(page.utf8))
    let proposal = try #require(
      ProfileProposal(of: file, named: "new", for: service, into: &diagnostics))
    #expect(!diagnostics.hasErrors, "\(diagnostics.all)")
    // The reader takes the proposal as it is.
    let text = SourceFile(path: "pages.yaml", bytes: Array(proposal.text.utf8))
    let profile = PageProfileLoader.load(text, of: service, into: &diagnostics)
    _ = PageReader.read(file, as: profile?.pages.first, of: service, into: &diagnostics)
    #expect(diagnostics.sorted.filter { $0.severity == .error }.map(\.message) == [])
    return proposal.text
  }

  @Test("A caption that is a part of another one is an entry of its own")
  func nestedCaptions() throws {
    let text = try proposal(
      """
      ## Common information

      - `sid`: String.
      - `user`: String.
      - `data`: Object.

      ## More common information

      - `sid`: String.
      - `data`: Object.

      ### Kind 1 (KIND_STARTED): started

      - `name`: String.

      ### Kind 2 (KIND_STOPPED): stopped

      - `name`: String.
      """)
    #expect(text.contains("meta: [Common information, More common information]"))
  }

  @Test("A page that has the name of an edition documents it")
  func edition() throws {
    var diagnostics = Diagnostics()
    let files = [SourceFile(path: "Sample/service.yaml", bytes: Array(Self.schema.utf8))]
    let service = try #require(SchemaLoader.load(files, folder: "Sample", into: &diagnostics))
    let file = SourceFile(
      path: "page.md", bytes: Array("### Kind 1 started\n\n### Kind 2 stopped\n".utf8))
    let cases: [(name: String?, edition: String)] = [
      ("en", "en"), ("zh", "zh"), (nil, "zh"), ("new", "zh"),
    ]
    for (name, edition) in cases {
      let proposal = try #require(
        ProfileProposal(of: file, named: name, for: service, into: &diagnostics))
      #expect(proposal.entries.first?.value == .text(edition))
    }
  }

  @Test("The forms of headings, the index and the captions of fields are learned")
  func headings() throws {
    let text = try proposal(
      """
      # Kinds

      | Kind | What |
      | --- | --- |
      | 1 | It started |
      | 2 | It stopped |
      | 3 | It failed |

      ## The body

      | Field | Type |
      | --- | --- |
      | kind | Number |
      | sent | Number |
      | meta | Object |

      ## Headers

      - `X-Sign`: String. The signature.
      - `X-App`: String. The application.

      ### Kind 1 (KIND_STARTED): started

      - `name`: String.

      ### Kind 2 (KIND_STOPPED): stopped

      | Code | What |
      | --- | --- |
      | 1 | Full |
      | 2 | Empty |

      ### Kind 3 (KIND_FAILED): failed

      - `name`: String.

      """)
    #expect(
      text == """
        # open: no list of fields shows the members of meta
        pages:
          new:
            edition: en
            events: [{ heading: "Kind {id} ({constant}): {name}" }]
            index: [Kinds]
            scopes: { .: [The body], headers: [Headers] }
            elsewhere: [meta.data, meta.sid, meta.user]

        """)
  }

  @Test("Items, anchors, and digits behind a letter are learned")
  func items() throws {
    let items = try proposal(
      """
      - **When the kind is****1** (KIND_STARTED), the fields are:

      - **When the kind is****2** (KIND_STOPPED), the fields are:

      - **When the kind is****3** (KIND_FAILED), the fields are:

      """)
    #expect(items.contains("events: [{ item: \"When the kind is{id} ({constant})\" }]"), "\(items)")
    let anchors = try proposal(
      "## <a name=\"1\"></a>started\n\n## <a name=\"2\"></a>stopped\n\n## <a name=\"3\"></a>failed\n"
    )
    #expect(anchors.contains("events: [{ heading: \"{name}\", id: anchor }]"), "\(anchors)")
    let names = try proposal("### started\n\n### stopped\n\n### failed\n")
    #expect(names.contains("events: [{ heading: \"{name}\", level: 3 }]"), "\(names)")
  }

  @Test("Words for columns and types are learned from their cells")
  func words() throws {
    let text = try proposal(
      """
      ## 1 started

      | Feld | Sorte | Description |
      | --- | --- | --- |
      | name | String | A |
      | size | Number | B |

      ## 2 stopped

      | Name | Type | Description |
      | --- | --- | --- |
      | name | Zeichenkette | A |
      | size | Ganzzahl | B |

      """)
    #expect(text.contains("columns: { name: [Feld], type: [Sorte] }\n"), "\(text)")
    #expect(text.contains("types: { Zeichenkette: string, Ganzzahl: number }\n"), "\(text)")
    #expect(!text.contains("failed"), "\(text)")
    #expect(text.contains("    edition: zh\n"), "\(text)")
  }

  @Test("The edition is the one with the events of the page, and a guess is said to be one")
  func editions() throws {
    let text = try proposal("### started\n\n### stopped\n")
    #expect(text.contains("    edition: zh\n") && !text.contains("open: zh"), "\(text)")
    let other = try proposal("Nothing.\n")
    #expect(
      other.hasPrefix(
        "# open: zh is the edition with the most similar events; started, stopped differ\n"),
      "\(other)")
  }
}
