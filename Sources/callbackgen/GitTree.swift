import ArgumentParser
import Foundation
import SchemaSource

/// The files of a git revision, by paths relative to the working directory.
struct GitTree {
  var revision: String

  /// The names of the subfolders of a folder.
  func folders(below folder: String) throws -> [String] {
    try names(in: folder, "-d")
  }

  /// The schema files in a folder.
  func schemaFiles(in folder: String) throws -> [SourceFile] {
    guard !folder.hasPrefix("/") else {
      throw ValidationError(
        "'\(folder)' is not below the working directory: run the tool in its repository."
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
    try names(in: folder)
      .filter { ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) && !$0.hasPrefix(".") }
  }

  private func names(in folder: String, _ options: String...) throws -> [String] {
    try git(
      ["ls-tree", "-z"] + options + ["--full-name", "--name-only", revision, "--", "\(folder)/"]
    )
    .split(separator: 0).compactMap {
      String(decoding: $0, as: UTF8.self).split(separator: "/").last.map(String.init)
    }
  }

  /// The standard output of git; its first line of standard error is the error if it fails.
  private func git(_ arguments: [String]) throws -> [UInt8] {
    // Git would read a revision that begins with a dash as an option.
    guard !revision.isEmpty, !revision.hasPrefix("-") else {
      throw ValidationError("'\(revision)' is not a git revision.")
    }
    let git = try ChildProcess("git", arguments)
    let bytes = [UInt8](git.output.readDataToEndOfFile())
    do {
      try git.finish()
    } catch let failure as ChildProcess.Failure {
      throw ValidationError("git: \(failure.message)")
    }
    return bytes
  }
}
