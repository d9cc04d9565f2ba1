import CallbackRuntime
import Testing

extension Vendor {
  static let liveKit = Vendor("LiveKit", LiveKit.Callback.self)
}

@Suite("LiveKit: fields beside the envelope, integers in strings, omitted defaults")
struct LiveKitTests {
  @Test("A participant joined")
  func joined() throws {
    let callback = try LiveKit.Callback(json: Vendor.body("LiveKit/Bodies/participant_joined.json"))
    #expect(callback.id == "EV_QXcMnT5hmVqR")
    #expect(callback.createdAt == 1_763_720_415)
    #expect(callback.deduplicationKey == .init(id: "EV_QXcMnT5hmVqR"))
    guard case .participantJoined(let joined) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(joined.room.name == "standup")
    #expect(joined.participant.identity == "ann")
    #expect(joined.participant.state == .active)
    #expect(joined.participant.kind == nil)
    #expect(joined.participant.attributes == ["team": "red", "lk.locale": "de-AT"])
    #expect(joined.participant.joinedAtMs == 1_763_720_415_118)
    #expect(joined.participant.permission?.canPublishSources == [.camera, .microphone])
  }

  @Test("A recording ended, with its files")
  func ended() throws {
    let callback = try LiveKit.Callback(json: Vendor.body("LiveKit/Bodies/egress_ended.json"))
    guard case .egressEnded(let ended) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(ended.egressInfo.outcome == .success)
    #expect(ended.egressInfo.startedAt == 1_763_720_501_402_118_331)
    let file = try #require(ended.egressInfo.fileResults?.first)
    #expect(file.size == 9_007_199_254_740_993)
    #expect(file.filename == "standup/2025-11-21.mp4")
    let output = try #require(ended.egressInfo.roomComposite?.fileOutputs?.first)
    #expect(output.s3?["bucket"]?.string == "recordings")
  }

  @Test("The signature is a token with a hash of the body")
  func signature() {
    #expect(
      LiveKit.signatures == [
        SignatureScheme(
          place: .header("Authorization"), algorithm: .jwtHS256,
          encoding: .base64URL, over: .claim("sha256", encoding: .base64))
      ])
  }
}
