import CallbackSchema
import SchemaReview
import SchemaSource
import TestSupport
import Testing

@Suite("Reviews of the shipped schemas")
struct ShippedSchemaTests {
  private static let services = [
    "AgoraCloudRecording", "TencentTRTCRecording", "TencentTRTCRoom", "VolcengineRTC",
  ]

  private static func files(_ name: String) throws -> [SourceFile] {
    try Repository.schemaFiles("Schemas/\(name)")
  }

  private static func load(_ files: [SourceFile], _ name: String) throws -> Service {
    var diagnostics = Diagnostics()
    let service = SchemaLoader.load(files, folder: name, into: &diagnostics)
    for diagnostic in diagnostics.all where diagnostic.severity == .error {
      Issue.record("\(diagnostic.range.path):\(diagnostic.range.start.line): \(diagnostic.message)")
    }
    return try #require(service)
  }

  @Test("A schema has no changes to itself", arguments: services)
  func same(_ name: String) throws {
    let service = try Self.load(try Self.files(name), name)
    #expect(Review(service, service).changes == [])
  }

  @Test(
    "Another order, other quotes and other comments are no change",
    arguments: services)
  func rewritten(_ name: String) throws {
    let files = try Self.files(name)
    let service = try Self.load(files, name)
    for seed in 1...20 {
      var rewriting = Rewriting(seed: UInt64(seed))
      let others = try files.map { file in
        var diagnostics = Diagnostics()
        let root = try #require(SourceParser.parse(file, into: &diagnostics))
        return SourceFile(path: file.path, bytes: [UInt8](rewriting.text(root).utf8))
      }
      #expect(zip(files, others).allSatisfy { $0.bytes != $1.bytes })
      let found = Review(service, try Self.load(others, name)).changes
      #expect(found.map { "\($0.path): \($0.message)" } == [])
    }
  }

  /// The changes between two editions of a service.
  private static func review(_ name: String, _ old: String, _ new: String) throws -> [Change] {
    let service = try load(try files(name), name)
    let before = try #require(Review.edition(old, of: service))
    let after = try #require(Review.edition(new, of: service))
    return Review(before, after, isOfEditions: true).changes
  }

  @Test("Volcengine's versions 2022-06-01 and 2023-06-01 have no changes")
  func carriedForward() throws {
    #expect(try Self.review("VolcengineRTC", "2022-06-01", "2023-06-01") == [])
  }

  @Test("From Agora's Chinese page to the English one, each change has its verdicts")
  func agora() throws {
    let changes = try Self.review("AgoraCloudRecording", "zh", "en")
    func verdicts(_ path: String) -> [String] {
      changes.filter { $0.path == path }.map {
        "\($0.rule.id): \($0.rule.wire.text), \($0.rule.source.rawValue), \($0.rule.meaning.rawValue)"
      }
    }
    for event in ["recorder_snapshot_file", "web_recorder_reload", "rtmp_publish_status"] {
      #expect(
        verdicts("events.\(event)") == ["event-added: degrades [unknown-event], warning, same"])
    }
    for field in [
      "started.recorderStartTime", "stopped.code", "stopped.message", "stopped.details",
    ] {
      #expect(
        verdicts("events.web_recorder_\(field)") == [
          "field-added: ignores [unknown-field], safe, same"
        ])
    }
    for path in ["tables.Module.6", "events.web_recorder_capability_limit.limitType.bandwidth"] {
      #expect(verdicts(path) == ["code-added: degrades [unknown-code], warning, same"])
    }
    #expect(
      verdicts("envelope.payload.serviceScene") == [
        "field-removed: degrades [missing], breaks, same"
      ])
    for code in ["0", "1"] {
      #expect(verdicts("tables.RecordingMode.\(code)") == ["code-shifted: safe, safe, changed"])
    }
  }

  @Test("Three shifted codes of 2021 are a change of meaning each")
  func rehearsal() throws {
    let states = try ["2021-02-03", "2021-03-10"].map { date in
      let folder = "Examples/Rehearsal/\(date)/TencentTRTCRoom"
      return try Self.load(try Repository.schemaFiles(folder), "TencentTRTCRoom")
    }
    let changes = Review(states[0], states[1]).changes
    #expect(
      changes.filter { $0.rule.meaning == .changed }.map(\.message) == [
        #"3 means "removed", previously "joinedElsewhere"; "removed" was 4"#,
        #"4 means "crossRoomEnd", previously "removed"; "crossRoomEnd" was 5"#,
        #"5 means "killed", previously "crossRoomEnd"; "killed" was 6"#,
      ])
  }

  @Test("A fingerprint identifies one change and does not depend on others")
  func fingerprints() throws {
    let before = try Self.load(try Self.files("AgoraCloudRecording"), "AgoraCloudRecording")
    var after = before
    after.events.removeLast()
    let alone = Set(Review(before, after).changes.map(\.fingerprint))
    after.tables[0].rows.removeLast()
    after.events[0].doc = "Other words."
    let together = Review(before, after).changes.map(\.fingerprint)
    #expect(Set(together).count == together.count)
    #expect(alone.isSubset(of: together))
  }
}
