import Foundation
import TestSupport
import Testing

@Suite("Outputs that the documents show")
struct ShownOutputTests {
  @Test(
    "Each is what the tool prints; make generate records it",
    arguments: ["README.md", "docs/review.md"])
  func shown(_ path: String) throws {
    let tool = try Tool()
    defer { tool.remove() }
    let blocks = try Repository.text(path).components(separatedBy: "<!-- output: ").dropFirst()
    #expect(!blocks.isEmpty)
    for block in blocks {
      let parts = block.components(separatedBy: " -->\n\n```\n")
      let shown = try #require(
        parts.dropFirst().first?.components(separatedBy: "```\n\n<!-- end of output -->").first)
      let arguments = parts[0].split(separator: " ").map(String.init)
      let output = try tool.runInRepository(arguments)
      #expect(output.out == shown, "\(path): \(parts[0])")
    }
  }
}
