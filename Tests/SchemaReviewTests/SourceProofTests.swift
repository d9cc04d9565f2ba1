import CallbackSchema
import Foundation
import SchemaReview
import TestSupport
import Testing

/// The compiler's word on the source verdict of every rule: code that was written against the models of before is
/// compiled against those of after.
@Suite("The source verdicts of a review, as the compiler gives them")
struct SourceProofTests {
  @Test("A consumer of yesterday's models compiles against tomorrow's as each rule says")
  func consumers() throws {
    try SwiftCompiler.inTemporaryFolder { compiler in
      try compiler.makeRuntime(asLibrary: false)
      let before = try module(\.before, in: "Before", by: compiler)
      let after = try module(\.after, in: "After", by: compiler)
      let consumers = try ReviewPair.all.map { pair in
        try compiler.write(
          ConsumerWriter(ReviewPair.swift(pair.before)).text(module: "Models"),
          to: "\(pair.rule.id).swift")
      }
      // Against what they were written for, nothing is to be said of them.
      let usual = try compiler.complaints(about: consumers, importing: before)
      #expect(usual == [:], "\(usual)")
      let complaints = try compiler.complaints(about: consumers, importing: after)
      var refuted: [String] = []
      for pair in ReviewPair.all {
        let found = complaints["\(pair.rule.id).swift"] ?? SwiftCompiler.Complaints()
        let verdict: SourceVerdict =
          !found.errors.isEmpty ? .breaks : !found.warnings.isEmpty ? .warning : .safe
        // A module of another name is not seen in one module for all.
        let expected = pair.rule.id == "service-renamed" ? .safe : pair.source
        if verdict != expected {
          refuted.append(
            "\(pair.rule.id) is \(verdict): \((found.errors + found.warnings).prefix(3))")
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
