import Foundation
import TestSupport
import Testing

/// The articles of the catalog show schemas and configurations that work.
@Suite("The articles")
struct ArticlesTests {
  private func article(_ name: String) throws -> [String] {
    let text = try Repository.text("Sources/callbackgen/callbackgen.docc/\(name).md")
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The contents of an article's fences, in order.
  private func snippets(of name: String, in language: String) throws -> [String] {
    var rest = try article(name)[...]
    var found: [String] = []
    while let fence = rest.firstIndex(of: "```\(language)") {
      let content = rest[(fence + 1)...].prefix { $0 != "```" }
      found.append(content.joined(separator: "\n") + "\n")
      rest = rest[content.endIndex...]
    }
    return found
  }

  private func tool(with schema: String, _ body: (Tool) throws -> Void) throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(schema, to: "Schemas/Acme/service.yaml")
    try body(tool)
  }

  @Test("The first schema has nothing that lint finds")
  func firstSchema() throws {
    try tool(with: #require(snippets(of: "GettingStarted", in: "yaml").first)) { tool in
      let output = try tool.run("lint", "Schemas/Acme")
      #expect(output.status == 0 && output.err.isEmpty, "\(output.err)")
    }
  }

  @Test("The tour of the language is one schema, piece by piece")
  func tour() throws {
    try tool(with: snippets(of: "SchemaLanguage", in: "yaml").joined()) { tool in
      let output = try tool.run("lint", "Schemas/Acme")
      #expect(output.status == 0 && output.err.isEmpty, "\(output.err)")
    }
  }

  @Test("Every key of the configuration is told, and the example has all of them")
  func configuration() throws {
    let example = try #require(snippets(of: "Configuration", in: "json").first)
    try tool(with: #require(snippets(of: "GettingStarted", in: "yaml").first)) { tool in
      try tool.write(example, to: "callbackgen.json")
      let made = try tool.run("generate", "--config", "callbackgen.json")
      #expect(made.status == 0, "\(made.err)")
      #expect(tool.files(in: "Sources/Models/Acme") == ["Acme_service.swift"])
      let known = try tool.run("generate", "--config", "callbackgen.json", "--print-config")
      let keys = try self.keys(known.out)
      #expect(try self.keys(example) == keys)
      let headings = try article("Configuration").filter { $0.hasPrefix("### ") }
      #expect(Set(headings.map { String($0.dropFirst(4)) }) == keys)
    }
  }

  private func keys(_ json: String) throws -> Set<String> {
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    return Set(try #require(object).keys)
  }
}
