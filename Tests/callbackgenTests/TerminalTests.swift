import CallbackReceiver
import Foundation
import TestSupport
import Testing

/// What a person sees: colors, progress, the version.
@Suite("On a terminal")
struct TerminalTests {
  private func tool(_ body: (Tool) throws -> Void) throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.writeSample()
    try tool.write("callbackgen: 1\nservice: 7\n", to: "Broken/service.yaml")
    try tool.write(#"{"kind":1,"data":{"name":7,"x":1}}"#, to: "body.json")
    try body(tool)
  }

  /// What a command writes to a terminal, which is its standard output and standard error.
  ///
  /// - Parameter input: texts for its standard input, each after a pause in seconds.
  private func onTerminal(
    _ tool: Tool, _ arguments: [String], environment: [String: String] = [:],
    input: [(pause: Double, text: String)] = []
  ) throws -> String {
    var (terminal, end): (Int32, Int32) = (-1, -1)
    try #require(openpty(&terminal, &end, nil, nil, nil) == 0)
    let master = FileHandle(fileDescriptor: terminal, closeOnDealloc: true)
    let slave = FileHandle(fileDescriptor: end, closeOnDealloc: true)
    let process = Process()
    process.executableURL = Tool.executable
    process.arguments = arguments
    process.currentDirectoryURL = tool.folder
    var variables = ProcessInfo.processInfo.environment
    variables["NO_COLOR"] = nil
    variables["TERM"] = "xterm"
    process.environment = variables.merging(environment) { $1 }
    process.standardOutput = slave
    process.standardError = slave
    let pipe = Pipe()
    process.standardInput = pipe
    try process.run()
    for (pause, text) in input {
      Thread.sleep(forTimeInterval: pause)
      try pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    }
    try pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    try slave.close()
    // The end of a terminal is an error of reading on Linux.
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = read(master.fileDescriptor, &buffer, buffer.count), count > 0 {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("Diagnostics and findings have colors, unless the environment or an option refuses them")
  func colors() throws {
    try tool { tool in
      for command in [
        ["lint", "Broken"], ["validate", "--service", "Schemas/Sample", "body.json"],
      ] {
        let colored = try onTerminal(tool, command)
        #expect(colored.contains("\u{1B}[1;31merror:\u{1B}[0m"), "\(colored)")
        let plain = try onTerminal(tool, command, environment: ["NO_COLOR": "1"])
        #expect(!plain.contains("\u{1B}"))
        #expect(plain.contains(": error: "))
        #expect(
          colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain, "only colors differ")
        #expect(try onTerminal(tool, command, environment: ["TERM": "dumb"]) == plain)
        #expect(try onTerminal(tool, command + ["--color", "never"]) == plain)
        // An empty variable refuses nothing.
        #expect(try onTerminal(tool, command, environment: ["NO_COLOR": ""]) == colored)
      }
    }
  }

  @Test("Files and pipes have no colors, unless an option asks for them")
  func plain() throws {
    try tool { tool in
      let plain = try tool.run("lint", "Broken").err
      #expect(!plain.contains("\u{1B}"))
      let colored = try tool.run("lint", "Broken", "--color", "always").err
      #expect(colored.contains("\u{1B}[1;31m"))
    }
  }

  @Test("A long input shows its progress after a second, which the output does not contain")
  func progress() throws {
    try tool { tool in
      let line = #"{"kind":1,"data":{"name":"a","x":1}}"# + "\n"
      let command = ["validate", "--service", "Schemas/Sample", "-"]
      let shown = try onTerminal(
        tool, command, input: [(0, line), (1.4, line), (0.5, line), (0, line)])
      let displays = shown.matches(of: /\r\u{1B}\[K0\.0 MB, 0\.0 MB\/s/)
      #expect(!displays.isEmpty, "\(shown)")
      #expect(shown.contains("\r\u{1B}[K\u{1B}[1m<stdin>:2:30:"), "the display remains: \(shown)")
      let quick = try onTerminal(tool, command, input: [(0, line)])
      #expect(!quick.contains("MB"))
      let piped = try tool.shell(
        "{ echo '{}'; sleep 1.3; echo '{}'; } | \"$0\" validate --service Schemas/Sample - 2>&1")
      #expect(piped.out.contains("2 bodies"))
      #expect(!piped.out.contains("MB"))
    }
  }

  @Test("A replay shows how many requests are posted, and when the next one is")
  func replay() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try await tool.writeInbox([0, 10, 4000].map { ($0, #"{"kind":1,"data":{"name":"a"}}"#) })
    let server = try HTTPTestServer { _ in .response(CallbackResponse(status: .ok)) }
    defer { server.stop() }
    let command = ["replay", "inbox.sqlite", "--service", "Schemas/Sample", "--to", server.url]
    let shown = try await withCheckedThrowingContinuation { continuation in
      // On a thread of its own: the server answers meanwhile.
      Thread.detachNewThread {
        continuation.resume(
          with: Result { try onTerminal(tool, command, environment: ["no_proxy": "*"]) })
      }
    }
    #expect(shown.contains(/\r\u{1B}\[K2 of 3 requests, the next in \d s/), "\(shown)")
    #expect(shown.contains("\r\u{1B}[K3 requests in "), "the display remains: \(shown)")
  }

  @Test("The version has those of the tool, the schema language and the runtime")
  func version() throws {
    try tool { tool in
      let output = try tool.run("--version")
      #expect(output.status == 0)
      let lines = output.out.split(separator: "\n")
      #expect(lines.count == 3)
      #expect(lines.first?.wholeMatch(of: /callbackgen \d+\.\d+\.\d+(-\w+)?/) != nil)
      #expect(lines.dropFirst() == ["schema language 1", "runtime 1"])
    }
  }

  @Test("A folder of services stands for its services")
  func folderOfServices() throws {
    try tool { tool in
      try tool.write("x", to: "Schemas/Notes/notes.md")
      try tool.write("callbackgen: 1\nservice: 7\n", to: "Schemas/Other/service.yaml")
      let lint = try tool.run("lint", "Schemas")
      #expect(lint.status == 2)
      #expect(
        lint.err.hasPrefix("Schemas/Other/service.yaml:2:10: error: service must be a mapping"))
      try tool.write(
        (tool.read("Schemas/Sample/service.yaml") ?? "").replacing("Sample", with: "Other")
          + "\nevents: { a: { id: 1, doc: A. } }\n", to: "Schemas/Other/service.yaml")
      #expect(try tool.run("lint", "Schemas").err == "")
      #expect(try tool.run("generate", "Schemas").status == 0)
      #expect(tool.files(in: "Generated") == ["Other", "Sample"])
      let one = try tool.run("sample", "--service", "Schemas")
      #expect(one.status == 64)
      #expect(
        one.err.contains(
          "'Schemas' is a folder of services: name one, such as 'Schemas/Other'."))
    }
  }
}
