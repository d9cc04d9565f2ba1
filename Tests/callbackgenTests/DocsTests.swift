import TestSupport
import Testing

@Suite("Documents that are made of the schemas")
struct DocsTests {
  private func tool(_ arguments: String...) throws -> String {
    let tool = try Tool()
    defer { tool.remove() }
    let output = try tool.runInRepository(arguments)
    #expect(output.status == 0, "\(output.err)")
    return output.out
  }

  @Test("docs/coverage.md is what the tool prints; make generate records it")
  func coverage() throws {
    #expect(try tool("docs", "coverage") == Repository.text("docs/coverage.md"))
  }

  @Test("README's table of services is what the tool prints; make generate records it")
  func services() throws {
    let table = try tool("docs", "services")
    #expect(table.split(separator: "\n").count > 4)
    #expect(try Repository.text("README.md").contains("<!-- services -->\n\n\(table)\n<!-- end"))
  }

  @Test(
    "The table of deliveries in docs/receiving.md is what the tool prints; make generate records it"
  )
  func deliveries() throws {
    let table = try tool("docs", "deliveries")
    #expect(table.split(separator: "\n").count > 4)
    #expect(
      try Repository.text("docs/receiving.md")
        .contains("<!-- deliveries -->\n\n\(table)\n<!-- end of deliveries -->"))
  }
}
