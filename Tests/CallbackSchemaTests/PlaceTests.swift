import CallbackSchema
import SchemaSource
import Testing

@Suite("The places of a service's statements")
struct PlaceTests {
  private func messages(_ service: String, _ events: String) -> [String] {
    let text = """
      callbackgen: 1
      service:
        name: Places
        editions: { page: {} }
        \(service)
      events:
        \(events)
      """
    var diagnostics = Diagnostics()
    let file = SourceFile(path: "service.yaml", bytes: Array(text.utf8))
    _ = SchemaLoader.load([file], folder: "Places", into: &diagnostics)
    return diagnostics.all.map(\.message)
  }

  @Test("The member that counts deliveries is in the payload of every event that is there")
  func order() {
    let service = """
      event: { by: kind, in: data }
        order: data.count
        envelope: { kind: string, data: object }
      """
    let counted = "a: { fields: { count: int } }"
    #expect(messages(service, counted) == [])
    #expect(messages(service, "\(counted)\n  b: { in: none }") == [])
    #expect(
      messages(service, "\(counted)\n  b: { fields: { name: string } }") == [
        "event 'b' has no field 'count', which order names"
      ])
    #expect(
      messages(service, "a: { fields: { count: [int] } }") == [
        "'count' of event 'a' has no single value: it is a list, an object or one of several types"
      ])
  }

  @Test("Beside the envelope no member is a string with the JSON of the payload")
  func payloadBesideEnvelope() {
    let service = """
      event: { by: kind, in: . }
        envelope: { kind: string, data: { type: string, format: json } }
      """
    #expect(
      messages(service, "a: { fields: { count: int } }") == [
        "only the member that holds the event is read as JSON inside a string"
      ])
  }

  @Test("The discriminator may be a member that no page describes")
  func undescribedDiscriminator() {
    let service = """
      event: { by: kind, in: data }
        envelope: { kind: { type: string, editions: [traffic] }, data: object }
      """
    #expect(messages(service, "a: { fields: { count: int } }") == [])
  }
}
