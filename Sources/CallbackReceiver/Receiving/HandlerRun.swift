/// One run of a handler under a claim.
struct HandlerRun: Sendable {
  let store: any DeliveryStore
  let claim: Claim
  let lease: Duration
  let clock: any Clock<Duration>
  /// The runs of the receiver that have not ended.
  let running: RunningHandlers

  /// Runs a handler, and returns its outcome or, after the deadline, `unfinished`; the handler then goes on.
  ///
  /// If the calling task is cancelled before, the handler is cancelled, too, and its end awaited.
  ///
  /// - Parameters:
  ///   - deadline: the time after which the function returns; nil to wait for the handler.
  ///   - handler: the work.
  ///   - finished: what follows when the callback is recorded as handled, also after the deadline.
  ///   - late: what follows when the handler ends after the deadline, with its outcome.
  func outcome(
    within deadline: Duration?, _ handler: @escaping @Sendable () async throws -> Void,
    finished: @escaping @Sendable () async -> Void,
    late: @escaping @Sendable (DeliveryOutcome) -> Void
  ) async -> DeliveryOutcome {
    await running.begin()
    let run = await clock.await(atMost: deadline) {
      let outcome = await complete(handler)
      if case .handled = outcome { await finished() }
      return outcome
    }
    switch run {
    case .value(let outcome):
      await running.end()
      return outcome
    case .running(let work):
      Task {
        late(await work.value)
        await running.end()
      }
      return .unfinished
    }
  }

  /// Runs a handler to its end, renews its claim meanwhile, and finishes or releases it.
  private func complete(_ handler: @Sendable () async throws -> Void) async -> DeliveryOutcome {
    let renewal = Task { await renew() }
    do {
      try Task.checkCancellation()
      try await handler()
    } catch {
      renewal.cancel()
      await renewal.value
      // If the release fails, the claim ends with its lease.
      try? await uncancelled { try await store.release(claim) }
      return .failed(error)
    }
    renewal.cancel()
    await renewal.value
    do {
      try await uncancelled { try await store.finish(claim) }
      return .handled
    } catch {
      return .unrecorded(error)
    }
  }

  /// Renews the claim three times in each lease, until the task is cancelled or the claim is lost.
  private func renew() async {
    while (try? await clock.sleep(for: lease / 3)) != nil {
      do {
        try await store.renew(claim, for: lease)
      } catch is ClaimLost {
        return
      } catch {
        // Another error of the store may pass before the lease ends.
      }
    }
  }

  /// Runs an operation of the store that the cancellation of the handler does not stop.
  private func uncancelled(_ operation: @escaping @Sendable () async throws -> Void) async throws {
    try await Task { try await operation() }.value
  }
}
