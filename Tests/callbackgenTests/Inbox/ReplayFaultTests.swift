import CallbackReceiver
import CallbackReceiverSQLite
import Foundation
import HTTPTypes
import TestSupport
import Testing

@Suite("Faults of a replay")
struct ReplayFaultTests {
  private let body = "{\"kind\":1,\"data\":{\"name\":\"a\"}}"

  private func tool(_ count: Int = 1, _ body: (Tool) async throws -> Void) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try await tool.writeInbox((0..<count).map { (Int64($0), self.body) })
    try await body(tool)
  }

  /// Posts the inbox to a server that replies in one way.
  private func replay(
    _ tool: Tool, _ reply: HTTPTestServer.Reply, _ options: String = ""
  ) async throws -> (output: Tool.Output, server: HTTPTestServer) {
    let server = try HTTPTestServer { _ in reply }
    defer { server.stop() }
    let command = "\"$0\" replay inbox.sqlite --service Schemas/Sample --pace max --to"
    return (try await tool.shellBeside("\(command) \(server.url) \(options)"), server)
  }

  @Test("A response that is no receipt is a message, and exit code 1")
  func refused() async throws {
    try await tool(2) { tool in
      let (output, server) = try await replay(
        tool, .response(CallbackResponse(status: .serviceUnavailable, body: Array("busy".utf8))))
      #expect(output.status == 1)
      #expect(
        output.err == "error: entry 1: refused: status 503\nerror: entry 2: refused: status 503\n")
      #expect(
        output.out.contains("s: 0 accepted, 2 refused, 0 without a response\nstatus 503: 2\n"))
      #expect(server.arrivals.count == 2)
    }
  }

  @Test("A redirect is not followed")
  func redirect() async throws {
    try await tool { tool in
      var response = CallbackResponse(status: .temporaryRedirect)
      response.headers[.location] = "/elsewhere"
      let (output, server) = try await replay(tool, .response(response))
      #expect(output.status == 1)
      #expect(output.err == "error: entry 1: refused: status 307\n")
      #expect(server.arrivals.map(\.path) == ["/callbacks"])
    }
  }

  @Test("A long response is a response")
  func longResponse() async throws {
    try await tool(2) { tool in
      let (output, _) = try await replay(
        tool,
        .response(CallbackResponse(status: .ok, body: [UInt8](repeating: 120, count: 1 << 20))))
      #expect(output.status == 0, "\(output.err)")
    }
  }

  @Test("A server that does not answer is a message after the time limit")
  func silence() async throws {
    try await tool(2) { tool in
      let (output, server) = try await replay(tool, .silence, "--timeout 0.3")
      #expect(output.status == 1)
      let message = "no response: no complete response within 0.3 seconds\n"
      #expect(output.err == "error: entry 1: \(message)error: entry 2: \(message)")
      #expect(output.out.contains("s: 0 accepted, 0 refused, 2 without a response\n"))
      #expect(!output.out.contains("latency"))
      #expect(server.arrivals.count == 2)
    }
  }

  @Test(
    "A connection that is closed, and bytes that are not HTTP, are a message",
    arguments: ["", "hello\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"])
  func broken(_ bytes: String) async throws {
    try await tool { tool in
      let (output, _) = try await replay(tool, .bytes(bytes))
      #expect(output.status == 1)
      #expect(output.err.hasPrefix("error: entry 1: no response: "), "\(output.err)")
      #expect(output.err.components(separatedBy: "\n").count == 2)
      #expect(output.out.contains("s: 0 accepted, 0 refused, 1 without a response\n"))
    }
  }

  @Test("Without a server the replay stops after ten requests")
  func noServer() async throws {
    try await tool(25) { tool in
      let output = try await tool.shellBeside(
        "\"$0\" replay inbox.sqlite --service Schemas/Sample --pace max --to http://127.0.0.1:1/")
      #expect(output.status == 1)
      #expect(output.err.components(separatedBy: ": no response: ").count == 11)
      #expect(
        output.err.hasSuffix(
          "\nerror: stopped after ten requests in a row without a response: is a server running at http://127.0.0.1:1/?\n"
        ))
      #expect(
        output.out.contains("s: 0 accepted, 0 refused, 10 without a response, 15 not posted\n"))
    }
  }

  @Test("An interrupted replay ends with its summary, although the next request is an hour away")
  func interrupted() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try await tool.writeInbox([(0, body), (3_600_000, body)])
    let server = try HTTPTestServer { _ in
      try? tool.write("", to: "posted")
      return .response(CallbackResponse(status: .ok))
    }
    defer { server.stop() }
    let output = try await tool.shellBeside(
      """
      "$0" replay inbox.sqlite --service Schemas/Sample --to \(server.url) &
      while ! test -e posted; do sleep 0.05; done; sleep 0.3
      kill -INT $!; wait $!
      """)
    #expect(output.status == 130, "\(output.err)")
    #expect(output.err == "")
    #expect(
      output.out.contains("s: 1 accepted, 0 refused, 0 without a response, 1 not posted\n"))
  }

  @Test("A request that cannot be signed is not posted, and the others are")
  func unsigned() async throws {
    let service = InboxCase.all[3]
    let tool = try Tool()
    defer { tool.remove() }
    let store = try SQLiteStore(path: tool.inbox)
    let bodies = [Array("[]".utf8), try #require(try service.bodies().first)]
    for body in bodies {
      _ = try await store.keep(CallbackRequest(headers: [:], body: body), service: service.name)
    }
    let server = try HTTPTestServer { _ in .response(CallbackResponse(status: .ok)) }
    defer { server.stop() }
    let output = try await tool.shellBeside(
      "\"$0\" replay inbox.sqlite --service \"$1/Schemas/\(service.name)\" --to \(server.url)",
      secret: "secret")
    #expect(output.status == 1)
    #expect(
      output.err
        == "error: entry 1: not posted: it cannot be signed, member EventType is missing\n")
    #expect(server.arrivals.count == 1)
    #expect(
      output.out.contains(
        "s: 1 accepted, 0 refused, 0 without a response, 1 that cannot be signed\n"))
  }

  @Test(
    "Options that make no sense are told as such",
    arguments: [
      ("--to ftp://a/", "--to: 'ftp://a/' is no URL"),
      ("--to nonsense", "--to: 'nonsense' is no URL"),
      ("--to http://", "--to: 'http://' is no URL"),
      ("--to http://a --jobs 0", "--jobs: 0 is not between"),
      ("--to http://a --timeout 0", "--timeout: 0.0 is not between"),
      ("--to http://a --timeout nan", "--timeout: nan is not between"),
      ("--to http://a --pace 0x", "The value '0x' is invalid for '--pace"),
      ("--to http://a --pace=-1/s", "The value '-1/s' is invalid for '--pace"),
      ("--to http://a --pace nanx", "The value 'nanx' is invalid for '--pace"),
      ("--to http://a --since yesterday", "The value 'yesterday' is invalid for '--since"),
      ("--to http://a --keep-signatures", "Sample documents no signature: leave out --keep"),
      ("--to http://a --secret-env A", "Sample documents no signature: leave out --secret"),
      (
        "--to http://a --secret-env A --keep-signatures",
        "--secret-env and --keep-signatures exclude"
      ),
    ])
  func usage(_ options: String, _ message: String) async throws {
    try await tool { tool in
      let output = try tool.shell(
        "\"$0\" replay inbox.sqlite --service Schemas/Sample \(options)")
      #expect(output.status == 64)
      #expect(output.err.hasPrefix("Error: \(message)"), "\(output.err)")
    }
  }

  @Test("A full disk and a closed pipe end the summary and the export as they end other commands")
  func output() async throws {
    try await tool { tool in
      let server = try HTTPTestServer { _ in .response(CallbackResponse(status: .ok)) }
      defer { server.stop() }
      for command in [
        "\"$0\" replay inbox.sqlite --service Schemas/Sample --to \(server.url)",
        "\"$0-inbox\" export inbox.sqlite", "\"$0-inbox\" --help",
      ] {
        if FaultTests.hasFullDevice {
          let full = try await tool.shellBeside("\(command) >/dev/full")
          #expect(full.status == 74)
          #expect(
            full.err == "error: standard output cannot be written: No space left on device\n")
        }
        let closed = try await tool.shellBeside(
          "{ sleep 0.2; (trap '' PIPE; exec \(command)); echo $? >status; } 2>said | true; while ! test -s status; do sleep 0.05; done"
        )
        #expect(closed.status == 0)
        #expect(tool.read("status") == "141\n" && tool.read("said") == "")
      }
    }
  }
}
