import ArgumentParser
import Foundation
import SwiftGeneration

/// A folder of generated files: what is in it, and what should be.
struct OutputFolder {
  var path: String
  var files: [GeneratedFile]

  /// One file that is not as it should be.
  struct Change {
    var path: String
    /// Nil where there is no such file yet.
    var old: String?
    /// Nil where there should be none.
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

    /// Writes the file whole or not at all.
    func apply() throws {
      let url = URL(fileURLWithPath: path)
      do {
        if let new {
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

  /// What has to change, in this order: generated files whose name differs from a wanted one in case alone go, because
  /// some file systems take both for one file; then the files whose content differs; then the generated ones that no
  /// schema makes any more.
  func changes() throws -> [Change] {
    let present = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    var twins: [Change] = []
    var stale: [Change] = []
    for name in present
    where name.hasSuffix(".swift") && !files.contains(where: { $0.name == name }) {
      let twin = files.first { $0.name.lowercased() == name.lowercased() }
      let path = "\(path)/\(name)"
      // Only what bears our header is ours to delete.
      guard let old = try Self.read(path), old.hasPrefix(GeneratedFile.header) else {
        guard let twin else { continue }
        throw ExitStatus.missing(
          "'\(path)' was not generated, and differs from '\(twin.name)' in case alone: rename it",
        )
      }
      let change = Change(path: path, old: old, new: nil)
      if twin == nil { stale.append(change) } else { twins.append(change) }
    }
    let written = try files.compactMap { file -> Change? in
      let path = "\(path)/\(file.name)"
      // The folder's own list tells case, the file system may not.
      let old = present.contains(file.name) ? try Self.read(path) : nil
      return old == file.text ? nil : Change(path: path, old: old, new: file.text)
    }
    return twins + written + stale
  }

  private static func read(_ path: String) throws -> String? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do {
      return String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    } catch {
      throw ExitStatus.diskFailure("'\(path)' cannot be read", error)
    }
  }
}
