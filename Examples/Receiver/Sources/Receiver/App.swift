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

/// A server with one route for each service. It stops when SIGTERM or SIGINT arrives and the running requests are answered.
@main
struct App {
  static func main() async throws {
    let logger = Logger(label: "receiver")
    do {
      let settings = try Settings()
      let app = try application(settings, logger)
      try await app.runService()
    } catch {
      logger.critical("\(error)")
      exit(1)
    }
  }

  static func application(_ settings: Settings, _ logger: Logger) throws -> some ApplicationProtocol
  {
    let store = try SQLiteStore(path: settings.database)
    let router = Router()
    router.get("health") { _, _ in HTTPResponse.Status.ok }
    var resumers: [@Sendable () async throws -> Void] = []

    /// Adds a route; its handler does the work of this server for a callback of the service.
    func add<Callback: ServiceCallback>(
      _ path: RouterPath, _ secret: String,
      _ handler: @escaping @Sendable (Callback) async throws -> Void
    ) throws {
      let receiver = try CallbackReceiver<Callback>(
        secrets: settings.secrets(secret), store: store, inbox: store)
      let route = CallbackRoute(receiver: receiver, bodyLimit: settings.bodyLimit, handler: handler)
      router.post(path) { request, context in try await route.respond(to: request, context: context)
      }
      resumers.append { try await route.resume(logger) }
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
    return app
  }
}
