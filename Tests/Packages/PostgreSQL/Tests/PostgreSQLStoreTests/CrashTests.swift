import Foundation
import PostgreSQLStore
import Testing

extension PostgreSQLTests {
  @Suite("Receivers in processes of their own")
  struct CrashTests {
    private let database: TestDatabase

    init() async throws { database = try await TestDatabase() }

    /// Delivers a callback to a new process, with a lease of ten hours: longer than any run of the tests.
    private func deliver(_ number: Int, killedAt point: String = "none") async throws -> Command.End
    {
      try await database.probe(["deliver", "\(number)", point]).end()
    }

    @Test(
      "A callback whose claim is unfinished is handled at the next delivery after the lease",
      arguments: [("claimed", 0), ("handling", 0), ("handled", 1)])
    func unfinished(_ point: String, _ before: Int) async throws {
      let killed = try await deliver(1, killedAt: point)
      #expect(killed.isKilled && killed.status == SIGKILL && killed.text == "")
      #expect(database.effects().count == before)
      // The first redelivery comes at once; the store does not know that nobody handles the callback.
      #expect(try await deliver(1).text.hasPrefix("503 in-progress"))
      try await database.setClock(secondsLater: 18_000)
      #expect(try await deliver(1).text.hasPrefix("503 in-progress"))
      try await database.setClock(secondsLater: 18_001)
      #expect(try await deliver(1).text == "200 handled")
      #expect(try await deliver(1).text == "200 duplicate")
      // The effect happens at least once, and once more if it had happened before the end of the process.
      #expect(database.effects().count == before + 1)
    }

    @Test("A callback that is finished, but not answered, is not handled again")
    func finished() async throws {
      let killed = try await deliver(1, killedAt: "finished")
      #expect(killed.isKilled && killed.text == "")
      #expect(try await deliver(1).text == "200 duplicate")
      #expect(database.effects() == [1])
    }

    @Test(
      "Of 10,000 deliveries by two processes at once, 30 % repeated in each, every callback is handled once"
    )
    func twoProcesses() async throws {
      let probes = try [0, 1].map { _ in try database.probe(["load", "5000"]) }
      for probe in probes {
        let end = try await probe.end()
        #expect(end.text == "0 errors of the store")
        #expect(end.status == 0)
      }
      expectEffects(5000)
    }

    @Test("Connections that the server closes in the middle of deliveries lose and double nothing")
    func closedConnections() async throws {
      let probes = try [0, 1].map { _ in try database.probe(["load", "3000"]) }
      var closed = 0
      while probes.contains(where: \.isRunning) {
        closed += try await database.execute(
          """
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND application_name = 'callback receiver'
          AND pid <> pg_backend_pid() AND state = 'active'
          """
        ).rows.count
        try await Task.sleep(for: .milliseconds(100))
      }
      #expect(closed > 5, "\(closed) connections in use were closed")
      for probe in probes {
        let end = try await probe.end()
        #expect(end.text == "0 errors of the store")
        #expect(end.status == 0)
      }
      expectEffects(3000)
    }

    @Test("A server that stops in the middle of deliveries loses nothing")
    func stoppedServer() async throws {
      // A short lease: what the server did not record is handled again when it ends.
      let probes = try [0, 1].map { _ in
        try database.probe(["load", "3000"], lease: 2000)
      }
      while database.effects().count < 300 { try await Task.sleep(for: .milliseconds(5)) }
      try await Server.control("stop", "-m", "fast")
      try await Task.sleep(for: .milliseconds(300))
      try await Server.control("start")
      var errors = 0
      for probe in probes {
        let end = try await probe.end()
        #expect(end.status == 0)
        errors += Int(end.text.prefix { $0.isNumber }) ?? 0
      }
      #expect(errors > 0)
      let effects = database.effects()
      #expect(Set(effects) == expected(3000))
      // A handler's effect before the stop, and a record that failed: one for each delivery under way.
      #expect(effects.count - Set(effects).count <= 64)
    }

    private func expected(_ count: Int) -> Set<Int> {
      Set((0..<count).map { $0 % 10 < 7 ? $0 : $0 - 5 })
    }

    private func expectEffects(_ count: Int) {
      let (effects, expected) = (database.effects(), expected(count))
      #expect(expected.count == count * 7 / 10)
      #expect(effects.count == expected.count)
      #expect(Set(effects) == expected)
    }
  }
}
