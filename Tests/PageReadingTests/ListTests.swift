import PageReading
import Testing

@Suite("Fields and values in lists")
struct ListTests {
  @Test("A list item with a type word is a field")
  func field() throws {
    #expect(try Pages.fields("## 1 started\n- `name`: String. The name.\n") == ["name string"])
  }

  @Test(
    "Colons of both widths, and words for a type in three languages, are read",
    arguments: [
      ("- `n`：Number 类型，次数。", "n number"), ("- `n`: 数値。回数", "n number"),
      ("- `n`：JSONArray 类型。列表", "n list"), ("- `n` (Boolean): Whether it ends.", "n bool"),
      ("- `n`: Int64, a time.", "n int64"), ("- `n`: Array of String. Names.", "n [string]"),
      ("- `n`: String/Number. An ID.", "n string | number"),
    ])
  func words(_ item: String, _ expected: String) throws {
    #expect(try Pages.fields("## 1 started\n\(item)\n") == [expected])
  }

  @Test("A word that only begins like a type is no type")
  func noType() throws {
    let facts = try Pages.facts(
      "## 1 started\n- `a`: String. A name.\n- `count`: Number of files in the list.\n")
    #expect(facts.events[0].fields.map(\.short) == ["a string", "count ?"])
    #expect(facts.events[0].fields[1].doubts == [.noType])
  }

  @Test("Quoted, numeric and boolean items below a field are its values")
  func values() throws {
    let page = """
      ## 1 started
      - `kind`: String. The kind.
        - `"audio"`: Sound.
        - `"video"`: Pictures.
      - `level`: Number. The level.
        - `0`: Low.
        - 1：High.
      - `done`: Boolean.
        - `true`: Finished.
      """
    #expect(
      try Pages.fields(page) == [
        "kind string [audio video]", "level number [0 1]", "done bool [true]",
      ])
  }

  @Test("The type of the container decides the nesting where indentation does not")
  func looseIndentation() throws {
    let page = """
      ## 1 started
      - `users`: JSONArray. The users.
       - `id`: String. The ID.
        - `files`: JSONArray. The files.
          - `name`: String. The name.
      """
    let facts = try Pages.facts(page)
    #expect(
      facts.events[0].fields.map(\.short) == [
        "users list", "users[].id string", "users[].files list", "users[].files[].name string",
      ])
    #expect(facts.events[0].fields[2].doubts == [.looseIndentation])
  }

  @Test("The schema nests the members of a flat list, with a doubt")
  func flattened() throws {
    let service = try Pages.service(
      events: """
          started:
            id: 1
            doc: It started.
            fields:
              users:
                type: [User]
              name: { type: string }
        objects:
          User:
            fields:
              id: { type: string }
        """)
    let page =
      "## 1 started\n• users: JSONArray. Users.\n• id: String. ID.\n• name: String. Name.\n"
    let facts = try Pages.facts(page, schema: service)
    #expect(
      facts.events[0].fields.map(\.short) == ["users list", "users[].id string", "name string"])
    #expect(facts.events[0].fields[1].doubts == [.nestedBySchema])
  }

  @Test("An example nests the members of a flat list, with a doubt")
  func nestedByExample() throws {
    let page = """
      ## 1 started
      - `users`: Array. Users.
      - `id`: String. ID.

      ```json
      { "users": [ { "id": "a" } ], "size": 1 }
      ```
      """
    let facts = try Pages.facts(page)
    #expect(facts.events[0].fields.map(\.short) == ["users list", "users[].id string"])
    #expect(facts.events[0].fields[1].doubts == [.nestedByExample])
    #expect(facts.examples[0].unexplained == ["size"])
  }

  @Test("Without schema and example a flat list stays flat, and the container is in doubt")
  func emptyContainer() throws {
    let facts = try Pages.facts("## 1 started\n- `users`: Array. Users.\n- `id`: String. ID.\n")
    #expect(facts.events[0].fields.map(\.short) == ["users list", "id string"])
    #expect(facts.events[0].fields[0].doubts == [.emptyContainer])
  }

  @Test("A field without its marker, and one with unbalanced ticks, are read with a doubt")
  func brokenMarkup() throws {
    let facts = try Pages.facts(
      "## 1 started\n   `name`: String. The name.\n- `size: `Number. The size.\n")
    #expect(facts.events[0].fields.map(\.short) == ["name string", "size number"])
    #expect(facts.events[0].fields.map(\.doubts) == [[.brokenMarkup], [.brokenMarkup]])
    #expect(facts.events[0].fields[0].rule == .fieldParagraph)
  }

  @Test("Values in a sentence are unsure")
  func prose() throws {
    let facts = try Pages.facts("## 1 started\n- `state`: Number. 0 indicates success.\n")
    let value = try #require(facts.events[0].fields[0].values.first)
    #expect(value.text == "0")
    #expect(value.doubts == [.proseValue])
  }

  @Test(
    "A sentence that only explains values is an enumeration",
    arguments: [
      (
        "String. The stream. main indicates the camera (or a file, at times), and aux indicates the screen.",
        "main aux"
      ),
      ("Number. 状态，0 表示正常，其他值表示异常。", "0"),
      ("Number. The state. 0 means success; all other values indicate a failure.", "0"),
      ("String. `audio` for sound / `video` for pictures", "audio video"),
    ])
  func enumeration(_ text: String, _ expected: String) throws {
    let name = text.hasPrefix("Number") ? "Number" : "String"
    let rest = text.dropFirst("String. ".count)
    for page in [
      "## 1 started\n- `state`: \(text)\n",
      "## 1 started\n\n| Name | Type | Description |\n|---|---|---|\n| state | \(name) | \(rest) |\n",
    ] {
      let values = try Pages.facts(page).events[0].fields[0].values
      #expect(values.map(\.text).joined(separator: " ") == expected)
      #expect(values.allSatisfy { $0.doubts == [] })
    }
  }

  @Test(
    "A sentence that says more than that, and values in several sentences, are no enumeration",
    arguments: [
      "0 means success, 1 means a failure, the default is 0.", "0 means success.",
      "0 means success, 1 means a failure. Later versions may send `2`, which means a retry.",
    ])
  func noEnumeration(_ text: String) throws {
    let values = try Pages.facts("## 1 started\n- `state`: Number. \(text)\n").events[0].fields[0]
      .values
    #expect(!values.isEmpty)
    #expect(values.allSatisfy { $0.doubts == [.proseValue] })
  }

  @Test("An item that begins with a code span and declares nothing is an unread line")
  func unread() throws {
    let facts = try Pages.facts("## 1 started\n\n- `a`, `b` and others depend on the event.\n")
    #expect(facts.unread.map(\.reason) == [.codeItem])
    #expect(facts.unread.map(\.position.line) == [3])
  }

  @Test("Tags with a name and a type are fields, nested as the tags are")
  func parameters() throws {
    let page = """
      ## 1 started
      <Parameter name="file" type="object" required>
        The file.
        <Parameter name="size" type="number" required={false}>The size.</Parameter>
      </Parameter>
      {/* <Parameter name="draft" type="string"> */}
      """
    let facts = try Pages.facts(page)
    #expect(facts.events[0].fields.map(\.short) == ["file object", "file.size number"])
    #expect(facts.events[0].fields.map(\.presence?.isRequired) == [true, false])
  }
}
