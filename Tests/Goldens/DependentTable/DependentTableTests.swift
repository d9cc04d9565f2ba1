import CallbackRuntime
import Testing

@Suite("A table that another field picks")
struct DependentTableTests {
  private func failed(_ json: String) throws -> Dependent.Failed {
    try Dependent.Failed(json: json)
  }

  @Test("The selector picks the table, whatever order the members come in")
  func picks() throws {
    #expect(
      try failed(#"{"errorCode":47,"module":1}"#).errorCodeByModule == .uploadError(.uploadFailed))
    #expect(
      try failed(#"{"module":2,"errorCode":50}"#).errorCodeByModule == .serviceError(.timeout))
  }

  @Test("Any other value of the selector, and none, leaves the plain code")
  func other() throws {
    #expect(try failed(#"{"errorCode":47,"module":0}"#).errorCodeByModule == .other(47))
    #expect(try failed(#"{"errorCode":47}"#).errorCodeByModule == .other(47))
    #expect(try failed(#"{"module":1}"#).errorCodeByModule == nil)
  }

  @Test("A code that the picked table lacks is a finding")
  func finding() throws {
    let findings = try failed(#"{"errorCode":50,"module":1}"#).validate()
    #expect(findings.map(\.rule) == [.unknownCode])
    #expect(findings.map(\.path) == ["errorCode"])
  }
}
