import ArgumentParser
import CallbackSchema
import PageReading
import SchemaSource

/// A saved documentation page and the service that it describes.
struct PageInput: ParsableArguments {
  @Argument(help: "The page: a file with Markdown, HTML or a browser's text.")
  var page: String

  @Option(
    help:
      "The folder of the service that the page describes; its pages.yaml says how it is written."
  )
  var service: String?

  @Option(
    name: .customLong("page"),
    help: "The name of the page in pages.yaml; default: the one whose entries match.")
  var name: String?

  /// A page that has been read.
  struct Reading {
    var file: SourceFile
    var facts: PageFacts
    var service: Service?
    var profile: PageProfile.Page?
    /// The files of the folder `Examples`, by name.
    var examples: [String: SourceFile] = [:]
  }

  /// Reads the page, and the schema and the profile of the service; diagnostics are printed.
  func read() throws -> Reading {
    var diagnostics = Diagnostics()
    let folder = try service.map { try SchemaFolder(path: $0) }
    let loaded = folder.flatMap { $0.load(into: &diagnostics) }
    let profileFile = try folder?.profileFile()
    let profile = profileFile.flatMap {
      PageProfileLoader.load($0, of: loaded, into: &diagnostics)
    }
    let files = (folder?.files ?? []) + [profileFile].compactMap { $0 }
    try DiagnosticOptions.parse([]).report(diagnostics, files: files)
    let file = try SourceFile(reading: page)
    let entry = try chosen(of: profile, for: file, loaded)
    let facts = PageReader.read(file, as: entry, of: loaded, into: &diagnostics)
    try DiagnosticOptions.parse([]).report(diagnostics, files: files + [file])
    guard let facts else { throw ExitStatus.wrongInput }
    return Reading(
      file: file, facts: facts, service: loaded, profile: entry,
      examples: folder?.examples ?? [:])
  }

  /// The named page of a profile, or the one that the file is.
  private func chosen(
    of profile: PageProfile?, for file: SourceFile, _ service: Service?
  ) throws -> PageProfile.Page? {
    guard let profile else {
      guard let name else { return nil }
      throw ValidationError("There is no pages.yaml with a page '\(name)'.")
    }
    let names = profile.pages.map(\.name)
    guard let name else {
      if profile.pages.count == 1 { return profile.pages[0] }
      if let page = PageReader.choosePage(for: file, in: profile, of: service) { return page }
      throw ValidationError(
        "'\(file.path)' fits no page of \(profile.path): name the page that it is with --page, of "
          + "\(names.joined(separator: ", ")), to see what differs.")
    }
    if let page = profile.page(named: name) { return page }
    let closest = closestMatch(to: name, in: names).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError(
      "\(profile.path) has no page '\(name)'.\(closest) Pages: \(names.joined(separator: ", ")).")
  }
}
