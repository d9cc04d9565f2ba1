import CallbackRuntime
public import HTTPTypes

extension CallbackReceiver {
  /// Receives a delivery: verifies it, decodes it, claims its key, and runs the handler if this is the first delivery.
  ///
  /// Every outcome has a response, so that the function does not throw. At the deadline it returns, and the handler goes on; a store
  /// or an inbox that does not answer in time is an error. If the calling task is cancelled, the handler is cancelled, too, and its
  /// claim released when it ends.
  ///
  /// The handler runs once for each callback, except when a process ends or the store fails between the end of the handler and the
  /// record of it: the next delivery is then handled again.
  ///
  /// - Parameters:
  ///   - headers: the headers of the request.
  ///   - body: the bytes of the body as received, before any parsing.
  ///   - url: the URL to which the vendor posted, with its query, for a vendor that signs it; behind a proxy, the public one.
  ///   - handler: the work for a callback, unrecognized and malformed events included.
  public func receive(
    headers: HTTPFields, body: some Collection<UInt8>, url: String? = nil,
    handler: @escaping @Sendable (Callback) async throws -> Void
  ) async -> Receipt<Callback> {
    let request = CallbackRequest(headers: headers, body: Array(body), url: url)
    do throws(SignatureError) { try verify(request) } catch { return receipt(.rejected(error)) }
    let limits = DeliveryLimits(
      handler: options.clock.countdown(from: options.deadline),
      store: options.clock.countdown(from: options.storeDeadline))
    let entry: Int64?
    do {
      entry = try await keep(request, within: limits.store())
    } catch {
      return receipt(.storeFailed(error))
    }
    let receipt = await handle(request, entry, within: limits, handler)
    switch receipt.outcome {
    // A handler that still runs settles the entry at its end.
    case .unfinished, .handled: break
    // The vendor delivers again, and that delivery is an entry of its own.
    default: _ = await options.clock.await(atMost: limits.store()) { await settle(entry, receipt) }
    }
    return receipt
  }

  /// Handles the requests in the inbox whose handlers did not run to their ends: because the process ended, or because they failed
  /// after the vendor had its response.
  ///
  /// To be called when the process has started, and from time to time. A callback that is being handled elsewhere is passed over.
  ///
  /// - Parameter handler: the work for a callback, the same as for a delivery.
  /// - Returns: a receipt for each request.
  /// - Throws: an error of the inbox.
  public func resume(
    handler: @escaping @Sendable (Callback) async throws -> Void
  ) async throws -> [Receipt<Callback>] {
    var receipts: [Receipt<Callback>] = []
    var last: Int64 = 0
    while let entries = try await inbox?.unsettled(
      service: Callback.service.name, after: last, limit: 100), let final = entries.last
    {
      for entry in entries {
        try Task.checkCancellation()
        let receipt = await handle(entry.request, entry.number, within: DeliveryLimits(), handler)
        switch receipt.outcome {
        case .inProgress, .failed, .unrecorded, .storeFailed, .handled: break
        default: await settle(entry.number, receipt)
        }
        receipts.append(receipt)
      }
      last = final.number
    }
    return receipts
  }

  /// Waits for the handlers that run, those included that went on after their deadlines: for the end of a process, when its server
  /// takes no requests any more.
  ///
  /// Handlers are not cancelled. A callback whose handler does not end before the process does is handled again: by
  /// ``resume(handler:)`` if there is an inbox, or at the vendor's next delivery after the lease.
  ///
  /// - Parameter limit: the greatest time to wait.
  /// - Returns: the number of handlers that still run.
  @discardableResult
  public func finishRunningHandlers(within limit: Duration) async -> Int {
    _ = await options.clock.await(atMost: limit) { [running] in await running.awaitNone() }
    return await running.count
  }

  /// Decodes a verified request, and runs the handler if the callback is not handled yet.
  private func handle(
    _ request: CallbackRequest, _ entry: Int64?, within limits: DeliveryLimits,
    _ handler: @escaping @Sendable (Callback) async throws -> Void
  ) async -> Receipt<Callback> {
    let received: ReceivedCallback<Callback>
    do throws(CallbackDecodingError) {
      received = try read(request)
    } catch {
      return receipt(.unreadable(error))
    }
    switch received.content {
    case .healthCheck: return receipt(.healthCheck, received)
    case .otherProduct: return receipt(.otherProduct, received)
    default: break
    }
    do {
      switch try await claim(received, within: limits.store()) {
      case .finished: return receipt(.duplicate, received)
      case .inProgress(let rest): return receipt(.inProgress(rest), received)
      case .claimed(let claim):
        let run = HandlerRun(
          store: store, claim: claim, lease: options.lease, clock: options.clock, running: running)
        let outcome = await run.outcome(within: limits.handler()) {
          try await handler(received.callback)
        } finished: {
          await settle(entry, receipt(.handled, received))
        } late: {
          options.lateOutcome?(received, $0)
        }
        return receipt(outcome, received)
      }
    } catch {
      return receipt(.storeFailed(error), received)
    }
  }

  /// Keeps a request in the inbox, if there is one.
  ///
  /// An entry that is made after the time stays unsettled: its callback is handled at the next delivery or by ``resume(handler:)``,
  /// whichever comes first.
  private func keep(_ request: CallbackRequest, within limit: Duration?) async throws -> Int64? {
    guard let inbox else { return nil }
    let entry = await options.clock.await(atMost: limit) {
      await Result { try await inbox.keep(request, service: Callback.service.name) }
    }
    switch entry {
    case .value(let result): return try result.get()
    case .running: throw StoreTimeout(deadline: options.storeDeadline ?? .zero)
    }
  }

  /// Claims the key of a callback. A claim that is made after the time is released, because nobody handles the callback.
  private func claim(
    _ received: ReceivedCallback<Callback>, within limit: Duration?
  ) async throws -> ClaimOutcome {
    let claim = await options.clock.await(atMost: limit) {
      await Result { try await freshClaim(received) }
    }
    switch claim {
    case .value(let result): return try result.get()
    case .running(let work):
      Task {
        if case .success(.claimed(let claim)) = await work.value { try? await store.release(claim) }
      }
      throw StoreTimeout(deadline: options.storeDeadline ?? .zero)
    }
  }

  /// Claims the key of a callback, and renews the claim if the store was so slow that the lease may be over.
  private func freshClaim(_ received: ReceivedCallback<Callback>) async throws -> ClaimOutcome {
    let (clock, lease) = (options.clock, options.lease)
    var outcome = ClaimOutcome.finished
    var duration = try await clock.measure { outcome = try await claim(received) }
    while case .claimed(let claim) = outcome, duration > lease / 3 {
      duration = try await clock.measure { try await store.renew(claim, for: lease) }
    }
    return outcome
  }

  /// Records the verdict. If that fails, the entry stays unsettled, and its key tells later that it is handled.
  private func settle(_ entry: Int64?, _ receipt: Receipt<Callback>) async {
    guard let inbox, let entry else { return }
    try? await inbox.settle(entry, verdict: receipt.outcome.name, key: receipt.received?.key)
  }

  private func receipt(
    _ outcome: DeliveryOutcome, _ received: ReceivedCallback<Callback>? = nil
  ) -> Receipt<Callback> {
    Receipt(response: response(to: outcome), outcome: outcome, received: received)
  }
}

extension Result where Failure == any Error {
  /// The value of an operation, or its error.
  fileprivate init(_ operation: () async throws -> Success) async {
    do { self = .success(try await operation()) } catch { self = .failure(error) }
  }
}
