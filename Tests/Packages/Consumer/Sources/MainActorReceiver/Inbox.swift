public import AgoraCloudRecording
import CallbackRuntime
public import TencentTRTCRecording
public import VolcengineRTC

/// The received callbacks, for a view: models decoded off the main actor are used on it.
public final class Inbox {
  public private(set) var agora: [Agora.Callback] = []
  public private(set) var tencent: [TRTC.Callback] = []
  public private(set) var volcengine: [Volcengine.Callback] = []

  public init() {}

  public func receive(agora body: String) async throws {
    agora.append(try await Self.read(body))
  }

  public func events() -> Set<Agora.Event> { Set(agora.map(\.event)) }

  @concurrent private nonisolated static func read(_ body: String) async throws -> Agora.Callback {
    try Agora.Callback(json: body)
  }
}
