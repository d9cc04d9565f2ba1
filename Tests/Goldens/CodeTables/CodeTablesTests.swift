import CallbackRuntime
import Testing

@Suite("Code tables")
struct CodeTablesTests {
  private func findings(_ json: String) throws -> [Finding.Rule] {
    try Codes.Stopped(json: json).validate().map(\.rule)
  }

  @Test("An unknown code is kept, written back, and a finding")
  func unknown() throws {
    let stopped = try Codes.Stopped(json: #"{"level":9,"reason":0,"status":0,"mode":"on"}"#)
    #expect(stopped.level == .unrecognized(9))
    #expect(stopped.validate().map(\.rule) == [.unknownCode])
    #expect(try Codes.Stopped(json: stopped.json()) == stopped)
  }

  @Test("A table whose every value means something knows no unknown one")
  func exhaustive() throws {
    let stopped = try Codes.Stopped(json: #"{"level":1,"reason":0,"status":7,"mode":"on"}"#)
    #expect(stopped.status == .abnormal(7))
    #expect(stopped.status?.outcome == .failure)
    #expect(stopped.validate().isEmpty)
  }

  @Test("A code that may be listed elsewhere is a notice, not a warning")
  func elsewhere() throws {
    let json = #"{"level":1,"reason":0,"status":0,"mode":"on","other":"third"}"#
    #expect(try Codes.Stopped(json: json).validate().map(\.severity) == [.notice])
  }

  @Test("A row that is not listed at a place is a finding there")
  func narrowed() throws {
    let base = #""level":1,"reason":0,"status":0,"mode":"on""#
    #expect(try findings("{\(base),\"narrow\":3}") == [.value])
    #expect(try findings("{\(base),\"narrow\":2}") == [])
  }

  @Test("Columns, advice and summaries stand beside the codes; a scale can be compared")
  func columns() {
    #expect(Codes.StopReason.timeout.message == "timed_out")
    #expect(Codes.StopReason.timeout.outcome == .failure)
    #expect(Codes.StopReason.unrecognized(9).message == nil)
    #expect(Codes.Level.fatal.advice == "Start again.")
    #expect(Codes.Level.minor.summary == nil)
    #expect(Codes.Level.minor < .major)
    #expect(Codes.Level.allKnownCases == [.minor, .major, .fatal])
  }

  @Test("Names come from the wire: first_one and SecondOne")
  func names() {
    #expect(Codes.Listed(rawValue: "first_one") == .firstOne)
    #expect(Codes.Listed.secondOne.rawValue == "SecondOne")
    #expect(Codes.Stopped.Mode.off.rawValue == "off")
  }
}
