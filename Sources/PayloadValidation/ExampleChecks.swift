import CallbackRuntime
public import CallbackSchema
public import SchemaSource

/// Checks that the listed examples of a schema exist, are JSON, and decode as their events.
public enum ExampleChecks {
  /// Checks every listed example, and reports files that no event lists.
  ///
  /// - Parameter examples: the files of the folder `Examples`, by name.
  public static func check(
    _ service: Service, examples: [String: SourceFile], into diagnostics: inout Diagnostics
  ) {
    var used: Set<String> = []
    lazy var validator = BodyValidator(service)
    for event in service.events {
      for example in event.examples {
        used.insert(example.file.value)
        guard let file = examples[example.file.value] else {
          diagnostics.error(
            .missingExample, "file Examples/\(example.file.value) does not exist",
            at: example.file.range,
            fix: suggestion(for: example.file.value, in: examples.keys.sorted()))
          continue
        }
        do throws(CallbackDecodingError) {
          _ = try RawJSON(bytes: file.bytes)
        } catch {
          let place = file.position(at: error.offset ?? 0)
          diagnostics.error(
            .brokenExample, "the example is not JSON: \(error)",
            at: SourceRange(path: file.path, start: place, end: place),
            notes: [.init(message: "listed here", range: example.file.range)],
            fix: "correct the file, and record the correction with repaired:")
          continue
        }
        checkEvent(event, example, file, service, validator, into: &diagnostics)
      }
    }
    for (name, file) in examples.sorted(by: { $0.key < $1.key }) where !used.contains(name) {
      let start = SourcePosition(line: 1, column: 1, offset: 0)
      diagnostics.warning(
        .unusedExample, "no event lists this example",
        at: SourceRange(path: file.path, start: start, end: start))
    }
  }

  /// Checks that an example decodes as the event that lists it, with all of the event's fields. Other findings are no errors,
  /// because pages print such bodies.
  private static func checkEvent(
    _ event: Event, _ example: Example, _ file: SourceFile, _ service: Service,
    _ validator: BodyValidator, into diagnostics: inout Diagnostics
  ) {
    let report =
      example.extent == .body
      ? validator.validate(file.bytes, headers: service.headers(of: event))
      : validator.validate(fragment: file.bytes, of: event.key)
    var problem = report?.fault.map { "\($0)" }
    var offset = report?.fault?.offset
    let payload = example.extent == .body ? validator.payload(of: event) : ""
    let broken = report?.findings.first { finding in
      finding.rule == .malformedEvent
        || finding.rule == .wrongType && finding.path.hasPrefix(payload)
    }
    if let broken {
      problem = broken.description
      offset = broken.offset
    } else if report?.fault == nil, report?.event != event.key {
      problem =
        "the body is \(report?.event.map { "event '\($0)'" } ?? "no event of the schema")"
    }
    guard let problem else { return }
    let place = file.position(at: offset ?? 0)
    diagnostics.error(
      .mismatchedExample, "the example does not decode as event '\(event.key)': \(problem)",
      at: SourceRange(path: file.path, start: place, end: place),
      notes: [.init(message: "listed here", range: example.file.range)],
      fix: "correct the schema, or list the example at its own event")
  }
}
