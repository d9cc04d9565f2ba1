import AgoraCloudRecording
import CallbackReceiver
import HTTPTypes
import PostgreSQLStore
import Testing

extension PostgreSQLTests {
  @Suite("Errors of the database")
  struct ErrorTests {
    private func error(of store: PostgreSQLStore) async -> PostgreSQLError? {
      await #expect(throws: PostgreSQLError.self) { try await store.claimed("a") }
    }

    @Test("A server that does not run is an error, nothing is handled, and the store works again")
    func stopped() async throws {
      let database = try await TestDatabase()
      let store = database.store()
      let claim = try #require(try await store.claimed("a"))
      try await Server.control("stop", "-m", "immediate")
      let message = await error(of: store)?.description ?? ""
      #expect(message.hasPrefix("PostgreSQL: connection to server on socket"))
      #expect(message.contains("Is the server running locally and accepting connections"))
      let receiver = try CallbackReceiver<Agora.Callback>.unverified(store: store)
      let body = #"{"noticeId":"n","productId":3,"eventType":31,"payload":{"details":{}}}"#
      func receive() async -> Receipt<Agora.Callback> {
        await receiver.receive(headers: [:], body: body.utf8) { _ in }
      }
      let receipt = await receive()
      #expect(receipt.outcome.name == "store-failed" && receipt.response == .retry)
      try await Server.control("start")
      #expect(await receive().outcome.name == "handled")
      #expect(await receive().outcome.name == "duplicate")
      #expect(try await store.isInProgress("a"))
      try await store.finish(claim)
    }

    @Test("A table that does not exist, and a database that does not, are errors that name them")
    func missing() async throws {
      let noTable = await error(of: PostgreSQLStore(try Server.settings("postgres")))
      #expect(noTable?.code == "42P01")
      #expect(noTable?.description.contains(#"relation "delivery" does not exist"#) == true)
      let noDatabase = await error(of: PostgreSQLStore(try Server.settings("none")))
      #expect(noDatabase?.description.contains(#"database "none" does not exist"#) == true)
    }

    @Test(
      "A row that another transaction holds is an error after five seconds, and nothing is claimed"
    )
    func locked() async throws {
      let database = try await TestDatabase()
      let store = database.store()
      _ = try #require(try await store.claimed("a"))
      try await database.setClock(secondsLater: 3601)
      try await database.execute("BEGIN")
      try await database.execute("SELECT key FROM delivery FOR UPDATE")
      let start = ContinuousClock.now
      let locked = await error(of: store)
      #expect(locked?.code == "57014")
      #expect(start.duration(to: .now) < .seconds(15))
      try await database.execute("ROLLBACK")
      #expect(try await store.claimed("a") != nil)
    }

    @Test("No description shows the connection string, which may contain a password")
    func password() async throws {
      let string = try Server.settings("none") + " password=sample-password"
      let store = PostgreSQLStore(string)
      var text = "\(store) \(await error(of: store)?.description ?? "")"
      dump(store, to: &text)
      for string in [
        "host=/tmp password='sample-password", "host=/tmp password=a sample-password",
        "sample-password", "postgresql://user:sample-password:5@/tmp", "",
      ] {
        let message = await error(of: PostgreSQLStore(string))?.description ?? ""
        #expect(message.hasPrefix("PostgreSQL: "))
        text += message
      }
      #expect(text.contains("the connection string is neither like host"))
      #expect(!text.contains("sample-password"))
    }
  }
}
