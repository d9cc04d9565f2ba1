import Logging
import ServiceLifecycle

/// Handles what the inbox holds: at the start of the server, because the process before it may have ended in the middle, and every
/// minute, because a handler may have failed after the vendor had its response.
struct ResumptionService: Service {
  let resumers: [@Sendable () async throws -> Void]
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      repeat {
        for resume in resumers {
          do {
            try await resume()
          } catch is CancellationError {
            return
          } catch {
            logger.error("the inbox cannot be read: \(error)")
          }
        }
      } while (try? await Task.sleep(for: .seconds(60))) != nil
    }
  }
}
