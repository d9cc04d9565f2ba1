import ArgumentParser
import CommandSupport
import SchemaReview
import SchemaSource

/// `callbackgen diff`
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Reviews a schema change for its effects on deployed receivers.",
    discussion: """
      Each side is a service folder (Schemas/MyService), the folder in a git revision (main:Schemas/MyService, from the \
      root of the repository, or main:./MyService), or one edition of either (Schemas/MyService@2020-12-01). With --base REVISION every service in Schemas is compared with \
      that revision.

      A change has four verdicts: wire, whether the old code decodes the new bodies; source, whether code that uses \
      the old models compiles with the new ones; meaning, whether an unchanged value has another meaning; history, \
      whether the new code decodes the old bodies. \
      'callbackgen explain RULE' gives the reasons.

      Exit codes: 0 passed, 1 a change fails the review, 2 a schema is invalid.
      """)

  @Argument(help: "The old side.")
  var old: String?

  @Argument(help: "The new side.")
  var new: String?

  @Option(help: "A git revision to compare all services with, instead of OLD and NEW.")
  var base: String?

  @Option(help: "The folder with the services for --base.")
  var schemas = "Schemas"

  @Option(help: "The output format.")
  var format: Format = .text

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, html, json, github
  }

  @Flag(help: "In the text format, print only the changes and their verdicts.")
  var brief = false

  @Option(help: "The output file, instead of standard output.")
  var output: String?

  @Option(
    help:
      "The verdicts that fail the review: a break of the wire, source or history, a changed meaning, any of them, or never."
  )
  var failOn: Failure = .any

  enum Failure: String, CaseIterable, ExpressibleByArgument {
    case wire, source, meaning, history, any, never

    var categories: [ChangeCategory] {
      switch self {
      case .wire: [.wire]
      case .source: [.source]
      case .meaning: [.meaning]
      case .history: [.history]
      case .any: [.wire, .source, .meaning, .history]
      case .never: []
      }
    }
  }

  @Option(
    help:
      "A YAML file of approved changes: fingerprints with reasons. One without a change is an error, unless the old revision has it."
  )
  var approvals: String?

  func validate() throws {
    switch (old, new, base) {
    case (nil, nil, _?), (_?, _?, nil): return
    case (_, _, _?):
      throw ValidationError("--base excludes OLD and NEW: it compares all services.")
    default:
      throw ValidationError(
        "Name two sides, such as main:Schemas/MyService Schemas/MyService, or --base main.")
    }
  }

  func run() throws {
    let (parts, unreviewed) =
      try base.map { try ReviewSides.since($0, below: schemas) }
      ?? ([try ReviewSides.part(old ?? "", new ?? "")], [])
    for service in unreviewed {
      try Output.report("warning: '\(service.service)' is not reviewed: \(service.reason)\n")
    }
    var diagnostics = Diagnostics()
    var files: [SourceFile] = []
    var approved: [Approval] = []
    var known: Set<String> = []
    if let approvals {
      let file = try SourceFile(reading: approvals)
      files.append(file)
      approved = Approval.read(file, into: &diagnostics)
      try DiagnosticOptions.parse([]).report(diagnostics, files: files)
      known = ReviewSides.approvals(
        approvals, in: base ?? ReviewSides.Side(old ?? "").tree?.revision)
    }
    let report = Report(parts, approvals: approved, known: known, unreviewed: unreviewed)
    try print(report)
    for approval in report.staleApprovals {
      diagnostics.error(
        .staleApproval, "no change has the fingerprint \(approval.fingerprint)", at: approval.range,
        fix: "remove the line")
    }
    if !report.staleApprovals.isEmpty {
      try? DiagnosticOptions.parse([]).report(diagnostics, files: files)
      if failOn != .never { throw ExitStatus.findings }
    }
    if failOn.categories.contains(where: { report.counts[$0] > 0 }) { throw ExitStatus.findings }
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
    guard let output else { return try Output.print(text, terminator: "") }
    try OutputFolder.Change(path: output, old: nil, new: text).apply()
  }
}
