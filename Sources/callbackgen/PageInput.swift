import ArgumentParser
import CallbackSchema
import CommandSupport
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
    let chosen = try chosen(of: profile, for: file, loaded, into: &diagnostics)
    try DiagnosticOptions.parse([]).report(diagnostics, files: files + [file])
    guard let chosen else { throw ExitStatus.wrongInput }
    return Reading(
      file: file, facts: chosen.facts, service: loaded, profile: chosen.page,
      examples: folder?.examples ?? [:])
  }

  /// The named page of a profile, or the one that the file is, with what the file declares; nil after a report.
  private func chosen(
    of profile: PageProfile?, for file: SourceFile, _ service: Service?,
    into diagnostics: inout Diagnostics
  ) throws -> (page: PageProfile.Page?, facts: PageFacts)? {
    if name == nil, let profile, profile.pages.count > 1 {
      let chosen = PageReader.choosePage(for: file, in: profile, of: service, into: &diagnostics)
      if let chosen { return chosen }
      if diagnostics.hasErrors { return nil }
      throw ValidationError(
        "'\(file.path)' fits no page of \(profile.path): name the page that it is with --page, of "
          + "\(profile.pages.map(\.name).joined(separator: ", ")), to see what differs.")
    }
    let page = try named(of: profile)
    return PageReader.read(file, as: page, of: service, into: &diagnostics).map { (page, $0) }
  }

  /// The named page of a profile, or its only one; nil without a profile.
  private func named(of profile: PageProfile?) throws -> PageProfile.Page? {
    guard let profile else {
      guard let name else { return nil }
      throw ValidationError("There is no pages.yaml with a page '\(name)'.")
    }
    guard let name else { return profile.pages.first }
    if let page = profile.page(named: name) { return page }
    let names = profile.pages.map(\.name)
    let closest = closestMatch(to: name, in: names).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError(
      "\(profile.path) has no page '\(name)'.\(closest) Pages: \(names.joined(separator: ", ")).")
  }
}
