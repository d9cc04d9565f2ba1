import CallbackRuntime
import Testing

@Suite("Fields under conditions")
struct ConditionsTests {
  private func paths(_ json: String) throws -> [String] {
    try Conditional.Left(json: json).validate().map(\.path)
  }

  @Test("A member is missing where its condition holds")
  func missing() throws {
    #expect(try paths(#"{"status":3}"#) == ["message", "reason"])
    #expect(try paths(#"{"status":3,"message":"m","reason":1}"#) == [])
  }

  @Test("A member is out of place where its condition does not hold")
  func outOfPlace() throws {
    #expect(try paths(#"{"status":0,"message":"m"}"#) == ["message"])
    #expect(try paths(#"{"status":0,"reason":1}"#) == ["reason"])
  }

  @Test("An empty string counts as no value")
  func empty() throws {
    #expect(try paths(#"{"status":0,"message":""}"#) == [])
    #expect(try paths(#"{"status":1,"message":""}"#) == ["message"])
  }

  @Test("An optional condition only forbids")
  func onlyIf() throws {
    #expect(try paths(#"{"status":1,"message":"m"}"#) == [])
    #expect(try paths(#"{"status":0,"hint":"h"}"#) == ["hint"])
  }

  @Test("A condition on an absent field does not hold, not even a negated one")
  func absentSelector() throws {
    #expect(try paths(#"{}"#) == ["status"])
  }

  @Test("A condition that the wire does not show demands and forbids nothing")
  func text() throws {
    #expect(try paths(#"{"status":0,"vod":"v"}"#) == [])
  }
}
