import Foundation
import Testing

/// `docs draft` and `docs profile`, run as a user runs them.
@Suite("docs draft and docs profile")
struct DocsDraftTests {
  private func tool(_ body: (Tool) throws -> Void) throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.writeSample()
    try tool.writeSamplePage()
    try body(tool)
  }

  private static let draft = ["docs", "draft", "page.md", "--service", "Schemas/Sample"]

  @Test("A draft is printed below the keys of its place, and nothing is written")
  func printed() throws {
    try tool { tool in
      let before = tool.read("Schemas/Sample/events.yaml")
      let output = try tool.run(arguments: Self.draft)
      #expect(output.err == "")
      #expect(
        output.out == """
          # event 2, page.md:9
          # in Schemas/Sample/events.yaml:3, below 'started':
          events:
            ended:
              id: 2
              fields:
                name: string
                reason: { type: int, values: { 0: byUser, 1: byServer } }

          """)
      #expect(output.status == 0)
      #expect(tool.read("Schemas/Sample/events.yaml") == before)
    }
  }

  @Test("--apply writes the draft, lint accepts it, and a second run has nothing to add")
  func applied() throws {
    try tool { tool in
      let before = try #require(tool.read("Schemas/Sample/events.yaml"))
      let output = try tool.run(arguments: Self.draft + ["--apply"])
      #expect(output.err == "")
      #expect(output.out == "added event 2, page.md:9\nupdated Schemas/Sample/events.yaml\n")
      #expect(output.status == 0)
      let added = """

          ended:
            id: 2
            fields:
              name: string
              reason: { type: int, values: { 0: byUser, 1: byServer } }
        """
      #expect(tool.read("Schemas/Sample/events.yaml") == before + added)
      #expect(try tool.run("lint").status == 0)
      let again = try tool.run(arguments: Self.draft + ["--apply"])
      #expect(again.out == "page.md: the schema has everything that the page declares\n")
      #expect(again.status == 0)
    }
  }

  @Test("What is unsure is a comment in the draft, and is left by --apply with exit code 1")
  func unsure() throws {
    try tool { tool in
      let page = try #require(tool.read("page.md"))
      try tool.write(
        page.replacing(
          "`name`: String. The name.\n- `reason`", with: "`list`: JSONArray. Things.\n- `reason`"),
        to: "page.md")
      let output = try tool.run(arguments: Self.draft)
      #expect(
        output.out.contains(
          "# to decide, line 13: list: JSONArray: the page does not say what the list contains\n"))
      let applied = try tool.run(arguments: Self.draft + ["--apply"])
      #expect(applied.status == 1)
      #expect(
        applied.out.hasPrefix("added event 2, page.md:9\nupdated Schemas/Sample/events.yaml\n"))
      #expect(tool.read("Schemas/Sample/events.yaml")?.contains("list") == false)
    }
  }

  @Test("An edit that would make the schema invalid, or lose a comment, is refused with the reason")
  func refused() throws {
    try tool { tool in
      try tool.write(
        "callbackgen: 1\nevents: {\n  # Kept.\n  started: { id: 1, doc: It started., fields: { name: string } } }\n",
        to: "Schemas/Sample/events.yaml")
      let before = tool.read("Schemas/Sample/events.yaml")
      let output = try tool.run(arguments: Self.draft + ["--apply"])
      #expect(output.status == 1)
      #expect(
        output.out
          == "left event 2, page.md:9: Schemas/Sample/events.yaml:2:9 is a mapping in braces with a comment: write 'ended' there\n"
      )
      #expect(tool.read("Schemas/Sample/events.yaml") == before)
    }
  }

  @Test("A missing service, a missing page and a page that is none are one message each")
  func faults() throws {
    try tool { tool in
      let usage = try tool.run("docs", "draft", "page.md")
      #expect(usage.status == 64)
      #expect(usage.err.contains("Name the folder of the service with --service."))
      for command in ["draft", "profile"] {
        let missing = try tool.run("docs", command, "none.md", "--service", "Schemas/Sample")
        #expect(missing.status == 74)
        #expect(missing.err == "error: 'none.md' cannot be read: No such file or directory\n")
        try tool.write("", to: "empty.md")
        let empty = try tool.run("docs", command, "empty.md", "--service", "Schemas/Sample")
        #expect(empty.status == 2)
        #expect(empty.err.contains("the page is empty"))
      }
    }
  }

  @Test("A proposed profile reads the page from which it was learned")
  func profile() throws {
    try tool { tool in
      let page = """
        # Callbacks

        ## Fields of the body

        - `kind`: Number. The event.
        - `data`: JSON. The rest.

        ## <a name="1"></a>1 started

        - `name`: String. The name.

        """
      try tool.write(page, to: "page.md")
      let proposal = try tool.run("docs", "profile", "page.md", "--service", "Schemas/Sample")
      #expect(proposal.err == "")
      #expect(
        proposal.out == """
          pages:
            page: { edition: page, events: [{ heading: "{id} {name}" }], scopes: { .: [Fields of the body] } }

          """)
      try tool.write(proposal.out, to: "Schemas/Sample/pages.yaml")
      let draft = try tool.run(arguments: Self.draft)
      #expect(draft.out == "# page.md: the schema has everything that the page declares\n")
      #expect(draft.err == "")
    }
  }

  @Test("A profile says what it could not find out")
  func open() throws {
    try tool { tool in
      try tool.write("# Other\n\nNothing.\n", to: "page.md")
      let proposal = try tool.run(
        "docs", "profile", "page.md", "--service", "Schemas/Sample", "--page", "new")
      #expect(
        proposal.out == """
          # open: no heading and no item has the id or the name of an event of the schema
          # open: no list of fields shows the members of the body
          pages:
            new: { edition: page, elsewhere: [data, kind] }

          """)
    }
  }
}
