import AgoraCloudRecording
import CallbackReceiver
import CallbackRuntime
import Testing

@Suite("Stores that do not answer, or late", .timeLimit(.minutes(1)))
struct SlowStoreTests {
  private let sample = Samples.agora
  private let clock = ManualClock()
  private let time = TestTime()
  private let gate = Gate()
  private let runs = Counter()

  /// A store that hangs in an operation until the gate is open.
  private func store(hangingIn operation: StoreOperation) -> GatedStore {
    GatedStore(MemoryStore { [time] in time.now }) { [gate] in
      if $0 == operation { await gate.pass() }
    }
  }

  private func receiver(
    _ store: GatedStore, inbox: Bool = false
  ) throws -> CallbackReceiver<Agora.Callback> {
    var options = ReceiverOptions<Agora.Callback>()
    options.clock = clock
    return try CallbackReceiver(
      secrets: [ServiceSample<Agora.Callback>.secret], store: store, inbox: inbox ? store : nil,
      options: options)
  }

  private func advance(by duration: Duration) {
    time.advance(by: duration)
    clock.advance(by: duration)
  }

  /// Receives a callback, and lets the deadline of 7.5 seconds pass while the store hangs.
  private func receiveLate(
    _ receiver: CallbackReceiver<Agora.Callback>
  ) async throws -> Receipt<Agora.Callback> {
    let request = try sample.request(sample.event(1))
    async let receipt = receiver.receive(request) { [runs] _ in runs.increase() }
    await clock.sleeping(1)
    advance(by: .seconds(7.5))
    return await receipt
  }

  @Test(
    "A claim that does not come before the deadline is answered with 503, and given back when it comes"
  )
  func claim() async throws {
    let store = store(hangingIn: .claim)
    let receiver = try receiver(store)
    let receipt = try await receiveLate(receiver)
    guard case .storeFailed(let error) = receipt.outcome else {
      Issue.record("\(receipt.outcome)")
      return
    }
    #expect("\(error)" == "the store did not answer within 7.5 seconds")
    #expect(receipt.response == .retry && receipt.received != nil)
    gate.open()
    let request = try sample.request(sample.event(1))
    while await receiver.receive(request, handler: { [runs] _ in runs.increase() })
      .outcome.name != "handled"
    {}
    #expect(runs.value == 1)
  }

  @Test(
    "An inbox that does not keep a request before the deadline is answered with 503, and handled later"
  )
  func keep() async throws {
    let store = store(hangingIn: .keep)
    let receiver = try receiver(store, inbox: true)
    let receipt = try await receiveLate(receiver)
    #expect(receipt.outcome.name == "store-failed" && receipt.response == .retry)
    #expect(runs.value == 0)
    gate.open()
    while store.verdicts.isEmpty { await Task.yield() }
    let resumed = try await receiver.resume { [runs] _ in runs.increase() }
    #expect(resumed.map(\.outcome.name) == ["handled"])
    #expect(runs.value == 1 && store.verdicts == ["handled"])
  }

  @Test("An inbox that does not record a verdict delays no response", arguments: [true, false])
  func settle(_ isFirst: Bool) async throws {
    let store = store(hangingIn: .settle)
    if !isFirst {
      let other = try receiver(store)
      #expect(
        await other.receive(try sample.request(sample.event(1))) { _ in }.outcome.name == "handled")
    }
    let receiver = try receiver(store, inbox: true)
    let receipt = try await receiveLate(receiver)
    #expect(receipt.outcome.name == (isFirst ? "unfinished" : "duplicate"))
    #expect(receipt.response.status == .ok)
    gate.open()
    while store.verdicts == [""] { await Task.yield() }
    #expect(store.verdicts == [isFirst ? "handled" : "duplicate"])
  }

  @Test(
    "A deadline of zero is one of the handler alone: the response is success at once, with an inbox"
  )
  func noTime() async throws {
    let store = GatedStore { _ in try? await Task.sleep(for: .milliseconds(20)) }
    var options = ReceiverOptions<Agora.Callback>()
    options.deadline = .zero
    options.storeDeadline = .seconds(3600)
    let receiver = try CallbackReceiver(
      secrets: [ServiceSample<Agora.Callback>.secret], store: store, inbox: store, options: options)
    let receipt = await receiver.receive(try sample.request(sample.event(1))) { [gate, runs] _ in
      await gate.pass()
      runs.increase()
    }
    #expect(receipt.outcome.name == "unfinished" && receipt.response.status == .ok)
    gate.open()
    #expect(await receiver.finishRunningHandlers(within: .seconds(60)) == 0)
    #expect(runs.value == 1 && store.verdicts == ["handled"])
  }

  @Test("A finish that hangs is answered at the deadline, and recorded when it ends")
  func finish() async throws {
    let receiver = try receiver(store(hangingIn: .finish))
    let receipt = try await receiveLate(receiver)
    #expect(receipt.outcome.name == "unfinished" && receipt.response == .retry)
    gate.open()
    #expect(await receiver.finishRunningHandlers(within: .seconds(1)) == 0)
    let request = try sample.request(sample.event(1))
    #expect(await receiver.receive(request) { _ in }.outcome.name == "duplicate")
    #expect(runs.value == 1)
  }

  @Test(
    "A claim that took longer than its lease is renewed, and not handled if another receiver has it"
  )
  func lateClaim() async throws {
    for isLost in [false, true] {
      let memory = MemoryStore { [time] in time.now }
      let renewals = Counter()
      // The answer to the claim is late, not the claim.
      let store = GatedStore(memory) {
        if $0 == .renew { renewals.increase() }
      } after: { [clock, time] in
        guard $0 == .claim, renewals.value == 0 else { return }
        time.advance(by: .seconds(21))
        clock.advance(by: .seconds(21))
        guard isLost else { return }
        let key = #"AgoraCloudRecording:["recording",2,31,1]"#
        guard case .claimed = await memory.claim(key, for: .seconds(20)) else {
          Issue.record("the lease has not ended")
          return
        }
      }
      var options = ReceiverOptions<Agora.Callback>()
      options.clock = clock
      options.storeDeadline = nil
      options.deadline = nil
      let receiver = try CallbackReceiver<Agora.Callback>(
        secrets: [ServiceSample<Agora.Callback>.secret], store: store, options: options)
      let runs = Counter()
      let receipt = await receiver.receive(try sample.request(sample.event(1))) { _ in
        runs.increase()
      }
      #expect(renewals.value == 1)
      #expect(receipt.outcome.name == (isLost ? "store-failed" : "handled"))
      #expect(runs.value == (isLost ? 0 : 1))
    }
  }
}
