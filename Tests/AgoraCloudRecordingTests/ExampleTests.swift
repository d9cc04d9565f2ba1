import AgoraCloudRecording
import CallbackRuntime
import CallbackSchema
import Foundation
import PayloadValidation
import TestSupport
import Testing

@Suite("The example bodies of the pages")
struct ExampleTests {
  @Test("There are the bodies that the pages print")
  func count() {
    let printed = Dictionary(grouping: Bodies.examples) { $0.event.id.value.text }.mapValues {
      examples in
      examples.reduce(0) { $0 + $1.example.testimony.editions.places.count }
    }
    #expect(printed == ["31": 8, "32": 8, "71": 1])
  }

  @Test("Each is read as a fragment through its event's type", arguments: Bodies.examples)
  func fragment(_ body: Bodies.Example) throws {
    let written: [UInt8]
    switch body.event.id.value.text {
    case "31": written = try Agora.Uploaded(json: body.details).json()
    case "32": written = try Agora.Backuped(json: body.details).json()
    case "71": written = try Agora.WebRecorderStopped(json: body.details).json()
    default:
      Issue.record("no type for event \(body.event.id.value.text)")
      return
    }
    let callback = try Agora.Callback(json: body.wrapped)
    let again = try Agora.Callback(json: Bodies.wrap(Bodies.text(written), in: body.event))
    #expect(again.event == callback.event)
  }

  @Test(
    "Each decodes to its typed event, with the findings that are expected of it",
    arguments: Bodies.examples)
  func findings(_ body: Bodies.Example) throws {
    let reading = try Agora.Callback.read(json: body.wrapped)
    let callback = reading.value
    #expect(callback.eventType == Int(body.event.id.value.text))
    if case .malformed(let event) = callback.event { Issue.record("\(event.fault)") }
    if case .unrecognized = callback.event { Issue.record("unrecognized") }
    #expect(reading.findings.map(\.rule) == expected(in: body))
    #expect(callback.validate() == [])
  }

  /// The findings that the pages' own slips make.
  private func expected(in body: Bodies.Example) -> [Finding.Rule] {
    switch body.example.file.value {
    case "uploaded-web-page-mp4.zh.json", "backuped-individual.zh.json",
      "backuped-composite.zh.json",
      "backuped-composite-mp4.zh.json", "backuped-web-page-mp4.zh.json":
      [.otherType]
    case "web-recorder-stopped.json": [.alias, .alias]
    default: []
    }
  }

  @Test("Each is written back as its findings predict", arguments: Bodies.examples)
  func writtenBack(_ body: Bodies.Example) throws {
    let reading = try Agora.Callback.read(json: body.wrapped)
    let predicted = try Prediction(service: Bodies.service).apply(
      reading.findings, to: body.wrapped)
    #expect(try RawJSON(Bodies.text(reading.value.json())) == predicted)
  }

  @Test("Both ways in and both ways out have one meaning", arguments: Bodies.examples)
  func codable(_ body: Bodies.Example) throws {
    let direct = try Agora.Callback(json: body.wrapped)
    let decoded = try JSONDecoder().decode(Agora.Callback.self, from: Data(body.wrapped.utf8))
    #expect(decoded == direct)
    #expect(try Agora.Callback(json: JSONEncoder().encode(direct)) == direct)
  }

  @Test("95 % of the examples still decode to their event when one member is gone or null")
  func survival() throws {
    let survival = Survival.measure(
      Bodies.service, examples: try Repository.examples(Bodies.folder))
    #expect(survival.bodies > 300)
    #expect(survival.kept * 100 >= survival.bodies * 95, "\(survival)")
  }

  @Test("The survival that is told from the schema is the survival of the generated code")
  func survivalIsReal() throws {
    var (bodies, kept) = (0, 0)
    for example in Bodies.examples {
      let value = try JSONSerialization.jsonObject(with: Data(example.details.utf8))
      for changed in Self.changes(of: value) {
        let details = String(
          decoding: try JSONSerialization.data(withJSONObject: changed), as: UTF8.self)
        bodies += 1
        if case .malformed = try Agora.Callback(json: Bodies.wrap(details, in: example.event)).event
        {
          continue
        }
        kept += 1
      }
    }
    let told = Survival.measure(Bodies.service, examples: try Repository.examples(Bodies.folder))
    #expect(told == Survival(bodies: bodies, kept: kept))
  }

  /// The value with each single member, at any depth, taken out and set to null.
  static func changes(of value: Any) -> [Any] {
    if let list = value as? [Any] {
      return list.indices.flatMap { place in
        changes(of: list[place]).map { changed in
          var copy = list
          copy[place] = changed
          return copy
        }
      }
    }
    guard let object = value as? [String: Any] else { return [] }
    return object.keys.sorted().flatMap { key -> [Any] in
      var without = object
      without[key] = nil
      var null = object
      null[key] = NSNull()
      let inner = changes(of: object[key] ?? NSNull()).map { changed -> Any in
        var copy = object
        copy[key] = changed
        return copy
      }
      return [without, null] + inner
    }
  }
}
