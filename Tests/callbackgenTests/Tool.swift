import Foundation
import TestSupport

/// The built command line, run as a user runs it.
struct Tool {
  struct Output {
    var status: Int32
    var out: String
    var err: String
  }

  /// A run that took longer than `timeLimit`.
  struct TimedOut: Error {
    var arguments: [String]
  }

  /// The longest that a run may take, in seconds.
  static let timeLimit = 120.0

  /// A folder of the test's own, deleted by `remove`.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "callbackgen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  static let executable = Repository.products.appendingPathComponent("callbackgen")

  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Output {
    try launch(arguments, in: folder, environment: environment)
  }

  func run(arguments: [String]) throws -> Output {
    try launch(arguments, in: folder, environment: [:])
  }

  /// Runs the tool where the shipped schemas are.
  func runInRepository(_ arguments: [String], input: String? = nil) throws -> Output {
    try launch(arguments, in: Repository.root, environment: [:], input: input)
  }

  /// Runs a shell script in the test's folder, with the tool as `$0` and the repository as `$1`.
  func shell(_ script: String, environment: [String: String] = [:]) throws -> Output {
    try launch(
      ["-c", script, Self.executable.path, Repository.root.path], in: folder,
      environment: environment, executable: URL(fileURLWithPath: "/bin/sh"))
  }

  private func launch(
    _ arguments: [String], in place: URL, environment: [String: String], input: String? = nil,
    executable: URL = Self.executable
  ) throws -> Output {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = place
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (out, err) = (folder.appendingPathComponent(".out"), folder.appendingPathComponent(".err"))
    for file in [out, err] {
      _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    }
    var handles = [try FileHandle(forWritingTo: out), try FileHandle(forWritingTo: err)]
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    if let input {
      try write(input, to: ".in")
      handles.append(try FileHandle(forReadingFrom: folder.appendingPathComponent(".in")))
      process.standardInput = handles[2]
    }
    // A process keeps its files open after its end, and Process.run crashes where more than 1,300 files are open.
    defer { for handle in handles { try? handle.close() } }
    try process.run()
    // A tool that blocks fails its test instead of the whole run.
    let deadline = Date(timeIntervalSinceNow: Self.timeLimit)
    while process.isRunning, Date() < deadline { Thread.sleep(forTimeInterval: 0.005) }
    guard !process.isRunning else {
      process.terminate()
      throw TimedOut(arguments: arguments)
    }
    return Output(
      status: process.terminationStatus, out: try String(contentsOf: out, encoding: .utf8),
      err: try String(contentsOf: err, encoding: .utf8))
  }

  func write(_ text: String, to path: String) throws {
    let url = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func read(_ path: String) -> String? {
    try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  func files(in path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(path).path))
      ?? []).sorted()
  }

  func modified(_ path: String) throws -> Date? {
    try FileManager.default.attributesOfItem(atPath: folder.appendingPathComponent(path).path)[
      .modificationDate] as? Date
  }

  /// A page of the sample with an event that its schema lacks, and its profile.
  func writeSamplePage() throws {
    try write(
      """
      # Callbacks

      ## 1 started

      It started.

      - `name`: String. The name.

      ## 2 ended

      It is over.

      - `name`: String. The name.
      - `reason`: Number. The reason.
        - `0`: By the user.
        - `1`: By the server.

      """, to: "page.md")
    try write(
      """
      pages: { page: { edition: page } }
      events: [{ heading: "{id} {name}" }]

      """, to: "Schemas/Sample/pages.yaml")
  }

  /// A sound schema in two files.
  func writeSample() throws {
    try write(
      """
      callbackgen: 1
      service:
        name: Sample
        editions: { page: {} }
        event: { by: kind, in: data }
        envelope: { kind: int, data: object }
      """, to: "Schemas/Sample/service.yaml")
    try write(
      """
      callbackgen: 1
      events:
        started: { id: 1, doc: It started., fields: { name: string } }
      """, to: "Schemas/Sample/events.yaml")
  }
}
