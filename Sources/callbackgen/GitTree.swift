import ArgumentParser
import CommandSupport
import Foundation
import SchemaSource

/// The files of a git revision.
struct GitTree {
  var revision: String
  /// Whether paths begin at the root of the repository; otherwise they are relative to the working directory.
  var isFromRoot: Bool

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
      let other =
        isFromRoot
        ? " A path after a revision begins at the root of the repository; write '\(revision):./\(folder)' for one in the working directory."
        : ""
      throw ValidationError("'\(revision)' has no schema files in '\(folder)'.\(other)")
    }
    return try names.sorted().map { name in
      let path = folder == "." && isFromRoot ? name : "\(folder)/\(name)"
      let isPlain = isFromRoot || folder.hasPrefix("..")
      return SourceFile(
        path: "\(revision):\(folder)/\(name)",
        bytes: try git(["show", "\(revision):\(isPlain ? "" : "./")\(path)"]))
    }
  }

  /// A single file, by its path relative to the working directory.
  func file(_ path: String) throws -> SourceFile {
    SourceFile(path: "\(revision):\(path)", bytes: try git(["show", "\(revision):./\(path)"]))
  }

  /// The names of the schema files in a folder.
  func schemaNames(in folder: String) throws -> [String] {
    try names(in: folder)
      .filter { SchemaFolder.isSchema($0) && !$0.hasPrefix(".") }
  }

  private func names(in folder: String, _ options: String...) throws -> [String] {
    let base = isFromRoot ? "--full-tree" : "--full-name"
    // Without a path git lists the folder itself.
    let path = isFromRoot && folder == "." ? [] : ["\(folder)/"]
    return try git(
      ["ls-tree", "-z"] + options + [base, "--name-only", revision, "--"] + path
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
