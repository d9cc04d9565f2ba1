import CallbackRuntime
public import HTTPTypes

extension CallbackReceiver {
  /// Receives a delivery: verifies it, decodes it, claims its key, and runs the handler if this is the first delivery.
  ///
  /// Every outcome has a response, so that the function does not throw. If the calling task is cancelled, the handler is cancelled,
  /// too, and its claim released when it ends.
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
    let entry: Int64?
    do {
      entry = try await inbox?.keep(request, service: Callback.service.name)
    } catch {
      return receipt(.storeFailed(error))
    }
    let receipt = await handle(request, entry, within: options.deadline, handler)
    switch receipt.outcome {
    // A handler that still runs settles the entry at its end.
    case .unfinished, .handled: break
    // The vendor delivers again, and that delivery is an entry of its own.
    default: await settle(entry, receipt)
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
        let receipt = await handle(entry.request, entry.number, within: nil, handler)
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
    _ request: CallbackRequest, _ entry: Int64?, within deadline: Duration?,
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
      switch try await claim(received) {
      case .finished: return receipt(.duplicate, received)
      case .inProgress(let rest): return receipt(.inProgress(rest), received)
      case .claimed(let claim):
        let run = HandlerRun(
          store: store, claim: claim, lease: options.lease, clock: options.clock, running: running)
        let outcome = await run.outcome(within: deadline) {
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
