import CallbackRuntime
import Testing

@Suite("The first schema of the language's document")
struct AcmeTests {
  private func event(_ body: String) throws -> Acme.Event { try Acme.Callback(json: body).event }

  @Test("An event is its case; an undocumented one is unrecognized, one without its name malformed")
  func events() throws {
    #expect(
      try event(#"{"type":"file_ready","data":{"name":"a.mp4","size":12}}"#)
        == .fileReady(Acme.FileReady(name: "a.mp4", size: 12)))
    guard case .unrecognized = try event(#"{"type":"file_gone","data":{}}"#) else {
      Issue.record("not unrecognized")
      return
    }
    guard case .malformed = try event(#"{"type":"file_ready","data":{"size":12}}"#) else {
      Issue.record("not malformed")
      return
    }
  }
}
