import AgoraCloudRecording
import CallbackReceiver
import CallbackReceiverSQLite
import CallbackRuntime
import Foundation
import HTTPTypes

/// Deliveries to a receiver whose handler appends the number of each callback to a file.
struct Delivery {
  private let store: SQLiteStore
  private let effects: String
  private var options = ReceiverOptions<Agora.Callback>()

  /// - Parameter lease: milliseconds.
  init(store: String, effects: String, lease: String) throws {
    self.store = try SQLiteStore(path: store, clock: Self.clock)
    self.effects = effects
    options.lease = .milliseconds(Int(lease) ?? 0)
    options.deadline = nil
  }

  /// The clock of the system, or one that is a number of seconds later, so that a test need not wait for the end of a lease.
  private static var clock: BootClock {
    var clock = BootClock.system
    let later = ProcessInfo.processInfo.environment["PROBE_SECONDS_LATER"].flatMap(Int64.init) ?? 0
    clock.uptime = { BootClock.system.uptime() + later * 1000 }
    return clock
  }

  /// Receives one callback, and kills the process at a point of the delivery.
  func receive(_ number: String, killedAt point: String) async throws {
    let receiver = try CallbackReceiver<Agora.Callback>(
      secrets: ["secret"], store: KilledStore(store: store, point: point), options: options)
    let request = try request(number)
    let receipt = await receiver.receive(headers: request.headers, body: request.body) { _ in
      if point == "handling" { kill() }
      try append(number)
      if point == "handled" { kill() }
    }
    print(receipt.response.status.code, receipt.outcome)
  }

  /// Receives one callback with an inbox, whose handler does not end, and kills the process after the response.
  func acknowledge(_ number: String) async throws {
    var options = options
    options.deadline = .milliseconds(10)
    let receiver = try CallbackReceiver<Agora.Callback>(
      secrets: ["secret"], store: store, inbox: store, options: options)
    let request = try request(number)
    let receipt = await receiver.receive(headers: request.headers, body: request.body) { _ in
      try await Task.sleep(for: .seconds(3600))
    }
    print(receipt.response.status.code, receipt.outcome)
    fflush(nil)
    kill()
  }

  /// Handles what is unsettled in the inbox.
  func resume() async throws {
    let receiver = try CallbackReceiver<Agora.Callback>(
      secrets: ["secret"], store: store, inbox: store, options: options)
    let receipts = try await receiver.resume { callback in
      try append("\(callback.payload.sequence ?? -1)")
    }
    print(receipts.map(\.outcome.description).joined(separator: " "))
  }

  /// Receives a number of deliveries, 32 at a time, of which 30 % repeat a callback. Each is made again until it is answered with
  /// success.
  func receive(count: Int) async throws {
    let receiver = try CallbackReceiver<Agora.Callback>(
      secrets: ["secret"], store: store, options: options)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for place in 0..<count {
        if place >= 32 { try await group.next() }
        group.addTask {
          let number = String(place % 10 < 7 ? place : place - 5)
          let request = try request(number)
          while await receiver.receive(
            headers: request.headers, body: request.body,
            handler: { _ in try append(number) }
          ).response.status != .ok {
            try await Task.sleep(for: .milliseconds(20))
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private func request(_ number: String) throws -> CallbackRequest {
    let body =
      #"{"noticeId":"n","productId":3,"eventType":31,"notifyMs":5,"payload":{"cname":"room","uid":"1","#
      + #""sid":"recording","sequence":\#(number),"sendts":5,"serviceType":2,"details":{"status":0}}}"#
    return try CallbackSigner(Agora.signatures[0], secret: "secret")
      .signed(CallbackRequest(headers: [:], body: Array(body.utf8)), now: 0)
  }

  /// Adds a line to the file of effects in one write, which no other process interrupts.
  private func append(_ number: String) throws {
    let file = open(effects, O_WRONLY | O_APPEND | O_CREAT, 0o600)
    defer { close(file) }
    let line = Array("\(number)\n".utf8)
    guard write(file, line, line.count) == line.count else { throw POSIXError(.EIO) }
  }
}

/// A store that kills the process after an operation.
private struct KilledStore: DeliveryStore {
  let store: SQLiteStore
  let point: String

  func claim(_ key: String, for lease: Duration) async throws -> ClaimOutcome {
    let outcome = try await store.claim(key, for: lease)
    if point == "claimed" { kill() }
    return outcome
  }

  func renew(_ claim: Claim, for lease: Duration) async throws {
    try await store.renew(claim, for: lease)
  }

  func finish(_ claim: Claim) async throws {
    try await store.finish(claim)
    if point == "finished" { kill() }
  }

  func release(_ claim: Claim) async throws { try await store.release(claim) }
}

/// Ends the process at once, as a crash does.
private func kill() -> Never {
  Foundation.kill(getpid(), SIGKILL)
  while true { sleep(1) }
}
