import CallbackRuntime
import Testing

@Suite("A payload that may be absent")
struct OptionalPayloadTests {
  @Test("Its absence is no finding, and it is read as empty")
  func absent() throws {
    let report = try Sparse.Callback.validate(json: #"{"type":"joined","data":{"room":"r"}}"#)
    #expect(report.findings.map(\.path) == ["data.detail.user"])
    #expect(report.value.event == .joined(.init()))
    #expect(report.value.json() == #"{"type":"joined","data":{"room":"r","detail":{}}}"#)
  }

  @Test("An event with a required field is malformed without it")
  func required() throws {
    let body = #"{"type":"recorded","data":{"room":"r"}}"#
    let report = try Sparse.Callback.validate(json: body)
    #expect(report.findings.map(\.rule) == [.malformedEvent])
    #expect(report.findings.map(\.path) == ["data.detail.url"])
  }

  @Test("An event without payload is written back without it")
  func none() throws {
    let body = #"{"type":"closed","data":{"room":"r"}}"#
    let report = try Sparse.Callback.validate(json: body)
    #expect(report.findings.isEmpty)
    #expect(report.value.json() == body)
  }

  @Test("An unrecognized event is written back with the payload it had, or without")
  func unrecognized() throws {
    for body in [
      #"{"type":"new","data":{"room":"r"}}"#, #"{"type":"new","data":{"detail":{"a":1}}}"#,
    ] {
      #expect(try Sparse.Callback(json: body).json() == body)
    }
  }
}
