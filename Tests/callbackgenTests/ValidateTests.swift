import Foundation
import TestSupport
import Testing

@Suite("callbackgen validate")
struct ValidateTests {
  private func tool(_ body: (Tool) throws -> Void) throws {
    let tool = try Tool()
    defer { tool.remove() }
    try body(tool)
  }

  private static let fine =
    #"{"EventGroupId":3,"EventType":301,"CallbackTs":1,"EventInfo":{"RoomId":1,"EventTs":1,"UserId":"u","TaskId":"t","Payload":{"Status":0}}}"#
  private static let odd = fine.replacingOccurrences(of: #""Status":0"#, with: #""Status":7,"x":1"#)

  private func validate(
    _ tool: Tool, _ bodies: [String], _ more: [String] = [], input: String? = nil
  ) throws -> Tool.Output {
    let paths = bodies.map { $0 == "-" ? "-" : tool.folder.appendingPathComponent($0).path }
    return try tool.runInRepository(
      ["validate", "--service", "Schemas/TencentTRTCRecording"] + more + paths, input: input)
  }

  @Test("A documented body is fine")
  func fine() throws {
    try tool { tool in
      try tool.write(Self.fine, to: "body.json")
      let output = try validate(tool, ["body.json"])
      #expect(output.status == 0)
      #expect(output.out == "1 body, 0 findings\n")
    }
  }

  @Test("Findings have line and column in the body, and a summary by rule, event and path")
  func findings() throws {
    try tool { tool in
      try tool.write(Self.odd.replacingOccurrences(of: ",", with: ",\n"), to: "body.json")
      let output = try validate(tool, ["body.json"])
      #expect(output.status == 1)
      let lines = output.out.split(separator: "\n").map {
        $0.replacingOccurrences(of: tool.folder.path + "/", with: "")
      }
      #expect(
        lines == [
          "body.json:9:1: notice: EventInfo.Payload.x: unknown field [unknown-field]",
          "body.json:8:21: warning: EventInfo.Payload.Status: unknown value 7 (documented: 0, 1) [unknown-code]",
          "       1  warning unknown-code  recorderStarted: EventInfo.Payload.Status",
          "       1  notice unknown-field  recorderStarted: EventInfo.Payload.x",
          "1 body, 2 findings",
        ])
    }
  }

  @Test("A log has a body on each line; blank ones are none")
  func lines() throws {
    try tool { tool in
      let log = [Self.fine, "", Self.odd, Self.fine].joined(separator: "\n")
      for path in ["-", "log.jsonl"] {
        try tool.write(log, to: "log.jsonl")
        let output = try validate(tool, [path], input: log)
        #expect(output.status == 1)
        #expect(output.out.contains(":3:"))
        #expect(output.out.hasSuffix("3 bodies, 2 findings\n"))
      }
    }
  }

  @Test("A folder is searched for bodies")
  func folder() throws {
    try tool { tool in
      try tool.write(Self.fine, to: "bodies/a.json")
      try tool.write(Self.fine, to: "bodies/inner/b.json")
      try tool.write("no body", to: "bodies/readme.md")
      #expect(try validate(tool, ["bodies"]).out == "2 bodies, 0 findings\n")
    }
  }

  @Test("An event's own fields are read with --event, by key or by id")
  func fragment() throws {
    try tool { tool in
      try tool.write(#"{"Status":9}"#, to: "body.json")
      for event in ["recorderStarted", "301"] {
        let output = try validate(tool, ["body.json"], ["--event", event])
        #expect(output.out.contains("body.json:1:11: warning: Status: unknown value 9"))
      }
      #expect(try validate(tool, ["body.json"], ["--event", "none"]).status == 64)
    }
  }

  @Test("A body that is no JSON is an error at its place, and exits with 2")
  func broken() throws {
    try tool { tool in
      try tool.write(#"{"EventType":301,"EventInfo":{"#, to: "body.json")
      let output = try validate(tool, ["body.json"])
      #expect(output.status == 2)
      #expect(
        output.out.contains(
          "body.json:1:31: error: EventInfo: the JSON text ends inside the value [unreadable]"))
    }
  }

  @Test("For programs the findings are JSON, for a pull request annotations")
  func formats() throws {
    try tool { tool in
      try tool.write(Self.odd, to: "body.json")
      let json = try validate(tool, ["body.json"], ["--format", "json"])
      let value = try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any]
      let findings = value?["findings"] as? [[String: Any]]
      #expect(findings?.map { $0["rule"] as? String } == ["unknown-field", "unknown-code"])
      #expect(findings?.last?["path"] as? String == "EventInfo.Payload.Status")
      #expect(value?["bodies"] as? Int == 1)
      #expect((value?["summary"] as? [Any])?.count == 2)
      let github = try validate(tool, ["body.json"], ["--format", "github"])
      #expect(github.out.contains("line=1,col="))
      #expect(github.out.contains("title=unknown-code::EventInfo.Payload.Status: unknown value 7"))
    }
  }

  @Test("Of a kind only the first ten are printed, all are counted")
  func limit() throws {
    try tool { tool in
      let log = Array(repeating: Self.odd, count: 25).joined(separator: "\n")
      try tool.write(log, to: "log.jsonl")
      let output = try validate(tool, ["log.jsonl"])
      #expect(output.out.split(separator: "\n").filter { $0.contains("unknown-code]") }.count == 10)
      #expect(output.out.contains("      25  warning unknown-code"))
      #expect(
        output.out.hasSuffix(
          "25 bodies, 50 findings; 30 findings are not printed, --all prints them\n"))
      let all = try validate(tool, ["log.jsonl"], ["--all"])
      #expect(all.out.split(separator: "\n").filter { $0.contains("unknown-code]") }.count == 25)
    }
  }

  @Test("What makes the exit code 1 can be set")
  func failOn() throws {
    try tool { tool in
      try tool.write(
        Self.fine.replacingOccurrences(of: #""Status":0"#, with: #""Status":0,"x":1"#),
        to: "body.json")
      #expect(try validate(tool, ["body.json"]).status == 1)
      #expect(try validate(tool, ["body.json"], ["--fail-on", "warning"]).status == 0)
    }
  }

  @Test("Another product's body is nothing undocumented")
  func otherProduct() throws {
    try tool { tool in
      try tool.write(#"{"EventGroupId":1,"EventType":103}"#, to: "body.json")
      let output = try validate(tool, ["body.json"])
      #expect(output.status == 0)
      #expect(output.out.contains("[other-product]"))
    }
  }

  @Test("A file that is not there, an empty one and a folder without bodies are told")
  func nothing() throws {
    try tool { tool in
      let missing = try validate(tool, ["nowhere.json"])
      #expect(missing.status == 74)
      #expect(missing.err.contains("there is no file"))
      try tool.write("", to: "empty.json")
      #expect(try validate(tool, ["empty.json"]).out == "0 bodies, 0 findings\n")
    }
  }

  @Test("Bodies can be held to one edition")
  func edition() throws {
    try tool { tool in
      let output = try tool.runInRepository([
        "validate", "--service", "Schemas/VolcengineRTC", "--edition", "2020-12-01", "--event",
        "SegmentRealTimeData",
        "Schemas/VolcengineRTC/Examples/segment-real-time-data.2022-06-01.json",
      ])
      #expect(output.out.contains("Bucket: unknown field"))
      #expect(output.out.contains("TosBucket: missing"))
      let wrong = try tool.runInRepository([
        "validate", "--service", "Schemas/VolcengineRTC", "--edition", "2020-12-02", "-",
      ])
      #expect(wrong.status == 64)
      #expect(wrong.err.contains("Did you mean '2020-12-01'?"))
    }
  }
}
