import Foundation
import SchemaSource
import TestSupport
import Testing

@Suite("callbackgen diff")
struct DiffTests {
  /// A repository with a service as it was committed, and as it is.
  private func repository(_ body: (Tool) throws -> Void) throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.writeSample()
    try tool.write(
      """
      callbackgen: 1
      events:
        started: { id: 1, doc: It started., fields: { name: { type: string, required: true } } }
      """, to: "Schemas/Sample/events.yaml")
    try git(tool, "init", "-q")
    try git(tool, "add", ".")
    try git(tool, "-c", "user.name=T", "-c", "user.email=t@example.com", "commit", "-qm", "One.")
    try body(tool)
  }

  private func git(_ tool: Tool, _ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = tool.folder
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  private func addEvent(_ tool: Tool) throws {
    try tool.write(
      """
      callbackgen: 1
      events:
        started: { id: 1, doc: It started., fields: { name: { type: int, required: true } } }
        stopped: { id: 2, doc: It stopped. }
      """, to: "Schemas/Sample/events.yaml")
  }

  @Test(
    "A path after a revision begins at the root, as git reads it, and at the working directory with ./"
  )
  func paths() throws {
    try repository { tool in
      try addEvent(tool)
      for side in ["HEAD:Schemas/Sample", "HEAD:./Sample", "HEAD:../Schemas/Sample"] {
        let output = try tool.shell("cd Schemas && \"$0\" diff --brief \(side) Sample")
        #expect(output.out.hasPrefix("Sample: 2 changes"), "\(side): \(output.err)")
      }
      let output = try tool.shell("cd Schemas && \"$0\" diff HEAD:Sample Sample")
      #expect(output.status == 64)
      #expect(
        output.err.contains(
          "'HEAD' has no schema files in 'Sample'. A path after a revision begins at the root of the repository; "
            + "write 'HEAD:./Sample' for one in the working directory."), "\(output.err)")
    }
  }

  @Test("A revision of git is a side")
  func revision() throws {
    try repository { tool in
      try addEvent(tool)
      let output = try tool.run("diff", "HEAD:Schemas/Sample", "Schemas/Sample", "--brief")
      #expect(output.status == 1, "\(output.err)")
      #expect(
        output.out == """
          Sample: 2 changes: 1 breaks the wire, 1 breaks source, 1 breaks history, 1 degrades the wire, 1 warns in source
            from HEAD:Schemas/Sample
            to   Schemas/Sample

          events.started
          ~ type of "name": int, previously string
              wire breaks, source breaks, history breaks [required-type-changed]

          events.stopped
          + event "stopped" (2)
              wire degrades [unknown-event], source warning [event-added]

          """)
    }
  }

  @Test(
    "A git that writes megabytes to standard error, before and after its output, does not block the tool"
  )
  func noisyGit() throws {
    try repository { tool in
      try tool.write(
        """
        #!/bin/sh
        noise() { head -c 4000000 /dev/zero | tr '\\0' x >&2; }
        noise
        PATH=${PATH#*:} git "$@" || exit
        noise
        """, to: "bin/git")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755],
        ofItemAtPath: tool.folder.appendingPathComponent("bin/git").path)
      let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
      let output = try tool.run(
        "diff", "--base", "HEAD",
        environment: ["PATH": tool.folder.appendingPathComponent("bin").path + ":" + path])
      #expect(output.status == 0)
      #expect(output.out == "no change\n")
    }
  }

  @Test("--base compares every service that changed, came or went")
  func base() throws {
    try repository { tool in
      #expect(try tool.run("diff", "--base", "HEAD").out == "no change\n")
      try addEvent(tool)
      try FileManager.default.copyItem(
        at: tool.folder.appendingPathComponent("Schemas/Sample"),
        to: tool.folder.appendingPathComponent("Schemas/Other"))
      try tool.write(
        try #require(tool.read("Schemas/Other/service.yaml")).replacing("Sample", with: "Other"),
        to: "Schemas/Other/service.yaml")
      let output = try tool.run("diff", "--base", "HEAD", "--brief")
      #expect(output.status == 1)
      #expect(output.out.contains("+ service Other [service-added]"))
      #expect(output.out.contains("Sample: 2 changes"))
      try FileManager.default.removeItem(at: tool.folder.appendingPathComponent("Schemas/Sample"))
      let removed = try tool.run("diff", "--base", "HEAD", "--brief")
      #expect(removed.out.contains("- service Sample\n    source breaks [service-removed]"))
    }
  }

  @Test("Sides that are not there are told, with what is there")
  func missing() throws {
    try repository { tool in
      for (arguments, message) in [
        (
          ["HEAD:Schemas/Smaple", "Schemas/Sample"],
          "'HEAD' has no schema files in 'Schemas/Smaple'."
        ),
        (["nowhere:Schemas/Sample", "Schemas/Sample"], "git: fatal:"),
        (["--upload-pack=x:Schemas/Sample", "Schemas/Sample"], "Name two sides"),
        (["Schemas/Sample@pag", "Schemas/Sample@page"], "Did you mean 'page'? Editions: page."),
        (["Schemas/Nowhere", "Schemas/Sample"], "There is no folder 'Schemas/Nowhere'."),
        (["Schemas/Sample"], "Name two sides"),
        (["Schemas/Sample", "Schemas/Sample", "--base", "HEAD"], "--base excludes OLD and NEW"),
      ] {
        let output = try tool.run(arguments: ["diff"] + arguments)
        #expect(output.status == 64, "\(arguments)")
        #expect(output.err.contains(message), "\(output.err)")
      }
    }
  }

  @Test(
    "A folder that is nowhere is told; sides may lie at the root of a repository, or have long paths"
  )
  func places() throws {
    try repository { tool in
      let nowhere = try tool.run("diff", "--base", "HEAD", "--schemas", "Schema")
      #expect(nowhere.status == 64)
      #expect(
        nowhere.err.contains("There is no folder 'Schema' in the working directory or in 'HEAD'."))
      let whole = tool.folder.appendingPathComponent("Schemas").path
      for path in ["./Schemas/", whole] {
        #expect(
          try tool.run("diff", "--base", "HEAD", "--schemas", path).out == "no change\n", "\(path)")
      }
      let side = try tool.run("diff", "HEAD:\(whole)/Sample", "./Schemas/Sample/")
      #expect(side.status == 0, "\(side.err)")
      try tool.write("Not a service.\n", to: "Schemas/Notes/notes.txt")
      #expect(try tool.run("diff", "--base", "HEAD").out == "no change\n")
    }
  }

  @Test("A schema that is wrong is no side of a review: its errors are told")
  func wrong() throws {
    try repository { tool in
      try tool.write("callbackgen: 1\nevents: []\n", to: "Schemas/Sample/events.yaml")
      let output = try tool.run("diff", "HEAD:Schemas/Sample", "Schemas/Sample")
      #expect(output.status == 2)
      #expect(
        output.err.contains("Schemas/Sample/events.yaml:2:9: error: events must be a mapping"))
    }
  }

  @Test("--fail-on chooses the verdict that fails the review")
  func failures() throws {
    try repository { tool in
      try addEvent(tool)
      let sides = ["diff", "HEAD:Schemas/Sample", "Schemas/Sample", "--fail-on"]
      for (verdict, status) in [
        ("wire", Int32(1)), ("source", 1), ("meaning", 0), ("any", 1), ("never", 0),
      ] {
        #expect(try tool.run(arguments: sides + [verdict]).status == status, "\(verdict)")
      }
    }
  }

  @Test("An approved change is told as such and fails nothing; a stale approval is a finding")
  func approvals() throws {
    try repository { tool in
      try addEvent(tool)
      let sides = ["diff", "HEAD:Schemas/Sample", "Schemas/Sample"]
      let first = try tool.run(arguments: sides)
      let fingerprint = try #require(
        first.out.split(separator: "\n").first { $0.contains("fingerprint") }?
          .split(separator: " ").last)
      try tool.write("\"\(fingerprint)\": The vendor told us.\n", to: "approvals.yaml")
      let approved = try tool.run(arguments: sides + ["--approvals", "approvals.yaml"])
      #expect(approved.status == 0, "\(approved.out)")
      #expect(
        approved.out.contains(
          "type of \"name\": int, previously string [required-type-changed]\n    approved: The vendor told us."
        ))
      #expect(
        approved.out.hasPrefix(
          "Sample: 2 changes: 1 degrades the wire, 1 warns in source, 1 is approved"))

      try tool.write(
        "\"\(fingerprint)\": The vendor told us.\n\"0123456789abcdef\": Long ago.\n",
        to: "approvals.yaml")
      let stale = try tool.run(arguments: sides + ["--approvals", "approvals.yaml"])
      #expect(stale.status == 1)
      #expect(
        stale.err.contains(
          "approvals.yaml:2:1: error: no change has the fingerprint 0123456789abcdef [stale-approval]"
        ))

      try tool.write("abc: Because.\n\"0123456789abcdef\":\n", to: "approvals.yaml")
      let wrong = try tool.run(arguments: sides + ["--approvals", "approvals.yaml"])
      #expect(wrong.status == 2)
      #expect(wrong.err.contains("approvals.yaml:1:1: error: 'abc' is not a fingerprint"))
      #expect(wrong.err.contains("has no reason"))
    }
  }

  @Test("The JSON report is as its schema says", arguments: ["", "approved"])
  func json(_ kind: String) throws {
    try repository { tool in
      try addEvent(tool)
      try tool.write("\"0123456789abcdef\": Long ago.\n", to: "approvals.yaml")
      let options = kind.isEmpty ? [] : ["--approvals", "approvals.yaml"]
      let output = try tool.run(
        arguments: ["diff", "HEAD:Schemas/Sample", "Schemas/Sample", "--format", "json"] + options)
      var diagnostics = Diagnostics()
      let file = SourceFile(path: "review.json", bytes: [UInt8](output.out.utf8))
      let report = try #require(SourceParser.parse(file, into: &diagnostics))
      let schema = try SmallJSONSchema(try Repository.text("docs/review.schema.json"))
      #expect(schema.accepts(report), "\(output.out)")
    }
  }

  @Test(
    "Markdown has a table for each thing to do; annotations stand at places of the new state"
  )
  func reports() throws {
    try repository { tool in
      try addEvent(tool)
      let sides = ["diff", "HEAD:Schemas/Sample", "Schemas/Sample"]
      let markdown = try tool.run(arguments: sides + ["--format", "markdown"]).out
      #expect(
        markdown.contains(
          "#### Deploy the new models before the vendor switches\n"))
      #expect(
        markdown.contains(
          "| `events.started`<br>~ type of \"name\": int, previously string | **breaks** | **breaks** | same |"
        ))
      #expect(markdown.contains("- before: `HEAD:Schemas/Sample/events.yaml:3:49`, `\"name\": "))
      let github = try tool.run(arguments: sides + ["--format", "github"]).out
      #expect(
        github.hasPrefix(
          "::error file=Schemas/Sample/events.yaml,line=3,col=49,title=required-type-changed::"))
      #expect(
        github.contains(
          "\n::warning file=Schemas/Sample/events.yaml,line=4,col=3,title=event-added::"))
      try tool.write(
        "callbackgen: 1\nevents: { started: { id: 1, doc: It started. } }\n",
        to: "Schemas/Sample/events.yaml")
      let removed = try tool.run(arguments: sides + ["--format", "github"]).out
      #expect(
        removed.hasPrefix(
          "::error file=Schemas/Sample/events.yaml,line=2,col=11,title=required-field-removed::"),
        "\(removed)")
    }
  }

  @Test("Names that would break a report's own syntax do not")
  func hostile() throws {
    try repository { tool in
      try tool.write(
        """
        callbackgen: 1
        events:
          started:
            id: 1
            doc: It started.
            fields:
              name: { type: string, required: true }
              "a`c<d>*": { name: odd, type: string, doc: "Line, with %: and | and `." }
        """, to: "Schemas/Sample/events.yaml")
      let sides = ["diff", "HEAD:Schemas/Sample", "Schemas/Sample", "--format"]
      let markdown = try tool.run(arguments: sides + ["markdown"]).out
      let row = try #require(
        markdown.split(separator: "\n").first { $0.hasPrefix("- ") && $0.contains(": + ") })
      #expect(row.contains("\"a\\`c&lt;d>\\*\""), "\(row)")
      #expect(!row.contains("<d>"))
      let json = try tool.run(arguments: sides + ["json"]).out
      #expect((try? JSONSerialization.jsonObject(with: Data(json.utf8))) != nil)
      let github = try tool.run(arguments: sides + ["github"]).out
      #expect(github.split(separator: "\n").count == 1)
    }
  }
}
