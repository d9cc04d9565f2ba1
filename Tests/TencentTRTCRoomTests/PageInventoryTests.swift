import CallbackSchema
import Foundation
import SchemaExport
import TestSupport
import Testing

/// What a script that knows nothing of the schemas found on the page of 2025, against what the schemas say of that edition.
@Suite("The schemas against the page")
struct PageInventoryTests {
  /// The fields that only bodies contain, by event and path, each with an edition that says so.
  static let printed: Set = ["105 Role", "202 Reason", "204 Reason", "206 Reason"]

  private func sections() throws -> [PageInventory.Section] {
    try PageInventory("TencentTRTCRoom").sections
  }

  private func projected() throws -> Inventory {
    Inventory(of: try #require(Bodies.fixtures.service.projected(to: "en-2025")))
  }

  private func kind(_ type: String) -> String {
    switch type {
    case "int": "number"
    case "string | int": "string|number"
    default: type
    }
  }

  @Test("There are the events of the page, by number and symbol")
  func events() throws {
    #expect(
      Bodies.fixtures.service.events.map { "\($0.id.value.text) \($0.constant ?? "")" }
        == (try sections().dropFirst().map { "\($0.id ?? 0) \($0.event)" }))
  }

  @Test("An event has the example bodies of the page")
  func bodies() throws {
    let service = Bodies.fixtures.service
    for section in try sections().dropFirst() {
      let event = try #require(service.events.first { $0.id.value.text == "\(section.id ?? 0)" })
      let printed = event.examples.count {
        service.names(of: $0.provenance.editions).contains("en-2025")
      }
      #expect(printed == section.bodies ?? 0, "\(section.event)")
    }
  }

  @Test("The envelope has the fields of the table")
  func envelope() throws {
    let section = try #require(try sections().first)
    let declared = try projected().envelope.map {
      $0.line(type: kind($0.type), isOptionalTold: false)
    }
    #expect(declared == section.fields.map(\.line))
  }

  @Test("An event has the fields that the table gives it: spelling, type, unit and values")
  func fields() throws {
    let events = try projected().events
    for section in try sections().dropFirst() {
      let event = try #require(events.first { "\($0.id)" == "\(section.id ?? 0)" })
      let declared = event.fields
        .filter { !Self.printed.contains("\(event.id) \($0.path)") }
        .map { $0.line(type: kind($0.type), isOptionalTold: false) }
      #expect(declared.sorted() == section.fields.map(\.line).sorted(), "\(section.event)")
    }
  }

  @Test(
    "The older pages have fewer events, fields and codes", arguments: ["zh-2021-02-03", "zh", "ja"])
  func older(_ edition: String) throws {
    let service = try #require(Bodies.fixtures.service.projected(to: edition))
    let events = Inventory(of: service).events
    #expect(events.contains { $0.name == "changeRole" } == (edition != "zh-2021-02-03"))
    let exit = try #require(events.first { $0.name == "exitRoom" })
    let reasons = try #require(exit.fields.first { $0.path == "Reason" }).values
    #expect(
      reasons
        == (edition == "zh-2021-02-03"
          ? ["1", "2", "3", "4", "5", "6"] : ["1", "2", "3", "4", "5"]))
    let later: Set = ["EventMsTs", "UniqueId", "TerminalType", "UserType"]
    let fields = Set(events.flatMap { $0.fields.map(\.path) })
    #expect(fields.intersection(later) == (edition == "ja" ? later : []))
    #expect(fields.subtracting(later) == ["RoomId", "EventTs", "UserId", "Role", "Reason"])
  }
}
