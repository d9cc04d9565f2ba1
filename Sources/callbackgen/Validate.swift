import ArgumentParser
import CallbackRuntime
import CallbackSchema
import CommandSupport
import Foundation
import PayloadValidation
import SchemaSource

/// `callbackgen validate`
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Validates callback bodies against a schema.",
    discussion: """
      BODIES are files, folders, or - for standard input. A file is read as JSON values if its first line begins a value \
      that later lines continue, and otherwise as lines, each with one body; a message says which. A broken line is an \
      error, and the next one is read. Logs of any size are streamed, and gzip files are decompressed. Findings have a \
      line and a column; a summary counts them by rule, event and path.

      The inbox of a receiver, an SQLite file, is read with the program callbackgen-inbox: the requests of the service, \
      with their headers. INBOX#17:1:40 is the entry 17, and a line and a column of its body.

      Exit codes: 0 no finding of the severity of --fail-on, 1 such findings, 2 an invalid schema, a body that is not \
      JSON, or records without any body, 69 an inbox without the program that reads it, 74 a file that cannot be read.
      """)

  enum Level: String, CaseIterable, ExpressibleByArgument { case notice, warning, error }

  @Option(help: ArgumentHelp("The service folder.", valueName: "folder"))
  var service: String

  @Option(help: "The event of the bodies, if they are payloads without an envelope.")
  var event: String?

  @Option(
    help: ArgumentHelp(
      "An HTTP header of all bodies, if headers identify the event; repeated for each.",
      valueName: "name:value"))
  var header: [String] = []

  @Option(
    help: ArgumentHelp(
      "The path of the HTTP headers in each log object, such as .request.headers: an object of names and values.",
      valueName: "path"))
  var headers: String?

  @Option(help: "The edition to validate against; default: the nearest one.")
  var edition: String?

  @Option(help: "The output format; github prints annotations for a pull request.")
  var format: DiagnosticRenderer.Format = .text

  @Option(help: "The minimum severity for exit code 1.")
  var failOn: Level = .notice

  @Option(help: "How bodies are separated: by lines, as JSON values, or as the file begins.")
  var readAs: RecordForm = .auto

  @Option(
    help: ArgumentHelp(
      "A regular expression for the text before the body in each line; other lines are skipped.",
      valueName: "regex"))
  var prefix: String?

  @Option(
    help: ArgumentHelp(
      "The path of the body in each log object, such as .request.body; a string with JSON is decoded.",
      valueName: "path"))
  var body: String?

  @Option(
    help: "When findings have colors; auto: on a terminal, unless the environment has NO_COLOR.")
  var color: ColorChoice = .auto

  @Option(
    help: ArgumentHelp(
      "The number of threads; default: one for each processor.", valueName: "count"))
  var jobs: Int?

  @Flag(help: "Print all findings, not only the first ten of each kind.")
  var all = false

  @Argument(help: "Files, folders, or - for standard input.")
  var bodies: [String]

  /// The maximum number of records that are kept before their results are printed; a block of a file has fewer.
  private static let maximumInputs = 1 << 16

  func validate() throws {
    if let wrong = header.first(where: { !$0.contains(":") || $0.hasPrefix(":") }) {
      throw ValidationError("'\(wrong)' is no header: write NAME:VALUE.")
    }
    if headers != nil, body == nil {
      throw ValidationError(
        "--headers names a member of log objects: name that of the body with --body.")
    }
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs \(jobs): the number of threads is 1 to 256.")
    }
    guard !bodies.isEmpty else { throw ValidationError("Name a body, or - for standard input.") }
  }

  func run() throws {
    let service = try SchemaFolder.service(at: service, edition: edition)
    let workers = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    let validation = RecordValidation(
      service: service.name, validators: (0..<workers).map { _ in BodyValidator(service) },
      extraction: try BodyExtraction(prefix: prefix, path: body, headers: headers), event: event,
      headers: commonHeaders)
    defer { discard(validation) }
    if let event, validation.validators[0].validate(fragment: [], of: event) == nil {
      throw ValidationError("The service has no event '\(event)'.")
    }
    let progress = Progress()
    var printer = FindingPrinter(
      format: format, limit: all ? .max : 10,
      isColored: Output.isColored(color, descriptor: STDOUT_FILENO), willPrint: progress.clear)
    var skipped = Skipped()
    var inputs: [RecordValidation.Input] = []
    // Prints the results of the records that were read, in their order.
    func finishInputs() throws {
      for results in validation.results(of: inputs) { try add(results, &printer, &skipped) }
      inputs.removeAll(keepingCapacity: true)
    }
    // A prefix stands before each body of a line.
    let form = readAs == .auto && prefix != nil ? .lines : readAs
    var input = try BodyInput(bodies, as: form, to: progress)
    try printer.begin()
    // A live log: what was read is printed before more is awaited.
    try input.read(willWait: finishInputs) { block in
      try finishInputs()
      return try validation.validate(block) { try add($0, &printer, &skipped) }
    } _: { source, record in
      if record.service != nil { try checkOptionsOfInbox() }
      inputs.append(RecordValidation.Input(source: source, record: record))
      if inputs.count == Self.maximumInputs { try finishInputs() }
    }
    try finishInputs()
    progress.clear()
    try printer.finish()
    let isBarren = printer.bodies == 0 && (skipped.count > 0 || !input.inboxes.isEmpty)
    try report(on: input, skipped, printer)
    if input.hasFailed { throw ExitStatus.diskFailed }
    if printer.unreadable > 0 || isBarren { throw ExitStatus.wrongInput }
    let least = Finding.Severity(rawValue: failOn.rawValue) ?? .notice
    if let worst = printer.worst, worst >= least { throw ExitStatus.findings }
  }

  /// The headers by their names; the space after a colon does not count.
  private var commonHeaders: [String: String] {
    let pairs = header.map { text -> (String, String) in
      let name = text.prefix { $0 != ":" }
      return (String(name), String(text.dropFirst(name.count + 1).drop { $0 == " " }))
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private func add(
    _ results: RecordResults, _ printer: inout FindingPrinter, _ skipped: inout Skipped
  ) throws {
    printer.addDocumented(results.documented)
    for reported in results.reported { try printer.add(reported) }
    skipped.withoutPrefix += results.withoutPrefix
    skipped.withoutBody += results.withoutBody
    skipped.otherServices.merge(results.otherServices, uniquingKeysWith: +)
  }

  /// The records that are not validated.
  private struct Skipped {
    var withoutPrefix = 0
    var withoutBody = 0
    /// The requests of other services in inboxes, by service.
    var otherServices: [String: Int] = [:]
    var count: Int { withoutPrefix + withoutBody }
  }

  /// Refuses the options that say how bodies and headers are found in a log: an inbox has them in places of its own.
  private func checkOptionsOfInbox() throws {
    let options = [("prefix", prefix), ("body", body), ("headers", headers)]
    if let (name, _) = options.first(where: { $1 != nil }) {
      throw ValidationError(
        "--\(name) is for logs: an inbox has the body and the headers of each request.")
    }
  }

  /// Reports how the input was read and what was skipped.
  private func report(
    on input: BodyInput, _ skipped: Skipped, _ printer: FindingPrinter
  ) throws {
    if let summary = input.summary { try Output.report("note: \(summary)\n") }
    if skipped.withoutPrefix > 0 {
      try Output.report(
        "note: lines skipped because they lack the prefix: \(skipped.withoutPrefix)\n")
    }
    if skipped.withoutBody > 0 {
      try Output.report(
        "note: records skipped because they have nothing at \(body ?? ""): \(skipped.withoutBody)\n"
      )
    }
    if !skipped.otherServices.isEmpty {
      let counts = skipped.otherServices.sorted { $0.key < $1.key }.map {
        "\($0.value) of \($0.key)"
      }
      try Output.report(
        "note: requests of other services skipped: \(counts.joined(separator: ", "))\n")
    }
    if printer.bodies == 0, skipped.count > 0 {
      try Output.report("error: no record has a body\n")
    } else if printer.bodies == 0, !input.inboxes.isEmpty, !input.hasFailed {
      try Output.report("error: \(input.inboxes[0]) has no request of the service\n")
    }
    if prefix == nil, input.inboxes.isEmpty, printer.unreadable > 1,
      printer.unreadable == printer.bodies
    {
      try Output.report(
        "note: no line is JSON: --prefix skips the text before each body, --body names its path in a log object\n"
      )
    }
  }
}
