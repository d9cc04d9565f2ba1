import AgoraCloudRecording
import CallbackReceiver
import CallbackReceiverSQLite
import CallbackRuntime
import CallbackSchema
import Foundation
import HTTPTypes
import PayloadValidation
import SchemaSource
import TencentTRTCRecording
import TencentTRTCRoom
import TestSupport
import Testing
import VolcengineRTC

/// A service of the package, with its receiver and sample bodies.
struct InboxCase: Sendable, CustomTestStringConvertible {
  /// The name of the service, which is that of its folder in `Schemas`.
  var name: String
  var service: CallbackService
  /// Makes a receiver: a function from requests to responses.
  var receiver:
    @Sendable (_ secret: Secret, _ store: any DeliveryStore, _ inbox: (any CallbackInbox)?) throws
      ->
      @Sendable (CallbackRequest) async -> CallbackResponse

  var schemes: [SignatureScheme] { service.signatures }
  var testDescription: String { name }

  static let all = [
    InboxCase(Agora.Callback.self), InboxCase(TRTC.Callback.self),
    InboxCase(TRTCRoom.Callback.self),
    InboxCase(Volcengine.Callback.self),
  ]

  private init<Callback: ServiceCallback>(_: Callback.Type) {
    name = Callback.service.name
    service = Callback.service
    receiver = { secret, store, inbox in
      var options = ReceiverOptions<Callback>()
      options.deadline = nil
      options.storeDeadline = nil
      options.lease = .seconds(3600)
      let receiver = try CallbackReceiver<Callback>(
        secrets: [secret], store: store, inbox: inbox, options: options)
      return { request in
        await receiver.receive(headers: request.headers, body: request.body) { _ in }.response
      }
    }
  }

  /// A complete body of each event, with spaces that a reader and a writer of JSON would lose.
  func bodies() throws -> [[UInt8]] {
    var diagnostics = Diagnostics()
    let files = try Repository.schemaFiles("Schemas/\(name)")
    let service = try #require(
      SchemaLoader.load(files, folder: "Schemas/\(name)", into: &diagnostics))
    let maker = SampleMaker(service, seed: 1)
    return service.events.map { event in
      let text = String(decoding: maker.plainSample(of: event).body, as: UTF8.self)
      return Array("{ \n\t\(text.dropFirst())\n".utf8)
    }
  }

  /// A request as the vendor sends it, signed in all documented ways.
  func request(_ body: [UInt8], _ secret: Secret) throws -> CallbackRequest {
    var request = CallbackRequest(headers: [.contentType: "application/json"], body: body)
    for scheme in schemes {
      request = try CallbackSigner(scheme, secret: secret).signed(request, now: 0)
    }
    return request
  }

  /// A server that verifies signatures, and responds as a receiver does.
  func server(secret: Secret) throws -> HTTPTestServer {
    let verifier = SignatureVerifier(schemes, secrets: [secret])
    return try HTTPTestServer { [service] request in
      let isValid = (try? verifier.verify(request, now: 0)) != nil
      return .response(isValid ? .acknowledging(service) : .rejection)
    }
  }

  /// Has a receiver record requests with all bodies.
  ///
  /// - Returns: the requests as recorded.
  func fill(_ path: String, secret: Secret) async throws -> [CallbackRequest] {
    let store = try SQLiteStore(path: path)
    let receive = try receiver(secret, store, store)
    for body in try bodies() {
      #expect(try await receive(request(body, secret)).status == .ok)
    }
    var requests: [CallbackRequest] = []
    while let entries = try? await store.entries(after: Int64(requests.count)), !entries.isEmpty {
      requests += entries.map(\.request)
    }
    return requests
  }
}

extension Tool {
  var inbox: String { folder.appendingPathComponent("inbox.sqlite").path }

  /// Runs a shell script with the tool as `$0` and the repository as `$1`, on a thread of its own: a server of the test answers
  /// meanwhile.
  func shellBeside(
    _ script: String, secret: String? = nil, environment: [String: String] = [:]
  ) async throws -> Output {
    var environment = environment
    environment["CALLBACKGEN_SECRET"] = secret ?? ""
    // The server is on loopback.
    environment["no_proxy"] = "*"
    let variables = environment
    return try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(with: Result { try shell(script, environment: variables) })
      }
    }
  }

  /// Keeps requests of the service `Sample`, each a number of milliseconds after the start of an hour.
  func writeInbox(_ requests: [(milliseconds: Int64, body: String)]) async throws {
    try writeSample()
    for (milliseconds, body) in requests {
      let clock = BootClock(boot: "", uptime: { 0 }, date: { 1_700_000_000_000 + milliseconds })
      let store = try SQLiteStore(path: inbox, clock: clock)
      _ = try await store.keep(
        CallbackRequest(headers: [.contentType: "application/json"], body: Array(body.utf8)),
        service: "Sample")
    }
  }
}
