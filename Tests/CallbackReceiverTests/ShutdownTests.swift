import AgoraCloudRecording
import CallbackReceiver
import Testing

@Suite("The end of a server", .timeLimit(.minutes(1)))
struct ShutdownTests {
  private let sample = Samples.agora
  private let clock = ManualClock()
  private let gate = Gate()

  private func receiver() throws -> CallbackReceiver<Agora.Callback> {
    var options = ReceiverOptions<Agora.Callback>()
    options.clock = clock
    return try sample.receiver(MemoryStore(), options: options)
  }

  /// Receives callbacks whose handlers wait for the gate, and lets their deadlines pass.
  private func receiveLate(_ receiver: CallbackReceiver<Agora.Callback>, count: Int) async throws {
    for number in 0..<count {
      let request = try sample.request(sample.event(number))
      async let receipt = receiver.receive(request) { [gate] _ in await gate.pass() }
      // The deadline, and a renewal for each handler.
      await clock.sleeping(number + 2)
      clock.advance(by: .seconds(7.5))
      #expect(await receipt.outcome.name == "unfinished")
    }
  }

  @Test("Handlers that run on after their deadlines are awaited")
  func awaited() async throws {
    let receiver = try receiver()
    #expect(await receiver.finishRunningHandlers(within: .zero) == 0)
    try await receiveLate(receiver, count: 3)
    async let running = receiver.finishRunningHandlers(within: .seconds(30))
    gate.open()
    #expect(await running == 0)
    for number in 0..<3 {
      let request = try sample.request(sample.event(number))
      #expect(await receiver.receive(request) { _ in }.outcome.name == "duplicate")
    }
  }

  @Test("A handler is awaited until the late outcome is reported")
  func reported() async throws {
    let reports = Counter()
    var options = ReceiverOptions<Agora.Callback>()
    options.clock = clock
    options.lateOutcome = { _, outcome in if outcome.name == "handled" { reports.increase() } }
    let receiver = try sample.receiver(MemoryStore(), options: options)
    try await receiveLate(receiver, count: 1)
    gate.open()
    #expect(await receiver.finishRunningHandlers(within: .seconds(30)) == 0)
    #expect(reports.value == 1)
  }

  @Test("Handlers that do not end in time are counted, and not cancelled")
  func limited() async throws {
    let receiver = try receiver()
    try await receiveLate(receiver, count: 2)
    async let running = receiver.finishRunningHandlers(within: .seconds(2))
    // Two renewals and the limit.
    await clock.sleeping(3)
    clock.advance(by: .seconds(2))
    #expect(await running == 2)
    gate.open()
    #expect(await receiver.finishRunningHandlers(within: .seconds(30)) == 0)
    #expect(
      await receiver.receive(try sample.request(sample.event(1))) { _ in }.outcome.name
        == "duplicate")
  }

  @Test("A cancelled task does not wait for handlers")
  func cancelled() async throws {
    let receiver = try receiver()
    try await receiveLate(receiver, count: 1)
    let wait = Task { await receiver.finishRunningHandlers(within: .seconds(30)) }
    wait.cancel()
    #expect(await wait.value == 1)
    gate.open()
  }

  @Test("Handlers before their deadlines are awaited, too")
  func beforeDeadline() async throws {
    let receiver = try receiver()
    let request = try sample.request(sample.event(1))
    async let receipt = receiver.receive(request) { [gate] _ in await gate.pass() }
    await clock.sleeping(2)
    async let running = receiver.finishRunningHandlers(within: .seconds(1))
    await clock.sleeping(3)
    clock.advance(by: .seconds(1))
    #expect(await running == 1)
    gate.open()
    #expect(await receipt.outcome.name == "handled")
    #expect(await receiver.finishRunningHandlers(within: .seconds(1)) == 0)
  }
}
