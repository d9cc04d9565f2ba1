import CallbackSchema
import Foundation
import SchemaExport
import TestSupport
import Testing

/// What a script that knows nothing of the schemas found on the page, against what the schemas say.
@Suite("The schemas against the page")
struct PageInventoryTests {
  private func kind(_ type: String) -> String {
    switch type {
    case "int": "number"
    case "string | int": "string|number"
    default: type
    }
  }

  @Test("There are the events of the page, by number and symbol")
  func events() throws {
    let page = try PageInventory("TencentTRTCRecording").sections.dropFirst()
    #expect(
      Bodies.fixtures.service.events.map { "\($0.id.value.text) \($0.constant ?? "")" }
        == page.map { "\($0.id ?? 0) \($0.event)" })
  }

  @Test("An event has the example bodies of its section")
  func bodies() throws {
    for section in try PageInventory("TencentTRTCRecording").sections.dropFirst() {
      let event = Bodies.fixtures.service.events.first { $0.id.value.text == "\(section.id ?? 0)" }
      #expect(event?.examples.count == section.bodies ?? 0, "\(section.event)")
    }
  }

  @Test("The envelope has the fields of its tables")
  func envelope() throws {
    let section = try #require(try PageInventory("TencentTRTCRecording").sections.first)
    let projected = try #require(Bodies.fixtures.service.projected(to: "zh"))
    let declared = Inventory(of: projected).envelope.map {
      $0.line(type: kind($0.type), isOptionalTold: false)
    }
    #expect(declared == section.fields.map(\.line))
  }

  @Test("An event has the fields of its table: spelling, type, unit and values")
  func fields() throws {
    let projected = try #require(Bodies.fixtures.service.projected(to: "zh"))
    for section in try PageInventory("TencentTRTCRecording").sections.dropFirst() {
      let event = try #require(
        Inventory(of: projected).events.first { "\($0.id)" == "\(section.id ?? 0)" })
      let declared = Set(
        event.fields.filter { $0.path != "TencentVod" }.map { field in
          // The table has the members of the file beside it; the bodies of its own section have them inside.
          var flat = field
          flat.path = field.path.replacingOccurrences(of: "TencentVod.", with: "")
          return flat.line(type: kind(field.type), isOptionalTold: false)
        })
      #expect(declared == Set(section.fields.map(\.line)), "\(section.event)")
    }
  }
}
