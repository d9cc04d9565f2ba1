import Foundation
import TestSupport
import Testing

@Suite("Diagnostics of wrong inputs")
struct DiagnosticGoldenTests {
  static let cases = (try? Repository.folders(in: "Tests/Diagnostics")) ?? []

  @Test("The tool prints what is recorded about a wrong input", arguments: cases)
  func golden(_ code: String) throws {
    let tool = try Tool()
    defer { tool.remove() }
    let folder = "Tests/Diagnostics/\(code)"
    let approvals = "\(folder)/approvals.yaml"
    let page = "\(folder)/page.md"
    let said = try tool.runInRepository(
      (try? Repository.text(approvals)) != nil
        ? ["diff", "\(folder)/Sample", "\(folder)/Sample", "--approvals", approvals]
        : (try? Repository.text(page)) != nil
          ? ["docs", "inventory", page, "--service", "\(folder)/Sample"]
          : ["lint", "\(folder)/Sample"]
    ).err
    #expect(
      said == (try Repository.text("\(folder)/expected.txt")), "If this is meant: make goldens")
    #expect(said.contains("[\(code)]"), "the golden of \(code) does not show it")
  }

  @Test("explain lists every code of the sources, and each has its golden")
  func everyCode() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let explained = Set(
      try tool.run("explain").out.split(separator: "\n").compactMap {
        $0.split(separator: " ").first.map(String.init)
      })
    let codes = try literals(#/DiagnosticCode\(\s*id: "([a-z-]+)"/#, in: "Sources")
    #expect(codes.count > 50)
    #expect(codes.subtracting(explained).sorted() == [], "Explain.codes lacks the list of these")
    #expect(codes.sorted() == Self.cases, "a code without a golden, or a golden without its code")

    // The rules of findings and of reviews have their own proofs: near misses, and Tests/Review.
    let rules = try literals(
      #/= Finding.Rule\(rawValue: "([a-z-]+)"\)/#, in: "Sources/CallbackRuntime")
    #expect(rules.count > 15)
    #expect(rules.subtracting(explained).sorted() == [], "FindingRules.all lacks these")
    let reviews = Set(try Repository.folders(in: "Tests/Review"))
    // The rules of pages have theirs in PageReadingTests.
    let pages = try literals(#/PageRule\(\s*"([a-z-]+)"/#, in: "Sources/PageReading")
    #expect(pages.count > 10)
    #expect(
      explained.subtracting(codes).subtracting(rules).subtracting(reviews).subtracting(pages)
        .sorted() == ["unreadable"])
  }

  @Test("Every code is explained by a sentence and a way out")
  func explanations() throws {
    let tool = try Tool()
    defer { tool.remove() }
    for code in Self.cases {
      let parts = try tool.run("explain", code).out.components(separatedBy: "\n\n")
      #expect(parts.count >= 2 && parts[0].hasSuffix("."), "\(code)")
      #expect((parts.last ?? "").count > code.count + 20, "\(code)")
    }
  }

  /// What a pattern captures in the Swift files below a folder.
  private func literals(_ pattern: Regex<(Substring, Substring)>, in folder: String) throws -> Set<
    String
  > {
    let root = Repository.root.appendingPathComponent(folder)
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    var found: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      found.formUnion(text.matches(of: pattern).map { String($0.output.1) })
    }
    return found
  }
}
