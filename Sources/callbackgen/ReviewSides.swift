import ArgumentParser
import CallbackSchema
import Foundation
import SchemaReview
import SchemaSource

/// Loads the two sides of a review from folders and git revisions.
enum ReviewSides {
  /// The argument for a side: `Schemas/X`, `main:Schemas/X` or `Schemas/X@2020-12-01`.
  struct Side {
    var tree: GitTree?
    var folder: String
    var edition: String?

    init(_ text: String) {
      var rest = text
      // The name of an existing folder may contain @ and colons.
      let isFolder = FileManager.default.fileExists(atPath: text)
      if !isFolder, let at = rest.lastIndex(of: "@"), !rest[at...].contains("/") {
        edition = String(rest[rest.index(after: at)...])
        rest = String(rest[..<at])
      }
      if !FileManager.default.fileExists(atPath: rest), let colon = rest.firstIndex(of: ":") {
        let revision = String(rest[..<colon])
        rest = String(rest[rest.index(after: colon)...])
        // As git reads it: only a path that begins with ./ or ../ is relative to the working directory.
        let isRelative =
          ["./", "../", "/"].contains { rest.hasPrefix($0) } || [".", ".."].contains(rest)
        tree = GitTree(revision: revision, isFromRoot: !isRelative)
      }
      folder = ReviewSides.tidied(rest)
    }
  }

  static func part(_ old: String, _ new: String) throws -> Report.Part {
    let sides = (Side(old), Side(new))
    let isOfEditions = sides.0.edition != nil && sides.1.edition != nil
    let (before, after) = (try service(sides.0), try service(sides.1))
    return (Review(before, after, isOfEditions: isOfEditions), old, new)
  }

  /// The reviews of all services that differ from a revision.
  static func since(_ revision: String, below schemas: String) throws -> [Report.Part] {
    let folder = tidied(schemas)
    let tree = GitTree(revision: revision, isFromRoot: false)
    let prefix = folder == "." ? "" : "\(folder)/"
    // A folder without schema files is not a service.
    let before = Set(
      try tree.folders(below: folder).filter { try !tree.schemaNames(in: prefix + $0).isEmpty })
    let isThere = try Files.kind(folder) == .folder
    if !isThere, before.isEmpty {
      throw ValidationError(
        "There is no folder '\(schemas)' in the working directory or in '\(revision)'.")
    }
    let after = Set(
      try (isThere ? Files.names(in: folder) : []).filter { name in
        try Files.kind(prefix + name) == .folder
          && Files.names(in: prefix + name).contains(where: SchemaFolder.isSchema)
      })
    return try before.union(after).sorted().compactMap { name in
      let path = prefix + name
      let old = before.contains(name) ? try service(Side("\(revision):./\(path)")) : nil
      let new = after.contains(name) ? try service(Side(path)) : nil
      let review: Review? =
        switch (old, new) {
        case (let old?, let new?): Review(old, new)
        case (let old?, nil): Review(removed: old)
        case (nil, let new?): Review(added: new)
        case (nil, nil): nil
        }
      guard let review, !review.changes.isEmpty else { return nil }
      return (review, "\(revision):\(path)", path)
    }
  }

  /// The shortest form of a path: `x` for `./x/`, and a relative path for one below the working directory.
  static func tidied(_ path: String) -> String {
    var rest = path
    let here = FileManager.default.currentDirectoryPath + "/"
    if rest.hasPrefix(here) { rest.removeFirst(here.count) }
    while rest.hasPrefix("./"), rest.count > 2 { rest.removeFirst(2) }
    while rest.count > 1, rest.hasSuffix("/") { rest.removeLast() }
    return rest.isEmpty ? "." : rest
  }

  private static func service(_ side: Side) throws -> Service {
    let files =
      try side.tree?.schemaFiles(in: side.folder) ?? SchemaFolder(path: side.folder).files
    var diagnostics = Diagnostics()
    // The service is named after the folder: `.` is resolved.
    let folder =
      side.folder == "." || side.folder.hasSuffix("..")
      ? URL(fileURLWithPath: side.folder).standardizedFileURL.path : side.folder
    // Lint checks the examples; a review does not depend on them.
    let loaded = SchemaLoader.load(files, folder: folder, into: &diagnostics)
    if diagnostics.hasErrors { try DiagnosticOptions.parse([]).report(diagnostics, files: files) }
    guard let loaded else { throw ExitStatus.wrongInput }
    return try SchemaFolder.edition(side.edition, of: loaded, Review.edition)
  }
}
