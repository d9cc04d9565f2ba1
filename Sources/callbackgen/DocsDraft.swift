import ArgumentParser
import CallbackSchema
import CommandSupport
import PageReading
import SchemaSource

/// `callbackgen docs draft`
struct DocsDraft: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: "Drafts the YAML for what a saved page declares and a schema lacks.",
    discussion: """
      Prints each declaration below the keys of its place: events, fields, codes, and readings where the page differs \
      from the schema. Only what the page states without doubt is drafted; the rest is a comment with its line. A \
      person adds docs, names, outcomes and conditions.

      --apply writes the declarations into the schema files. Comments and order stay, and nothing is written that \
      'lint' would refuse. It exits with 1 if something is left for a person.
      """)

  @OptionGroup var input: PageInput

  @Flag(help: "Write the drafted declarations into the schema files.")
  var apply = false

  func validate() throws {
    guard input.service != nil else {
      throw ValidationError("Name the folder of the service with --service.")
    }
  }

  func run() throws {
    let page = try input.read()
    guard let service = page.service, let path = input.service else { throw ExitStatus.wrongInput }
    let folder = try SchemaFolder(path: path)
    guard apply else {
      let draft = PageDrafter.draft(
        page.facts, of: page.file, as: page.profile, for: service, in: folder.files,
        examples: page.examples)
      let text = "\(DraftText(draft, page: page.file.path, files: folder.files))"
      let nothing = "# \(page.file.path): the schema has everything that the page declares\n"
      return try Output.print(text.isEmpty ? nothing : text, terminator: "")
    }
    var application = DraftApplication(folder: folder, page: page, service: service)
    try application.run()
    for change in application.changes {
      // An editor may have saved the file in the meantime.
      guard
        try String(decoding: SourceFile(reading: change.path).bytes, as: UTF8.self) == change.old
      else {
        throw ExitStatus.missing("'\(change.path)' was changed meanwhile; run the command again")
      }
      try change.apply()
    }
    try Output.print(application.report, terminator: "")
    if !application.left.isEmpty { throw ExitStatus.findings }
  }
}
