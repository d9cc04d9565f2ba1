import CallbackSchema
import PayloadValidation
import SchemaExport
import TestSupport
import Testing

@Suite("Rules taken out of the shipped schemas")
struct RuleRemovalTests {
  @Test(
    "Without any one rule some sample is no longer documented, or some near miss no longer found",
    arguments: AllServices.all)
  func removal(_ service: AllServices) throws {
    let original = service.fixtures.service
    let whole = View(original) { $0 }
    // What only one edition says may show in no body, because another edition is nearer: then it shows to those who hold
    // bodies to that edition alone.
    let editions = original.fullEditions.places.map { original.editions[$0].name }
    let views =
      editions.count < 2
      ? []
      : editions.map { name in
        View(original) { $0.projected(to: name) ?? $0 }
      }
    let removal = RuleRemoval(original)
    #expect(removal.found.count > 50)
    let unnoticed = removal.found.filter { mutilation in
      !whole.notices(mutilation) && !views.contains { $0.notices(mutilation) }
        && !Self.isTold(mutilation, of: original)
    }
    #expect(unnoticed.map(\.what) == [])
  }

  /// A service as it is, or as one edition has it, and the bodies that hold it to its rules.
  private struct View {
    let project: (Service) -> Service
    var bodies: [String: [(body: [UInt8], expected: [String])]] = [:]

    init(_ service: Service, _ project: @escaping (Service) -> Service) {
      self.project = project
      let own = project(service)
      let maker = SampleMaker(own, seed: 1)
      for (place, event) in own.events.enumerated() {
        bodies[event.key] =
          maker.samples(of: event, withEnvelope: place == 0).map { ($0.body, []) }
          + maker.nearMisses(of: event, withEnvelope: place == 0).map { miss in
            (miss.body, miss.expected.map { "\($0.path) \($0.rule)" }.sorted())
          }
      }
    }

    func notices(_ mutilation: Mutilation) -> Bool {
      let validator = BodyValidator(project(mutilation.service))
      return mutilation.events.contains { event in
        (bodies[event.key] ?? []).contains { body, expected in
          let report = validator.validate(body)
          return report.fault != nil
            || report.findings.map { "\($0.path) \($0.rule)" }.sorted() != expected
        }
      }
    }
  }

  /// A unit that is no time's shows in the inventory, which is compared with the pages; a format that every text has shows
  /// only in the Swift that is made of it.
  private static func isTold(_ mutilation: Mutilation, of original: Service) -> Bool {
    if mutilation.what.hasSuffix(" unit") {
      return Inventory(of: mutilation.service) != Inventory(of: original)
    }
    // Where every other value means something, a row is a name alone: the inventory's tables have it.
    let closed =
      original.tables.filter { $0.otherwise != nil }.map { "\($0.name) " }
      + original.events.flatMap { event in
        event.fields.filter { $0.codeTable(in: original)?.otherwise != nil }.map {
          "\(event.key).\($0.wire) value"
        }
      }
    if closed.contains(where: { mutilation.what.hasPrefix($0) }) {
      return Inventory(of: mutilation.service) != Inventory(of: original)
    }
    return mutilation.what == "TranscodeBasics.TaskId format"
  }
}
