import ArgumentParser
import CallbackSchema
import CommandSupport
import Foundation
import SchemaSource
import SwiftGeneration

/// An output folder, which is compared with the generated files that it should contain.
struct OutputFolder {
  let path: String
  /// The names of the files on disk. The list is case-sensitive; the file system may not be.
  ///
  /// An error is thrown by ``changes(to:)``, after the errors of all schemas.
  private let present: Result<Set<String>, any Error>

  init(path: String) {
    self.path = path
    present = Result { Set(try Files.kind(path) == .folder ? Files.names(in: path) : []) }
  }

  /// A file that the folder should contain.
  struct Expected {
    var name: String
    /// The content; nil if the file on disk has it, so that most texts need not be kept.
    var text: String?
  }

  /// Compares a generated file with the one on disk. A file that cannot be read counts as different.
  func expected(_ name: String, _ text: borrowing OutputBuffer) -> Expected {
    let isPresent = (try? present.get().contains(name)) ?? false
    let handle = isPresent ? FileHandle(forReadingAtPath: "\(path)/\(name)") : nil
    let isCurrent = text.withBytes { bytes in (try? handle?.has(bytes)) ?? false }
    return Expected(name: name, text: isCurrent ? nil : text.text())
  }

  /// A difference between a file on disk and a generated file.
  struct Change {
    var path: String
    /// The content on disk; nil if the file does not exist.
    var old: String?
    /// The generated content; nil if the file should not exist.
    var new: String?

    var summary: String {
      switch (old, new) {
      case (nil, _): "created \(path)"
      case (_, nil): "deleted \(path)"
      default: "updated \(path)"
      }
    }

    var diff: String {
      UnifiedDiff.text(
        old: old ?? "", new: new ?? "", oldName: old == nil ? "/dev/null" : path,
        newName: new == nil ? "/dev/null" : path)
    }

    /// Writes the file atomically, or deletes it. A device such as `/dev/stdout` is written, not replaced.
    func apply() throws {
      let url = URL(fileURLWithPath: path)
      do {
        if let new, try Files.kind(path) == .device {
          try FileHandle(forWritingTo: url).write(contentsOf: Data(new.utf8))
        } else if let new {
          try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
          try Data(new.utf8).write(to: url, options: .atomic)
        } else {
          try FileManager.default.removeItem(at: url)
        }
      } catch {
        throw ExitStatus.diskFailure("'\(path)' cannot be written", error)
      }
    }
  }

  /// The required changes in this order: deletions of generated files whose name differs from a new one only in case,
  /// because both are one file on a case-insensitive file system; then files with another content; then deletions of
  /// generated files without a schema.
  func changes(to files: [Expected]) throws -> [Change] {
    let present = try present.get()
    let known = Set(files.map(\.name))
    var twins: [Change] = []
    var stale: [Change] = []
    for name in present.sorted() where name.hasSuffix(".swift") && !known.contains(name) {
      let twin = files.first { $0.name.lowercased() == name.lowercased() }
      let path = "\(path)/\(name)"
      // Only files with the header of generated files are deleted.
      guard let old = try Self.read(path), old.hasPrefix(GeneratedFile.header) else {
        guard let twin else { continue }
        throw ExitStatus.missing(
          "'\(path)' is not a generated file, and its name differs from '\(twin.name)' only in case: rename it",
        )
      }
      let change = Change(path: path, old: old, new: nil)
      if twin == nil { stale.append(change) } else { twins.append(change) }
    }
    let written = try files.compactMap { file -> Change? in
      guard let text = file.text else { return nil }
      let path = "\(path)/\(file.name)"
      let old = present.contains(file.name) ? try Self.read(path) : nil
      return Change(path: path, old: old, new: text)
    }
    return twins + written + stale
  }

  private static func read(_ path: String) throws -> String? {
    guard try Files.kind(path) != nil else { return nil }
    return String(decoding: try Files.bytes(of: path), as: UTF8.self)
  }
}
