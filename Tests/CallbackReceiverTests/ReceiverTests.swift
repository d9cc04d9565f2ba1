import AgoraCloudRecording
import CallbackReceiver
import CallbackRuntime
import Foundation
import HTTPTypes
import TencentTRTCRecording
import Testing

/// A callback that counts how often a body is decoded.
private struct CountedCallback: ServiceCallback {
  static let decodings = Counter()
  static let service = Agora.Callback.service
  var callback: Agora.Callback

  init(_reading reader: inout _JSONReader) {
    Self.decodings.increase()
    callback = Agora.Callback(_reading: &reader)
  }

  func _write(to writer: inout _JSONWriter) { callback._write(to: &writer) }
  func _validate(in context: inout _ValidationContext) { callback._validate(in: &context) }
  func _compare(with other: Self, in context: inout _EqualityContext) {
    callback._compare(with: other.callback, in: &context)
  }
  var deliveryContent: DeliveryContent { callback.deliveryContent }
}

/// A callback of a service without a signature and without an end of its deliveries.
private struct UnsignedCallback: ServiceCallback {
  static let service = CallbackService(name: "Unsigned")
  var callback: Agora.Callback

  init(_reading reader: inout _JSONReader) { callback = Agora.Callback(_reading: &reader) }
  func _write(to writer: inout _JSONWriter) { callback._write(to: &writer) }
  func _validate(in context: inout _ValidationContext) { callback._validate(in: &context) }
  func _compare(with other: Self, in context: inout _EqualityContext) {
    callback._compare(with: other.callback, in: &context)
  }
  var deliveryContent: DeliveryContent { callback.deliveryContent }
}

@Suite("Receiving")
struct ReceiverTests {
  private let sample = Samples.agora

  @Test("A forged body is not decoded")
  func forged() async throws {
    let receiver = try CallbackReceiver<CountedCallback>(
      secrets: ["sample-secret"], store: MemoryStore(), options: .patient)
    let request = try sample.request(sample.event(1))
    for index in request.body.indices {
      var forged = request
      forged.body[index] ^= 1
      let receipt = await receiver.receive(forged) { _ in Issue.record("the handler ran") }
      #expect(receipt.outcome.name == "rejected")
    }
    #expect(CountedCallback.decodings.value == 0)
    #expect(await receiver.receive(request) { _ in }.outcome.name == "handled")
    #expect(CountedCallback.decodings.value == 1)
  }

  @Test("Of 200 deliveries at once, 30 % of them repeated, each callback is handled once")
  func concurrent() async throws {
    let receiver = try sample.receiver(MemoryStore())
    let handled = Tally()
    let acknowledged = Tally()
    // 140 callbacks, and 60 of them a second time.
    let numbers = (Array(0..<140) + Array(0..<60)).shuffled()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in numbers {
        group.addTask { [sample] in
          let request = try sample.request(sample.event(number))
          // The vendor delivers again until it is answered with success.
          while true {
            let receipt = await receiver.receive(request) { callback in
              try await Task.sleep(for: .milliseconds(Int.random(in: 0...5)))
              let sequence = try #require(callback.deliverySequence)
              handled.count(sequence)
            }
            if receipt.response.status == .ok {
              return acknowledged.count(number)
            }
            #expect(receipt.outcome.name == "in-progress")
            try await Task.sleep(for: .milliseconds(1))
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(handled.counts == Dictionary(uniqueKeysWithValues: (0..<140).map { ($0, 1) }))
    #expect(acknowledged.counts.values.reduce(0, +) == 200)
  }

  @Test("The task's cancellation reaches the handler and releases the claim")
  func cancellation() async throws {
    let store = FailingStore()
    let receiver = try sample.receiver(store)
    let request = try sample.request(sample.event(1))
    let (started, start) = AsyncStream.makeStream(of: Void.self)
    let delivery = Task {
      await receiver.receive(request) { _ in
        start.finish()
        try await Task.sleep(for: .seconds(3600))
      }
    }
    for await _ in started {}
    delivery.cancel()
    let receipt = await delivery.value
    #expect(receipt.outcome.name == "failed")
    #expect(receipt.response == .retry)
    #expect(store.count(.release) == 1)
    #expect(await receiver.receive(request) { _ in }.outcome.name == "handled")
  }

  @Test("A handler that ends in spite of the cancellation is recorded")
  func ignoredCancellation() async throws {
    let receiver = try sample.receiver(MemoryStore())
    let request = try sample.request(sample.event(1))
    let (started, start) = AsyncStream.makeStream(of: Void.self)
    let delivery = Task {
      await receiver.receive(request) { _ in
        start.finish()
        while !Task.isCancelled { await Task.yield() }
      }
    }
    for await _ in started {}
    delivery.cancel()
    #expect(await delivery.value.outcome.name == "handled")
    #expect(await receiver.receive(request) { _ in }.outcome.name == "duplicate")
  }

  @Test(
    "After the deadline the vendor is asked to deliver again, while the handler goes on under its claim"
  )
  func deadline() async throws {
    let clock = ManualClock()
    let time = TestTime()
    let store = FailingStore(MemoryStore { time.now })
    var options = ReceiverOptions<Agora.Callback>()
    #expect(options.deadline == .seconds(7.5))
    #expect(options.lease == .seconds(20))
    options.lease = .seconds(12)
    options.clock = clock
    let receiver = try sample.receiver(store, options: options)
    let request = try sample.request(sample.event(1))
    let (ended, end) = AsyncStream.makeStream(of: Void.self)
    let runs = Counter()
    let handler: @Sendable (Agora.Callback) async throws -> Void = { _ in
      for await _ in ended {}
      runs.increase()
    }
    async let first = receiver.receive(request, handler: handler)
    // The deadline and the renewal.
    await clock.sleeping(2)
    func advance(by duration: Duration) {
      time.advance(by: duration)
      clock.advance(by: duration)
    }
    advance(by: .seconds(4))
    await clock.sleeping(2)
    #expect(store.count(.renew) == 1)
    advance(by: .seconds(3.5))
    let receipt = await first
    #expect(receipt.outcome.name == "unfinished")
    #expect(receipt.response == .retry)
    // The claim outlives its first lease, because it is renewed.
    for _ in 0..<10 {
      await clock.sleeping(1)
      advance(by: .seconds(4))
      #expect(await receiver.receive(request, handler: handler).outcome.name == "in-progress")
    }
    end.finish()
    while store.count(.finish) == 0 { await Task.yield() }
    while await receiver.receive(request, handler: handler).outcome.name == "in-progress" {}
    #expect(await receiver.receive(request, handler: handler).outcome.name == "duplicate")
    #expect(runs.value == 1)
  }

  @Test("An error of a renewal is passed over, and a lost claim is not recorded as handled")
  func lostClaim() async throws {
    let clock = ManualClock()
    let time = TestTime()
    let store = FailingStore(MemoryStore { time.now })
    var options = ReceiverOptions<Agora.Callback>()
    options.deadline = nil
    options.storeDeadline = nil
    options.clock = clock
    let receiver = try sample.receiver(store, options: options)
    let request = try sample.request(sample.event(1))
    let (ended, end) = AsyncStream.makeStream(of: Void.self)
    async let first = receiver.receive(request) { _ in for await _ in ended {} }
    await clock.sleeping(1)
    store.fail([.renew])
    clock.advance(by: options.lease / 3)
    await clock.sleeping(1)
    store.fail([])
    // The process was suspended for longer than the lease, and another delivery was handled meanwhile.
    time.advance(by: options.lease * 2)
    #expect(await receiver.receive(request) { _ in }.outcome.name == "handled")
    end.finish()
    let receipt = await first
    guard case .unrecorded(let error) = receipt.outcome else {
      Issue.record("\(receipt.outcome)")
      return
    }
    #expect(error is ClaimLost)
    #expect(receipt.response == .retry)
  }

  @Test("A receiver without a scheme or a secret is an error")
  func configuration() throws {
    let store = MemoryStore()
    #expect(throws: ReceiverError.noSecret("AgoraCloudRecording")) {
      try CallbackReceiver<Agora.Callback>(secrets: [], store: store)
    }
    #expect(throws: ReceiverError.emptySecret("AgoraCloudRecording")) {
      try CallbackReceiver<Agora.Callback>(secrets: ["old", ""], store: store)
    }
    #expect(throws: ReceiverError.noScheme("Unsigned")) {
      try CallbackReceiver<UnsignedCallback>(secrets: ["secret"], store: store)
    }
    #expect(throws: ReceiverError.badLease(.zero)) {
      var options = ReceiverOptions<Agora.Callback>()
      options.lease = .zero
      return try CallbackReceiver(secrets: ["secret"], store: store, options: options)
    }
  }

  @Test(
    "An unverified receiver accepts unsigned requests, and an unreadable body of endless deliveries is acknowledged"
  )
  func unverified() async throws {
    let receiver = try CallbackReceiver<UnsignedCallback>.unverified(
      store: MemoryStore(), options: .patient)
    func receive(_ body: String) async -> Receipt<UnsignedCallback> {
      await receiver.receive(headers: [:], body: body.utf8) { _ in }
    }
    #expect(await receive(sample.event(1)).outcome.name == "handled")
    #expect(await receive(sample.event(1)).outcome.name == "duplicate")
    let receipt = await receive("no JSON")
    #expect(receipt.outcome.name == "unreadable")
    #expect(receipt.response == CallbackResponse(status: .ok))
  }

  @Test("The key is the documented one, one of the receiver's own, or a digest of the body")
  func keys() async throws {
    func key<Callback: ServiceCallback>(
      _ sample: ServiceSample<Callback>, own: (@Sendable (Callback) -> String?)? = nil
    ) throws -> String {
      var options = ReceiverOptions<Callback>()
      options.key = own
      return try sample.receiver(MemoryStore(), options: options).read(
        sample.request(sample.event(1))
      ).key
    }
    #expect(try key(Samples.agora) == #"AgoraCloudRecording:["recording",2,31,1]"#)
    #expect(try key(Samples.volcengine) == #"VolcengineRTC:["1"]"#)
    let digest = try key(Samples.trtcRecording)
    #expect(digest.hasPrefix("TencentTRTCRecording:body:") && digest.count == 26 + 64)
    #expect(try key(Samples.trtcRecording) { $0.eventInfo.taskID } == "TencentTRTCRecording:task 1")
    #expect(try key(Samples.agora) { _ in nil } == key(Samples.agora))
    let long = try key(Samples.agora) { _ in String(repeating: "k", count: 100_000) }
    #expect(long.hasPrefix("AgoraCloudRecording:key:") && long.count == 24 + 64)
  }

  @Test(
    "A key of the receiver's own recognizes deliveries that differ in the time at which they were sent"
  )
  func ownKey() async throws {
    var options = ReceiverOptions<TRTC.Callback>.patient
    options.key = { callback in
      guard let task = callback.eventInfo.taskID, let time = callback.eventInfo.eventMsTs else {
        return nil
      }
      return "\(task) \(callback.eventType) \(time.rawValue)"
    }
    let receiver = try Samples.trtcRecording.receiver(MemoryStore(), options: options)
    func deliver(sent: Int, time: String) async throws -> String {
      let body =
        #"{"EventGroupId":3,"EventType":301,"CallbackTs":\#(sent),"EventInfo":{"TaskId":"a"\#(time)}}"#
      return await receiver.receive(try Samples.trtcRecording.request(body)) { _ in }.outcome.name
    }
    let time = #","EventMsTs":1664209748180"#
    #expect(try await deliver(sent: 1, time: time) == "handled")
    #expect(try await deliver(sent: 2, time: time) == "duplicate")
    // Without the time the body itself is the key.
    #expect(try await deliver(sent: 1, time: "") == "handled")
    #expect(try await deliver(sent: 2, time: "") == "handled")
    #expect(try await deliver(sent: 2, time: "") == "duplicate")
  }

  @Test("Findings of the body are in the receipt")
  func findings() async throws {
    let receiver = try sample.receiver(MemoryStore())
    let receipt = await receiver.receive(try sample.request(sample.unrecognized)) { _ in }
    #expect(receipt.findings.map(\.path) == ["eventType"])
  }
}
