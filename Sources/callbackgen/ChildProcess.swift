import CommandSupport
import Foundation

/// A program that the tool runs, found by the path of the environment, and its standard output.
struct ChildProcess {
  /// A failure, with the first line that the program wrote to standard error.
  struct Failure: Error {
    var message: String
  }

  let output: FileHandle
  private let process = Process()
  private let name: String
  private let log: URL

  /// Starts a program.
  init(_ name: String, _ arguments: [String], input: FileHandle? = nil) throws {
    self.name = name
    // Standard error goes to a file: the program blocks on a full pipe that is not read concurrently.
    log = FileManager.default.temporaryDirectory.appendingPathComponent(
      "callbackgen-\(UUID().uuidString)")
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name] + arguments
    if let input { process.standardInput = input }
    let pipe = Pipe()
    process.standardOutput = pipe
    output = pipe.fileHandleForReading
    do {
      try Data().write(to: log)
      process.standardError = try FileHandle(forWritingTo: log)
      try process.run()
    } catch { throw ExitStatus.diskFailure("\(name) cannot be run", error) }
  }

  /// Waits until the program ends, whose standard output has been read to its end.
  func finish() throws {
    process.waitUntilExit()
    let lines = (try? Data(contentsOf: log)) ?? Data()
    try? FileManager.default.removeItem(at: log)
    guard process.terminationStatus != 0 else { return }
    let line = lines.split(separator: UInt8(ascii: "\n")).first
      .map { String(decoding: $0, as: UTF8.self) }
    throw Failure(message: line ?? "\(name): exit \(process.terminationStatus)")
  }
}
