import ArgumentParser
import CallbackSchema
import CommandSupport
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
    let (before, after) = (try state(sides.0), try state(sides.1))
    return (Review(before, after, isOfEditions: isOfEditions), old, new)
  }

  /// The reviews of all services that differ from a revision, and the services whose schema there is invalid.
  static func since(
    _ revision: String, below schemas: String
  ) throws -> (parts: [Report.Part], unreviewed: [Report.Unreviewed]) {
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
    var parts: [Report.Part] = []
    var unreviewed: [Report.Unreviewed] = []
    for name in before.union(after).sorted() {
      let path = prefix + name
      let side = Side("\(revision):./\(path)")
      let oldFiles = before.contains(name) ? try files(side) : []
      let newFiles = after.contains(name) ? try files(Side(path)) : []
      // A schema that nobody touched is no part of the change, valid or not.
      if oldFiles.map(\.bytes) == newFiles.map(\.bytes) { continue }
      let new = newFiles.isEmpty ? nil : try state(Side(path))
      var diagnostics = Diagnostics()
      let old = oldFiles.isEmpty ? nil : load(oldFiles, side.folder, into: &diagnostics)
      if let error = diagnostics.all.first(where: { $0.severity == .error }) {
        unreviewed.append(
          Report.Unreviewed(
            service: path, reason: "its schema in '\(revision)' is invalid: \(error.message)"))
        continue
      }
      let review: Review? =
        switch (old, new) {
        case (let old?, let new?): Review(old, new)
        case (let old?, nil): Review(removed: old)
        case (nil, let new?): Review(added: new)
        case (nil, nil): nil
        }
      guard let review, !review.changes.isEmpty else { continue }
      parts.append((review, "\(revision):\(path)", path))
    }
    return (parts, unreviewed)
  }

  /// The fingerprints that a file of approvals has in a revision; empty without the revision or the file.
  static func approvals(_ path: String, in revision: String?) -> Set<String> {
    guard let revision,
      let file = try? GitTree(revision: revision, isFromRoot: false).file(tidied(path))
    else { return [] }
    var diagnostics = Diagnostics()
    return Set(Approval.read(file, into: &diagnostics).map(\.fingerprint))
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

  private static func state(_ side: Side) throws -> Review.State {
    let files = try files(side)
    var diagnostics = Diagnostics()
    let loaded =
      side.tree == nil
      ? try SchemaFolder(path: side.folder).load(into: &diagnostics).map {
        Review.State($0, namesInto: &diagnostics)
      }
      : load(files, side.folder, into: &diagnostics)
    if diagnostics.hasErrors { try DiagnosticOptions.parse([]).report(diagnostics, files: files) }
    guard let loaded else { throw ExitStatus.wrongInput }
    guard let edition = side.edition else { return loaded }
    return Review.State(
      try SchemaFolder.edition(edition, of: loaded.service, Review.edition))
  }

  private static func files(_ side: Side) throws -> [SourceFile] {
    try side.tree?.schemaFiles(in: side.folder) ?? SchemaFolder(path: side.folder).files
  }

  /// Loads and checks a schema of a revision, as lint does but without its examples; nil after an error of the schema.
  private static func load(
    _ files: [SourceFile], _ folder: String, into diagnostics: inout Diagnostics
  ) -> Review.State? {
    // The service is named after the folder: `.` is resolved.
    let isRelative = folder == "." || folder.hasSuffix("..")
    let path = isRelative ? URL(fileURLWithPath: folder).standardizedFileURL.path : folder
    guard let service = SchemaLoader.load(files, folder: path, into: &diagnostics),
      !diagnostics.hasErrors
    else { return nil }
    return Review.State(service, namesInto: &diagnostics)
  }
}
