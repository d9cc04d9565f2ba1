import PageReading
import Testing

@Suite("Events, places and examples")
struct EventTests {
  @Test("Headings of the profile's form open events until the next heading of their level")
  func headings() throws {
    let page = """
      # Callbacks
      ## <a name="1"></a>1 started
      - `a`: Int.
      #### Notes
      - `b`: Int.
      ## 12 ended
      ## Reference
      - `c`: Int.
      """
    let facts = try Pages.facts(page)
    #expect(facts.events.map(\.label) == ["1", "12"])
    #expect(facts.events[0].fields.map(\.path) == ["a", "b"])
    #expect(facts.events[1].fields == [])
    #expect(facts.unread.map(\.reason) == [.looseTable])
  }

  @Test("The version of a heading distinguishes events of one name")
  func versions() throws {
    let profile = """
      pages: { web: { edition: by-heading } }
      events: [ { heading: "{name}({version})", level: 3 }, { heading: "{name}", level: 3 } ]
      """
    let facts = try Pages.facts(
      "### Ended（2022-06-01）\n### Started\n### See also\n", profile: profile)
    #expect(facts.events.map(\.label) == ["Ended(2022-06-01)", "Started"])
  }

  @Test("The id can be the anchor of the heading or of the line above")
  func anchors() throws {
    let profile = """
      pages: { web: { edition: page } }
      events: [ { heading: "{name}", id: anchor } ]
      """
    let page = "## <a name=\"7\"></a>started\n<a name=\"8-ended\"></a>\n## ended\n## Reference\n"
    #expect(try Pages.facts(page, profile: profile).events.map(\.label) == ["7", "8"])
  }

  @Test("List items of the profile's form open events; emphasis and blanks do not matter")
  func items() throws {
    let profile = """
      pages: { web: { edition: page } }
      events: [ { item: "When the type is {id} ({constant})" } ]
      """
    let page = """
      - **When the type is****301** (TYPE_START), the definition is:

      | Name | Type |
      |---|---|
      | a | Int |
      """
    let facts = try Pages.facts(page, profile: profile)
    #expect(facts.events.map(\.constant) == ["TYPE_START"])
    #expect(facts.events[0].fields.map(\.path) == ["a"])
  }

  @Test("Without a profile, the headings to which a table links are events")
  func generalIndex() throws {
    let page = """
      | Event | Meaning |
      |---|---|
      | [1](#1) | It starts |
      | [2](#2-ended) | It ends |

      ### <a name="1"></a>1 started
      - `a`: Int.
      ### 2 ended
      """
    let facts = try Pages.facts(page, profile: nil)
    #expect(facts.events.map(\.label) == ["1", "2"])
    #expect(facts.events.map(\.rule) == [.indexedHeading, .indexedHeading])
    #expect(facts.events[0].name == "started")
  }

  @Test("An event that only the index lists has no section")
  func indexRows() throws {
    let profile = """
      pages: { web: { edition: page } }
      index: [Event type]
      """
    let page = """
      ## Event type
      | Field | Value | Description |
      |---|---|---|
      | TYPE_ENTER | 103 | Entry |
      | TYPE_EXIT | 104 | Exit |
      """
    let facts = try Pages.facts(page, profile: profile)
    #expect(facts.events.map(\.id) == ["103", "104"])
    #expect(facts.events.map(\.constant) == ["TYPE_ENTER", "TYPE_EXIT"])
    #expect(facts.events.allSatisfy { !$0.hasSection })
  }

  @Test("A caption of the profile gives the place of the fields below it")
  func scopes() throws {
    let profile = """
      pages: { web: { edition: page } }
      events: [ { heading: "{id} {name}" } ]
      scopes: { .: [The body has], data: [Common fields] }
      """
    let page = """
      - The body has:
      <table><tr><th>Name</th><th>Type</th></tr><tr><td>kind</td><td>Number</td></tr></table>

      ## Common fields
      - `id`: String.

      ## 1 started
      - `a`: Int.
      """
    let facts = try Pages.facts(page, profile: profile)
    #expect(facts.scopes.map(\.place) == [".", "data"])
    #expect(facts.scopes.map { $0.fields.map(\.path) } == [["kind"], ["id"]])
  }

  @Test("Ignored sections are not read, but an event below them is")
  func ignored() throws {
    let profile = """
      pages: { web: { edition: page, ignore: [Overview] } }
      events: [ { heading: "{id} {name}" } ]
      """
    let page = "# Overview\n- `x`: Int.\n### Detail\n- `y`: Int.\n### 1 started\n- `a`: Int.\n"
    let facts = try Pages.facts(page, profile: profile)
    #expect(facts.events.map { $0.fields.map(\.path) } == [["a"]])
    #expect(facts.scopes == [])
    #expect(facts.unread == [])
  }

  @Test("An example tells its event by the discriminator, and its unexplained members are counted")
  func examples() throws {
    let service = try Pages.service(
      events: "  started:\n    id: 1\n    doc: It started.\n    fields: { a: { type: int } }\n")
    let page = """
      ## 1 started
      - `a`: Int.
      ## Examples
      ```
      {"kind": 1, "data": {"a": 1, "b": "x"}}
      ```
      """
    let facts = try Pages.facts(page, schema: service)
    #expect(facts.examples.map(\.event) == ["1"])
    #expect(facts.examples[0].unexplained == ["kind", "data.b"])
    #expect(facts.exampleRatio == (2, 4))
  }

  @Test(
    "Examples are read with comments, placeholders, missing quotes and superfluous commas",
    arguments: [
      "{ \"a\": 1, # a remark\n \"b\": { \"c\": xxxx, } }", "{\"a\":\"x,\n\"b\":{\"c\":1}}",
      "{\"a\": 1、\n「b」: {\"c\": \"x\"}\n}",
    ])
  func brokenExamples(_ json: String) throws {
    let facts = try Pages.facts("## 1 started\n```json\n\(json)\n```\n")
    #expect(facts.examples.map { $0.members.map(\.path) } == [["a", "b", "b.c"]])
    #expect(facts.examples[0].isValid == false)
  }
}
