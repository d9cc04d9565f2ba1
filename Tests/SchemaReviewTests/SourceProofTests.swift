import CallbackSchema
import Foundation
import SchemaReview
import TestSupport
import Testing

/// Compiles code that was written against the models of the old state against those of the new one.
@Suite("The source verdicts of a review, as the compiler gives them")
struct SourceProofTests {
  @Test(
    "Code that uses the old models compiles against the new ones as each rule says, whether it has @unknown default everywhere or only where the compiler demands it"
  )
  func consumers() throws {
    try SwiftCompiler.inTemporaryFolder { compiler in
      try compiler.makeRuntime(asLibrary: false)
      let before = try module(\.before, in: "Before", by: compiler)
      let after = try module(\.after, in: "After", by: compiler)
      var refuted: [String] = []
      for unknownDefaults in ConsumerWriter.UnknownDefaults.allCases {
        let consumers = try ReviewPair.all.map { pair in
          try compiler.write(
            ConsumerWriter(ReviewPair.swift(pair.before))
              .text(module: "Models", unknownDefaults: unknownDefaults),
            to: "\(pair.rule.id).swift")
        }
        // Both compile against the old models without a warning.
        let usual = try compiler.complaints(about: consumers, importing: before)
        #expect(usual == [:], "\(unknownDefaults): \(usual)")
        let complaints = try compiler.complaints(about: consumers, importing: after)
        for pair in ReviewPair.all {
          let found = complaints["\(pair.rule.id).swift"] ?? SwiftCompiler.Complaints()
          let verdict: SourceVerdict =
            !found.errors.isEmpty ? .breaks : !found.warnings.isEmpty ? .warning : .safe
          // A module of another name is not seen in one module for all.
          let expected = pair.rule.id == "service-renamed" ? .safe : pair.source
          if verdict != expected {
            refuted.append(
              "\(pair.rule.id), @unknown default \(unknownDefaults), is \(verdict): \((found.errors + found.warnings).prefix(3))"
            )
          }
        }
      }
      #expect(refuted == [])
    }
  }

  private func module(
    _ side: KeyPath<ReviewPair, Service>, in folder: String, by compiler: SwiftCompiler
  ) throws -> URL {
    let files = try ReviewPair.all.map { pair in
      try compiler.write(
        ReviewPair.swift(pair[keyPath: side]), to: "\(folder)-\(pair.rule.id).swift")
    }
    return try compiler.makeModule("Models", of: files, in: folder)
  }
}
