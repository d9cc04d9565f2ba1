public import Foundation

/// The compiler, for tests of generated code that is not part of the package.
public struct SwiftCompiler {
  public struct Failure: Error, CustomStringConvertible {
    public var description: String
  }

  public let folder: URL

  /// Works in a folder of its own, which `body` may use and which is gone afterwards.
  public static func inTemporaryFolder(_ body: (SwiftCompiler) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "generated-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(SwiftCompiler(folder: folder))
  }

  /// Writes a file into the folder.
  public func write(_ text: String, to name: String) throws -> URL {
    let file = folder.appendingPathComponent(name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file
  }

  /// Puts the runtime's module into the folder; the library too where code is to run. Both are compiled once.
  public func makeRuntime(asLibrary: Bool) throws {
    try use(Self.runtimeModule.get())
    if asLibrary { try use(Self.runtimeLibrary.get()) }
  }

  private static let runtimeModule = Result {
    try compiledRuntime("CallbackRuntime.swiftmodule") {
      ["-emit-module", "-emit-module-path", $0.path]
    }
  }

  private static let runtimeLibrary = Result {
    try compiledRuntime("libCallbackRuntime.a") { ["-emit-library", "-static", "-o", $0.path] }
  }

  /// The folder of the compiled runtime, which is removed when the process ends.
  private static let runtimeFolder: URL = {
    atexit { try? FileManager.default.removeItem(at: SwiftCompiler.runtimeFolder) }
    return FileManager.default.temporaryDirectory.appendingPathComponent(
      "runtime-\(UUID().uuidString)")
  }()

  private static func compiledRuntime(
    _ name: String, _ arguments: (URL) -> [String]
  ) throws -> URL {
    try FileManager.default.createDirectory(at: runtimeFolder, withIntermediateDirectories: true)
    let file = runtimeFolder.appendingPathComponent(name)
    try SwiftCompiler(folder: runtimeFolder).compile(
      arguments(file) + [
        "-parse-as-library", "-module-name", "CallbackRuntime", "-package-name", "callbackgen",
      ] + Repository.swiftFiles(below: "Sources/CallbackRuntime").map(\.path))
    return file
  }

  private func use(_ file: URL) throws {
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent(file.lastPathComponent), withDestinationURL: file)
  }

  /// Checks files against the runtime, every warning an error. SIL is made of them too: literals that overflow, and
  /// properties that are not set, are found only there.
  public func check(_ files: [URL]) throws {
    try compile(
      [
        "-parse-as-library", "-emit-sil", "-o", "/dev/null", "-module-name", "Checked",
        "-I", folder.path,
        "-warnings-as-errors", "-strict-memory-safety",
        "-enable-upcoming-feature", "ExistentialAny",
        "-enable-upcoming-feature", "MemberImportVisibility",
      ] + files.map(\.path))
  }

  /// Makes a program of files, one of which is `main.swift`, and runs it.
  ///
  /// - Returns: what it printed.
  public func run(_ files: [URL], input: URL) throws -> String {
    let program = folder.appendingPathComponent("program")
    try compile(
      [
        "-module-name", "Program", "-I", folder.path, "-L", folder.path, "-lCallbackRuntime", "-o",
        program.path,
      ] + files.map(\.path))
    return try launch(program, [], input: input)
  }

  /// Makes a module of files, as a library of somebody else's, in a folder of its own.
  ///
  /// - Returns: the folder, to import the module from.
  public func makeModule(_ name: String, of files: [URL], in subfolder: String) throws -> URL {
    let place = folder.appendingPathComponent(subfolder)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try compile(
      [
        "-parse-as-library", "-emit-module", "-module-name", name, "-I", folder.path,
        "-emit-module-path", place.appendingPathComponent("\(name).swiftmodule").path,
      ] + files.map(\.path))
    return place
  }

  /// Writes the symbol graph of a module's public declarations into the folder, those of an SPI left out.
  public func extractSymbols(of module: String, in modules: URL) throws {
    let arguments = [
      "swift", "symbolgraph-extract", "-module-name", module, "-I", modules.path, "-target",
      try target(), "-minimum-access-level", "public", "-skip-synthesized-members", "-output-dir",
      folder.path,
    ]
    _ = try launch(URL(fileURLWithPath: "/usr/bin/env"), arguments, input: nil)
  }

  /// The compiler's default target triple.
  private func target() throws -> String {
    struct Info: Decodable {
      struct Target: Decodable { var triple: String }
      var target: Target
    }
    let text = try launch(
      URL(fileURLWithPath: "/usr/bin/env"), ["swift", "-print-target-info"], input: nil)
    return try JSONDecoder().decode(Info.self, from: Data(text.utf8)).target.triple
  }

  /// What the compiler says of a file.
  public struct Complaints: Equatable {
    public var errors: [String] = []
    public var warnings: [String] = []

    public init() {}
  }

  /// What it says of each file, by the file's name, where the files use modules of a folder; errors do not stop it.
  public func complaints(about files: [URL], importing place: URL) throws -> [String: Complaints] {
    let arguments =
      [
        "-parse-as-library", "-typecheck", "-continue-building-after-errors", "-module-name",
        "Consumers", "-I", folder.path, "-I", place.path,
      ]
      + files.map(\.path)
    let said = try output(of: Self.swiftc + arguments)
    var found: [String: Complaints] = [:]
    for line in said.split(separator: "\n") {
      for (kind, member) in [("error", \Complaints.errors), ("warning", \.warnings)] {
        guard let range = line.range(of: ": \(kind): "), !line.hasPrefix(" ") else { continue }
        let file = line[..<range.lowerBound].split(separator: ":").first ?? ""
        let name = String(file.split(separator: "/").last ?? "")
        found[name, default: Complaints()][keyPath: member].append(
          String(line[range.upperBound...]))
      }
    }
    return found
  }

  /// Whole modules: without it, each file has a compiler of its own, which reads all the others.
  private static let swiftc = [
    "swiftc", "-swift-version", "6", "-wmo", "-enable-upcoming-feature", "InternalImportsByDefault",
  ]

  private func compile(_ arguments: [String]) throws {
    _ = try launch(URL(fileURLWithPath: "/usr/bin/env"), Self.swiftc + arguments, input: nil)
  }

  /// What a program says on its standard error, whether it succeeds or not.
  private func output(of arguments: [String]) throws -> String {
    let log = folder.appendingPathComponent("log-\(UUID().uuidString)")
    _ = FileManager.default.createFile(atPath: log.path, contents: nil)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = try FileHandle(forWritingTo: log)
    try process.run()
    process.waitUntilExit()
    return try String(contentsOf: log, encoding: .utf8)
  }

  private func launch(_ program: URL, _ arguments: [String], input: URL?) throws -> String {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let out = folder.appendingPathComponent("out-\(UUID().uuidString)")
    let log = folder.appendingPathComponent("log-\(UUID().uuidString)")
    for file in [out, log] {
      _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: log)
    if let input { process.standardInput = try FileHandle(forReadingFrom: input) }
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let said = try String(contentsOf: log, encoding: .utf8)
      let errors = said.split(separator: "\n").filter { $0.contains("error:") }.prefix(30)
      throw Failure(
        description: errors.isEmpty ? String(said.suffix(2000)) : errors.joined(separator: "\n"))
    }
    return try String(contentsOf: out, encoding: .utf8)
  }
}
