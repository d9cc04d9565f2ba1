import CallbackReceiver
import CallbackReceiverSQLite
import CallbackRuntime
import Foundation
import HTTPTypes
import TestSupport
import Testing

@Suite("Files that are no inbox, and the program that reads inboxes")
struct InboxFileTests {
  private func tool(_ body: (Tool) async throws -> Void) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try await tool.writeInbox([(0, "{\"kind\":1,\"data\":{\"name\":7}}")])
    try await body(tool)
  }

  /// The commands that read an inbox.
  private static let commands = [
    "\"$0\" replay FILE --service Schemas/Sample --to http://127.0.0.1:1/",
    "\"$0-inbox\" export FILE",
  ]

  private static let validate = "\"$0\" validate FILE --service Schemas/Sample"

  /// Runs a command on a file, and returns the message, of which there is one.
  private func message(_ command: String, _ file: String, _ tool: Tool) throws -> String {
    let output = try tool.shell(command.replacingOccurrences(of: "FILE", with: file))
    #expect(output.status == 74, "\(command) \(output.err)")
    let lines = output.err.split(separator: "\n").filter { !$0.hasPrefix("note: ") }
    #expect(lines.count == 1, "\(output.err)")
    return lines.first.map(String.init) ?? ""
  }

  @Test("A file without an SQLite database is told as such")
  func otherFiles() async throws {
    try await tool { tool in
      try tool.write("", to: "empty")
      try tool.write("some text", to: "text")
      try tool.write("x", to: "folder/x")
      for command in Self.commands {
        #expect(try message(command, "none", tool) == "error: there is no file 'none'")
        #expect(
          try message(command, "folder", tool)
            == "error: 'folder' is no file: name the SQLite file of a receiver's store")
        #expect(
          try message(command, "empty", tool) == "error: 'empty' is an empty file and no inbox")
        #expect(
          try message(command, "text", tool)
            == "error: 'text' is no inbox: name the SQLite file of a receiver's store")
      }
    }
  }

  @Test("A database that is no inbox, of a later version, or damaged is told as such")
  func otherDatabases() async throws {
    try await tool { tool in
      let data = try Data(contentsOf: URL(fileURLWithPath: tool.inbox))
      func write(_ data: Data, _ name: String) throws {
        try data.write(to: tool.folder.appendingPathComponent(name))
      }
      // The version is at byte 60 of the file, in four bytes.
      var later = data
      later.replaceSubrange(60..<64, with: [0, 0, 0, 2])
      try write(later, "later.sqlite")
      var other = data
      other.replaceSubrange(60..<64, with: [0, 0, 0, 0])
      try write(other, "other.sqlite")
      try write(data.prefix(data.count - 4096), "short.sqlite")
      try write(data.prefix(200), "stub.sqlite")
      var broken = data
      broken.replaceSubrange(100..<4096, with: [UInt8](repeating: 0xff, count: 3996))
      try write(broken, "broken.sqlite")
      for command in Self.commands + [Self.validate] {
        #expect(
          try message(command, "later.sqlite", tool)
            == "error: 'later.sqlite' cannot be read: the file has version 2 of a store, and this program knows version 1: update the program"
        )
        #expect(
          try message(command, "other.sqlite", tool)
            == "error: 'other.sqlite' cannot be read: the file is a database of another program, without an inbox"
        )
        for name in ["short", "stub", "broken"] {
          let text = try message(command, "\(name).sqlite", tool)
          #expect(
            text.hasPrefix("error: '\(name).sqlite' is damaged or truncated: "), "\(text)")
        }
      }
    }
  }

  @Test("An inbox without requests is told as such")
  func empty() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.writeSample()
    _ = try SQLiteStore(path: tool.inbox)
    let replay = try tool.shell(
      "\"$0\" replay inbox.sqlite --service Schemas/Sample --to http://127.0.0.1:1/")
    #expect(replay.status == 2 && replay.err == "error: 'inbox.sqlite' has no requests\n")
    let export = try tool.shell("\"$0-inbox\" export inbox.sqlite")
    #expect(export.status == 0 && export.out == "")
    #expect(export.err == "note: 'inbox.sqlite' has no requests\n")
    let validate = try tool.shell("\"$0\" validate inbox.sqlite --service Schemas/Sample")
    #expect(validate.status == 2)
    #expect(validate.err.hasSuffix("error: inbox.sqlite has no request of the service\n"))
  }

  @Test("The program is found beside callbackgen, then in PATH; without it there is the way out")
  func program() async throws {
    try await tool { tool in
      let made = try tool.shell(
        """
        mkdir own bin && (ln "$0" own/callbackgen || cp "$0" own/callbackgen) 2>/dev/null
        ln -s "$0-inbox" bin/callbackgen-inbox && ln -s "$0" bin/linked
        """)
      #expect(made.status == 0, "\(made.err)")
      for command in [
        "own/callbackgen replay inbox.sqlite --service Schemas/Sample --to http://127.0.0.1:1/",
        "own/callbackgen validate inbox.sqlite --service Schemas/Sample",
        "own/callbackgen help replay",
      ] {
        let output = try tool.shell("PATH=/usr/bin:/bin exec \(command)")
        #expect(output.status == 69)
        #expect(
          output.err
            == "error: inboxes are read by the program callbackgen-inbox, which is neither beside callbackgen nor in a folder of PATH: in a checkout of callbackgen, 'swift build -c release --product callbackgen-inbox' builds it\n"
        )
      }
      let found = "validate inbox.sqlite --service Schemas/Sample"
      #expect(try tool.shell("PATH=\"$PWD/bin:$PATH\" exec own/callbackgen \(found)").status == 1)
      // The program beside the file that a link names.
      #expect(try tool.shell("PATH=/usr/bin:/bin exec bin/linked \(found)").status == 1)
    }
  }

  @Test("The export has each request as a line of JSON")
  func export() async throws {
    try await tool { tool in
      let store = try SQLiteStore(path: tool.inbox)
      let name = HTTPField.Name("X-Note")!
      var request = CallbackRequest(
        headers: [:], body: [0xff, 0x00], url: "https://example.com/?a=b")
      request.headers.append(HTTPField(name: name, value: "one \"é\""))
      request.headers.append(HTTPField(name: name, value: "two"))
      let entry = try await store.keep(request, service: "Other")
      try await store.settle(entry, verdict: "unreadable", key: nil)
      let output = try tool.shell("\"$0-inbox\" export inbox.sqlite")
      #expect(output.status == 0 && output.err == "")
      let lines = try output.out.split(separator: "\n").map { try RawJSON(String($0)) }
      try #require(lines.count == 2)
      #expect(
        lines[0]
          == (try RawJSON(
            #"""
            {"number":1,"service":"Sample","time":"2023-11-14T22:13:20.000Z",
            "headers":{"Content-Type":"application/json"},"body":"{\"kind\":1,\"data\":{\"name\":7}}",
            "outcome":null,"key":null}
            """#)))
      #expect(lines[1]["bodyBase64"]?.string == "/wA=" && lines[1]["body"] == nil)
      #expect(lines[1]["url"]?.string == "https://example.com/?a=b")
      #expect(lines[1]["headers"]?["X-Note"] == (try RawJSON(#"["one \"é\"","two"]"#)))
      #expect(lines[1]["outcome"]?.string == "unreadable")
      let one = try tool.shell("\"$0-inbox\" export inbox.sqlite --service-name Other")
      #expect(one.out.split(separator: "\n").count == 1)
      // The lines are a log that validate reads.
      let validated = try tool.shell(
        "\"$0-inbox\" export inbox.sqlite --service-name Sample | \"$0\" validate --service Schemas/Sample --body .body --headers .headers -"
      )
      #expect(validated.status == 1 && validated.out.contains("data.name: "))
    }
  }
}
