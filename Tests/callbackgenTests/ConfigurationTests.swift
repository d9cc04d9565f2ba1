import TestSupport
import Testing

@Suite("callbackgen.json")
struct ConfigurationTests {
  private func tool(_ body: (Tool) throws -> Void) throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.writeSample()
    try body(tool)
  }

  @Test("Its folders are seen from where it lies")
  func folders() throws {
    try tool { tool in
      try tool.write(
        #"{"callbackgen": 1, "services": ["../Schemas/Sample"], "output": "Made"}"#,
        to: "Config/callbackgen.json")
      let output = try tool.run("generate", "--config", "Config/callbackgen.json")
      #expect(output.status == 0, "\(output.err)")
      #expect(
        tool.files(in: "Config/Made/Sample") == ["Sample_events.swift", "Sample_service.swift"])
    }
  }

  @Test("What is said on the command line overrides it")
  func overridden() throws {
    try tool { tool in
      try tool.write(
        #"{"services": ["Schemas/Sample"], "unknownFields": "keep"}"#, to: "callbackgen.json")
      _ = try tool.run("generate", "--config", "callbackgen.json")
      #expect(tool.read("Generated/Sample/Sample_events.swift")?.contains("unknownFields") == true)
      _ = try tool.run(
        "generate", "--config", "callbackgen.json", "--unknown-fields", "drop", "--output", "Other")
      #expect(tool.read("Other/Sample/Sample_events.swift")?.contains("unknownFields") == false)
    }
  }

  @Test("Unknown keys and words are errors at their place, with what was meant")
  func errors() throws {
    try tool { tool in
      try tool.write(
        """
        {
          "callbackgen": 2,
          "service": ["Schemas/Sample"],
          "unknownFields": "kept"
        }
        """, to: "callbackgen.json")
      let output = try tool.run("generate", "--config", "callbackgen.json")
      #expect(output.status == 2)
      for message in [
        "callbackgen.json:2:18: error: configuration version 2 is not known here",
        "callbackgen.json:3:3: error: a configuration has no key 'service' [unknown-key]",
        "did you mean 'services'?", "callbackgen.json:4:20: error: 'kept' is no unknownFields",
        "fix: one of drop, keep",
      ] {
        #expect(output.err.contains(message), "\(output.err)")
      }
      #expect(tool.files(in: "Generated").isEmpty)
    }
  }

  @Test("A file that is not there is told")
  func missing() throws {
    try tool { tool in
      let output = try tool.run("generate", "--config", "nowhere.json")
      #expect(output.status == 74)
      #expect(output.err.contains("'nowhere.json' cannot be read"))
    }
  }
}
