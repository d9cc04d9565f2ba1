import AgoraCloudRecording
import CallbackReceiver
import Foundation
import HTTPTypes
import PostgreSQLStore

/// Deliveries to a receiver whose handler appends the number of each callback to a file.
struct Delivery {
  private let store: PostgreSQLStore
  private let effects: String
  private var options = ReceiverOptions<Agora.Callback>()

  /// - Parameter lease: milliseconds.
  init(database: String, effects: String, lease: String) {
    store = PostgreSQLStore(database, connections: 8)
    self.effects = effects
    options.lease = .milliseconds(Int(lease) ?? 0)
    options.deadline = nil
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

  /// Receives a number of deliveries, 32 at a time, of which 30 % repeat a callback. Each is made again until it is answered with
  /// success.
  func receive(count: Int) async throws {
    let receiver = try CallbackReceiver<Agora.Callback>(
      secrets: ["secret"], store: store, options: options)
    let errors = await withTaskGroup(of: Int.self) { group in
      var errors = 0
      for place in 0..<count {
        if place >= 32 { errors += await group.next() ?? 0 }
        group.addTask { await deliver(String(place % 10 < 7 ? place : place - 5), to: receiver) }
      }
      for await more in group { errors += more }
      return errors
    }
    print(errors, "errors of the store")
  }

  /// Delivers a callback until it is answered with success, and returns the number of errors of the store.
  private func deliver(
    _ number: String, to receiver: CallbackReceiver<Agora.Callback>
  ) async -> Int {
    guard let request = try? request(number) else { return 0 }
    var errors = 0
    while true {
      let receipt = await receiver.receive(headers: request.headers, body: request.body) { _ in
        try append(number)
      }
      if receipt.response.status == .ok { return errors }
      switch receipt.outcome {
      case .storeFailed, .unrecorded: errors += 1
      default: break
      }
      try? await Task.sleep(for: .milliseconds(20))
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
  let store: PostgreSQLStore
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
