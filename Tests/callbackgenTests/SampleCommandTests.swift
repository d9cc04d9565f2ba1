import Foundation
import Testing

@Suite("callbackgen sample")
struct SampleCommandTests {
  private func sample(_ arguments: String...) throws -> [String] {
    let tool = try Tool()
    defer { tool.remove() }
    let output = try tool.runInRepository(
      ["sample", "--service", "Schemas/TencentTRTCRecording"] + arguments)
    #expect(output.status == 0, "\(output.err)")
    return output.out.split(separator: "\n").map(String.init)
  }

  /// The number of events of the schema.
  private func events() throws -> Int {
    let tool = try Tool()
    defer { tool.remove() }
    let output = try tool.runInRepository([
      "inventory", "Schemas/TencentTRTCRecording", "--format", "json",
    ])
    let services =
      try JSONSerialization.jsonObject(with: Data(output.out.utf8)) as? [[String: Any]]
    return try #require(services?.first?["events"] as? [Any]).count
  }

  @Test("There is a plain body of each event, and more for its codes and forms")
  func bodies() throws {
    #expect(try sample("--plain").count == events())
    let leaves = try sample("--event", "recorderStopped")
    // The plain one, and one for each of eight leave codes.
    #expect(leaves.count == 10)
    #expect(leaves.contains { $0.contains(#""LeaveCode":101"#) })
    #expect(try sample("--event", "302") == leaves)
  }

  @Test("The same seed makes the same bodies, another one others")
  func seed() throws {
    #expect(try sample("--seed", "3") == sample("--seed", "3"))
    #expect(try sample("--seed", "3") != sample("--seed", "4"))
  }

  @Test("What is sampled is documented, whatever the seed")
  func documented() throws {
    let tool = try Tool()
    defer { tool.remove() }
    for seed in 10..<20 {
      let bodies = try sample("--seed", "\(seed)").joined(separator: "\n")
      let output = try tool.runInRepository(
        ["validate", "--service", "Schemas/TencentTRTCRecording", "-"], input: bodies)
      #expect(output.status == 0, "\(output.out)")
    }
  }

  @Test("A near miss says what is wrong, and which findings it must give")
  func nearMisses() throws {
    let lines = try sample("--near-miss", "--event", "302")
    let misses = try lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    let unknown = misses.first {
      $0["wrong"] as? String == "EventInfo.Payload.LeaveCode of no code"
    }
    let findings = unknown?["findings"] as? [[String: String]]
    #expect(findings == [["path": "EventInfo.Payload.LeaveCode", "rule": "unknown-code"]])
    #expect(unknown?["body"] is [String: Any])
  }

  @Test(
    "Samples of events that headers identify have them, and of a form near misses are JSON too",
    arguments: ["HeaderDispatch", "HeaderTopic", "FormBody", "BodyList"])
  func headers(_ golden: String) throws {
    let tool = try Tool()
    defer { tool.remove() }
    let service = "Tests/Goldens/\(golden)"
    let samples = try tool.runInRepository(["sample", "--service", service])
    let isHeaded = golden.hasPrefix("Header")
    let paths = isHeaded ? ["--body", ".body", "--headers", ".headers"] : []
    let output = try tool.runInRepository(
      ["validate", "--service", service, "-"] + paths, input: samples.out)
    #expect(output.status == 0, "\(output.out) \(output.err)")
    #expect(samples.out.contains(#"{"headers":{"X-"#) == isHeaded)

    let misses = try tool.runInRepository(["sample", "--near-miss", "--service", service])
    for line in misses.out.split(separator: "\n") {
      let miss = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect((miss?["headers"] != nil) == isHeaded)
      #expect((miss?["body"] is String) == (golden == "FormBody"))
    }
    // Each is decoded, so that its headers arrived.
    let found = try tool.runInRepository(
      ["validate", "--service", service, "--body", ".body", "-"] + paths.suffix(2),
      input: misses.out)
    #expect(found.status == 1, "\(found.out) \(found.err)")
  }

  @Test("An event that there is not is told, with the nearest one")
  func unknownEvent() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let output = try tool.runInRepository([
      "sample", "--service", "Schemas/TencentTRTCRecording", "--event", "recorderStoped",
    ])
    #expect(output.status == 64)
    #expect(output.err.contains("Did you mean 'recorderStopped'?"))
  }
}
