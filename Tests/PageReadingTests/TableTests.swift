import PageReading
import Testing

@Suite("Fields and values in tables")
struct TableTests {
  @Test(
    "The words of a header say what its column is",
    arguments: [
      "| Field | Type | Description |", "| 参数名 | 类型 | 描述 |", "| フィールド名 | タイプ | 意味 |",
    ])
  func headers(_ header: String) throws {
    let page = "## 1 started\n\n\(header)\n| --- | --- | --- |\n| size | Number | text |\n"
    #expect(try Pages.fields(page) == ["size number"])
  }

  @Test("A profile adds the headers of columns and the words for types")
  func profileWords() throws {
    let profile = """
      pages: { web: { edition: page } }
      events: [ { heading: "{id} {name}" } ]
      columns: { name: [Champ] }
      types: { chaîne: string }
      """
    let page = "## 1 started\n| Champ | Type |\n|---|---|\n| nom | chaîne |\n"
    #expect(try Pages.fields(page, profile: profile) == ["nom string"])
  }

  @Test("A blank line, a missing pipe and an empty first cell do not lose a row")
  func repairs() throws {
    let page = """
      ## 1 started
      | Name | Type | Description |
      | --- | --- | --- |
      | mode | Int | `0`: fast |  |\\
      |||| `1`: slow |

      size   | Number | bytes
      | end | Int64 | time
      """
    #expect(
      try Pages.fields(page) == ["mode int [0 1]", "size number", "end int64"])
  }

  @Test("A cell of carets has the text of the cell above, and continues its field")
  func carets() throws {
    let page = """
      ## 1 started
      | Name | Type | Description |
      | --- | --- | --- |
      | mode | Int | 0: fast |
      | ^^ | ^^ | 1: slow |
      """
    #expect(try Pages.fields(page) == ["mode int [0 1]"])
  }

  @Test("An HTML table with a row span, missing and superfluous tags is read")
  func html() throws {
    let page = """
      ## 1 started
      <table>
      <tr><th>Name</th><th>Type</th><th>Description</th></tr></thead><tr>
      <td rowspan="2">mode</td><td rowspan=2>Number</td>
      <td>0: fast</td></tr><tr>
      <td>1: slow</td>
      </tr><tr><td>size</td><td>Number</td><td>Bytes</td>
      </tbody></table>
      - `name`: String. The name.
      """
    let facts = try Pages.facts(page)
    #expect(facts.events[0].fields.map(\.short) == ["mode number [0 1]", "size number"])
    #expect(facts.events[0].fields.map(\.position.line) == [4, 7])
  }

  @Test(
    "The forms of values in a cell are read",
    arguments: [
      ("0: ok<br>1: failed", "[0 1]"), ("<li>0: ok</li><li>1: failed", "[0 1]"),
      ("0：成功，1：失败。", "[0 1]"), ("0: It starts.1: It fails.", "[0 1]"),
      ("1: Entry 2: Change3: Retry", "[1 2 3]"), ("one of {`0`，`1`}", "[0 1]"),
      ("main/aux (main is the camera)", "[main aux]"), ("`ios`、`web`", "[ios web]"),
    ])
  func values(_ cell: String, _ expected: String) throws {
    let page = "## 1 started\n| Name | Type | Description |\n|---|---|---|\n| x | Int | \(cell) |\n"
    #expect(try Pages.fields(page) == ["x int \(expected)"])
  }

  @Test(
    "A table of codes after the fields belongs to the field that the last word of its header names",
    arguments: [
      ("- `code`: Number. The code.\n- `id`: String. The ID.\n", "Error Code", "0", true),
      ("| Name | Type |\n|---|---|\n| code | Number |\n| id | String |\n", "Exit code", "0", true),
      ("- `code`: String. The code.\n- `id`: String. The ID.\n", "Error Code", "0", false),
      ("- `stopCode`: Number. The code.\n- `id`: String. The ID.\n", "Code", "0", false),
    ])
  func namedByHeader(_ fields: String, _ header: String, _ code: String, _ isCertain: Bool) throws {
    let page = """
      ## 1 started

      \(fields)
      | \(header) | Meaning |
      |---|---|
      | \(code) | The end |
      | 1 | A failure |
      """
    let values = try Pages.facts(page).events[0].fields[0].values
    #expect(values.map(\.text) == [code, "1"])
    #expect(values.allSatisfy { $0.doubts == (isCertain ? [] : [.looseTable]) })
  }

  @Test("Several values in a column of examples are no list in the description")
  func examples() throws {
    let page = "## 1 started\n| Name | Type | Example | Description |\n|---|---|---|---|\n"
    let listed = try Pages.facts(page + "| os | String | `ios`、`web` | The system |\n")
    #expect(listed.events[0].fields[0].values.map(\.rule) == [.exampleValues, .exampleValues])
    let described = try Pages.facts(page + "| os | String | `ios`/`web` | one of {`ios`, `tv`} |\n")
    #expect(described.events[0].fields[0].values.map(\.rule) == [.valueSet, .valueSet])
  }

  @Test("A time in a description is no value")
  func time() throws {
    let page =
      "## 1 started\n| Name | Type | Description |\n|---|---|---|\n| x | Int | until 10:30 |\n"
    #expect(try Pages.fields(page) == ["x int"])
  }

  @Test("Columns and words in brackets mark required and optional fields")
  func presence() throws {
    let page = """
      ## 1 started
      | Name | Type | Required | Description |
      | --- | --- | --- | --- |
      | a | Int | Yes | text |
      | b | Int | 否 | text |
      | c | Int | | text (optional) |
      | d | Int | | always there, as required |
      """
    let facts = try Pages.facts(page)
    #expect(facts.events[0].fields.map(\.presence?.isRequired) == [true, false, false, nil])
  }

  @Test("A link in the type leads to the next table with the anchor")
  func objects() throws {
    let page = """
      ## 1 started
      | Name | Type | Description |
      |---|---|---|
      | files | Array of [File](#file) | Files |

      <span id="file"></span>File

      | Name | Type | Description |
      |---|---|---|
      | name | String | text |

      ## 2 ended
      | Name | Type | Description |
      |---|---|---|
      | file | [File](#file) | File |

      <span id="file"></span>File

      | Name | Type | Description |
      |---|---|---|
      | size | Number | text |
      """
    let facts = try Pages.facts(page)
    #expect(facts.events[0].fields.map(\.short) == ["files [object]", "files[].name string"])
    #expect(facts.events[1].fields.map(\.short) == ["file object", "file.size number"])
    #expect(facts.unread == [])
  }

  @Test("A code table belongs to the field that links to it, or whose name is its caption")
  func codeTables() throws {
    let page = """
      ## 1 started
      - `state`: Number. See [states](#state).
      - `reason`: String. The reason.

      `reason`:

      | Value | Meaning |
      |---|---|
      | left | text |

      ## Reference

      ### <a name="state"></a>States

      | Status code | Meaning |
      |---|---|
      | 0 | text |
      | 7 | text |
      """
    let facts = try Pages.facts(page)
    #expect(facts.events[0].fields.map(\.short) == ["state number [0 7]", "reason string [left]"])
    #expect(facts.unread == [])
  }

  @Test("A code table that no field uses is disclosed")
  func looseTable() throws {
    let page = "## 1 started\n- `a`: Int.\n\n## Codes\n\n| Code | Meaning |\n|---|---|\n| 5 | x |\n"
    #expect(try Pages.facts(page).unread.map(\.reason) == [.looseTable])
  }

  @Test("Codes below row labels keep the label")
  func groups() throws {
    let page = """
      ## 1 started
      - `reason`: Number. [Reasons](#reason)

      ### Reason

      | Field | Description |
      |---|---|
      | Room entry | 1: Voluntary 2: Network |
      | Room exit | <li/>1: Left<li/>2: Timeout |
      """
    let facts = try Pages.facts(page)
    #expect(
      facts.events[0].fields[0].values.map { "\($0.group ?? "") \($0.text)" } == [
        "Room entry 1", "Room entry 2", "Room exit 1", "Room exit 2",
      ])
  }

  @Test("Cells without separators are divided by names, types and digits, with a doubt")
  func glued() throws {
    let profile = """
      pages: { web: { edition: page, form: text } }
      events: [ { heading: "{id} {name}" } ]
      """
    let page = """
      1 started

      Field NameTypeDescription
      StatusNumber0: ok, 1: failed
      UserIdStringThe user

      """
    let facts = try Pages.facts(page, profile: profile)
    #expect(facts.events[0].fields.map(\.short) == ["Status number [0 1]", "UserId string"])
    #expect(facts.events[0].fields.allSatisfy { $0.doubts == [.gluedCells] })
  }

  @Test("A table without header is known by its content, with a doubt")
  func headless() throws {
    let page = "## 1 started\n| size | Number | text |\n| name | String | text |\n"
    let facts = try Pages.facts(page)
    #expect(facts.events[0].fields.map(\.short) == ["size number", "name string"])
    #expect(facts.events[0].fields[0].doubts == [.headlessTable])
  }

  @Test("A table of unknown columns is an unread line")
  func unknown() throws {
    let page = "## 1 started\n\n| Plan | Price |\n|---|---|\n| small | ten euros |\n"
    #expect(try Pages.facts(page).unread.map(\.reason) == [.table])
  }
}
