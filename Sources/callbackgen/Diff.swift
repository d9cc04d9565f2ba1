import ArgumentParser
import Foundation
import SchemaReview
import SchemaSource

/// `callbackgen diff`
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what a change of a schema means for receivers that are already in production.",
    discussion: """
      Each side is the folder of a service (Schemas/MyService), the folder as a git revision has it \
      (main:Schemas/MyService), or one edition of either (Schemas/MyService@2020-12-01). With --base REVISION every \
      service below Schemas is compared with that revision.

      Each change has three verdicts: wire, does yesterday's code read tomorrow's bodies; source, does code that uses \
      the models still compile; meaning, does something look the same and say something else. \
      'callbackgen explain RULE' tells why.

      Exits with 1 if a change fails the review.
      """)

  @Argument(help: "The state before.")
  var old: String?

  @Argument(help: "The state after.")
  var new: String?

  @Option(help: "A git revision: compares all services that changed since.")
  var base: String?

  @Option(help: "Where the services of --base lie.")
  var schemas = "Schemas"

  @Option(help: "How the review is printed.")
  var format: Format = .text

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, html, json, github
  }

  @Flag(help: "In a text: only what happened and the verdicts.")
  var brief = false

  @Option(help: "The file to print to, instead of the terminal.")
  var output: String?

  @Option(
    help:
      "What fails the review: a wire or source verdict of breaks, a changed meaning, any of them, or nothing."
  )
  var failOn: Failure = .any

  enum Failure: String, CaseIterable, ExpressibleByArgument {
    case wire, source, meaning, any, never
  }

  @Option(help: "A file of fingerprints with reasons: changes that are known and meant.")
  var approvals: String?

  func validate() throws {
    switch (old, new, base) {
    case (nil, nil, _?), (_?, _?, nil): return
    case (_, _, _?):
      throw ValidationError("With --base no sides are named: all services are compared.")
    default:
      throw ValidationError(
        "Name two sides, such as main:Schemas/MyService Schemas/MyService, or --base main.")
    }
  }

  func run() throws {
    let parts =
      try base.map { try ReviewSides.since($0, below: schemas) }
      ?? [try ReviewSides.part(old ?? "", new ?? "")]
    var diagnostics = Diagnostics()
    var files: [SourceFile] = []
    var known: [Approval] = []
    if let approvals {
      let file = try ReviewSides.file(approvals)
      files.append(file)
      known = Approval.read(file, into: &diagnostics)
      try DiagnosticOptions.parse([]).report(diagnostics, files: files)
    }
    let report = Report(parts, approvals: known)
    try print(report)
    for approval in report.staleApprovals {
      diagnostics.error(
        .staleApproval, "no change has the fingerprint \(approval.fingerprint)", at: approval.range,
        fix: "take the line out")
    }
    if !report.staleApprovals.isEmpty {
      try? DiagnosticOptions.parse([]).report(diagnostics, files: files)
      if failOn != .never { throw ExitStatus.findings }
    }
    if isFailed(report.counts) { throw ExitStatus.findings }
  }

  private func isFailed(_ counts: Report.Counts) -> Bool {
    switch failOn {
    case .wire: counts.wireBreaks > 0
    case .source: counts.sourceBreaks > 0
    case .meaning: counts.meaningChanges > 0
    case .any: counts.wireBreaks + counts.sourceBreaks + counts.meaningChanges > 0
    case .never: false
    }
  }

  private func print(_ report: Report) throws {
    let text =
      switch format {
      case .text: report.text(isBrief: brief)
      case .markdown: report.markdown
      case .html: report.html
      case .json: report.json
      case .github: report.github
      }
    guard let output else { return FileHandle.standardOutput.write(Data(text.utf8)) }
    try OutputFolder.Change(path: output, old: nil, new: text).apply()
  }
}
