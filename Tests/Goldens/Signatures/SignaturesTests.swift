import CallbackRuntime
import CallbackSchema
import SchemaSource
import TestSupport
import Testing

@Suite("Signatures")
struct SignaturesTests {
  @Test("A scheme has the place, the signed content and the signed time")
  func schemes() {
    let schemes = Signed.signatures
    #expect(
      schemes[0]
        == SignatureScheme(
          place: .headerPart("X-Signature", name: "v1"), algorithm: .hmacSHA256, encoding: .hex,
          over: .joined([.headerPart("X-Signature", name: "t"), .text("."), .body]),
          time: .headerPart("X-Signature", name: "t"), tolerance: .seconds(300)))
    #expect(schemes[1].prefix == "v0=")
    #expect(schemes[1].subject == .joined([.text("v0:"), .header("X-Time"), .text(":"), .body]))
    #expect(schemes[1].time == .header("X-Time"))
    #expect(
      schemes[2]
        == SignatureScheme(
          place: .header("Authorization"), algorithm: .jwtHS256, encoding: .base64URL,
          over: .claim("sha256", encoding: .base64)))
    #expect(schemes[3].subject == .urlAndForm)
  }

  @Test("The schemes of the schema are those of the generated code")
  func agreement() throws {
    for (folder, schemes) in [
      ("EmbeddedEvent", Embedded.signatures), ("Envelope", Wrapped.signatures),
      ("Signatures", Signed.signatures),
    ] {
      var diagnostics = Diagnostics()
      let path = "Tests/Goldens/\(folder)"
      let service = SchemaLoader.load(
        try Repository.schemaFiles(path), folder: path, into: &diagnostics)
      #expect(try #require(service).signatureSchemes == schemes)
    }
  }
}
