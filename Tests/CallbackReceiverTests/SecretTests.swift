import AgoraCloudRecording
import CallbackReceiver
import Testing

@Suite("Secrets")
struct SecretTests {
  @Test("A secret is printed nowhere")
  func hidden() throws {
    let secret: Secret = "s3cr3t-value"
    let holders: [Any] = [
      secret, ["key": secret], SignatureVerifier(Agora.signatures, secrets: [secret]),
      CallbackSigner(Agora.signatures[0], secret: secret),
      try CallbackReceiver<Agora.Callback>(secrets: [secret], store: MemoryStore()),
    ]
    for holder in holders {
      var dumped = ""
      dump(holder, to: &dumped)
      var mirrored = ""
      for child in Mirror(reflecting: holder).children { mirrored += "\(child) " }
      for text in ["\(holder)", String(reflecting: holder), dumped, mirrored] {
        // The text, and its first three bytes as a dump prints them.
        #expect(!text.contains("s3cr3t") && !text.contains("115, 51, 99"), "\(text)")
        #expect(!text.contains("- 115"), "\(text)")
      }
    }
    #expect("\(secret)" == "Secret")
  }
}
