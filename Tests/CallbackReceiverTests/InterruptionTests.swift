import AgoraCloudRecording
import CallbackReceiver
import CallbackRuntime
import Foundation
import HTTPTypes
import Testing

@Suite("Deliveries that are cancelled, shared or unusual", .timeLimit(.minutes(1)))
struct InterruptionTests {
  private let sample = Samples.agora

  /// A task that is cancelled at one of the operations of a store.
  private final class Interruption: @unchecked Sendable {
    private let lock = NSLock()
    private var rest: Int
    private var task: Task<Receipt<Agora.Callback>, Never>?

    init(at place: Int) { rest = place }

    func set(_ task: Task<Receipt<Agora.Callback>, Never>) { lock.withLock { self.task = task } }

    func pass() {
      lock.withLock {
        if rest == 0 { task?.cancel() }
        rest -= 1
      }
    }

    var isReached: Bool { lock.withLock { rest < 0 } }
  }

  @Test(
    "A delivery that is cancelled at any operation is handled once by the next one, or was handled",
    arguments: [false, true], [false, true])
  func cancelled(_ hasInbox: Bool, _ fails: Bool) async throws {
    var place = 0
    while true {
      let interruption = Interruption(at: place)
      let store = GatedStore { _ in
        interruption.pass()
      } after: { _ in
        interruption.pass()
      }
      let receiver = try CallbackReceiver<Agora.Callback>(
        secrets: [ServiceSample<Agora.Callback>.secret], store: store,
        inbox: hasInbox ? store : nil, options: .patient)
      let request = try sample.request(sample.event(1))
      let runs = Counter()
      let gate = Gate()
      let first = Task {
        await gate.pass()
        return await receiver.receive(request) { _ in
          interruption.pass()
          try await Task.sleep(for: .zero)
          if fails { throw FailingStore.Failure() }
          runs.increase()
          interruption.pass()
        }
      }
      interruption.set(first)
      gate.open()
      let outcome = await first.value.outcome.name
      if !interruption.isReached { break }
      let second = await receiver.receive(request) { _ in runs.increase() }.outcome.name
      #expect(
        (outcome, second) == ("handled", "duplicate") || (outcome, second) == ("failed", "handled"),
        "place \(place): \(outcome), \(second)")
      #expect(runs.value == 1, "place \(place)")
      _ = try await receiver.resume { _ in runs.increase() }
      #expect(runs.value == 1, "place \(place), resumed")
      place += 1
    }
    // Two for each of claim and finish or release, and of keep and settle; and two in the handler, or one before it fails.
    #expect(place == (hasInbox ? 8 : 4) + (fails ? 1 : 2))
  }

  @Test("Two receivers that share a store in memory handle each of 200 callbacks once")
  func shared() async throws {
    let store = MemoryStore()
    let receivers = [try sample.receiver(store), try sample.receiver(store)]
    let tally = Tally()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for place in 0..<1000 {
        let number = place % 200
        let request = try sample.request(sample.event(number))
        group.addTask {
          while await receivers[place % 2].receive(
            request, handler: { _ in tally.count(number) }
          ).response.status != .ok { await Task.yield() }
        }
      }
      try await group.waitForAll()
    }
    #expect(tally.counts == Dictionary(uniqueKeysWithValues: (0..<200).map { ($0, 1) }))
  }

  @Test("A handler that never ends keeps its claim, and each delivery is answered with 503")
  func endless() async throws {
    let clock = ManualClock()
    let time = TestTime()
    var options = ReceiverOptions<Agora.Callback>()
    options.clock = clock
    let receiver = try sample.receiver(MemoryStore { time.now }, options: options)
    let request = try sample.request(sample.event(1))
    let gate = Gate()
    async let first = receiver.receive(request) { _ in await gate.pass() }
    await clock.sleeping(2)
    for _ in 0..<100 {
      time.advance(by: .seconds(7))
      clock.advance(by: .seconds(7))
      await clock.sleeping(1)
      let receipt = await receiver.receive(request) { _ in Issue.record("the handler ran twice") }
      #expect(receipt.outcome.name == "in-progress" && receipt.response == .retry)
    }
    #expect(await first.outcome.name == "unfinished")
    gate.open()
    await receiver.finishRunningHandlers(within: .seconds(1))
  }

  private struct EmptyBodies: SampleCheck {
    func check<Callback: ServiceCallback>(_ sample: ServiceSample<Callback>) async throws {
      let receiver = try sample.receiver(MemoryStore())
      let unsigned = await receiver.receive(headers: [:], body: []) { _ in }
      guard case .rejected = unsigned.outcome else {
        Issue.record("\(unsigned.outcome)")
        return
      }
      let scheme = Callback.service.signatures[0]
      guard case .header = scheme.place else { return }
      let receipt = await receiver.receive(try sample.request("")) { _ in }
      #expect(receipt.outcome.name == "unreadable")
    }
  }

  @Test("An empty body is rejected, and unreadable if it is signed", arguments: ServiceCase.all)
  func empty(_ service: ServiceCase) async throws { try await service.run(EmptyBodies()) }

  @Test("A body of 50 megabytes is handled once, and rejected if it is forged")
  func large() async throws {
    let receiver = try sample.receiver(MemoryStore())
    let padding = String(repeating: "x", count: 50_000_000)
    let body = sample.event(1).replacing(#""cname":"room""#, with: #""cname":"\#(padding)""#)
    var request = try sample.request(body)
    #expect(request.body.count > 50_000_000)
    #expect(await receiver.receive(request) { _ in }.outcome.name == "handled")
    #expect(await receiver.receive(request) { _ in }.outcome.name == "duplicate")
    request.body[1000] ^= 1
    #expect(await receiver.receive(request) { _ in }.outcome.name == "rejected")
  }

  @Test("Keys of the receiver's own with U+0000 differ in what follows it, and contain none")
  func nullCharacter() throws {
    func key(_ text: String) throws -> String {
      var options = ReceiverOptions<Agora.Callback>()
      options.key = { _ in text }
      return try sample.receiver(MemoryStore(), options: options)
        .read(sample.request(sample.event(1))).key
    }
    #expect(try key("a\0b") != key("a\0c"))
    #expect(try !key("a\0b").utf8.contains(0))
  }
}
