import Foundation
import TestSupport
import Testing

/// Every subcommand with an output that cannot be written, and with inputs that cannot be read.
@Suite("Input/output errors")
struct FaultTests {
  /// Commands that print to standard output, as arguments in the shell.
  static let printing = [
    "--help", "--version", "help validate", "lint --help",
    "generate --print-config", "generate --check", "generate --dry-run", "generate",
    "diff Schemas/Sample Other/Sample", "diff --format markdown Schemas/Sample Other/Sample",
    "diff --format html Schemas/Sample Other/Sample",
    "diff --format json Schemas/Sample Other/Sample",
    "diff --format github Schemas/Sample Other/Sample",
    "init --service Letters", "lint --format json", "lint --format github Broken",
    "explain", "explain unknown-key", "inventory", "inventory --format json",
    "validate --service Schemas/Sample body.json",
    "validate --service Schemas/Sample --format json body.json",
    "validate --service Schemas/Sample --format github body.json",
    "validate --service Schemas/Sample inbox.sqlite", "replay --help", "help replay",
    "sample --service Schemas/Sample", "sample --near-miss --service Schemas/Sample",
    "export json-schema Schemas/Sample", "docs coverage", "docs services",
    "docs deliveries",
    "docs check page.md --service Schemas/Sample",
    "docs check page.md --service Schemas/Sample --format json",
    "docs check page.md --service Schemas/Sample --format github",
    "docs check page.md --service Schemas/Sample --format markdown",
    "docs diff old.md page.md --service Schemas/Sample",
    "docs diff old.md page.md --service Schemas/Sample --format json",
    "docs diff old.md page.md --service Schemas/Sample --format github",
    "docs diff old.md page.md --service Schemas/Sample --format markdown",
    "docs draft page.md --service Schemas/Sample", "docs profile page.md --service Schemas/Sample",
    "docs draft page.md --service Schemas/Sample --apply",
  ]

  /// Whether the system has a device that is a full disk.
  static let hasFullDevice = FileManager.default.fileExists(atPath: "/dev/full")

  private func tool(_ body: (Tool) throws -> Void) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.writeSample()
    for file in ["service", "events"] {
      let text = try #require(tool.read("Schemas/Sample/\(file).yaml"))
      let changed = text.replacingOccurrences(of: "started: { id: 1", with: "ended: { id: 2")
      try tool.write(changed, to: "Other/Sample/\(file).yaml")
    }
    try tool.write("callbackgen: 1\nservice: 7\n", to: "Broken/service.yaml")
    try tool.write(#"{"kind":1,"data":{"name":7}}"#, to: "body.json")
    try await tool.writeInbox([(0, #"{"kind":1,"data":{"name":7}}"#)])
    try tool.write(
      "pages: { page: { edition: page } }\nevents: [ { heading: \"{id} {name}\" } ]\n",
      to: "Schemas/Sample/pages.yaml")
    try tool.write("## 1 started\n\n- `name`: String.\n", to: "old.md")
    try tool.write("## 1 started\n\n- `title`: Number.\n", to: "page.md")
    try body(tool)
  }

  @Test("The commands are all there are")
  func commands() async throws {
    try await tool { tool in
      let help = try tool.run("--help").out
      let list = try #require(help.components(separatedBy: "SUBCOMMANDS:\n").dropFirst().first)
      let names = list.components(separatedBy: "\n").prefix { $0.hasPrefix("  ") }
        .filter { !$0.hasPrefix("   ") }.compactMap {
          $0.split(separator: " ").first.map(String.init)
        }
      #expect(names.count >= 10)
      for name in names {
        #expect(Self.printing.contains { $0.hasPrefix(name) }, "no case for \(name)")
      }
    }
  }

  @Test(
    "A full disk is one message and exit code 74", .enabled(if: hasFullDevice), arguments: printing)
  func fullDisk(_ command: String) async throws {
    try await tool { tool in
      let output = try tool.shell("\"$0\" \(command) >/dev/full")
      #expect(output.status == 74)
      #expect(
        output.err.hasSuffix(
          "error: standard output cannot be written: No space left on device\n"), "\(output.err)")
      #expect(output.err.components(separatedBy: "error: ").count == 2, "\(output.err)")
    }
  }

  @Test(
    "A closed pipe ends the command by its signal, also if the parent ignores it",
    arguments: printing)
  func closedPipe(_ command: String) async throws {
    try await tool { tool in
      #expect(try tool.shell("mkfifo gate").status == 0)
      for trap in ["", "trap '' PIPE;"] {
        try tool.write("", to: "status")
        // The command starts when the only reader of the pipe has closed it.
        let output = try tool.shell(
          """
          { read line <gate; (\(trap) exec "$0" \(command)); echo $? >status; } 2>said | { exec <&-; echo >gate; }
          while ! test -s status; do sleep 0.05; done
          """)
        #expect(output.status == 0)
        #expect(tool.read("status") == "141\n", "\(tool.read("said") ?? "")")
        #expect(tool.read("said") == "")
      }
    }
  }

  @Test(
    "Standard error that cannot be written is exit code 74", .enabled(if: hasFullDevice),
    arguments: [
      "lint Broken", "explain nonsense", "nonsense", "validate --service Schemas/Sample none.json",
      "generate --check", "generate Broken", "validate --service Schemas/Sample body.json",
    ])
  func fullError(_ command: String) async throws {
    try await tool { tool in
      let output = try tool.shell("\"$0\" \(command) 2>/dev/full")
      #expect(output.status == 74)
    }
  }

  @Test(
    "A file or folder that cannot be read is one message with the reason, and exit code 74",
    arguments: [
      "lint Loop", "generate Loop", "inventory Loop", "docs coverage Loop",
      "export json-schema Loop", "sample --service Loop", "validate --service Loop body.json",
      "docs draft loop --service Schemas/Sample", "docs draft page.md --service Loop",
      "docs profile loop --service Schemas/Sample", "docs profile page.md --service Loop",
      "diff Loop Schemas/Sample", "diff Schemas/Sample Loop",
      "lint File/Sample", "generate File/Sample", "diff File/Sample Schemas/Sample",
      "replay loop --service Schemas/Sample --to http://127.0.0.1:1/",
      "validate --service Schemas/Sample loop", "validate --service Schemas/Sample bodies",
      "generate --config loop", "diff Schemas/Sample Other/Sample --approvals loop",
      "init Loop", "docs check loop --service Schemas/Sample", "docs check page.md --service Loop",
      "docs diff loop page.md --service Schemas/Sample", "docs diff old.md page.md --service Loop",
    ])
  func unreadable(_ command: String) async throws {
    try await tool { tool in
      // Root reads files without permission; nobody reads a link to itself.
      let made = try tool.shell(
        """
        ln -s loop loop && ln -s Loop Loop && mkdir -p File bodies && cp -R Schemas/Sample File
        ln -s more.yaml File/Sample/more.yaml && ln -s a.json bodies/a.json
        """)
      #expect(made.status == 0, "\(made.err)")
      let output = try tool.shell("\"$0\" \(command)")
      #expect(output.status == 74, "\(output.err)")
      let lines = output.err.split(separator: "\n").filter { !$0.hasPrefix("note: ") }
      #expect(lines.count == 1, "\(output.err)")
      #expect(lines.first?.hasPrefix("error: '") == true, "\(output.err)")
      #expect(
        lines.first?.hasSuffix(": Too many levels of symbolic links") == true, "\(output.err)")
    }
  }

  @Test("A folder in place of a file, and a file that is missing, are told as such")
  func reasons() async throws {
    try await tool { tool in
      try tool.write("x", to: "Dir/Sample/service.yaml/x")
      #expect(
        try tool.run("lint", "Dir/Sample").err
          == "error: 'Dir/Sample/service.yaml' cannot be read: Is a directory\n")
      #expect(
        try tool.run("generate", "--config", "none.json").err
          == "error: 'none.json' cannot be read: No such file or directory\n")
      #expect(
        try tool.run("validate", "--service", "Schemas/Sample", "none.json").err
          == "error: there is no file 'none.json'\n")
    }
  }

  @Test("A device is written and not replaced by a file", .enabled(if: hasFullDevice))
  func device() async throws {
    try await tool { tool in
      let command = "\"$0\" diff --fail-on never Schemas/Sample Other/Sample --output"
      #expect(try tool.shell("\(command) /dev/stdout | cat").out.contains("event-renamed"))
      let full = try tool.shell(
        "ln -s /dev/full full; \(command) full; test -c /dev/full && test -L full")
      #expect(full.status == 0)
      #expect(full.err == "error: 'full' cannot be written: No space left on device\n")
    }
  }
}
