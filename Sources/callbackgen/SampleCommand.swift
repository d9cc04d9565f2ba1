import ArgumentParser
import CallbackRuntime
import CallbackSchema
import CommandSupport
import Foundation
import PayloadValidation
import SchemaExport
import SchemaSource

/// `callbackgen sample`
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Prints sample bodies of a schema, valid or with one defect.",
    discussion: """
      Prints one callback per line: for each event a plain one, and one for each documented code, bound and format. \
      Output is deterministic for a seed.

      With --near-miss each line is an object with an invalid body, its defect, and the expected findings: test data \
      for receivers.

      If HTTP headers identify the events, each line is an object with the headers and the body, which \
      'callbackgen validate --headers .headers --body .body' reads.
      """)

  @Option(help: ArgumentHelp("The service folder.", valueName: "folder"))
  var service: String

  @Option(help: "The key or id of an event; default: all events.")
  var event: String?

  @Option(help: "The seed of the random values.")
  var seed: UInt64 = 1

  @Flag(help: "Print only the plain body of each event.")
  var plain = false

  @Flag(help: "Print bodies with one defect and their expected findings.")
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
        let samples =
          plain
          ? [maker.plainSample(of: event)]
          : maker.samples(of: event, withEnvelope: self.event == nil && place == 0)
        for sample in samples {
          try Output.print(line(sample, service))
        }
        continue
      }
      let misses = maker.nearMisses(of: event, withEnvelope: self.event == nil && place == 0)
      for miss in misses { try Output.print(line(miss, service)) }
    }
  }

  private func line(_ sample: Sample, _ service: Service) -> String {
    guard isHeaded(service) else { return String(decoding: sample.body, as: UTF8.self) }
    let value: JSONValue = [
      "headers": headers(sample.headers), "body": body(sample.body, service),
    ]
    return value.compact
  }

  /// Whether HTTP headers identify the events.
  private func isHeaded(_ service: Service) -> Bool {
    service.discriminators.contains { if case .header = $0.value { true } else { false } }
  }

  private func headers(_ headers: [String: String]) -> JSONValue {
    .object(headers.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) })
  }

  /// The body as JSON, a form as a string.
  private func body(_ bytes: [UInt8], _ service: Service) -> JSONValue {
    let text = String(decoding: bytes, as: UTF8.self)
    return service.encoding == .form ? .string(text) : .text(text)
  }

  private func line(_ miss: NearMiss, _ service: Service) -> String {
    let expected = miss.expected.map { finding -> JSONValue in
      ["path": .string(finding.path), "rule": .string(finding.rule.rawValue)]
    }
    let value: JSONValue = [
      "event": .string(miss.event), "wrong": .string(miss.note), "findings": .array(expected),
      "headers": isHeaded(service) ? headers(miss.headers) : nil,
      "body": body(miss.body, service),
    ]
    return value.compact
  }
}
