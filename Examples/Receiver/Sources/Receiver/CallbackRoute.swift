import CallbackReceiver
import CallbackRuntime
import HTTPTypes
import Hummingbird
import Logging
import Metrics

/// The route of one service: it receives, logs and counts.
struct CallbackRoute<Callback: ServiceCallback>: Sendable {
  let receiver: CallbackReceiver<Callback>
  /// The greatest size of a body in bytes; a request with a larger one is answered with status 413.
  let bodyLimit: Int
  /// The work for a callback.
  let handler: @Sendable (Callback) async throws -> Void

  @Sendable func respond(
    to request: Request, context: some RequestContext
  ) async throws -> Response {
    var request = request
    let start = ContinuousClock.now
    let body = try await request.collectBody(upTo: bodyLimit)
    let receipt = await receiver.receive(
      headers: request.headers, body: body.readableBytesView, handler: handler)
    record(receipt, in: context.logger, start.duration(to: .now))
    let response = receipt.response
    return Response(
      status: response.status, headers: response.headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: response.body)))
  }

  /// Handles the requests that the inbox holds from before, and logs what became of them.
  func resume(_ logger: Logger) async throws {
    for receipt in try await receiver.resume(handler: handler) {
      record(receipt, in: logger, nil)
    }
  }

  private func record(_ receipt: Receipt<Callback>, in logger: Logger, _ duration: Duration?) {
    let (service, outcome) = (Callback.service.name, receipt.outcome)
    let dimensions = [("service", service), ("outcome", outcome.name)]
    Counter(label: "callbacks_total", dimensions: dimensions).increment()
    if let duration {
      Timer(label: "callback_duration", dimensions: dimensions).record(duration: duration)
    }
    var metadata: Logger.Metadata = ["service": "\(service)", "outcome": "\(outcome.name)"]
    if let received = receipt.received { metadata["key"] = "\(received.key)" }
    // What the vendor sends and does not document yet.
    if !receipt.findings.isEmpty {
      metadata["findings"] = .array(receipt.findings.map { "\($0)" })
    }
    logger.log(level: level(of: receipt), "\(outcome)", metadata: metadata)
  }

  private func level(of receipt: Receipt<Callback>) -> Logger.Level {
    switch receipt.outcome {
    case .failed, .unrecorded, .storeFailed, .unreadable: .error
    case .rejected: .warning
    default: receipt.findings.isEmpty ? .info : .notice
    }
  }
}
