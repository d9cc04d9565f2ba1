import CallbackRuntime
import Testing

@Suite("Outcomes")
struct OutcomesTests {
  private func outcome(
    _ kind: String, _ data: String, result: String = "null"
  ) throws -> CallbackOutcome? {
    let body = #"{"kind":"\#(kind)","result":\#(result),"data":\#(data)}"#
    return try Outcomes.Callback(json: body).outcome
  }

  @Test("The outcome that an event declares is its outcome, whatever its codes report")
  func declared() throws {
    #expect(try outcome("error", #"{"status":0}"#) == .failure)
    #expect(try outcome("error", "{}") == .failure)
    #expect(try outcome("delivered", "{}") == .success)
    #expect(Outcomes.Error(status: .ok).outcome == .failure)
  }

  @Test("The envelope's codes do not change the outcome that an event declares")
  func envelope() throws {
    #expect(try outcome("error", "{}", result: "0") == .failure)
    #expect(try outcome("delivered", "{}", result: "1") == .success)
    #expect(try outcome("joined", "{}", result: "1") == .failure)
    #expect(try outcome("finished", #"{"status":0}"#, result: "1") == .failure)
    #expect(try outcome("finished", "{}", result: "0") == .success)
  }

  @Test("Among several codes, a failure precedes a success")
  func combined() throws {
    #expect(try outcome("finished", #"{"status":0,"upload":1}"#) == .failure)
    #expect(try outcome("finished", #"{"status":0,"upload":2}"#) == .success)
  }

  @Test("An undocumented code and a code without an outcome report nothing")
  func unknown() throws {
    #expect(try outcome("finished", #"{"status":9}"#) == nil)
    #expect(try outcome("finished", #"{"status":2}"#) == nil)
    #expect(try outcome("joined", "{}") == nil)
    #expect(try outcome("other", "{}") == nil)
  }

  @Test("A bit mask reports failure if one of its bits does, and the row of 0 is the empty mask")
  func flags() throws {
    #expect(try outcome("left", #"{"reasons":0}"#) == .failure)
    #expect(try outcome("left", #"{"reasons":1}"#) == .success)
    #expect(try outcome("left", #"{"reasons":3}"#) == .success)
    #expect(try outcome("left", #"{"reasons":5}"#) == .failure)
    #expect(try outcome("left", #"{"reasons":2}"#) == nil)
    #expect(try outcome("left", #"{"reasons":8}"#) == nil)
  }
}
