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
              wire ignores [unknown-field] [field-added] size, int

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
