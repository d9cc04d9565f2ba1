import ArgumentParser
import CallbackReceiver
import CallbackReceiverSQLite
import CallbackSchema
import CommandSupport
import Foundation

/// `callbackgen-inbox replay`, which is also `callbackgen replay`
struct Replay: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Posts the recorded requests of a receiver again.",
    discussion: """
      Posts the requests of a service in the order of their arrival, each after the response to the one before, to one \
      URL, and signs them anew with a secret from the environment. A signature in a header leaves the body as it is; one \
      inside the body replaces the recorded one there, and no other byte. Redirects are not followed.

      A response is accepted as the schema documents it: its status, and its body if the vendor demands one. Other \
      responses and requests without one are printed, the first ten of them, and counted. After ten requests in a row \
      without a response no more are posted. Ctrl-C ends the replay after the requests under way, with its summary.

      Exit codes: 0 every request was accepted, 1 at least one was not, 2 an invalid schema, or no request of the \
      service, 64 invalid usage, 74 a file that cannot be read, 130 the replay was interrupted.
      """)

  static let defaultSecret = "CALLBACKGEN_SECRET"

  @Option(help: ArgumentHelp("The service folder.", valueName: "folder"))
  var service: String

  @Option(help: ArgumentHelp("The URL to post to.", valueName: "url"))
  var to: String

  @Option(
    help: ArgumentHelp(
      "The environment variable with the secret to sign with. (default: \(defaultSecret))",
      valueName: "name"))
  var secretEnv: String?

  @Flag(help: "Post the recorded signatures instead of new ones.")
  var keepSignatures = false

  @Option(
    help: ArgumentHelp(
      "When requests are posted: 'recorded' for the recorded pauses, '10x' for ten times faster, '50/s' for 50 in each second, 'max' for no pauses.",
      valueName: "pace"))
  var pace = Pace.recorded(factor: 1)

  @Option(
    help: ArgumentHelp(
      "The number of requests at one time; more than 1 changes their order.", valueName: "count"))
  var jobs = 1

  @Option(
    help: ArgumentHelp("The seconds within which a response is complete.", valueName: "seconds"))
  var timeout = 30.0

  @OptionGroup
  var entries: EntryOptions

  func validate() throws {
    guard url != nil else {
      throw ValidationError("--to: '\(to)' is no URL: write http://HOST:PORT/PATH, or with https.")
    }
    guard (1...1000).contains(jobs) else {
      throw ValidationError("--jobs: \(jobs) is not between 1 and 1000.")
    }
    guard timeout >= 0.001, timeout <= 86_400 else {
      throw ValidationError("--timeout: \(timeout) is not between 0.001 and 86400 seconds.")
    }
    if keepSignatures, secretEnv != nil {
      throw ValidationError("--secret-env and --keep-signatures exclude each other.")
    }
  }

  private var url: URL? {
    guard let url = URL(string: to), let scheme = url.scheme?.lowercased(),
      scheme == "http" || scheme == "https", url.host?.isEmpty == false
    else { return nil }
    return url
  }

  func run() async throws {
    guard let url else { throw ExitCode.validationFailure }
    let service = try SchemaFolder.service(at: service, edition: nil)
    let secret = try secret(for: service)
    let cursor = try EntryCursor(entries.inbox, entries.selection(of: service.name))
    guard cursor.extent.count > 0 else {
      try Output.report("error: \(cursor.absence())\n")
      throw ExitStatus.wrongInput
    }
    let client = HTTPClient(url: url, timeout: .seconds(timeout), jobs: jobs)
    defer { client.close() }
    var run = ReplayRun(
      entries: cursor, pace: pace, jobs: jobs,
      signer: RequestSigner(service.signatureSchemes, secret: secret, url: to), client: client,
      acceptance: Acceptance(service.delivery.acknowledgement))
    try await run.run()
    if run.report.isHopeless {
      try Output.report(
        "error: stopped after ten requests in a row without a response: is a server running at \(to)?\n"
      )
    }
    try Output.print(run.report.summary(selected: cursor.extent.count, in: run.elapsed))
    if run.isInterrupted { throw ExitCode(128 + SIGINT) }
    if !run.report.isClean || run.report.isHopeless { throw ExitStatus.findings }
  }

  /// The secret to sign with; nil if the recorded signatures are kept, or the service documents none.
  private func secret(for service: Service) throws -> Secret? {
    if service.delivery.signatures.isEmpty {
      guard secretEnv == nil, !keepSignatures else {
        throw ValidationError(
          "\(service.name) documents no signature: leave out --\(keepSignatures ? "keep-signatures" : "secret-env")."
        )
      }
      return nil
    }
    if keepSignatures { return nil }
    let name = secretEnv ?? Self.defaultSecret
    guard let text = ProcessInfo.processInfo.environment[name], !text.isEmpty else {
      throw ValidationError(
        "The environment variable \(name) is not set: set it to the secret of \(service.name), or post the recorded signatures with --keep-signatures."
      )
    }
    return Secret(text)
  }
}
