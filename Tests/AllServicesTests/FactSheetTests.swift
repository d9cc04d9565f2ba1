import CallbackSchema
import SchemaExport
import TestSupport
import Testing

@Suite("The checklist of a schema's statements")
struct FactSheetTests {
  @Test(
    "Every rule of a schema is on it: without the rule it is another", arguments: AllServices.all)
  func complete(_ service: AllServices) {
    let whole = FactSheet(of: service.fixtures.service).description
    let removal = RuleRemoval(service.fixtures.service)
    #expect(removal.found.count > 50)
    // Of a service with very many rules, a part that is spread over all of them.
    let step = max(1, removal.found.count / 200)
    let checked = stride(from: 0, to: removal.found.count, by: step).map { removal.found[$0] }
    let unnoticed = checked.filter { FactSheet(of: $0.service).description == whole }
    #expect(unnoticed.map(\.what) == [])
  }

  @Test("Each line is one statement with its position", arguments: AllServices.all)
  func lines(_ service: AllServices) {
    let sheet = FactSheet(of: service.fixtures.service)
    let lines = sheet.description.split(separator: "\n").filter { $0.hasPrefix("- ") }
    #expect(lines.count == sheet.count)
    let pattern = #/- \[ \] .+[.)`!?:] (_[^_]+_ )?\([a-z-]+\.yaml:[0-9]+\)/#
    #expect(lines.filter { $0.wholeMatch(of: pattern) == nil } == [])
  }

  @Test(
    "It says what decides an outcome, where a fact comes from, and what a source says differently")
  func wording() throws {
    let service = try #require(AllServices.all.first { $0.namespace == "TRTC" })
    let text = FactSheet(of: service.fixtures.service).description
    #expect(text.contains("- [ ] Outcome: always failure. _all editions_"))
    #expect(text.contains("- [ ] Outcome: by the values of `EventInfo.Payload.LeaveCode`."))
    #expect(text.contains("- [ ] Retries follow every 10 s. _en-2025_"))
    #expect(text.contains("- [ ] `EventInfo.EventTs`: `zh example` shows it as a string."))
    #expect(text.contains("- [ ] `EventInfo.EventTs`: Unit: seconds since 1970."))
  }
}
