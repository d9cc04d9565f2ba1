import CallbackRuntime
import PayloadValidation

/// Finds and validates the bodies of records, on several threads.
struct RecordValidation: Sendable {
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
  /// The sizes in bytes of the lines that a thread validates at once; below the least, a thread costs more than it saves.
  var pieceSizes = 1 << 13...1 << 16
  /// The maximum number of reported lines of a piece that are kept before they are printed.
  var maximumReported = 1 << 10

  // MARK: - Records

  /// The results of some records, in parts and in their order.
  func results(of inputs: [Input]) -> [RecordResults] {
    // Several parts for each thread, because their costs differ; small ones cost more than they save.
    let size = max(8, inputs.count / (4 * validators.count))
    let parts = stride(from: 0, to: inputs.count, by: size).map {
      inputs[$0..<min($0 + size, inputs.count)]
    }
    return parts.parallelMap(workers: validators.count) { worker, part in
      var results = RecordResults()
      for input in part {
        add(input.record, of: input.source, to: &results, by: validators[worker])
      }
      return results
    }
  }

  // MARK: - Lines

  /// Validates the lines of a block, and calls `body` with the results in their order.
  ///
  /// - Returns: the number of the line after the block.
  func validate(
    _ block: LineBlock, _ body: (RecordResults) throws -> Void
  ) rethrows -> Int {
    let share = (block.bytes.count + validators.count - 1) / validators.count
    let pieces = block.pieces(of: min(max(share, pieceSizes.lowerBound), pieceSizes.upperBound))
    let first = pieces.parallelMap(workers: validators.count) { worker, piece in
      results(of: LineBlock(source: block.source, line: 0, bytes: piece), by: worker)
    }
    var line = block.line
    for (piece, first) in zip(pieces, first) {
      var (results, read) = first
      var rest = LineBlock(source: block.source, line: line, bytes: piece)
      for index in results.reported.indices { results.reported[index].body.record.line += line }
      try body(results)
      rest.line += read.lines
      rest.bytes = piece[read.end...]
      // A piece with very many reported lines.
      while !rest.bytes.isEmpty {
        (results, read) = self.results(of: rest, by: 0)
        try body(results)
        rest.line += read.lines
        rest.bytes = piece[read.end...]
      }
      line = rest.line
    }
    return line
  }

  /// The results of the first lines of a block, and how far it was read.
  private func results(
    of block: LineBlock, by worker: Int
  ) -> (results: RecordResults, read: (lines: Int, end: Int)) {
    let validator = validators[worker]
    // Most lines are bodies as documented: these are read where they are.
    var reader = extraction.isRecord && event == nil ? validator.documentedReader() : nil
    var results = RecordResults()
    var lines = 0
    let (bytes, first) = (block.bytes.span, block.bytes.startIndex)
    var place = first
    while place < block.bytes.endIndex, results.reported.count < maximumReported {
      let end = block.endOfLine(at: place)
      let trimmed = bytes.endWithoutSpace(of: place - first..<end - first)
      let body = bytes.extracting(place - first..<trimmed)
      if !body.isEmpty, end - place > RecordReader.maximum || reader?.recognizes(body) != true {
        let record = InputRecord(line: block.line + lines, text: block.bytes[place..<end])
        if let record { add(record, of: block.source, to: &results, by: validator) }
      } else if !body.isEmpty {
        results.documented += 1
      }
      lines += 1
      place = end
    }
    return (results, (lines, place))
  }

  // MARK: - A record

  private func add(
    _ record: InputRecord, of source: String, to results: inout RecordResults,
    by validator: BodyValidator
  ) {
    if let owner = record.service, owner != service {
      results.otherServices[owner, default: 0] += 1
      return
    }
    if let problem = record.problem {
      let body = InputBody(source: source, bytes: record.bytes, record: record)
      results.add(.unreadable(problem, offset: 0, path: ""), of: body)
      return
    }
    switch extraction.body(of: record, in: source) {
    case .body(let body):
      let report = report(on: body, by: validator)
      if report.findings.isEmpty, report.fault == nil {
        results.documented += 1
      } else {
        results.add(.report(report), of: body)
      }
    case .withoutPrefix: results.withoutPrefix += 1
    case .withoutBody: results.withoutBody += 1
    case .unreadable(let body, let error):
      results.add(
        .unreadable("\(error.problem)", offset: error.offset, path: error.path), of: body)
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
