import CallbackSchema
import Foundation
import PayloadValidation
import SchemaSource
import SwiftGeneration
import TestSupport
import Testing

/// Two states of one page, and the receiver that is rehearsed with both. The schema of the later state was written from the
/// document about the language alone, by somebody who knew nothing else.
@Suite("The schema of a newcomer")
struct RehearsalTests {
  /// A state of the schema.
  struct State: CustomTestStringConvertible {
    /// The date of the page, and the folder.
    var date: String
    var events: Int
    /// The reasons to leave a room.
    var reasons: [String]

    var testDescription: String { date }
    var folder: String { "Examples/Rehearsal/\(date)/TencentTRTCRoom" }

    static let all = [
      State(
        date: "2021-02-03", events: 10,
        reasons: [
          "1 normal", "2 timeout", "3 joinedElsewhere", "4 removed", "5 crossRoomEnd", "6 killed",
        ]),
      State(
        date: "2021-03-10", events: 11,
        reasons: ["1 normal", "2 timeout", "3 removed", "4 crossRoomEnd", "5 killed"]),
    ]

    /// The service and its Swift, which nothing is to be said about.
    func load() throws -> (service: Service, files: [GeneratedFile]) {
      var diagnostics = Diagnostics()
      let service = try #require(
        SchemaLoader.load(
          try Repository.schemaFiles(folder), folder: folder, into: &diagnostics))
      ExampleChecks.check(
        service, examples: try Repository.examples(folder), into: &diagnostics)
      let files = SwiftGenerator.generate(service, into: &diagnostics)
      #expect(diagnostics.all.map(\.message) == [])
      return (service, files)
    }
  }

  @Test("It generates, compiles, and reads its samples and near misses as the schema says")
  func room() throws {
    try SwiftCompiler.inTemporaryFolder { compiler in
      try compiler.makeRuntime(asLibrary: true)
      for state in State.all {
        let (service, files) = try state.load()
        #expect(service.events.count == state.events)
        let survival = Survival.measure(
          service, examples: try Repository.examples(state.folder))
        #expect(survival.kept * 100 >= survival.bodies * 95)

        let maker = SampleMaker(service, seed: 1)
        var bodies: [(body: [UInt8], expected: String)] = []
        for event in service.events {
          bodies += maker.samples(of: event, withEnvelope: true).map { ($0.body, "") }
          bodies += maker.nearMisses(of: event, withEnvelope: true).map { miss in
            (
              miss.body,
              miss.expected.map { "\($0.path) \($0.rule)" }.sorted().joined(separator: "; ")
            )
          }
        }
        #expect(bodies.count > 200)
        let lines = bodies.map { String(decoding: $0.body, as: UTF8.self) }
        let input = try compiler.write(lines.joined(separator: "\n"), to: "bodies")
        let found = try run(Self.main, with: files, on: input, by: compiler)
        #expect(found == bodies.map(\.expected), "\(state.date)")
      }
    }
  }

  @Test("The reasons to leave are those of the page", arguments: State.all)
  func reasons(_ state: State) throws {
    let service = try state.load().service
    let event = try #require(service.events.first { $0.id.value == .number("104") })
    guard case .ownTable(let table) = event.fields.first(where: { $0.wire == "Reason" })?.type
    else {
      Issue.record("the reason has no table")
      return
    }
    #expect(table.rows.map { "\($0.value.text) \($0.name?.value ?? "")" } == state.reasons)
  }

  @Test("The receiver reads what is sent after March 2021 by both, and right by the later one")
  func receiver() throws {
    let folder = Repository.root.appendingPathComponent("Examples/Rehearsal")
    let main = try String(
      contentsOf: folder.appendingPathComponent("Consumer/Sources/Receiver/main.swift"),
      encoding: .utf8)
    try SwiftCompiler.inTemporaryFolder { compiler in
      try compiler.makeRuntime(asLibrary: true)
      var logs: [[String]] = []
      for state in State.all {
        let log = try run(
          main, with: try state.load().files, on: folder.appendingPathComponent("bodies.jsonl"),
          by: compiler)
        let told = try String(
          contentsOf: folder.appendingPathComponent("\(state.date)/log.txt"), encoding: .utf8)
        #expect(log == told.split(separator: "\n").map(String.init), "\(state.date)")
        logs.append(log.filter { $0.contains(" left, ") })
      }
      let right = State.all[1].reasons.map { reason in
        "room 12345: test left, reason \(reason.replacing(" ", with: ": "))"
      }
      #expect(logs[1] == right)
      #expect(zip(logs[0], right).map { $0 == $1 } == [true, true, false, false, false])
    }
  }

  /// What a program prints that is made of the models and of a `main.swift`, by line.
  private func run(
    _ main: String, with files: [GeneratedFile], on input: URL, by compiler: SwiftCompiler
  ) throws -> [String] {
    var sources = try files.map { try compiler.write($0.text, to: $0.name) }
    sources.append(try compiler.write(main, to: "main.swift"))
    return try compiler.run(sources, input: input)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  private static let main = """
    import CallbackRuntime

    while let line = readLine() {
      guard let reading = try? TRTCRoom.Callback.validate(json: line) else {
        print("fault")
        continue
      }
      let findings = reading.findings.map { "\\($0.path) \\($0.rule)" }
      print(findings.sorted().joined(separator: "; "))
    }

    """
}
