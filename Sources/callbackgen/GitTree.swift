import ArgumentParser
import Foundation
import SchemaSource

/// The files of a git revision, seen from where the tool runs.
struct GitTree {
  var revision: String

  /// The names of the folders in a folder.
  func folders(below folder: String) throws -> [String] {
    try names(["ls-tree", "-z", "-d", "--full-name", "--name-only", revision, "--", "\(folder)/"])
      .compactMap { $0.split(separator: "/").last.map(String.init) }
  }

  /// The schema files in a folder.
  func schemaFiles(in folder: String) throws -> [SourceFile] {
    guard !folder.hasPrefix("/") else {
      throw ValidationError(
        "'\(folder)' lies outside of where the tool runs: go to its repository, and name it from there."
      )
    }
    let names = try schemaNames(in: folder)
    guard !names.isEmpty else {
      throw ValidationError("'\(revision)' has no schema files in '\(folder)'.")
    }
    return try names.sorted().map { name in
      let path = folder.hasPrefix("..") ? "\(folder)/\(name)" : "./\(folder)/\(name)"
      return SourceFile(
        path: "\(revision):\(folder)/\(name)", bytes: try git(["show", "\(revision):\(path)"]))
    }
  }

  /// The names of the schema files in a folder.
  func schemaNames(in folder: String) throws -> [String] {
    try names(["ls-tree", "-z", "--full-name", "--name-only", revision, "--", "\(folder)/"])
      .compactMap { $0.split(separator: "/").last.map(String.init) }
      .filter { ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) && !$0.hasPrefix(".") }
  }

  private func names(_ arguments: [String]) throws -> [String] {
    try git(arguments).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  /// What git prints; what it complains of is an error.
  private func git(_ arguments: [String]) throws -> [UInt8] {
    // A revision that begins with a dash would be taken for an option.
    guard !revision.isEmpty, !revision.hasPrefix("-") else {
      throw ValidationError("'\(revision)' is no git revision.")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    let (out, complaint) = (Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = complaint
    do { try process.run() } catch { throw ExitStatus.diskFailure("git cannot be run", error) }
    let bytes = out.fileHandleForReading.readDataToEndOfFile()
    let said = complaint.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let text = String(decoding: said, as: UTF8.self).split(separator: "\n").first.map(String.init)
      throw ValidationError("git: \(text ?? "exit \(process.terminationStatus)")")
    }
    return [UInt8](bytes)
  }
}
