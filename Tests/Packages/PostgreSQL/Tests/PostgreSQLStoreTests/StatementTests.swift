import Foundation
import PostgreSQLStore
import Testing

extension PostgreSQLTests {
  @Suite("Statements")
  struct StatementTests {
    @Test("docs/receiving.md prints the statements of the store, and no others")
    func document() throws {
      let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().pathComponents
      let root = "/" + file.dropFirst().dropLast(6).joined(separator: "/")
      let text = try String(contentsOfFile: "\(root)/docs/receiving.md", encoding: .utf8)
      let blocks = text.components(separatedBy: "```sql\n").dropFirst()
        .map { $0.components(separatedBy: "\n```")[0] }
      let statements = [
        PostgreSQLStore.table, PostgreSQLStore.claim, PostgreSQLStore.state, PostgreSQLStore.renew,
        PostgreSQLStore.finish, PostgreSQLStore.release, PostgreSQLStore.forget,
      ]
      let printed = blocks.joined(separator: "\n\n").split(separator: "\n\n").map { block in
        block.split(separator: "\n").drop { $0.hasPrefix("-- ") }.joined(separator: "\n")
      }
      #expect(printed == statements)
    }
  }
}
