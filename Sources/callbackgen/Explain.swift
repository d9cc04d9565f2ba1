import ArgumentParser
import CallbackSchema
import PayloadValidation
import SchemaReview
import SchemaSource
import SwiftGeneration

/// `callbackgen explain`
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explains the code of a problem, and how to mend it.",
    discussion: """
      The code stands in brackets at the end of a message: [unknown-key] about a schema, [unknown-code] about a body, \
      [code-shifted] about a change of a schema.
      """)

  @Argument(help: "The code. All codes are listed if none is named.")
  var code: String?

  static let codes =
    (DiagnosticCode.sourceCodes + DiagnosticCode.schemaCodes + DiagnosticCode.generationCodes
    + FindingRules.all + [.wrongApproval, .staleApproval] + ReviewRule.all.map(\.explained))
    .sorted { $0.id < $1.id }

  func run() throws {
    guard let code else {
      let width = Self.codes.map(\.id.count).max() ?? 0
      for code in Self.codes {
        print(code.id + String(repeating: " ", count: width - code.id.count + 2) + code.summary)
      }
      return
    }
    guard let found = Self.codes.first(where: { $0.id == code }) else {
      let hint =
        closestMatch(to: code, in: Self.codes.map(\.id)).map { " Did you mean '\($0)'?" } ?? ""
      throw ValidationError(
        "There is no code '\(code)'.\(hint) 'callbackgen explain' lists them all.")
    }
    print("\(found.id): \(found.summary)\n\n\(found.explanation)")
  }
}

extension ReviewRule {
  /// The rule as the codes of problems are explained.
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
