import CallbackRuntime
import Testing

@Suite("Pages that disagree")
struct ReadingsTests {
  private let full = #""fileName":"f","status":0,"mode":0,"spoken":"s""#

  private func rules(_ json: String) throws -> [Finding.Rule] {
    try Conflicts.Uploaded.read(json: json).findings.map(\.rule)
  }

  @Test("Another page's spelling is read, noticed, and written in the documented form")
  func spelling() throws {
    let json = #"{"filename":"f","status":0,"mode":0,"spoken":"s"}"#
    let reading = try Conflicts.Uploaded.read(json: json)
    #expect(reading.value == (try Conflicts.Uploaded(json: "{\(full)}")))
    #expect(reading.findings.map(\.rule) == [.alias])
    #expect(String(decoding: reading.value.json(), as: UTF8.self) == "{\(full)}")
  }

  @Test("The declared spelling beats another one, whichever comes first")
  func declaredWins() throws {
    let first = try Conflicts.Uploaded(json: #"{"fileName":"a","filename":"b"}"#)
    let last = try Conflicts.Uploaded(json: #"{"filename":"b","fileName":"a"}"#)
    #expect(first.fileName == "a")
    #expect(last == first)
  }

  @Test("A number that an example prints as a string is read, with a finding")
  func form() throws {
    let json = #"{"fileName":"f","status":"0","mode":0,"spoken":"s"}"#
    #expect(try Conflicts.Uploaded(json: json).status == 0)
    #expect(try rules(json) == [.otherType])
  }

  @Test("What only traffic shows is read, and not missed")
  func traffic() throws {
    #expect(try Conflicts.Uploaded(json: "{\(full)}").validate() == [])
    #expect(try Conflicts.Uploaded(json: "{\(full),\"seen\":\"x\"}").seen == "x")
  }

  @Test("A body that fits one edition wholly misses nothing")
  func nearestEdition() throws {
    let likeChinese = try Conflicts.Uploaded(json: #"{"fileName":"f","status":0,"mode":0}"#)
    #expect(likeChinese.validate() == [])
    let neither = try Conflicts.Uploaded(json: #"{"fileName":"f","mode":0}"#)
    #expect(neither.validate().map(\.path) == ["status"])
  }

  @Test("A null of one edition is read and written, and is absence in the other")
  func null() throws {
    func findings(_ json: String) throws -> [String] {
      let report = try Conflicts.Renamed.validate(json: json)
      #expect(report.value.json() == json)
      return report.findings.map { "\($0.path) \($0.rule) \($0.editions)" }
    }
    // It fits the English page, which alone documents null and `detail`.
    #expect(try findings(#"{"from":null,"to":null,"mode":0,"detail":"d"}"#) == [])
    #expect(
      try findings(#"{"from":null,"to":null,"mode":0}"#) == [#"detail missing ["en"]"#])
    // What an example shows changes no expectation.
    #expect(
      try findings(#"{"from":"a","to":"b","mode":null}"#) == [#"mode missing ["zh", "en"]"#])
  }

  @Test("Null in an example is read without a finding")
  func nullOfExample() throws {
    let json = "{\(full),\"title\":null}"
    #expect(try rules(json) == [])
    #expect(try rules("{\(full),\"seen\":null}").contains(.null))
  }

  @Test("An event of one edition is held to that edition")
  func onlyInOne() throws {
    let callback = try Conflicts.Callback(json: #"{"kind":73,"data":{}}"#)
    let findings = callback.validate()
    #expect(findings.map(\.path) == ["data.reason"])
    #expect(findings.map(\.editions) == [["en"]])
  }
}
