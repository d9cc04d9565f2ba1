import ArgumentParser
import CallbackSchema
import PayloadValidation
import SchemaSource
import SwiftGeneration

/// `callbackgen explain`
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explains the code of a problem, and how to mend it.",
    discussion: """
      The code stands in brackets at the end of a message: [unknown-key] about a schema, [unknown-code] about a body.
      """)

  @Argument(help: "The code. All codes are listed if none is named.")
  var code: String?

  static let codes =
    (DiagnosticCode.sourceCodes + DiagnosticCode.schemaCodes + DiagnosticCode.generationCodes
    + FindingRules.all)
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
