import CallbackRuntime
import CallbackSchema
import PayloadValidation
import SchemaSource
import TestSupport
import Testing

@Suite("Services of other vendors")
struct VendorTests {
  static let vendors: [Vendor] = [
    .gitHub, .liveKit, .shopify, .slack, .stripe, .twilioVideo, .zoom,
  ]

  /// An event that is not typed, or of which a field was not read.
  static let losses: Set<Finding.Rule> = [.unknownEvent, .malformedEvent, .wrongType]

  @Test("Every folder is tested")
  func complete() throws {
    #expect(try Repository.folders(in: "Tests/Vendors") == Self.vendors.map(\.name).sorted())
  }

  @Test(
    "Every body is a typed event without findings, and is encoded as it was", arguments: vendors)
  func bodies(_ vendor: Vendor) throws {
    let bodies = try vendor.bodies()
    #expect(bodies.count >= 5)
    #expect(Set(vendor.findings.keys).subtracting(bodies.map(\.name)) == [])
    for (name, body) in bodies {
      let reading = try vendor.read(body, vendor.headers(name))
      #expect(
        reading.findings.map { "\($0.path) \($0.rule)" } == vendor.findings[name] ?? [], "\(name)")
      #expect(reading.findings.filter { Self.losses.contains($0.rule) } == [], "\(name)")
      #expect(
        try vendor.isEqual(body, reading.output),
        "\(name): \(String(decoding: reading.output, as: UTF8.self))")
    }
  }

  @Test("Every event of the schema has a body", arguments: vendors)
  func everyEvent(_ vendor: Vendor) throws {
    let service = try Self.service(vendor)
    let validator = BodyValidator(service)
    let found = try vendor.bodies().map {
      validator.validate($0.bytes, headers: vendor.headers($0.name)).event
    }
    #expect(Set(service.events.map(\.key)).subtracting(found.compactMap(\.self)) == [])
  }

  @Test(
    "The schema without generated code finds the same, in damaged bodies too", arguments: vendors)
  func agreement(_ vendor: Vendor) throws {
    let validator = BodyValidator(try Self.service(vendor))
    var generator = SeededGenerator(seed: 11)
    for (name, body) in try vendor.bodies() {
      let headers = vendor.headers(name)
      var bodies = [body]
      for _ in 0..<20 { bodies.append(Mutations.mutate(body, &generator)) }
      for body in bodies {
        #expect(Self.difference(in: body, headers, validator, vendor) == nil, "\(name)")
      }
    }
  }

  @Test("The signature schemes of the schema are those of the generated code")
  func signatures() throws {
    let generated: [(Vendor, [SignatureScheme])] = [
      (.gitHub, GitHub.signatures), (.liveKit, LiveKit.signatures), (.shopify, Shopify.signatures),
      (.slack, Slack.signatures), (.stripe, Stripe.signatures),
      (.twilioVideo, TwilioVideo.signatures), (.zoom, Zoom.signatures),
    ]
    #expect(generated.map(\.0.name) == Self.vendors.map(\.name))
    for (vendor, schemes) in generated {
      #expect(try Self.service(vendor).signatureSchemes == schemes, "\(vendor)")
    }
  }

  /// Nil where the schema and the generated code find the same.
  private static func difference(
    in body: [UInt8], _ headers: [String: String], _ validator: BodyValidator, _ vendor: Vendor
  ) -> String? {
    let told = validator.validate(body, headers: headers)
    var found: [Finding] = []
    var fault: CallbackDecodingError?
    do throws(CallbackDecodingError) {
      found = try vendor.read(body, headers).findings
    } catch {
      fault = error
    }
    if told.fault == fault, told.findings == found { return nil }
    return """
      \(String(decoding: body, as: UTF8.self))
      schema:    \(told.fault.map { "\($0)" } ?? "\(told.findings)")
      generated: \(fault.map { "\($0)" } ?? "\(found)")
      """
  }

  private static func service(_ vendor: Vendor) throws -> Service {
    var diagnostics = Diagnostics()
    let files = try Repository.schemaFiles(vendor.folder)
    let service = SchemaLoader.load(files, folder: vendor.folder, into: &diagnostics)
    #expect(diagnostics.all.isEmpty, "\(diagnostics.all.map(\.message))")
    return try #require(service)
  }
}
