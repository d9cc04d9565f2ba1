import Foundation
import SchemaSource
import TestSupport
import Testing

@Suite("docs check and docs diff")
struct DocsCheckTests {
  private func tool(_ body: (Tool) throws -> Void) throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.writeSample()
    try tool.write(
      "pages: { page: { edition: page } }\nevents: [ { heading: \"{id} {name}\" } ]\n",
      to: "Schemas/Sample/pages.yaml")
    try tool.write("## 1 started\n\n- `name`: String.\n", to: "page.md")
    try tool.write("## 1 started\n\n- `name`: String.\n- `size`: Number.\n", to: "new.md")
    try body(tool)
  }

  private static let check = ["docs", "check", "--service", "Schemas/Sample"]

  @Test("The exit code is 1 with certain differences, and 0 without")
  func status() throws {
    try tool { tool in
      let same = try tool.run(arguments: Self.check + ["page.md"])
      #expect(same.status == 0)
      #expect(same.out == "page.md and Sample@page: no certain differences\n")
      let changed = try tool.run(arguments: Self.check + ["new.md"])
      #expect(changed.status == 1)
      #expect(
        changed.out == """
          new.md:4:4: error: `size` (Number) is not in the schema [page-field-added]
              events.started.size

          new.md and Sample@page: 1 certain difference

          """)
    }
  }

  @Test("Unsure differences are an exit code of 1 only with --strict")
  func strict() throws {
    try tool { tool in
      try tool.write(
        "## 1 started\n\n- `name`: String.\n\n```json\n{ \"name\": 1 }\n```\n", to: "unsure.md")
      let plain = try tool.run(arguments: Self.check + ["unsure.md"])
      #expect(plain.status == 0)
      #expect(plain.out.contains(": warning: the example has a finding: "))
      #expect(plain.out.contains("[page-example]"))
      #expect(try tool.run(arguments: Self.check + ["unsure.md", "--strict"]).status == 1)
    }
  }

  @Test("A missing service and a wrong page name are one message")
  func usage() throws {
    try tool { tool in
      let none = try tool.run("docs", "check", "page.md")
      #expect(none.status == 64)
      #expect(none.err.contains("Name the service that the page describes"))
      let wrong = try tool.run(arguments: Self.check + ["page.md", "--page", "pages"])
      #expect(wrong.status == 64)
      #expect(wrong.err.contains("Did you mean 'page'?"))
    }
  }

  @Test("The JSON of a check is as its schema says", arguments: ["page.md", "new.md"])
  func checkJSON(_ page: String) throws {
    try tool { tool in
      let output = try tool.run(arguments: Self.check + [page, "--format", "json"]).out
      try expect(output, follows: "docs/page-check.schema.json")
    }
  }

  @Test("The JSON of an inventory is as its schema says, with and without a schema of a service")
  func inventoryJSON() throws {
    try tool { tool in
      try tool.write(
        """
        ## 1 started

        - `name`: String.
        - `code` (optional): Number. 0: on, 1: off

        ```json
        { "name": "a", "other": 1 }
        ```

        ## Codes

        | Code | Meaning |
        |---|---|
        | 5 | Five |
        """, to: "page.md")
      for options in [["--service", "Schemas/Sample"], []] {
        let output = try tool.run(
          arguments: ["docs", "inventory", "page.md", "--format", "json"] + options)
        #expect(output.status == 0)
        try expect(output.out, follows: "docs/page-inventory.schema.json")
        #expect(output.out.contains("\"unread\""))
      }
    }
  }

  /// The name of a file, its bytes, and what the message says.
  static let noPages: [(String, [UInt8], String)] = [
    ("huge.md", [UInt8](repeating: 0x41, count: 10 << 20), "a page has at most"),
    ("binary.md", [0x7F, 0x45, 0x4C, 0x46, 0, 1], "the file is binary, not a page"),
    ("wide.md", [0xFF, 0xFE, 0x23, 0, 0x20, 0], "the page is UTF-16, not UTF-8"),
    ("latin.md", [0x23, 0x20, 0xE9, 0x0A], "the byte 0xE9 is not valid UTF-8 here"),
    ("empty.md", [], "the page is empty"),
    ("other.md", Array("# Recipe\n\nBoil.\n".utf8), "no event is found"),
  ]

  @Test("A file that is no page, or another one, is one message", arguments: noPages)
  func noPage(_ name: String, _ bytes: [UInt8], _ message: String) throws {
    try tool { tool in
      try Data(bytes).write(to: tool.folder.appendingPathComponent(name))
      for command in [["check"], ["inventory"], ["draft"], ["diff", "page.md"]] {
        let arguments = ["docs"] + command + [name, "--service", "Schemas/Sample"]
        let output = try tool.run(arguments: arguments)
        #expect(output.status == 2)
        #expect(output.out == "")
        #expect(output.err.components(separatedBy: "error: ").count == 2)
        #expect(output.err.contains(message))
      }
    }
  }

  @Test("The JSON of a diff is as its schema says", arguments: [true, false])
  func diffJSON(_ usesSchema: Bool) throws {
    try tool { tool in
      let options = usesSchema ? ["--service", "Schemas/Sample"] : []
      let output = try tool.run(
        arguments: ["docs", "diff", "page.md", "new.md", "--format", "json"] + options)
      #expect(output.status == 1)
      try expect(output.out, follows: "docs/page-diff.schema.json")
    }
  }

  private func expect(_ json: String, follows schema: String) throws {
    var diagnostics = Diagnostics()
    let file = SourceFile(path: "report.json", bytes: [UInt8](json.utf8))
    let report = try #require(SourceParser.parse(file, into: &diagnostics))
    #expect(try SmallJSONSchema(try Repository.text(schema)).accepts(report), "\(json)")
  }

  @Test("A diff prints the changes with their verdicts, and without a schema as facts")
  func diff() throws {
    try tool { tool in
      let sides = ["docs", "diff", "page.md", "new.md"]
      let review = try tool.run(arguments: sides + ["--service", "Schemas/Sample"])
      #expect(
        review.out == """
          new.md:4:4: + `size` (Number) added
              events.started.size
              wire ignores [unknown-field] [field-added] "size", int

          page.md to new.md: 1 change

          """)
      let facts = try tool.run(arguments: sides)
      #expect(facts.out.contains("+ `size` (Number) added\n"))
      #expect(!facts.out.contains("wire"))
      let same = try tool.run("docs", "diff", "page.md", "page.md")
      #expect(same.status == 0)
      #expect(same.out.hasSuffix("\npage.md to page.md: no change\n"))
    }
  }

  @Test("Markdown has a row, and annotations are at lines of the page or the schema")
  func reports() throws {
    try tool { tool in
      let markdown = try tool.run(arguments: Self.check + ["new.md", "--format", "markdown"]).out
      #expect(
        markdown.contains("| 4:4 | \\`size\\` (Number) is not in the schema `page-field-added`"))
      let github = try tool.run(arguments: Self.check + ["new.md", "--format", "github"]).out
      #expect(github.hasPrefix("::error file=new.md,line=4,col=4,title=page-field-added::"))
    }
  }
}
