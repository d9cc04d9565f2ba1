import CallbackSchema
import SchemaExport
import TestSupport
import Testing

/// What a script that knows nothing of the schemas found on the page, against what the schemas say of that version.
@Suite("The schemas against the page")
struct PageInventoryTests {
  /// What the page's tables have otherwise than the schema, each with its reason.
  static let explained: [String: String] = [
    // The tables of pictures give no unit; the times that they and the bodies print are in milliseconds.
    "Data[].TimeStamp uint64 in unix-?": "Data[].TimeStamp uint64 in unix-ms",
    // The table of 2020-12-01 lists two numbers; the body below it prints a word.
    "RecordFileList[].VideoCodec string 0 1": "RecordFileList[].VideoCodec string",
    // Every code of a public stream describes an end, but the event also reports a start.
    "Code int 1 2 3": "Code int optional 1 2 3",
  ]

  /// The events whose sections print no body.
  static let withoutBody = ["WbTranscodeProgressChanged", "WbTranscodeFinished"]

  @Test("There are the events of the page, in the versions of their sections")
  func events() throws {
    let page = try PageInventory("VolcengineRTC")
    let service = Bodies.fixtures.service
    #expect(Set(page.sections.map(\.event)) == Set(service.events.map(\.key)))
    for event in service.events {
      let versions = page.sections.filter { $0.event == event.key }.compactMap(\.edition)
      let documented = service.names(of: event.provenance.editions)
      #expect(
        documented == (versions.isEmpty ? service.names(of: service.fullEditions) : versions),
        "\(event.key)")
    }
  }

  @Test("An event has the example body of each of its sections")
  func bodies() throws {
    let service = Bodies.fixtures.service
    for section in try PageInventory("VolcengineRTC").sections {
      let event = try #require(service.events.first { $0.key == section.event })
      let printed = event.examples.count { example in
        section.edition.map { service.names(of: example.provenance.editions).contains($0) } ?? true
      }
      #expect(printed == (Self.withoutBody.contains(section.event) ? 0 : 1), "\(section.event)")
    }
  }

  @Test(
    "An event has the fields of its section: spelling, place, type, unit, values, and whether it may be absent"
  )
  func fields() throws {
    for section in try PageInventory("VolcengineRTC").sections {
      let edition = section.edition ?? "2023-11-01"
      let projected = try #require(Bodies.fixtures.service.projected(to: edition))
      let event = try #require(Inventory(of: projected).events.first { $0.name == section.event })
      let declared = Set(event.fields.map { $0.line(type: $0.type, isOptionalTold: true) })
      let printed = Set(section.fields.map { Self.explained[$0.line] ?? $0.line })
      let place = "\(section.event) \(edition)"
      // A member that only the printed body has is documented by no version.
      #expect(declared.subtracting(printed) == [], "\(place): only the schema has these")
      #expect(printed.subtracting(declared) == [], "\(place): only the page has these")
    }
  }
}
