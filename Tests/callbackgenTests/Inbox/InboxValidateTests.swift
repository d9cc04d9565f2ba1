import CallbackReceiver
import CallbackReceiverSQLite
import CallbackRuntime
import Foundation
import HTTPTypes
import TestSupport
import Testing

@Suite("Validating an inbox")
struct InboxValidateTests {
  /// The findings of a JSON report, without the names of files and the lines.
  private func findings(_ report: String) throws -> [RawJSON] {
    let elements = try #require(try RawJSON(report)["findings"]?.elements)
    return try elements.map { finding in
      let members = try #require(finding.members).filter {
        !["file", "line", "column"].contains($0.name)
      }
      return try RawJSON(
        "{\(members.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ","))}")
    }
  }

  @Test("It has the findings of its bodies", arguments: InboxCase.all)
  func equal(_ service: InboxCase) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    // Bodies with one deviation each, and complete ones.
    let options = ["--service", "Schemas/\(service.name)"]
    let misses = try tool.runInRepository(["sample", "--near-miss"] + options).out
    var bodies = try misses.split(separator: "\n").prefix(150).compactMap {
      try RawJSON(String($0))["body"]?.bytes
    }
    bodies += try service.bodies().map { body in
      Array(String(decoding: body, as: UTF8.self).replacing("\n", with: " ").utf8)
    }
    #expect(bodies.count > 50)
    let store = try SQLiteStore(path: tool.inbox)
    for body in bodies {
      _ = try await store.keep(
        CallbackRequest(headers: [.contentType: "application/json"], body: body),
        service: service.name)
    }
    let log = bodies.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    try tool.write(log, to: "bodies.log")
    func report(_ file: String) throws -> Tool.Output {
      let path = tool.folder.appendingPathComponent(file).path
      return try tool.runInRepository(
        ["validate", path, "--format", "json", "--all", "--read-as", "lines"] + options)
    }
    let (inbox, lines) = (try report("inbox.sqlite"), try report("bodies.log"))
    #expect(inbox.status == lines.status)
    let expected = try findings(lines.out)
    #expect(expected.count > 50)
    #expect(try findings(inbox.out) == expected)
    for name in ["bodies", "unreadable", "summary"] {
      #expect(try RawJSON(inbox.out)[name] == RawJSON(lines.out)[name])
    }
    #expect(inbox.err.contains("inbox.sqlite was read as an inbox\n"))
  }

  @Test("A finding has the number of the entry, and the position in its body")
  func position() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try await tool.writeInbox([
      (0, #"{"kind":1,"data":{"name":"a"}}"#), (1, "{\"kind\":1,\n  \"data\":{\"name\":7}}"),
      (2, "no JSON"),
    ])
    let output = try tool.run("validate", "--service", "Schemas/Sample", "inbox.sqlite")
    #expect(output.status == 2)
    let lines = output.out.split(separator: "\n")
    try #require(lines.count > 2)
    #expect(lines[0].hasPrefix("inbox.sqlite#2:2:18: "), "\(lines[0])")
    #expect(lines[1].hasPrefix("inbox.sqlite#3:1:1: error: "), "\(lines[1])")
    #expect(output.out.hasSuffix("\n3 bodies, 2 findings\n"))
    #expect(output.err == "note: inbox.sqlite was read as an inbox\n")
  }

  @Test("Headers identify the event of a request")
  func headers() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let store = try SQLiteStore(path: tool.inbox)
    for (topic, body) in [("shop/update", "{}"), ("nonsense", "{}")] {
      _ = try await store.keep(
        CallbackRequest(
          headers: [.init("x-topic")!: topic], body: Array(body.utf8)), service: "Shop")
    }
    try tool.write(
      """
      callbackgen: 1
      service:
        name: Shop
        editions: { page: {} }
        headers: { X-Topic: { type: string, doc: The topic. } }
        event: { by: header X-Topic, in: . }
        envelope: {}
      events:
        updated: { id: shop/update, doc: It was updated. }
      """, to: "Schemas/Shop/service.yaml")
    let output = try tool.run("validate", "--service", "Schemas/Shop", "inbox.sqlite")
    #expect(output.status == 1, "\(output.err)")
    #expect(output.out.hasSuffix("2 bodies, 1 finding\n"), "\(output.out)")
    #expect(output.out.hasPrefix("inbox.sqlite#2:1:1: "), "\(output.out)")
  }

  @Test("Requests of other services are skipped, and told")
  func otherServices() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try await tool.writeInbox([(0, #"{"kind":1,"data":{"name":"a"}}"#)])
    let store = try SQLiteStore(path: tool.inbox)
    _ = try await store.keep(CallbackRequest(headers: [:], body: []), service: "Other")
    let output = try tool.run("validate", "--service", "Schemas/Sample", "inbox.sqlite")
    #expect(output.status == 0)
    #expect(output.out == "1 body, 0 findings\n")
    #expect(output.err.contains("note: requests of other services skipped: 1 of Other\n"))
  }

  @Test("Options for logs, pipes and compressed inboxes are told as such")
  func unsuitable() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try await tool.writeInbox([(0, #"{"kind":1,"data":{"name":"a"}}"#)])
    for option in ["--body .body", "--prefix a"] {
      let output = try tool.shell(
        "\"$0\" validate --service Schemas/Sample inbox.sqlite \(option)")
      #expect(output.status == 64)
      #expect(
        output.err.contains("is for logs: an inbox has the body and the headers of each request"))
    }
    for command in [
      "\"$0\" validate --service Schemas/Sample - <inbox.sqlite",
      "cat inbox.sqlite | \"$0\" validate --service Schemas/Sample -",
      "gzip -k inbox.sqlite; \"$0\" validate --service Schemas/Sample inbox.sqlite.gz",
    ] {
      let output = try tool.shell(command)
      #expect(output.status == 74)
      #expect(
        output.err.hasSuffix("' contains an SQLite file: name the inbox itself, uncompressed\n"),
        "\(output.err)")
    }
  }
}
