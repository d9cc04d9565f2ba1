import Foundation
import Hummingbird
import Logging

/// The framework alone: it collects a body and answers, for a comparison with the receiver.
let router = Router()
router.post("callbacks/agora-recording") { request, _ -> HTTPResponse.Status in
  _ = try await request.body.collect(upTo: 1 << 20)
  return .ok
}
let port = ProcessInfo.processInfo.environment["PORT"].flatMap(Int.init) ?? 8082
let app = Application(
  router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)),
  logger: Logger(label: "bare") { _ in SwiftLogNoOpLogHandler() })
try await app.runService()
