import TestSupport
import Testing

@Suite("Corrections in messages about schemas")
struct CorrectionTests {
  private static func messages(
    event: String = "{ by: kind, in: data }", retries: String = "{ interval: 5s }",
    started: String = "{ doc: It started. }"
  ) -> [String] {
    SchemaMessages.of(
      """
      callbackgen: 1
      service:
        name: Sample
        editions: { page: { title: The page } }
        event: \(event)
        envelope: { kind: string, data: object, owner: Owner }
        retries: \(retries)
      events:
        started: \(started)
      objects:
        Owner: { fields: { id: string } }
      """)
  }

  @Test("A misspelt word in place of a duration is corrected, and a period of 0 has a unit")
  func durations() {
    let usual = "write an integer and ms, s, min or h, such as 10s"
    for (retries, text, fix) in [
      ("{ interval: growin }", "growin", "did you mean 'growing'?"),
      ("{ interval: 5 }", "5", usual), ("{ interval: often }", "often", usual),
      ("{ first: 0, interval: 5s }", "0", "write 0s"), ("{ first: 5, interval: 5s }", "5", usual),
      ("{ for: 0 }", "0", usual),
    ] {
      #expect(
        Self.messages(retries: retries) == [
          "7: '\(text)' is not a duration [bad-duration]; \(fix)"
        ])
    }
  }

  @Test("An unknown object leaves wrong places of the envelope reported")
  func unknownObject() {
    let started = "{ doc: It started., include: [Ownr] }"
    let unknown = "9: no object is called 'Ownr' [unknown-name]; did you mean 'Owner'?"
    #expect(
      Self.messages(event: "{ by: kind, in: dta }", started: started) == [
        "5: 'dta' is not the path of a field [unknown-path]; did you mean 'data'?", unknown,
      ])
    // The object may have any field that an unknown one adds to it.
    #expect(Self.messages(event: "{ by: owner.kind, in: data }", started: started) == [unknown])
  }
}
