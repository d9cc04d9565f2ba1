import CallbackSchema
import Foundation
import SchemaExport
import TestSupport
import Testing

/// What a script that knows nothing of the schemas found on each page, against what the schemas say of that edition.
@Suite("The schemas against the pages")
struct PageInventoryTests {
  struct Page: Decodable, Sendable, CustomTestStringConvertible {
    struct Field: Decodable, Hashable {
      var path: String
      var type: String
      var values: [String]
    }
    struct Event: Decodable {
      var id: Int
      var name: String
      /// The number of example bodies; none where it is left out.
      var bodies: Int?
      var fields: [Field]
    }
    struct Code: Decodable {
      var value: String
      var word: String?
    }

    var edition: String
    var payload: [Field]
    var events: [Event]
    var serviceTypes: [String: Int]
    var tables: [String: [Code]]

    var testDescription: String { edition }
  }

  static let pages: [Page] = {
    let text = (try? Repository.text("Tests/Inventories/AgoraCloudRecording.json")) ?? "[]"
    return (try? JSONDecoder().decode([Page].self, from: Data(text.utf8))) ?? []
  }()

  /// The paths that a page has at another place than the schema, each with a reading that says so.
  static let misplaced = [
    "en 81 uids[].fileName": "uids[].fileList[].fileName",
    "en 1001 fileName": "fileList[].fileName",
  ]

  /// The fields that a page gives another type than the schema, each with a reading that says so.
  static let retyped = ["en 100 status": "string"]

  private func projected(_ page: Page) throws -> Inventory {
    Inventory(of: try #require(Bodies.service.projected(to: page.edition)))
  }

  @Test("There are both pages")
  func both() { #expect(Self.pages.map(\.edition) == ["zh", "en"]) }

  @Test("An edition has the events of its page, by number and name", arguments: pages)
  func events(_ page: Page) throws {
    let inventory = try projected(page)
    #expect(
      inventory.events.map { "\($0.id) \($0.name)" } == page.events.map { "\($0.id) \($0.name)" })
  }

  @Test("An event has the example bodies of its page", arguments: pages)
  func bodies(_ page: Page) throws {
    for event in page.events {
      let own = try #require(Bodies.service.events.first { $0.key == event.name })
      let printed = own.examples.count {
        Bodies.service.names(of: $0.provenance.editions).contains(page.edition)
      }
      #expect(printed == event.bodies ?? 0, "\(event.id)")
    }
  }

  @Test("An event has the fields of its page, by spelling, place and type", arguments: pages)
  func fields(_ page: Page) throws {
    let inventory = try projected(page)
    for event in page.events {
      let own = try #require(inventory.events.first { $0.name == event.name })
      let declared = Set(own.fields.map { "\($0.path): \(kind($0.type))" })
      let printed = Set(
        event.fields.map { field in
          let path = Self.misplaced["\(page.edition) \(event.id) \(field.path)"] ?? field.path
          let type = Self.retyped["\(page.edition) \(event.id) \(field.path)"] ?? field.type
          return "\(path): \(type)"
        })
      #expect(declared.subtracting(printed) == [], "\(event.id): only the schema has these")
      #expect(
        printed.subtracting(declared) == [],
        "\(event.id): only the page has these")
    }
  }

  @Test("The payload has the fields of its page", arguments: pages)
  func payload(_ page: Page) throws {
    let declared = try projected(page).envelope.filter { $0.path.hasPrefix("payload.") }
    #expect(
      Set(declared.map { "\($0.path.dropFirst(8)): \(kind($0.type))" })
        == Set(page.payload.map { "\($0.path): \($0.type)" }))
  }

  @Test("A field has the values that its page lists", arguments: pages)
  func values(_ page: Page) throws {
    let inventory = try projected(page)
    for event in page.events {
      let own = try #require(inventory.events.first { $0.name == event.name })
      for field in event.fields where !field.values.isEmpty {
        let declared = own.fields.first { $0.path == field.path }
        #expect(declared?.values == field.values, "\(event.id) \(field.path)")
      }
    }
    for field in page.payload where !field.values.isEmpty {
      let declared = inventory.envelope.first { $0.path == "payload.\(field.path)" }
      // The zh page names three more types in its table of events.
      let more = page.edition == "zh" && field.path == "serviceType" ? ["6", "7", "8"] : []
      #expect(declared?.values == field.values + more, "\(field.path)")
    }
  }

  @Test("The code tables have the rows of the pages", arguments: pages)
  func tables(_ page: Page) throws {
    let names = [
      "uploaderr": "UploadError", "uploadwarn": "UploadWarning", "clouderr": "CloudServiceError",
      "state": "ServiceState", "41": "LeaveCode", "71": "WebRecorderStopCode",
    ]
    let inventory = try projected(page)
    #expect(Set(page.tables.keys).isSubset(of: names.keys))
    for (section, codes) in page.tables {
      let table = inventory.tables.first { $0.name == names[section] }
      // The row `else` is what a page says of all other codes, outside its table.
      let listed = table?.values.map(\.value).filter { $0 != "else" }
      #expect(listed == codes.map(\.value), "\(section)")
    }
    let model = try #require(Bodies.service.projected(to: page.edition))
    for code in page.tables["41"] ?? [] {
      #expect(model.table(named: "LeaveCode")?.row(for: .number(code.value))?.constant == code.word)
    }
    for code in page.tables["71"] ?? [] {
      let row = model.table(named: "WebRecorderStopCode")?.row(for: .number(code.value))
      #expect(row?.columns["message"]?.text == code.word)
    }
  }

  @Test("An event comes from the part of the service that its page says", arguments: pages)
  func serviceTypes(_ page: Page) throws {
    let model = try #require(Bodies.service.projected(to: page.edition))
    for event in model.events {
      let constant = event.constants.first { $0.path.value == ["payload", "serviceType"] }
      #expect(
        constant.map(\.value.value.text) == page.serviceTypes[event.id.value.text].map(String.init),
        "\(event.key)")
    }
  }

  private func kind(_ type: String) -> String {
    switch type {
    case "int", "int32", "int64", "uint32", "uint64", "double": "number"
    case "json": "object"
    default: type.hasPrefix("[") ? "list" : type
    }
  }
}
