import Foundation

/// The receiver that runs in a process of its own.
struct Probe {
  /// What a process printed, and how it ended.
  struct End {
    var text: String
    var status: Int32
    var isKilled: Bool
  }

  /// Beside the tests, where SwiftPM builds all products.
  static var executable: URL {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let tests = bundle ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return tests.deletingLastPathComponent().appendingPathComponent("CallbackReceiverProbe")
  }

  private let process = Process()
  private let folder: StoreFolder
  private let exits: AsyncStream<Void>

  /// Runs the receiver, whose clock is a number of seconds later than that of the system.
  init(_ arguments: [String], secondsLater: Int = 0) throws {
    try self.init(
      running: [Self.executable.path] + arguments,
      environment: ["PROBE_SECONDS_LATER": "\(secondsLater)"])
  }

  /// Runs any program.
  init(running command: [String], environment: [String: String] = [:]) throws {
    folder = try StoreFolder()
    let (exits, exit) = AsyncStream.makeStream(of: Void.self)
    self.exits = exits
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.environment = ProcessInfo.processInfo.environment
      .merging(["SWIFT_DETERMINISTIC_HASHING": "1"]) { $1 }.merging(environment) { $1 }
    _ = FileManager.default.createFile(atPath: folder.output, contents: nil)
    let output = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.output))
    process.standardOutput = output
    process.standardError = output
    process.terminationHandler = { _ in exit.finish() }
    try process.run()
  }

  /// Waits for the end of the process, without a thread of the tests' own.
  func end() async throws -> End {
    for await _ in exits {}
    let text = try String(contentsOfFile: folder.output, encoding: .utf8)
    return End(
      text: text.trimmingCharacters(in: .newlines), status: process.terminationStatus,
      isKilled: process.terminationReason == .uncaughtSignal)
  }
}
