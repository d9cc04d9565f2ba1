import CallbackRuntime
import CallbackSchema
import Foundation
import PayloadValidation
import SchemaSource
import TestSupport
import Testing

@Suite("Near misses of every field")
struct NearMissTests {
  /// The shipped services, the small ones of the goldens, and those of other vendors.
  static let folders =
    ((try? Repository.folders(in: "Schemas")) ?? []).map { "Schemas/\($0)" }
    + ((try? Repository.folders(in: "Tests/Goldens")) ?? []).map { "Tests/Goldens/\($0)" }
    + ((try? Repository.folders(in: "Tests/Vendors")) ?? []).map { "Tests/Vendors/\($0)" }

  /// Services whose events contain the same large objects in many places, so that the near misses of all places take minutes.
  private static let large = Set(
    ["GitHub", "LiveKit", "Shopify", "Slack", "Stripe"].map { "Tests/Vendors/\($0)" })

  /// The step between the fields of a large service that are varied.
  private static let step =
    ProcessInfo.processInfo.environment["CALLBACKGEN_NEAR_MISSES"] == "all" ? 1 : 4

  /// The makers of the bodies of each event.
  ///
  /// Of a large service, each field is varied at one place: where the fewest objects surround it, among the places at which
  /// near misses are demanded.
  private static func makers(_ service: Service, _ folder: String) -> [(Event, SampleMaker)] {
    let all = SampleMaker(service, seed: 7)
    guard large.contains(folder) else { return service.events.map { ($0, all) } }
    var choices: [SourceRange: (rank: Int, event: String)] = [:]
    for event in service.events {
      let demands = NearMissDemands(service, event).found
      let places = all.variedPlaces(of: event).sorted { $0.depth < $1.depth }
      for (field, places) in Dictionary(grouping: places, by: \.field.range) {
        let isDemanded = demands.contains { $0.field == field && $0.isOf(places[0].path) }
        let rank = places[0].depth + (isDemanded ? 0 : 1000)
        if rank < choices[field]?.rank ?? .max { choices[field] = (rank, event.key) }
      }
    }
    let fields = choices.keys.sorted().enumerated().filter { $0.offset % step == 0 }.map(\.element)
    return service.events.map { event in
      let own = fields.filter { choices[$0]?.event == event.key }
      return (event, SampleMaker(service, seed: 7, varying: Set(own)))
    }
  }

  @Test("Every constraint of every field has its near misses", arguments: folders)
  func complete(_ folder: String) throws {
    let service = try Self.service(folder)
    // The body of a list has one callback.
    let start = service.encoding == .list ? "[0]." : ""
    var demanding: Set<SourceRange> = []
    var varied: Set<SourceRange> = []
    var checked: Set<SourceRange> = []
    for (event, maker) in Self.makers(service, folder) {
      let misses = maker.nearMisses(of: event, withEnvelope: true)
      let places = Dictionary(grouping: maker.variedPlaces(of: event), by: \.field.range)
      varied.formUnion(places.keys)
      for demand in NearMissDemands(service, event).found {
        guard let field = demand.field else { continue }
        demanding.insert(field)
        guard places[field]?.contains(where: { demand.isOf($0.path) }) == true else { continue }
        checked.insert(field)
        let count = misses.count { miss in
          miss.expected.contains {
            $0.path == start + demand.path && demand.rules.contains($0.rule)
          }
        }
        #expect(
          count >= demand.count, "\(event.key): \(demand.path) has \(count) of \(demand.rules)")
      }
    }
    #expect(demanding.intersection(varied).subtracting(checked).map(\.location) == [])
  }

  @Test("A near miss gives exactly the findings that it must", arguments: folders)
  func findings(_ folder: String) throws {
    let service = try Self.service(folder)
    let validator = BodyValidator(service)
    for (event, maker) in Self.makers(service, folder) {
      let misses = maker.nearMisses(of: event, withEnvelope: true)
      #expect(!misses.isEmpty)
      for miss in misses {
        let report = validator.validate(miss.body, headers: miss.headers)
        #expect(
          report.findings.map { "\($0.path) \($0.rule)" }.sorted()
            == miss.expected.map { "\($0.path) \($0.rule)" }.sorted(),
          "\(miss.note): \(report) \(String(decoding: miss.body, as: UTF8.self))")
      }
    }
  }

  @Test("A sample is documented in every respect", arguments: folders)
  func samples(_ folder: String) throws {
    let service = try Self.service(folder)
    let validator = BodyValidator(service)
    for (event, maker) in Self.makers(service, folder) {
      for sample in maker.samples(of: event, withEnvelope: true) {
        let report = validator.validate(sample.body, headers: sample.headers)
        #expect(
          report.fault == nil && report.findings == [],
          "\(sample.note): \(report) \(String(decoding: sample.body, as: UTF8.self))")
      }
    }
  }

  private static func service(_ folder: String) throws -> Service {
    var diagnostics = Diagnostics()
    let files = try Repository.schemaFiles(folder)
    return try #require(SchemaLoader.load(files, folder: folder, into: &diagnostics))
  }
}

@Suite("Bit masks without generated code")
struct MaskTests {
  @Test(
    "Every bit that is not documented is reported, whatever the type",
    arguments: Scalar.allCases.filter(\.isInteger))
  func bits(_ raw: Scalar) throws {
    let service = try #require(Self.service(raw))
    let validator = BodyValidator(service)
    let width = raw == .int32 || raw == .uint32 ? 32 : 64
    for bit in 0..<width {
      let mask = Self.digits(UInt64(1) << UInt64(bit), raw)
      let report = validator.validate(Array(#"{"kind":"a","data":{"mask":\#(mask)}}"#.utf8))
      let isDocumented = bit == 1 || bit == 30
      #expect(
        report.findings.map(\.message)
          == (isDocumented ? [] : ["unknown bits \(mask) (documented: 1073741826)"]))
    }
  }

  @Test(
    "The highest bit that is not documented is missed nearly",
    arguments: Scalar.allCases.filter(\.isInteger))
  func highest(_ raw: Scalar) throws {
    let service = try #require(Self.service(raw))
    let misses = SampleMaker(service, seed: 1).nearMisses(
      of: service.events[0], withEnvelope: false)
    let bodies = misses.filter { $0.expected.map(\.rule) == [.unknownBits] }.map {
      String(decoding: $0.body, as: UTF8.self)
    }
    let width = raw == .int32 || raw == .uint32 ? 32 : 64
    let highest = Self.digits(UInt64(1) << UInt64(width - 1), raw)
    #expect(bodies.contains { $0.contains(#""mask":1}"#) })
    #expect(bodies.contains { $0.contains(#""mask":\#(highest)}"#) })
  }

  private static func digits(_ bits: UInt64, _ raw: Scalar) -> String {
    switch raw {
    case .int32: "\(Int32(bitPattern: UInt32(bits)))"
    case .uint32, .uint64: "\(bits)"
    default: "\(Int64(bitPattern: bits))"
    }
  }

  private static func service(_ raw: Scalar) -> Service? {
    var diagnostics = Diagnostics()
    return load(
      """
      callbackgen: 1
      service:
        name: Sample
        namespace: Sample
        title: A mask
        editions: { page: { title: The page } }
        event: { by: kind, in: data }
        envelope: { kind: string, data: object }
      events:
        a: { fields: { mask: { type: Mask } } }
      tables:
        Mask:
          kind: flags
          raw: \(raw.rawValue)
          values:
            2: { name: low }
            1073741824: { name: high }
      """, into: &diagnostics)
  }
}
