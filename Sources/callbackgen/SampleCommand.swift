import ArgumentParser
import CallbackRuntime
import CallbackSchema
import Foundation
import PayloadValidation
import SchemaExport
import SchemaSource

/// `callbackgen sample`
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Makes bodies that a schema allows, or that are wrong in one respect.",
    discussion: """
      Prints a callback on each line: of every event a plain one, and one for every documented code, bound and form. The \
      same seed makes the same bodies.

      With --near-miss each line is an object with a body, what is wrong with it, and the findings that it must give: a \
      test for whatever receives callbacks.
      """)

  @Option(help: ArgumentHelp("The folder of the service.", valueName: "folder"))
  var service: String

  @Option(help: "Only this event, by its key or its id.")
  var event: String?

  @Option(help: "What the made-up values depend on.")
  var seed: UInt64 = 1

  @Flag(help: "One plain body of each event.")
  var plain = false

  @Flag(help: "Bodies with one thing wrong, and the findings that they must give.")
  var nearMiss = false

  func validate() throws {
    if plain && nearMiss { throw ValidationError("--plain and --near-miss exclude each other.") }
  }

  func run() throws {
    let service = try SchemaFolder.service(at: service, edition: nil)
    let events = service.events.filter { event in
      self.event.map { $0 == event.key || $0 == event.id.value.text } ?? true
    }
    if let event, events.isEmpty {
      let closest = closestMatch(to: event, in: service.events.map(\.key))
      throw ValidationError(
        "The service has no event '\(event)'.\(closest.map { " Did you mean '\($0)'?" } ?? "")")
    }
    let maker = SampleMaker(service, seed: seed)
    for (place, event) in events.enumerated() {
      guard nearMiss else {
        let samples = maker.samples(of: event, withEnvelope: self.event == nil && place == 0)
        for sample in plain ? Array(samples.prefix(1)) : samples {
          print(String(decoding: sample.body, as: UTF8.self))
        }
        continue
      }
      let misses = maker.nearMisses(of: event, withEnvelope: self.event == nil && place == 0)
      for miss in misses { print(line(miss)) }
    }
  }

  private func line(_ miss: NearMiss) -> String {
    let expected = miss.expected.map { finding -> JSONValue in
      ["path": .string(finding.path), "rule": .string(finding.rule.rawValue)]
    }
    let value: JSONValue = [
      "event": .string(miss.event), "wrong": .string(miss.note), "findings": .array(expected),
      "body": .text(String(decoding: miss.body, as: UTF8.self)),
    ]
    return value.compact
  }
}
