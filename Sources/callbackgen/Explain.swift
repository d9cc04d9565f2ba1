import ArgumentParser
import CallbackSchema
import CommandSupport
import PageReading
import PayloadValidation
import SchemaReview
import SchemaSource
import SwiftGeneration

/// `callbackgen explain`
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a diagnostic code, a finding rule or a review rule.",
    discussion: """
      A message ends with its code in brackets: [unknown-key] for a schema, [unknown-code] for a body, [code-shifted] for \
      a schema change.
      """)

  @Argument(help: "The code; default: a list of all codes.")
  var code: String?

  static let codes =
    (DiagnosticCode.sourceCodes + DiagnosticCode.schemaCodes + DiagnosticCode.generationCodes
    + DiagnosticCode.pageCodes + PageRule.all.map(\.code) + FindingRules.all
    + [.wrongApproval, .staleApproval] + ReviewRule.all.map(\.explained))
    .sorted { $0.id < $1.id }

  func run() throws {
    guard let code else {
      let width = Self.codes.map(\.id.count).max() ?? 0
      for code in Self.codes {
        try Output.print(
          code.id + String(repeating: " ", count: width - code.id.count + 2) + code.summary)
      }
      return
    }
    // A rule of findings may share its code with a diagnostic: duplicate-key.
    let found = Self.codes.filter { $0.id == code }
    guard !found.isEmpty else {
      let hint =
        closestMatch(to: code, in: Self.codes.map(\.id)).map { " Did you mean '\($0)'?" } ?? ""
      throw ValidationError(
        "There is no code '\(code)'.\(hint) 'callbackgen explain' lists them all.")
    }
    try Output.print(
      found.map { "\($0.id): \($0.summary)\n\n\($0.explanation)" }.joined(separator: "\n\n"))
  }
}

extension ReviewRule {
  /// The rule in the form of a diagnostic code.
  fileprivate var explained: DiagnosticCode {
    let opposite: String =
      switch opposite {
      case .rule(let other): "Opposite rule: \(other)."
      case .none(let reason): "There is no opposite rule: \(reason)."
      }
    return DiagnosticCode(
      id: id, summary: what,
      explanation: """
        wire: \(wire.text)
        source: \(source.rawValue)
        meaning: \(meaning.rawValue)

        \(why) \(advice) \(opposite)
        """)
  }
}
