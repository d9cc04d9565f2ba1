import CallbackReceiver
import CallbackReceiverSQLite
import CallbackRuntime
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import callbackgen_inbox

@Suite("Replaying an inbox")
struct ReplayTests {
  private let recorded = "recorded-secret"

  private func tool(_ body: (Tool) async throws -> Void) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try await body(tool)
  }

  private func replay(_ service: InboxCase, to server: HTTPTestServer, _ more: String = "")
    -> String
  {
    "\"$0\" replay inbox.sqlite --service \"$1/Schemas/\(service.name)\" --to \(server.url) --pace max \(more)"
  }

  /// The body with the signature inside it, if there is one, replaced by a word.
  private func unsigned(_ body: [UInt8]) -> String {
    String(decoding: body, as: UTF8.self)
      .replacing(/"Signature":"[0-9a-f]{64}"/, with: "\"Signature\":removed")
  }

  @Test(
    "Every request arrives in order, with its bytes and headers, and is accepted with a new secret",
    arguments: InboxCase.all)
  func posted(_ service: InboxCase) async throws {
    try await tool { tool in
      let requests = try await service.fill(tool.inbox, secret: Secret(recorded))
      let count = requests.count
      #expect(count > 5)
      let server = try service.server(secret: "new-secret")
      defer { server.stop() }
      let output = try await tool.shellBeside(replay(service, to: server), secret: "new-secret")
      #expect(output.status == 0, "\(output.err)")
      #expect(output.err == "")
      #expect(output.out.hasPrefix("\(count) requests in "), "\(output.out)")
      #expect(output.out.contains("s: \(count) accepted, 0 refused, 0 without a response\n"))
      #expect(output.out.contains("\nstatus 200: \(count)\nlatency p50 "))
      let arrivals = server.arrivals.map(\.request)
      try #require(arrivals.count == count)
      for (arrival, request) in zip(arrivals, requests) {
        #expect(unsigned(arrival.body) == unsigned(request.body))
        if service.schemes.allSatisfy({ if case .header = $0.place { true } else { false } }) {
          #expect(arrival.body == request.body)
        } else {
          #expect(arrival.body != request.body)
        }
        for field in request.headers {
          let values = arrival.headers[values: field.name]
          #expect(values.count == 1)
          let isSignature = service.schemes.contains { $0.place == .header(field.name.rawName) }
          #expect((values == [field.value]) == !isSignature, "\(field.name)")
        }
      }
      let receive = try service.receiver("new-secret", MemoryStore(), nil)
      for arrival in arrivals { #expect(await receive(arrival).status == .ok) }
    }
  }

  @Test(
    "With the secret of the recording the very same requests are posted", arguments: InboxCase.all)
  func equal(_ service: InboxCase) async throws {
    try await tool { tool in
      let requests = try await service.fill(tool.inbox, secret: Secret(recorded))
      let server = try service.server(secret: Secret(recorded))
      defer { server.stop() }
      let output = try await tool.shellBeside(
        "SECRET_OF_MINE=\(recorded) \(replay(service, to: server, "--secret-env SECRET_OF_MINE"))")
      #expect(output.status == 0, "\(output.err)")
      let arrivals = server.arrivals.map(\.request)
      #expect(arrivals.map(\.body) == requests.map(\.body))
      for (arrival, request) in zip(arrivals, requests) {
        for field in request.headers { #expect(arrival.headers[field.name] == field.value) }
      }
    }
  }

  @Test("A server with another secret refuses them, and the secret is nowhere printed")
  func forged() async throws {
    let service = InboxCase.all[0]
    try await tool { tool in
      let requests = try await service.fill(tool.inbox, secret: Secret(recorded))
      let server = try service.server(secret: "the-other-secret")
      defer { server.stop() }
      let output = try await tool.shellBeside(replay(service, to: server), secret: recorded)
      #expect(output.status == 1)
      #expect(
        output.err.hasPrefix("error: entry 1: refused: status 401, where the vendor expects 200\n"))
      #expect(output.err.components(separatedBy: "error: ").count == 11)
      #expect(
        output.err.hasSuffix("\nnote: further requests that are not accepted are only counted\n"))
      #expect(
        output.out.contains("s: 0 accepted, \(requests.count) refused, 0 without a response\n"))
      #expect(!(output.out + output.err).contains(recorded))
      #expect(server.arrivals.count == requests.count)
    }
  }

  @Test("Recorded signatures are posted if asked for")
  func kept() async throws {
    let service = InboxCase.all[0]
    try await tool { tool in
      _ = try await service.fill(tool.inbox, secret: Secret(recorded))
      for (secret, status) in [(recorded, 0), ("new-secret", 1)] as [(String, Int32)] {
        let server = try service.server(secret: Secret(secret))
        defer { server.stop() }
        let command = replay(service, to: server, "--keep-signatures")
        #expect(try await tool.shellBeside(command, secret: "any").status == status)
      }
    }
  }

  @Test("Without a secret nothing is posted")
  func withoutSecret() async throws {
    let service = InboxCase.all[0]
    try await tool { tool in
      _ = try await service.fill(tool.inbox, secret: Secret(recorded))
      let server = try HTTPTestServer { _ in .silence }
      defer { server.stop() }
      for (options, name) in [("", "CALLBACKGEN_SECRET"), ("--secret-env NONE", "NONE")] {
        let output = try await tool.shellBeside(replay(service, to: server, options))
        #expect(output.status == 64)
        #expect(
          output.err.hasPrefix(
            "Error: The environment variable \(name) is not set: set it to the secret of AgoraCloudRecording, or"
          ), "\(output.err)")
      }
      #expect(server.arrivals.isEmpty)
    }
  }

  @Test("Requests that arrive after the start are not posted, such as those of the same receiver")
  func laterRequests() async throws {
    try await tool { tool in
      try await tool.writeInbox((0..<3).map { ($0, "{}") })
      let store = try SQLiteStore(path: tool.inbox)
      var cursor = try EntryCursor(tool.inbox, InboxSelection())
      var numbers: [Int64] = []
      while let entry = try cursor.next(), numbers.count < 9 {
        numbers.append(entry.number)
        _ = try await store.keep(entry.request, service: entry.service)
      }
      #expect(numbers == [1, 2, 3])
      #expect(try EntryCursor(tool.inbox, InboxSelection()).extent.count == 6)
    }
  }

  @Test("Times, outcomes and the service select requests")
  func selected() async throws {
    try await tool { tool in
      try await tool.writeInbox(
        (0..<4).map { ($0 * 60_000, "{\"kind\":1,\"data\":{\"name\":\"\($0)\"}}") })
      let store = try SQLiteStore(path: tool.inbox)
      try await store.settle(2, verdict: "failed", key: "a")
      try await store.settle(3, verdict: "handled", key: "b")
      _ = try await store.keep(CallbackRequest(headers: [:], body: []), service: "Other")
      for (options, expected) in [
        ("", [0, 1, 2, 3]), ("--since 2023-11-14T22:14:20Z", [1, 2, 3]),
        ("--since 2023-11-14T22:14:20.001Z", [2, 3]), ("--until 2023-11-14T22:15:20Z", [0, 1]),
        ("--outcome failed", [1]), ("--outcome failed --outcome unsettled", [0, 1, 3]),
      ] {
        let server = try HTTPTestServer { _ in .response(CallbackResponse(status: .noContent)) }
        defer { server.stop() }
        let output = try await tool.shellBeside(
          "\"$0\" replay inbox.sqlite --service Schemas/Sample --to \(server.url) --pace max \(options)"
        )
        #expect(output.status == 0, "\(output.err)")
        let names = server.arrivals.compactMap {
          (try? RawJSON(bytes: $0.request.body))?["data"]?["name"]?.string.flatMap(Int.init)
        }
        #expect(names == expected, "\(options)")
      }
      let none = try await tool.shellBeside(
        "\"$0\" replay inbox.sqlite --service Schemas/Sample --to http://127.0.0.1:1/ --outcome duplicate"
      )
      #expect(none.status == 2)
      #expect(
        none.err
          == "error: 'inbox.sqlite' has no such request of Sample: it has 1 of Other (unsettled), 2 of Sample (unsettled), 1 of Sample (failed), 1 of Sample (handled)\n"
      )
    }
  }

  @Test("The recorded pauses are kept, divided by a factor, or left out")
  func pace() async throws {
    try await tool { tool in
      try await tool.writeInbox(
        [0, 300, 600].map { ($0, "{\"kind\":1,\"data\":{\"name\":\"a\"}}") })
      let command = "\"$0\" replay inbox.sqlite --service Schemas/Sample --to"
      /// The time of the whole replay in seconds, as its summary says.
      func time(_ pace: String) async throws -> Double {
        let server = try HTTPTestServer { _ in .response(CallbackResponse(status: .ok)) }
        defer { server.stop() }
        let output = try await tool.shellBeside("\(command) \(server.url) \(pace)")
        #expect(output.status == 0, "\(output.err)")
        #expect(server.arrivals.count == 3)
        let found = try #require(
          output.out.firstMatch(of: /^3 requests in ([0-9.]+) (m?s): 3 accepted/), "\(output.out)")
        return try #require(Double(found.1)) / (found.2 == "s" ? 1 : 1000)
      }
      #expect(try await time("") >= 0.6)
      #expect(try await time("--pace 0.5x") >= 1.2)
      #expect(try await time("--pace 4/s") >= 0.5)
    }
    // An hour between two requests: nobody waits for it.
    try await tool { tool in
      try await tool.writeInbox(
        [0, 3_600_000].map { ($0, "{\"kind\":1,\"data\":{\"name\":\"a\"}}") })
      for pace in ["max", "36000x", "100/s"] {
        let server = try HTTPTestServer { _ in .response(CallbackResponse(status: .ok)) }
        defer { server.stop() }
        let output = try await tool.shellBeside(
          "\"$0\" replay inbox.sqlite --service Schemas/Sample --to \(server.url) --pace \(pace)")
        #expect(output.status == 0 && server.arrivals.count == 2, "\(output.err)")
      }
    }
  }

  @Test("Several requests are under way at one time if asked for")
  func jobs() async throws {
    try await tool { tool in
      try await tool.writeInbox((0..<8).map { ($0, "{\"kind\":1,\"data\":{\"name\":\"a\"}}") })
      let barrier = Barrier(4)
      let server = try HTTPTestServer { _ in
        barrier.wait()
        return .response(CallbackResponse(status: .ok))
      }
      defer { server.stop() }
      let output = try await tool.shellBeside(
        "\"$0\" replay inbox.sqlite --service Schemas/Sample --to \(server.url) --pace max --jobs 4"
      )
      #expect(output.status == 0, "\(output.err)")
      #expect(server.arrivals.count == 8)
    }
  }

  @Test("The help is that of the program that has the command")
  func help() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let help = try tool.shell("\"$0-inbox\" replay --help").out
    #expect(help.contains("--keep-signatures") && help.contains("--pace"))
    #expect(try tool.run("replay", "--help").out == help)
    #expect(try tool.run("replay", "-h").out == help)
    #expect(try tool.run("help", "replay").out == help)
  }

  @Test("The inbox and its folder stay as they are, whether or not a receiver has it open")
  func unchanged() async throws {
    try await tool { tool in
      try await tool.writeInbox([(0, "{\"kind\":1,\"data\":{\"name\":\"a\"}}")])
      func state() throws -> [String: Data] {
        var state: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: tool.folder.path)
        where name.hasPrefix("inbox") && !name.hasSuffix("-shm") {
          state[name] = try Data(contentsOf: tool.folder.appendingPathComponent(name))
        }
        return state
      }
      func read() async throws {
        let server = try HTTPTestServer { _ in .response(CallbackResponse(status: .ok)) }
        defer { server.stop() }
        let output = try await tool.shellBeside(
          """
          "$0" replay inbox.sqlite --service Schemas/Sample --to \(server.url) --pace max >/dev/null &&
          "$0-inbox" export inbox.sqlite && "$0" validate inbox.sqlite --service Schemas/Sample
          """)
        #expect(output.status == 0, "\(output.err)")
      }
      let closed = try state()
      #expect(closed.keys.sorted() == ["inbox.sqlite"])
      try await read()
      #expect(try state() == closed)
      let store = try SQLiteStore(path: tool.inbox)
      _ = try await store.keep(
        CallbackRequest(headers: [:], body: Array("{\"kind\":1,\"data\":{\"name\":\"b\"}}".utf8)),
        service: "Sample")
      let open = try state()
      #expect(open.keys.sorted() == ["inbox.sqlite", "inbox.sqlite-wal"])
      try await read()
      #expect(try state() == open)
      #expect(try await store.entries().count == 2)
    }
  }
}
