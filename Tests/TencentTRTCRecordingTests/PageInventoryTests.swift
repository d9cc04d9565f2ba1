import CallbackSchema
import Foundation
import SchemaExport
import TestSupport
import Testing

/// What a script that knows nothing of the schemas found on each page, against what the schemas say of that edition.
@Suite("The schemas against the pages")
struct PageInventoryTests {
  /// A page by its edition and the name of its inventory.
  struct Page: Sendable, CustomTestStringConvertible {
    var edition: String
    var inventory: String
    var testDescription: String { edition }

    /// The sections of the events, behind that of the envelope.
    var events: [PageInventory.Section] {
      get throws { Array(try PageInventory(inventory).sections.dropFirst()) }
    }
  }

  static let pages = [
    Page(edition: "zh", inventory: "TencentTRTCRecording"),
    Page(edition: "en-2025", inventory: "TencentTRTCRecording-en-2025"),
  ]

  /// The objects whose members the tables list beside them, each with a reading that says so.
  static let flattened = ["TencentVod": "TencentVod.", "FileMessage": "FileMessage[]."]

  /// The values that only bodies contain, by event and path, each with a reading or an edition that says so.
  static let printed = [
    "envelope EventGroupId": ["8"], "804 EventMessage": ["Over time limit"],
  ]

  private func projected(_ page: Page) throws -> Inventory {
    Inventory(of: try #require(Bodies.fixtures.service.projected(to: page.edition)))
  }

  private func kind(_ type: String) -> String {
    switch type {
    case "int": "number"
    case "string | int": "string|number"
    default: type
    }
  }

  @Test("An edition has the events of its page, by number and symbol", arguments: pages)
  func events(_ page: Page) throws {
    let service = try #require(Bodies.fixtures.service.projected(to: page.edition))
    #expect(
      service.events.map { "\($0.id.value.text) \($0.constant ?? "")" }
        == (try page.events.map { "\($0.id ?? 0) \($0.event)" }))
  }

  @Test("An event has the example bodies of its section", arguments: pages)
  func bodies(_ page: Page) throws {
    let service = Bodies.fixtures.service
    for section in try page.events {
      let event = try #require(service.events.first { $0.id.value.text == "\(section.id ?? 0)" })
      let printed = event.examples.count {
        service.names(of: $0.provenance.editions).contains(page.edition)
      }
      #expect(printed == section.bodies ?? 0, "\(section.event)")
    }
  }

  @Test("The envelope has the fields of the tables", arguments: pages)
  func envelope(_ page: Page) throws {
    let section = try #require(try PageInventory(page.inventory).sections.first)
    let declared = try projected(page).envelope.compactMap { line(of: $0, in: section) }
    #expect(declared == section.fields.map(\.line))
  }

  @Test("An event has the fields of its table: spelling, type, unit and values", arguments: pages)
  func fields(_ page: Page) throws {
    for section in try page.events {
      let event = try #require(
        try projected(page).events.first { "\($0.id)" == "\(section.id ?? 0)" })
      let declared = event.fields.compactMap { line(of: $0, in: section) }
      #expect(declared.sorted() == section.fields.map(\.line).sorted(), "\(section.event)")
    }
  }

  /// A field of the schema as its table declares it; nil for an object that the table does not name.
  private func line(of field: Inventory.Field, in section: PageInventory.Section) -> String? {
    var flat = field
    for (object, prefix) in Self.flattened {
      if field.path == object, !section.fields.contains(where: { $0.path == object }) { return nil }
      if field.path.hasPrefix(prefix) { flat.path.removeFirst(prefix.count) }
    }
    let label = section.id.map(String.init) ?? section.event
    let printed = Self.printed["\(label) \(field.path)"] ?? []
    flat.values.removeAll(where: printed.contains)
    return flat.line(type: kind(field.type), isOptionalTold: false)
  }
}
