import CallbackSchema
import Foundation
import SchemaExport
import SchemaSource
import TestSupport
import Testing

@Suite("The command line")
struct CommandTests {
  private func tool(_ body: (Tool) throws -> Void) throws {
    let tool = try Tool()
    defer { tool.remove() }
    try body(tool)
  }

  @Test(
    "Wrong usage exits with 64 and says what is right",
    arguments: [
      ["generate", "Nowhere"], ["lint", "--formt", "x"], ["explain", "duplicat-key"], ["nonsense"],
    ])
  func usage(_ arguments: [String]) throws {
    try tool { tool in
      let output =
        arguments.count == 1
        ? try tool.run(arguments[0])
        : arguments.count == 2
          ? try tool.run(arguments[0], arguments[1])
          : try tool.run(arguments[0], arguments[1], arguments[2])
      #expect(output.status == 64)
      #expect(output.err.hasPrefix("Error: "))
    }
  }

  @Test("A file in place of a folder is told as such")
  func file() throws {
    try tool { tool in
      try tool.writeSample()
      let output = try tool.run("lint", "Schemas/Sample/service.yaml")
      #expect(output.status == 64)
      #expect(output.err.contains("is a file. Name the folder that contains it"))
    }
  }

  @Test("An empty folder, and one whose files cannot be read, are errors")
  func emptyFolder() throws {
    try tool { tool in
      try tool.write("", to: "Schemas/Empty/readme.txt")
      let output = try tool.run("lint")
      #expect(output.status == 2)
      #expect(
        output.err.hasPrefix(
          "Schemas/Empty:1:1: error: no file of this folder has the key 'service' [service-count]"))
    }
  }

  @Test("An output folder that cannot be written is one clear message")
  func unwritable() throws {
    try tool { tool in
      try tool.writeSample()
      try tool.write("a file where a folder should be", to: "Generated")
      let output = try tool.run("generate")
      #expect(output.status == 74)
      #expect(
        output.err.hasPrefix("error: 'Generated/Sample/Sample_service.swift' cannot be written: "))
    }
  }

  @Test("A full disk is one clear message, and the file that was there stays whole")
  func fullDisk() throws {
    try tool { tool in
      try tool.writeSample()
      _ = try tool.run("generate")
      let before = tool.read("Generated/Sample/Sample_events.swift")
      try tool.write(
        "callbackgen: 1\nevents:\n  started: { id: 1, doc: Else., fields: { name: string } }\n",
        to: "Schemas/Sample/events.yaml")
      let limited = Process()
      limited.executableURL = URL(fileURLWithPath: "/bin/sh")
      limited.arguments = [
        "-c", "ulimit -f 0; trap '' XFSZ; exec \"$0\" generate", Tool.executable.path,
      ]
      limited.currentDirectoryURL = tool.folder
      let pipe = Pipe()
      limited.standardError = pipe
      limited.standardOutput = Pipe()
      try limited.run()
      let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      limited.waitUntilExit()
      #expect(limited.terminationStatus == 74)
      #expect(said.contains("cannot be written"))
      #expect(tool.read("Generated/Sample/Sample_events.swift") == before)
    }
  }

  @Test("A folder may be named by a dot")
  func dot() throws {
    try tool { tool in
      try tool.writeSample()
      let process = Process()
      process.executableURL = Tool.executable
      process.arguments = ["lint", "."]
      process.currentDirectoryURL = tool.folder.appendingPathComponent("Schemas/Sample")
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
  }

  @Test("Two files that would become one are refused")
  func sameStem() throws {
    try tool { tool in
      try tool.writeSample()
      try tool.write("callbackgen: 1\n", to: "Schemas/Sample/Events.yml")
      let output = try tool.run("generate")
      #expect(output.status == 2)
      #expect(
        output.err.contains(
          "another file of this folder has the name 'Events' [duplicate-definition]"))
    }
  }

  @Test("Two folders of one service are refused")
  func twice() throws {
    try tool { tool in
      try tool.writeSample()
      for file in ["service.yaml", "events.yaml"] {
        try tool.write(tool.read("Schemas/Sample/\(file)") ?? "", to: "Other/Sample/\(file)")
      }
      let output = try tool.run("generate", "Schemas/Sample", "Other/Sample")
      #expect(output.status == 64)
      #expect(output.err.contains("are both named Sample"))
    }
  }

  @Test("explain tells what a code means, and lists all of them")
  func explain() throws {
    try tool { tool in
      let one = try tool.run("explain", "duplicate-key")
      #expect(one.status == 0)
      #expect(one.out.hasPrefix("duplicate-key: A key that occurs twice in one mapping.\n\n"))
      let all = try tool.run("explain").out.split(separator: "\n")
      #expect(all.count > 40)
      #expect(all == all.sorted())
      #expect(try tool.run("explain", "duplicat-key").err.contains("Did you mean 'duplicate-key'?"))
    }
  }

  @Test(
    "--help of every command fits a stranger",
    arguments: ["generate", "lint", "explain", "inventory"])
  func help(_ command: String) throws {
    try tool { tool in
      let output = try tool.run(command, "--help")
      #expect(output.status == 0)
      #expect(output.out.contains("USAGE: callbackgen \(command)"))
    }
  }

  @Test("inventory spells out what the shipped schemas declare")
  func inventory() throws {
    try tool { tool in
      let folder = Repository.root.appendingPathComponent("Schemas/AgoraCloudRecording").path
      let output = try tool.run("inventory", "--format", "json", folder)
      #expect(output.status == 0)
      let services = try JSONDecoder().decode([Inventory].self, from: Data(output.out.utf8))
      let agora = try #require(services.first)
      var diagnostics = Diagnostics()
      let files = try Repository.schemaFiles("Schemas/AgoraCloudRecording")
      let service = SchemaLoader.load(files, folder: "AgoraCloudRecording", into: &diagnostics)
      #expect(agora == Inventory(of: try #require(service)))
      let uploaded = try #require(agora.events.first { $0.name == "uploaded" })
      #expect(uploaded.id == .number(31))
      let fileName = try #require(uploaded.fields.first { $0.path == "fileList[].fileName" })
      #expect(fileName.aliases == ["filename"])
      let status = try #require(uploaded.fields.first { $0.path == "status" })
      #expect(status.accepts == ["string"])
      #expect(status.table == "Outcome")
      let start = try #require(uploaded.fields.first { $0.path == "fileList[].sliceStartTime" })
      #expect(start.unit == "unix-ms")
      #expect(try tool.run("inventory", folder).out.contains("\(agora.events.count) events"))
    }
  }
}
