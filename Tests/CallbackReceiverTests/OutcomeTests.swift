import CallbackReceiver
import CallbackRuntime
import HTTPTypes
import Testing

@Suite("Outcomes of deliveries, for every service")
struct OutcomeTests {
  /// Receives a body, and checks the outcome, the response, and how often the handler ran.
  private struct Deliveries<Callback: ServiceCallback> {
    let sample: ServiceSample<Callback>
    let store = FailingStore()
    let runs = Counter()

    func expect(
      _ outcome: String, _ body: String, content: DeliveryContent? = nil, runs expected: Int,
      secret: Secret = ServiceSample<Callback>.secret, throwing error: (any Error)? = nil,
      _ location: SourceLocation = #_sourceLocation
    ) async throws {
      let before = runs.value
      let receipt = try await sample.receiver(store)
        .receive(sample.request(body, secret: secret)) { [runs] _ in
          runs.increase()
          if let error { throw error }
        }
      #expect(receipt.outcome.name == outcome, "\(receipt.outcome)", sourceLocation: location)
      #expect(runs.value - before == expected, sourceLocation: location)
      #expect(receipt.response == response(outcome), sourceLocation: location)
      if let content {
        switch (content, receipt.received?.content) {
        case (.malformed, .malformed?): break
        default: #expect(receipt.received?.content == content, sourceLocation: location)
        }
      }
    }

    private func response(_ outcome: String) -> CallbackResponse {
      switch outcome {
      case "handled", "duplicate", "health-check", "other-product":
        let body = Callback.service.acknowledgement?.body
        return CallbackResponse(
          status: .ok, headers: body == nil ? [:] : [.contentType: "application/json"],
          body: Array((body ?? "").utf8))
      case "rejected": return CallbackResponse(status: .unauthorized)
      default: return CallbackResponse(status: .serviceUnavailable)
      }
    }
  }

  private struct Matrix: SampleCheck {
    func check<Callback: ServiceCallback>(_ sample: ServiceSample<Callback>) async throws {
      let deliveries = Deliveries(sample: sample)
      try await deliveries.expect("handled", sample.event(1), content: .event, runs: 1)
      try await deliveries.expect("duplicate", sample.event(1), content: .event, runs: 0)
      try await deliveries.expect("rejected", sample.event(2), runs: 0, secret: "another")
      try await deliveries.expect("unreadable", sample.unreadable, runs: 0)
      try await deliveries.expect(
        "handled", sample.unrecognized, content: .unrecognized, runs: 1)
      try await deliveries.expect("duplicate", sample.unrecognized, runs: 0)
      try await deliveries.expect(
        "handled", sample.malformed, content: .malformed(.init(problem: .end)), runs: 1)
      if let body = sample.otherProduct {
        try await deliveries.expect("other-product", body, content: .otherProduct, runs: 0)
      }
      if let body = sample.healthCheck {
        try await deliveries.expect("health-check", body, content: .healthCheck, runs: 0)
      }
      // A handler that fails gives the key back.
      let failure = FailingStore.Failure()
      try await deliveries.expect("failed", sample.event(3), runs: 1, throwing: failure)
      try await deliveries.expect("handled", sample.event(3), runs: 1)
      // Without a claim nothing is handled.
      deliveries.store.fail([.claim])
      try await deliveries.expect("store-failed", sample.event(4), runs: 0)
      deliveries.store.fail([])
      try await deliveries.expect("handled", sample.event(4), runs: 1)
      // Without a record success is not answered, and the claim lasts until its lease ends.
      deliveries.store.fail([.finish])
      try await deliveries.expect("unrecorded", sample.event(5), runs: 1)
      try await deliveries.expect("in-progress", sample.event(5), runs: 0)
      // Without a release, the same.
      deliveries.store.fail([.release])
      try await deliveries.expect("failed", sample.event(6), runs: 1, throwing: failure)
      try await deliveries.expect("in-progress", sample.event(6), runs: 0)
    }
  }

  @Test(
    "Each outcome has its response, and the handler runs for first deliveries alone",
    arguments: ServiceCase.all)
  func matrix(_ service: ServiceCase) async throws { try await service.run(Matrix()) }

  private struct Rejections: SampleCheck {
    func check<Callback: ServiceCallback>(_ sample: ServiceSample<Callback>) async throws {
      let receiver = try sample.receiver(MemoryStore())
      let signed = try sample.request(sample.event(1))
      var requests = [try sample.request(sample.event(1), secret: "another")]
      switch Callback.service.signatures[0].place {
      case .header(let name):
        let field = try #require(HTTPField.Name(name))
        var missing = signed
        missing.headers[field] = nil
        var repeated = signed
        repeated.headers.append(HTTPField(name: field, value: "other"))
        var malformed = signed
        malformed.headers[field] = "?"
        requests += [missing, repeated, malformed]
      default:
        requests.append(CallbackRequest(headers: [:], body: Array("{}".utf8)))
        requests.append(CallbackRequest(headers: [:], body: Array("no JSON".utf8)))
      }
      var reasons: Set<SignatureError> = []
      for request in requests {
        let receipt = await receiver.receive(request) { _ in Issue.record("the handler ran") }
        guard case .rejected(let reason) = receipt.outcome else {
          Issue.record("\(receipt.outcome)")
          continue
        }
        reasons.insert(reason)
        #expect(receipt.response == .rejection)
        #expect(receipt.received == nil)
      }
      #expect(reasons.count == requests.count)
    }
  }

  @Test("Rejections have distinct reasons and one response", arguments: ServiceCase.all)
  func rejections(_ service: ServiceCase) async throws { try await service.run(Rejections()) }

  private struct Handling: SampleCheck {
    func check<Callback: ServiceCallback>(_ sample: ServiceSample<Callback>) async throws {
      // While a handler runs, another delivery of the callback is not acknowledged.
      let receiver = try sample.receiver(MemoryStore())
      let request = try sample.request(sample.event(1))
      let (started, start) = AsyncStream.makeStream(of: Void.self)
      let (ended, end) = AsyncStream.makeStream(of: Void.self)
      async let first = receiver.receive(request) { _ in
        start.finish()
        for await _ in ended {}
      }
      for await _ in started {}
      let second = await receiver.receive(request) { _ in Issue.record("the handler ran") }
      #expect(second.outcome.name == "in-progress")
      #expect(second.response == .retry)
      end.finish()
      #expect(await first.outcome.name == "handled")
      try await checkDeadline(sample)
    }

    /// After the deadline success is not answered, because nothing holds the body; the handler's end is recorded all the same.
    private func checkDeadline<Callback: ServiceCallback>(
      _ sample: ServiceSample<Callback>
    ) async throws {
      var options = ReceiverOptions<Callback>()
      options.deadline = .milliseconds(1)
      options.storeDeadline = nil
      let (late, lateEnd) = AsyncStream.makeStream(of: String.self)
      options.lateOutcome = { lateEnd.yield($1.name) }
      let receiver = try sample.receiver(MemoryStore(), options: options)
      let request = try sample.request(sample.event(2))
      let (ended, end) = AsyncStream.makeStream(of: Void.self)
      let first = await receiver.receive(request) { _ in for await _ in ended {} }
      #expect(first.outcome.name == "unfinished")
      #expect(first.response == .retry)
      end.finish()
      var outcomes = late.makeAsyncIterator()
      #expect(await outcomes.next() == "handled")
      #expect(await receiver.receive(request) { _ in }.outcome.name == "duplicate")
    }
  }

  @Test(
    "A callback in progress is not acknowledged, before its deadline and after it",
    arguments: ServiceCase.all)
  func inProgress(_ service: ServiceCase) async throws { try await service.run(Handling()) }
}
