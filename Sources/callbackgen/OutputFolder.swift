import ArgumentParser
import CallbackSchema
import CommandSupport
import Foundation
import SchemaSource
import SwiftGeneration

/// An output folder and the generated files that it should contain.
struct OutputFolder {
  var path: String
  var files: [GeneratedFile]

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
  func changes() throws -> [Change] {
    let present = Set(try Files.kind(path) == .folder ? Files.names(in: path) : [])
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
    let current = files.concurrentMap { [path] file in
      present.contains(file.name) && Self.has("\(path)/\(file.name)", file.text)
    }
    let written = try zip(files, current).compactMap { file, isCurrent -> Change? in
      guard !isCurrent else { return nil }
      let path = "\(path)/\(file.name)"
      // The list of the folder is case-sensitive; the file system may not be.
      let old = present.contains(file.name) ? try Self.read(path) : nil
      return old == file.text ? nil : Change(path: path, old: old, new: file.text)
    }
    return twins + written + stale
  }

  /// Whether a file can be read and has a text.
  private static func has(_ path: String, _ text: String) -> Bool {
    let content = try? Data(contentsOf: URL(fileURLWithPath: path))
    return content.map { String(decoding: $0, as: UTF8.self) == text } ?? false
  }

  private static func read(_ path: String) throws -> String? {
    guard try Files.kind(path) != nil else { return nil }
    return String(decoding: try Files.bytes(of: path), as: UTF8.self)
  }
}
