import AgoraCloudRecording
import CallbackRuntime
import CallbackSchema
import TencentTRTCRecording
import TencentTRTCRoom
import Testing
import VolcengineRTC

@Suite("Signature schemes")
struct SignatureSchemeTests {
  @Test("Those of every schema are those of its generated code")
  func agreement() {
    let generated = [
      "AgoraCloudRecording": Agora.signatures, "TencentTRTCRecording": TRTC.signatures,
      "TencentTRTCRoom": TRTCRoom.signatures, "VolcengineRTC": Volcengine.signatures,
    ]
    #expect(Set(generated.keys) == Set(AllServices.all.map(\.fixtures.service.name)))
    for service in AllServices.all.map(\.fixtures.service) {
      #expect(!service.signatureSchemes.isEmpty)
      #expect(service.signatureSchemes == generated[service.name])
    }
  }
}
