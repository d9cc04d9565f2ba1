import CallbackRuntime
import PayloadValidation

/// Finds and validates the bodies of records, on several threads.
struct RecordValidation: Sendable {
  /// The result for a record.
  enum Outcome: Sendable {
    /// The body is as documented.
    case documented
    case report(BodyValidator.Report, InputBody)
    case unreadable(InputBody, problem: String, offset: Int?, path: String)
    /// The record does not begin with the prefix.
    case withoutPrefix
    /// The record has no value at the path of the body.
    case withoutBody
    /// The request of another service in an inbox.
    case otherService(String)
  }

  /// A record and the name of its file.
  struct Input: Sendable {
    var source: String
    var record: InputRecord
  }

  /// The name of the service.
  let service: String
  /// One for each thread: threads that share one wait for each other's counting of references.
  let validators: [BodyValidator]
  let extraction: BodyExtraction
  /// The event of the bodies, if they are payloads without an envelope.
  let event: String?
  /// The headers of all bodies.
  let headers: [String: String]

  /// The results, in the order of the records.
  func outcomes(of inputs: [Input]) -> [Outcome] {
    inputs.parallelMap(workers: validators.count) { worker, input in
      outcome(of: input, by: validators[worker])
    }
  }

  private func outcome(of input: Input, by validator: BodyValidator) -> Outcome {
    let record = input.record
    if let owner = record.service, owner != service { return .otherService(owner) }
    if let problem = record.problem {
      let body = InputBody(source: input.source, bytes: record.bytes, record: record)
      return .unreadable(body, problem: problem, offset: 0, path: "")
    }
    // Most records are bodies as documented, of which nothing has to be kept.
    if extraction.isRecord, event == nil, validator.documentedEvent(in: record.bytes) != nil {
      return .documented
    }
    switch extraction.body(of: record, in: input.source) {
    case .body(let body):
      let report = report(on: body, by: validator)
      return report.findings.isEmpty && report.fault == nil ? .documented : .report(report, body)
    case .withoutPrefix: return .withoutPrefix
    case .withoutBody: return .withoutBody
    case .unreadable(let body, let error):
      return .unreadable(body, problem: "\(error.problem)", offset: error.offset, path: error.path)
    }
  }

  private func report(on body: InputBody, by validator: BodyValidator) -> BodyValidator.Report {
    if let event, let report = validator.validate(fragment: body.bytes, of: event) {
      return report
    }
    let all = headers.isEmpty ? body.headers : body.headers.merging(headers) { own, _ in own }
    return validator.validate(body.bytes, headers: all)
  }
}
