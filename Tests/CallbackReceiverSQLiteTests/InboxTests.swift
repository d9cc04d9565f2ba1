import AgoraCloudRecording
import CallbackReceiver
import CallbackReceiverSQLite
import CallbackRuntime
import Foundation
import HTTPTypes
import Testing

@Suite("The inbox in an SQLite file")
struct InboxTests {
  private struct Failure: Error {}

  private let folder: StoreFolder
  private let machine = TestMachine()
  private let store: SQLiteStore

  init() throws {
    folder = try StoreFolder()
    store = try SQLiteStore(path: folder.store, clock: machine.clock())
  }

  /// A receiver, by default without a deadline.
  private func receiver(
    _ options: ReceiverOptions<Agora.Callback>? = nil
  ) throws -> CallbackReceiver<Agora.Callback> {
    var patient = ReceiverOptions<Agora.Callback>()
    patient.deadline = nil
    patient.storeDeadline = nil
    let options = options ?? patient
    return try CallbackReceiver(secrets: ["secret"], store: store, inbox: store, options: options)
  }

  private func request(_ sequence: Int) throws -> CallbackRequest {
    try request(
      #"{"noticeId":"n","productId":3,"eventType":31,"notifyMs":5,"payload":{"cname":"room","uid":"1","#
        + #""sid":"recording","sequence":\#(sequence),"sendts":5,"serviceType":2,"details":{"status":0}}}"#
    )
  }

  private func request(_ body: String) throws -> CallbackRequest {
    try CallbackSigner(Agora.signatures[0], secret: "secret")
      .signed(CallbackRequest(headers: [:], body: Array(body.utf8)), now: 0)
  }

  private func receive(
    _ receiver: CallbackReceiver<Agora.Callback>, _ request: CallbackRequest,
    handler: @escaping @Sendable (Agora.Callback) async throws -> Void = { _ in }
  ) async -> Receipt<Agora.Callback> {
    await receiver.receive(
      headers: request.headers, body: request.body, url: request.url, handler: handler)
  }

  @Test("A request is kept as it was received, with its key and its verdict")
  func kept() async throws {
    var request = try request(1)
    request.headers.append(HTTPField(name: .init("X-Note")!, value: "one, \"two\" é"))
    request.headers.append(HTTPField(name: .init("x-note")!, value: "three"))
    request.url = "https://example.com/agora?a=b"
    #expect(await receive(try receiver(), request).outcome.name == "handled")
    let entry = try #require(try await store.entries().first)
    #expect(
      entry
        == InboxEntry(
          number: 1, service: "AgoraCloudRecording", arrival: 1_700_000_000_000, request: request,
          key: #"AgoraCloudRecording:["recording",2,31,1]"#, verdict: "handled"))
  }

  @Test("Each delivery has its verdict, and a request with a wrong signature is not kept")
  func verdicts() async throws {
    let receiver = try receiver()
    _ = await receive(receiver, try request(1))
    _ = await receive(receiver, try request(1))
    _ = await receive(receiver, try request(2)) { _ in throw Failure() }
    let unreadable = await receive(receiver, try request("[]"))
    #expect(unreadable.outcome.name == "unreadable" && unreadable.response.status == .ok)
    var forged = try request(3)
    forged.body.append(0x20)
    _ = await receive(receiver, forged)
    let entries = try await store.entries()
    #expect(entries.map(\.verdict) == ["handled", "duplicate", "failed", "unreadable"])
    #expect(entries.last?.request.body == Array("[]".utf8) && entries.last?.key == nil)
    #expect(try await store.entries(after: 2, limit: 1) == [entries[2]])
  }

  @Test(
    "After the deadline the callback is acknowledged, and the entry settled when the handler ends")
  func deadline() async throws {
    var options = ReceiverOptions<Agora.Callback>()
    options.deadline = .milliseconds(10)
    options.storeDeadline = nil
    let (late, lateEnd) = AsyncStream.makeStream(of: String.self)
    options.lateOutcome = { lateEnd.yield("\($0.key) \($1)") }
    let receiver = try receiver(options)
    let (ended, end) = AsyncStream.makeStream(of: Void.self)
    let receipt = await receive(receiver, try request(1)) { _ in for await _ in ended {} }
    #expect(receipt.outcome.name == "unfinished" && receipt.response.status == .ok)
    let second = await receive(receiver, try request(1))
    #expect(second.outcome.name == "in-progress" && second.response == .retry)
    #expect(try await store.entries().map(\.verdict) == [nil, "in-progress"])
    end.finish()
    var outcomes = late.makeAsyncIterator()
    #expect(await outcomes.next() == #"AgoraCloudRecording:["recording",2,31,1] handled"#)
    #expect(try await store.entries().map(\.verdict) == ["handled", "in-progress"])
    #expect(await receive(receiver, try request(1)).outcome.name == "duplicate")
  }

  @Test("A handler that fails after its callback was acknowledged runs again from the inbox")
  func resumed() async throws {
    var options = ReceiverOptions<Agora.Callback>()
    options.deadline = .milliseconds(10)
    options.storeDeadline = nil
    let (late, lateEnd) = AsyncStream.makeStream(of: String.self)
    options.lateOutcome = { lateEnd.yield($1.name) }
    let receiver = try receiver(options)
    let (ended, end) = AsyncStream.makeStream(of: Void.self)
    let receipt = await receive(receiver, try request(1)) { _ in
      for await _ in ended {}
      throw Failure()
    }
    #expect(receipt.outcome.name == "unfinished")
    // The handler still runs, and its callback is passed over.
    let early = try await receiver.resume { _ in Issue.record("the handler ran") }
    #expect(early.map(\.outcome.name) == ["in-progress"])
    end.finish()
    var outcomes = late.makeAsyncIterator()
    #expect(await outcomes.next() == "failed")
    let failed = try await receiver.resume { _ in throw Failure() }
    #expect(failed.map(\.outcome.name) == ["failed"])
    let handled = try await receiver.resume { #expect($0.deliverySequence == 1) }
    #expect(handled.map(\.outcome.name) == ["handled"])
    #expect(try await receiver.resume { _ in Issue.record("the handler ran") }.isEmpty)
    #expect(try await store.entries().map(\.verdict) == ["handled"])
  }

  @Test("More unsettled requests than are read at once are all resumed, in their order")
  func manyUnsettled() async throws {
    for sequence in 0..<250 {
      _ = try await store.keep(try request(sequence), service: "AgoraCloudRecording")
    }
    _ = try await store.keep(try request(999), service: "AnotherService")
    let receipts = try await receiver().resume { _ in }
    #expect(receipts.compactMap { $0.received?.callback.deliverySequence } == Array(0..<250))
    #expect(try await store.unsettled(service: "AnotherService", after: 0, limit: 9).count == 1)
  }

  @Test("A request that cannot be kept is not handled")
  func fullDisk() async throws {
    let full = try SQLiteStore(path: folder.store, clock: machine.clock(), greatestPageCount: 1)
    var options = ReceiverOptions<Agora.Callback>()
    options.storeDeadline = nil
    let receiver = try CallbackReceiver<Agora.Callback>(
      secrets: ["secret"], store: MemoryStore(), inbox: full, options: options)
    var long = try request(1)
    // White space is signed, so that the body is long enough for pages of its own.
    long = try request(
      String(decoding: long.body, as: UTF8.self) + String(repeating: " ", count: 100_000))
    let receipt = await receive(receiver, long) { _ in Issue.record("the handler ran") }
    #expect(receipt.outcome.name == "store-failed" && receipt.response == .retry)
  }

  @Test("Old entries with a verdict are deleted, those without one are not")
  func removal() async throws {
    let receiver = try receiver()
    _ = await receive(receiver, try request(1))
    _ = try await store.keep(try request(2), service: "AgoraCloudRecording")
    machine.advance(milliseconds: 60_000)
    _ = await receive(receiver, try request(3))
    #expect(try await store.removeSettled(olderThan: .seconds(30)) == 1)
    #expect(try await store.entries().map(\.number) == [2, 3])
  }
}
