import PageReading
import SchemaSource
import Testing

@Suite("Blocks of tolerant pages")
struct BlockTests {
  @Test("A fence of four ticks ends at three, and hides nothing after it")
  func shortFence() throws {
    let facts = try Pages.facts("````json\n{\"a\": 1}\n```\n## 1 started\n- `a`: Int.\n")
    #expect(facts.events.map(\.label) == ["1"])
    #expect(facts.events[0].position.line == 4)
  }

  @Test("A fence that does not end hides nothing")
  func openFence() throws {
    #expect(try Pages.fields("```\n## 1 started\n- `a`: Int.\n") == ["a int"])
  }

  @Test("Fences in quotations, highlighted code and numbered lines are examples")
  func codeForms() throws {
    let page = """
      ## 1 started
      >```
      >{"a": 1}
      >```
      <pre><code>{
      <span class="x">"b"</span>: <span>&quot;t&quot;</span>
      }</code></pre>

      _2
      {
      _2
      "c": true
      _2
      }

      ::: JSON JSON
      { "d": 1 }
      :::
      """
    let facts = try Pages.facts(page)
    #expect(facts.examples.map { $0.members.map(\.path) } == [["a"], ["b"], ["c"], ["d"]])
    #expect(facts.examples.map(\.isValid) == [true, true, true, true])
    #expect(facts.examples[2].members[0].position.line == 12)
  }

  @Test("Front matter and comments declare nothing, and keep the numbers of the lines")
  func hidden() throws {
    let page =
      "---\ntitle: 1 x\n---\n<!-- ## 2 hidden\n- `h`: Int. -->\n## 1 started\n- `a`: Int.\n"
    let facts = try Pages.facts(page)
    #expect(facts.events.map(\.label) == ["1"])
    #expect(facts.events[0].fields.map(\.position.line) == [7])
  }

  @Test(
    "Line ends, a byte order mark, hard blanks and characters of no width change nothing",
    arguments: [
      "\u{FEFF}## 1 started\r\n- `a`: Int.\r\n", "## 1 started\r- `a`: Int.\r",
      "##\u{A0}1\u{A0}started\n-\u{A0}`a`:\u{A0}Int.\n",
      "## \u{200B}1 started\n- `\u{200B}a`: Int.\n",
    ])
  func characters(_ page: String) throws {
    #expect(try Pages.fields(page) == ["a int"])
  }

  @Test("An HTML document on one line is divided at its elements")
  func htmlDocument() throws {
    let page = """
      <!DOCTYPE html><html><head><title>1 x</title><script>let a = 1</script></head><body>\
      <h2 id="e1">1 started</h2><p>Fields:</p><ul><li><code>kind</code>: String. Kind.<ul>\
      <li><code>"a"</code>: First.</li></ul></li><li><code>size</code>: Number. Size.</li></ul>\
      <pre>{"kind": "a"}</pre></body></html>
      """
    let facts = try Pages.facts(page)
    #expect(facts.events[0].fields.map(\.short) == ["kind string [a]", "size number"])
    #expect(facts.examples.count == 1)
  }

  @Test(
    "A file that is no page is refused with one message",
    arguments: [
      ([UInt8](), "the page is empty"), (Array(" \n\n".utf8), "the page is empty"),
      ([0xFF, 0xFE, 0x41, 0x00], "the page is UTF-16, not UTF-8"),
      ([0x41, 0x00, 0x42], "the file is binary, not a page"),
      ([0x41, 0x0A, 0xFF], "the byte 0xFF is not valid UTF-8 here"),
    ])
  func refused(_ bytes: [UInt8], _ message: String) throws {
    let (facts, diagnostics) = try Pages.read(bytes)
    #expect(facts == nil)
    #expect(diagnostics.all.map(\.message) == [message])
  }

  @Test("A page of 10 MB is refused with one message")
  func tooLarge() throws {
    let (facts, diagnostics) = try Pages.read([UInt8](repeating: 0x41, count: 10 << 20))
    #expect(facts == nil)
    #expect(
      diagnostics.all.map(\.message)
        == ["the page has 10485760 bytes; a page has at most 8388608"])
  }

  @Test(
    "Text without an end costs linear time",
    arguments: [
      "`", "[", "<", "<!--", "{", "- `a`:", "|", "<table>", "(", "{\"a\":[", "[a](", "&", "1: ",
    ])
  func linear(_ part: String) throws {
    let clock = ContinuousClock()
    let text = "## 1 started\n" + String(repeating: part, count: 40_000 / part.count)
    let taken = try clock.measure { _ = try Pages.read(Array(text.utf8)) }
    #expect(taken < .seconds(20), "\(part)")
  }

  /// Nested tags without ends, tags that are never opened, and lines of 1 MB.
  static let attacks: [(name: String, text: String)] = [
    ("nested div", String(repeating: "<div>", count: 10_000) + "x"),
    (
      "nested lists",
      String(repeating: "<ul><li>", count: 10_000) + "<code>a</code>: String. Text"
        + String(repeating: "</li></ul>", count: 10_000)
    ),
    ("nested tables", String(repeating: "<table><tr><td>", count: 10_000)),
    ("nested emphasis", String(repeating: "<b>", count: 10_000) + "`a`: String"),
    ("ends without starts", String(repeating: "</tr></tbody></table>", count: 10_000)),
    (
      "nested parameters",
      String(repeating: "<Parameter name=\"a\" type=\"object\">", count: 10_000)
    ),
    (
      "many empty containers",
      (0..<20_000).map { "- `a\($0)`: Object. Text.\n" }.joined()
    ),
    (
      "nested items",
      (0..<1_500).map { String(repeating: " ", count: $0) + "- `a`: Object. Text.\n" }.joined()
    ),
    ("deep JSON", "```json\n" + String(repeating: "{\"a\":[", count: 10_000) + "\n```"),
    ("an unclosed tag", "<table><tr><td>a</td><td>String" + String(repeating: " x", count: 20_000)),
    ("a line of words", String(repeating: "word ", count: 200_000)),
    ("a line without blanks", String(repeating: "x", count: 1_000_000)),
    ("a field of 1 MB", "- `a`: String. " + String(repeating: "0 means a, ", count: 90_000)),
    (
      "a row of 1 MB",
      "| Name | Type |\n|---|---|\n| a | " + String(repeating: "b/", count: 500_000)
    ),
  ]

  @Test("Deep nesting, tags without ends and long lines do not hang", arguments: attacks.indices)
  func attack(_ index: Int) throws {
    let (name, text) = Self.attacks[index]
    let clock = ContinuousClock()
    let taken = try clock.measure {
      let (facts, diagnostics) = try Pages.read(Array("## 1 started\n\n\(text)\n".utf8))
      #expect(facts?.events.count == 1, "\(name)")
      #expect(diagnostics.all.map(\.message) == [])
    }
    #expect(taken < .seconds(20), "\(name): \(taken)")
  }

  /// The fields `taskId`, `state` and `file` in layouts that no rule knows.
  static let unknownLayouts = [
    "<dl><dt>taskId <em>string</em></dt><dd>The task.</dd></dl>\n<dl><dt>state <em>number</em></dt><dd>It.</dd></dl>",
    "**taskId** (string) — The task.\n\n**state** (number) — It.\n\n**file** (string) — The file.",
    "taskId              string    The task.\nstate               number    It.",
    "#### taskId\n\nType: string\n\nThe task.\n\n#### state\n\nType: number\n",
    "   * - taskId\n     - string\n     - The task.\n   * - state\n     - number\n     - It.",
    "- taskId -> string -> The task.\n- state -> number -> It.",
    "```ts\ninterface Started {\n  taskId: string;\n  state: number;\n}\n```",
    "The body has the task (`taskId`, a string) and its state (`state`, a number).",
  ]

  @Test("A page of unknown layout shows that it was read badly", arguments: unknownLayouts)
  func unknownLayout(_ fields: String) throws {
    let prose = String(repeating: "The service sends callbacks.\n\n", count: 12)
    let page = "## 1 started\n\n\(prose)\n\(fields)\n"
    let bare = try Pages.facts(page)
    #expect(bare.events[0].fields.isEmpty)
    // Without examples, the share of lines with declarations shows it; with them, their members do, too.
    #expect(bare.declaringLineCount * 5 < bare.textLineCount)
    #expect("\(bare)".contains("\(bare.declaringLineCount) of \(bare.textLineCount) lines"))
    let example = "```json\n{ \"kind\": 1, \"data\": { \"taskId\": \"a\", \"state\": 1 } }\n```\n"
    let (explained, all) = try Pages.facts(page + "\n" + example).exampleRatio
    #expect(all == 4)
    #expect(explained == 0)
  }

  @Test("A page of a known layout declares something in most of its lines")
  func knownLayout() throws {
    let page =
      "## 1 started\n\n- `taskId`: String. The task.\n- `state`: Number. It.\n  - `0`: On.\n"
    let facts = try Pages.facts(page)
    #expect(facts.declaringLineCount == 4)
    #expect(facts.textLineCount == 4)
  }

  @Test("A page of another service is refused with one message")
  func otherPage() throws {
    let (facts, diagnostics) = try Pages.read(Array("# Recipe\nBoil.\n".utf8))
    #expect(facts == nil)
    #expect(diagnostics.all.map(\.code.id) == ["other-page"])
  }
}
