import AgoraCloudRecording
import CallbackReceiver
import CallbackReceiverSQLite
import CallbackRuntime
import Foundation
import Hummingbird
import Logging
import ServiceLifecycle
import TencentTRTCRecording
import TencentTRTCRoom
import VolcengineRTC

/// A server with one route for each service. It stops when SIGTERM or SIGINT arrives, the running requests are answered and the
/// running handlers have ended.
@main
struct App {
  static func main() async throws {
    let logger = Logger(label: "receiver")
    do {
      let settings = try Settings()
      let (app, finishers) = try application(settings, logger)
      try await app.runService()
      // Handlers that go on after their responses. Those that take longer are handled again by the next process, from the inbox.
      let running = await withTaskGroup(of: Int.self) { group in
        for finish in finishers { group.addTask { await finish(settings.shutdownTime) } }
        var running = 0
        for await count in group { running += count }
        return running
      }
      if running > 0 { logger.error("\(running) handlers have not ended") }
    } catch let error as SettingsError {
      logger.critical("\(error)")
      exit(78)  // EX_CONFIG of sysexits.h
    } catch {
      logger.critical("\(error)")
      exit(1)
    }
  }

  /// The server, and functions that wait for the running handlers of its services and return how many still run.
  static func application(
    _ settings: Settings, _ logger: Logger
  ) throws -> (some ApplicationProtocol, [@Sendable (Duration) async -> Int]) {
    let store = try SQLiteStore(path: settings.database)
    let router = Router()
    router.get("health") { _, _ in HTTPResponse.Status.ok }
    var resumers: [@Sendable () async throws -> Void] = []
    var finishers: [@Sendable (Duration) async -> Int] = []

    /// Adds a route; its handler does the work of this server for a callback of the service.
    func add<Callback: ServiceCallback>(
      _ path: RouterPath, _ secret: String,
      _ handler: @escaping @Sendable (Callback) async throws -> Void
    ) throws {
      let receiver = try CallbackReceiver<Callback>(
        secrets: settings.secrets(secret), store: store, inbox: store)
      let route = CallbackRoute(receiver: receiver, bodyLimit: settings.bodyLimit) { callback in
        // Stands for work that takes time, so that what follows a deadline can be tried.
        if settings.workTime > .zero { try await Task.sleep(for: settings.workTime) }
        try await handler(callback)
      }
      router.post(path) { request, context in try await route.respond(to: request, context: context)
      }
      resumers.append { try await route.resume(logger) }
      finishers.append { await receiver.finishRunningHandlers(within: $0) }
    }

    try add("callbacks/agora-recording", "AGORA_SECRET") { (callback: Agora.Callback) in
      logger.info("handled", metadata: ["event": "\(callback.event.id)"])
    }
    try add("callbacks/trtc-recording", "TRTC_SECRET") { (callback: TRTC.Callback) in
      logger.info("handled", metadata: ["event": "\(callback.event.id)"])
    }
    try add("callbacks/trtc-room", "TRTC_SECRET") { (callback: TRTCRoom.Callback) in
      logger.info("handled", metadata: ["event": "\(callback.event.id)"])
    }
    try add("callbacks/volcengine", "VOLCENGINE_SECRET") { (callback: Volcengine.Callback) in
      logger.info("handled", metadata: ["event": "\(callback.event.id)"])
    }

    var app = Application(
      router: router,
      configuration: .init(
        address: .hostname(settings.host, port: settings.port), serverName: "receiver"),
      logger: logger)
    app.addServices(ResumptionService(resumers: resumers, logger: logger))
    return (app, finishers)
  }
}
