import ArgumentParser
import Foundation
import SchemaReview
import SchemaSource

/// `callbackgen diff`
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reports the effect of a schema change on receivers in production.",
    discussion: """
      Each state is the folder of a service (Schemas/MyService), the folder in a git revision \
      (main:Schemas/MyService), or one edition of either (Schemas/MyService@2020-12-01). --base REVISION compares \
      every service below Schemas with that revision.

      Each change has three verdicts. Wire: does code generated from the old schema decode bodies that follow the new \
      one? Source: does code that uses the models compile after they are regenerated? Meaning: does the same JSON mean \
      something else? 'callbackgen explain RULE' explains them.

      Exits with 1 if a change fails the review.
      """)

  @Argument(help: "The old state.")
  var old: String?

  @Argument(help: "The new state.")
  var new: String?

  @Option(help: "A git revision; compares every service that changed since.")
  var base: String?

  @Option(help: "The folder of the services that --base compares.")
  var schemas = "Schemas"

  @Option(help: "The format of the report.")
  var format: Format = .text

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, html, json, github
  }

  @Flag(help: "Leave out locations, samples, advice and fingerprints from a text report.")
  var brief = false

  @Option(help: "The file to write the report to, instead of standard output.")
  var output: String?

  @Option(
    help:
      "The verdicts that fail the review: wire or source breaks, meaning changed, any of them, or never."
  )
  var failOn: Failure = .any

  enum Failure: String, CaseIterable, ExpressibleByArgument {
    case wire, source, meaning, any, never
  }

  @Option(help: "A file of approved changes: fingerprints with reasons.")
  var approvals: String?

  func validate() throws {
    switch (old, new, base) {
    case (nil, nil, _?), (_?, _?, nil): return
    case (_, _, _?):
      throw ValidationError("--base compares all services and takes no states.")
    default:
      throw ValidationError(
        "Name two states, such as main:Schemas/MyService Schemas/MyService, or --base main.")
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
        fix: "remove the approval")
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
