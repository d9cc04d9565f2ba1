import Foundation
import TestSupport
import Testing

/// What lets a change pass, and what a reader of the review sees.
@Suite("callbackgen diff as a gate")
struct DiffGateTests {
  private static let events = """
    callbackgen: 1
    events:
      started: { id: 1, doc: It started., fields: { name: { type: string, doc: Who it was. } } }

    """

  /// A repository whose first commit has one service.
  private func repository(_ body: (Tool) throws -> Void) throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.writeSample()
    try tool.write(Self.events, to: "Schemas/Sample/events.yaml")
    try git(tool, "init", "-q")
    try commit(tool)
    try body(tool)
  }

  private func commit(_ tool: Tool) throws {
    try git(tool, "add", ".")
    try git(tool, "-c", "user.name=T", "-c", "user.email=t@example.com", "commit", "-qm", "One.")
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

  @Test("An approval whose change is merged is no error in the next change")
  func mergedApproval() throws {
    try repository { tool in
      try tool.write("\"0123456789abcdef\": Long ago.\n", to: "Schemas/approvals.yaml")
      let arguments = ["diff", "--base", "HEAD", "--approvals", "Schemas/approvals.yaml"]
      let added = try tool.run(arguments: arguments)
      #expect(added.status == 1)
      #expect(added.err.contains("[stale-approval]"))
      try commit(tool)
      for arguments in [
        arguments,
        ["diff", "HEAD:Schemas/Sample", "Schemas/Sample"] + arguments.suffix(2),
      ] {
        let merged = try tool.run(arguments: arguments)
        #expect(merged.status == 0, "\(merged.err)")
        #expect(merged.err.isEmpty)
      }
    }
  }

  @Test("A schema that lint refuses is not reviewed")
  func refused() throws {
    try repository { tool in
      // Two members with one Swift name.
      try tool.write(
        """
        callbackgen: 1
        events:
          started: { id: 1, doc: It started., fields: { name: string, other: { type: string, name: name } } }
        """, to: "Schemas/Sample/events.yaml")
      let lint = try tool.run("lint", "Schemas/Sample")
      #expect(lint.status == 2)
      let review = try tool.run("diff", "--base", "HEAD")
      #expect(review.status == 2)
      #expect(review.err == lint.err)
    }
  }

  @Test("A service whose old schema is invalid does not stop the review of another one")
  func brokenBase() throws {
    try repository { tool in
      let service = try #require(tool.read("Schemas/Sample/service.yaml"))
      try tool.write(service.replacing("Sample", with: "Other"), to: "Schemas/Other/service.yaml")
      try tool.write("callbackgen: 1\nevents: []\n", to: "Schemas/Other/events.yaml")
      try commit(tool)
      try tool.write(
        Self.events.replacing("type: string,", with: "type: int,"), to: "Schemas/Sample/events.yaml"
      )
      // Nobody touched the other one.
      let untouched = try tool.run("diff", "--base", "HEAD", "--brief")
      #expect(untouched.out.hasPrefix("Sample: 1 change"))
      #expect(untouched.err.isEmpty)
      // It was repaired.
      try tool.write(Self.events, to: "Schemas/Other/events.yaml")
      let repaired = try tool.run("diff", "--base", "HEAD", "--brief")
      #expect(repaired.out.contains("Sample: 1 change"))
      #expect(
        repaired.out.contains(
          "Schemas/Other: not reviewed: its schema in 'HEAD' is invalid: events must be a mapping"))
      #expect(repaired.err.contains("warning: 'Schemas/Other' is not reviewed"))
      let markdown = try tool.run("diff", "--base", "HEAD", "--format", "markdown").out
      #expect(markdown.contains("### Not reviewed\n\n- `Schemas/Other`: its schema in"))
    }
  }

  @Test("Changed words are shown, before and after")
  func words() throws {
    try repository { tool in
      try tool.write(
        Self.events.replacing("Who it was.", with: "Who it is."), to: "Schemas/Sample/events.yaml")
      let text = try tool.run("diff", "--base", "HEAD").out
      #expect(
        text.contains(
          "    before: \"Who it was.\"\n    after:  \"Who it is.\"\n"), "\(text)")
      let markdown = try tool.run("diff", "--base", "HEAD", "--format", "markdown").out
      #expect(markdown.contains("\"Who it was.\" → \"Who it is.\""), "\(markdown)")
    }
  }

  @Test("No text of a schema begins a line of the review")
  func lines() throws {
    try repository { tool in
      try tool.write(
        """
        callbackgen: 1
        events:
          started:
            id: 1
            doc: It started.
            fields:
              name: { type: string, doc: "Who\\n::error::x" }
              why: { type: string, values: { "a\\n::error::x": { name: a, doc: A. } } }
        """, to: "Schemas/Sample/events.yaml")
      let text = try tool.run("diff", "--base", "HEAD").out
      #expect(text.contains(#"\n::error::x"#), "\(text)")
      #expect(!text.contains("\n::error"), "\(text)")
    }
  }

  @Test("The Markdown of a review groups the changes by what has to be done")
  func actions() throws {
    try repository { tool in
      try tool.write(
        """
        callbackgen: 1
        events:
          started: { id: 1, doc: It started., fields: { title: { type: string, doc: The title. } } }
          stopped: { id: 2, doc: It stopped. }
          paused: { id: 3, doc: It paused., fields: { more: { type: string, doc: More. } } }
        """, to: "Schemas/Sample/events.yaml")
      try commit(tool)
      try tool.write(
        """
        callbackgen: 1
        events:
          started: { id: 1, doc: It started., fields: { caption: { type: string, doc: The title. } } }
          stopped: { id: 2, doc: It paused. }
          paused: { id: 3, doc: It stopped., fields: { more: { type: string, doc: More words. } } }
          moved: { id: 4, doc: It moved. }
        """, to: "Schemas/Sample/events.yaml")
      let markdown = try tool.run("diff", "--base", "HEAD", "--format", "markdown").out
      #expect(
        markdown.contains(
          """
          | what to do | changes |
          |---|---|
          | Deploy the new models before the vendor switches | 1 |
          | Deploy the new models when the vendor switches | 2 |
          | Look at | 1 |
          | Nothing to do | 1 |

          #### Deploy the new models before the vendor switches

          """), "\(markdown)")
    }
  }
}
