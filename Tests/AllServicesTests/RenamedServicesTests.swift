import AgoraCloudRecording
import CallbackRuntime
import CallbackSchema
import Foundation
import PayloadValidation
import SchemaSource
import SwiftGeneration
import TencentTRTCRecording
import TestSupport
import Testing
import VolcengineRTC

/// Nothing in the generator knows a vendor: under other names everything is the same.
@Suite("The services under other names")
struct RenamedServicesTests {
  @Test("Renamed schemas generate, compile, and read equally renamed bodies to equal results")
  func renamed() throws {
    try SwiftCompiler.inTemporaryFolder { compiler in
      try compiler.makeRuntime(asLibrary: true)
      var renaming = Renaming(seed: 20)
      var files: [URL] = []
      var bodies: [String] = []
      var expected: [String] = []
      var switches: [String] = []
      for (number, original) in AllServices.all.enumerated() {
        let service = renaming.service(original.fixtures.service)
        for file in try Self.generate(service) {
          files.append(try compiler.write(file.text, to: file.name))
        }
        switches.append(
          "  case \(number): print(read(body, as: \(renaming.word(original.namespace).capitalized).Callback.self))"
        )
        for example in original.fixtures.examples {
          bodies.append(
            "\(number)\t" + (try renaming.body(example.body, of: original.fixtures.service)))
          let (rules, written) = try original.read(example.body)
          let renamed = try renaming.body(written, of: original.fixtures.service)
          expected.append("\(rules)\t\(try RawJSON(renamed).sorted)")
        }
      }
      let main = Self.main.replacingOccurrences(
        of: "<cases>", with: switches.joined(separator: "\n"))
      files.append(try compiler.write(main, to: "main.swift"))
      let input = try compiler.write(bodies.joined(separator: "\n"), to: "bodies")
      let lines = try compiler.run(files, input: input).split(separator: "\n").map(String.init)
      try #require(lines.count == expected.count)
      for (line, wanted) in zip(lines, expected) {
        let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        let found = try parts.count < 2 ? line : "\(parts[0])\t\(RawJSON(String(parts[1])).sorted)"
        #expect(found == wanted)
      }
    }
  }

  private static func generate(_ service: Service) throws -> [GeneratedFile] {
    var diagnostics = Diagnostics()
    // With the members that nobody documents kept, which must change nothing else.
    var options = GenerationOptions()
    options.unknownFields = .keep
    let files = SwiftGenerator.generate(service, options: options, into: &diagnostics)
    #expect(diagnostics.all.map(\.message) == [])
    return files
  }

  private static let main = """
    import CallbackRuntime

    func read<T: CallbackObject>(_ body: Substring, as type: T.Type) -> String {
      guard let reading = try? T.validate(json: String(body)) else { return "fault" }
      let rules = reading.findings.map(\\.rule.rawValue).sorted()
      return rules.joined(separator: " ") + "\\t" + String(decoding: reading.value.json(), as: UTF8.self)
    }

    while let line = readLine() {
      let parts = line.split(separator: "\\t", maxSplits: 1)
      let body = parts[1]
      switch Int(parts[0]) ?? 0 {
    <cases>
      default: break
      }
    }
    """
}

extension RawJSON {
  /// With members in the order of their names, a text that holds an object as that object.
  fileprivate var sorted: String {
    get throws {
      func unfold(_ value: Any) -> Any {
        if let items = value as? [Any] { return items.map(unfold) }
        if let object = value as? [String: Any] { return object.mapValues(unfold) }
        if let text = value as? String, text.hasPrefix("{"),
          let inner = try? JSONSerialization.jsonObject(with: Data(text.utf8))
        {
          return unfold(inner)
        }
        return value
      }
      let tree = try JSONSerialization.jsonObject(with: Data(description.utf8))
      let data = try JSONSerialization.data(
        withJSONObject: unfold(tree), options: [.sortedKeys])
      return String(decoding: data, as: UTF8.self)
    }
  }
}
