import Foundation
import Testing

@Suite("callbackgen export json-schema")
struct ExportTests {
  private func export(_ service: String, _ more: [String] = []) throws -> (
    schema: [String: Any], err: String
  ) {
    let tool = try Tool()
    defer { tool.remove() }
    let output = try tool.runInRepository(
      ["export", "json-schema", "Schemas/\(service)"] + more)
    #expect(output.status == 0)
    let value = try JSONSerialization.jsonObject(with: Data(output.out.utf8))
    return (try #require(value as? [String: Any]), output.err)
  }

  private static func at(_ path: String, in value: Any?) -> Any? {
    path.split(separator: ">").reduce(value) { value, name in
      (value as? [String: Any])?[String(name)]
    }
  }

  @Test("The schema is of the whole body, with every event")
  func whole() throws {
    let (schema, _) = try export("VolcengineRTC")
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    let definitions = try #require(schema["$defs"] as? [String: Any]).keys
    let events = definitions.filter { $0.hasPrefix("event.") }
    #expect(events.count > 1 && (schema["allOf"] as? [Any])?.count == events.count)
    #expect(
      Self.at("$defs>event.UserJoinRoom>properties>RoomId>type", in: schema) as? String == "string")
    let data = Self.at("properties>EventData", in: schema) as? [String: Any]
    #expect(data?["type"] as? String == "string")
    let code = Self.at("$defs>table.TaskCode>enum", in: schema) as? [Int]
    #expect(code == [0, 1])
  }

  @Test("Limits, conditions and dependent tables are said where JSON Schema can say them")
  func limits() throws {
    let (volcengine, _) = try export("VolcengineRTC")
    let identifier =
      Self.at("$defs>event.SegmentRealTimeData>properties>Identifier", in: volcengine)
      as? [String: Any]
    #expect(identifier?["maxLength"] as? Int == 128)
    #expect(identifier?["pattern"] as? String == #"^[a-zA-Z0-9_@.\-]*$"#)
    let conditions = Self.at("$defs>event.Webcast>allOf", in: volcengine) as? [[String: Any]]
    #expect(conditions?.count == 1)
    let (agora, _) = try export("AgoraCloudRecording")
    let choices = Self.at("$defs>event.cloud_recording_error>allOf", in: agora) as? [Any]
    #expect((choices?.count ?? 0) > 0)
  }

  @Test("One edition asks for what it documents; all together only for what each does")
  func editions() throws {
    func required(_ more: [String]) throws -> [String] {
      let (schema, _) = try export("VolcengineRTC", more)
      return Self.at("$defs>event.SegmentRealTimeData>required", in: schema) as? [String] ?? []
    }
    #expect(try !required([]).contains("Bucket"))
    #expect(try required(["--edition", "2022-06-01"]).contains("Bucket"))
    #expect(try required(["--edition", "2020-12-01"]).contains("TosBucket"))
  }

  @Test("What was left out is listed by construct, on standard error and in the schema")
  func leftOut() throws {
    let (schema, err) = try export("AgoraCloudRecording")
    let listed = schema["x-left-out"] as? [String] ?? []
    for construct in ["readings", "editions", "flags", "unit", "identity", "signatures", "order"] {
      #expect(listed.contains { $0.hasPrefix("\(construct): ") }, "\(construct)")
      #expect(err.contains("left out: \(construct): "), "\(construct)")
    }
  }
}
