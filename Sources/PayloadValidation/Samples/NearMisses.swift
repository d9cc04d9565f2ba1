import CallbackRuntime
public import CallbackSchema
import SchemaSource

extension SampleMaker {
  /// Bodies of an event with one deviation each, and the findings they must produce: one for each rule of each field.
  ///
  /// - Parameter withEnvelope: whether to add deviations of the envelope, which are the same for all events.
  public func nearMisses(of event: Event, withEnvelope: Bool) -> [NearMiss] {
    var maker = NearMissMaker(samples: self, event: event)
    maker.add(withEnvelope: withEnvelope)
    return maker.found
  }
}

/// Generates the near misses of one event.
struct NearMissMaker {
  typealias Expectation = NearMiss.Expectation

  let samples: SampleMaker
  let event: Event
  var found: [NearMiss] = []

  /// The alternatives of unions and choices that bodies have, by path.
  var alternatives: [String: Int] = [:]

  /// The values under which the fields around the current site are there.
  var around: [String: JSONValue?] = [:]

  var service: Service { samples.service }
  var edition: Int { SampleBuilder(service, seed: 0).edition(of: event) }
  var location: PayloadLocation { service.payloadLocation(of: event) }
  var payload: String { location.text }

  mutating func add(withEnvelope: Bool) {
    addWhole()
    let sites = FieldSite.sites(of: event, in: service, edition: edition)
    for site in samples.varied(sites) { add(site) }
    guard withEnvelope else { return }
    let envelope = FieldSite.envelopeSites(in: service, edition: edition)
    for site in samples.varied(envelope) { add(site) }
  }

  // MARK: - Bodies

  func builder(_ overrides: [String: JSONValue?]) -> SampleBuilder {
    var builder = SampleBuilder(service, seed: samples.seed)
    builder.overrides = around.merging(overrides) { $1 }
    builder.alternatives = alternatives
    return builder
  }

  /// The body with one object changed.
  ///
  /// - Parameter path: the object's path from the root.
  func body(
    _ overrides: [String: JSONValue?], changing path: String,
    _ change: (inout [JSONValue.Member]) -> Void
  ) -> JSONValue {
    var builder = builder(overrides)
    var details = builder.object(service.fields(of: event), at: payload, in: edition)
    guard !location.hasEnvelopeFields,
      path == payload || path.hasPrefix(payload + ".") || path.hasPrefix(payload + "[")
    else {
      return builder.wrap(details, event).changing(path, change)
    }
    let inner = String(path.dropFirst(payload.count).drop { $0 == "." })
    details = details.changing(inner, change)
    return builder.wrap(details, event)
  }

  /// The body with the value at a path replaced.
  private func body(replacing path: [String], with value: JSONValue) -> JSONValue {
    body([:], changing: path.dropLast().joined(separator: ".")) { members in
      guard let place = members.firstIndex(where: { $0.name == path.last }) else { return }
      members[place].value = value
    }
  }

  mutating func miss(_ note: String, _ expected: [Expectation], _ body: JSONValue) {
    let expected =
      service.encoding == .list
      ? expected.map { Expectation("[0].\($0.path)", $0.rule) } : expected
    found.append(
      NearMiss(
        event: event.key, note: note, expected: expected, body: body.encoded(as: service.encoding),
        headers: service.headers(of: event)))
  }

  /// Adds a body with another value at a site; nil omits the member.
  mutating func miss(
    _ site: FieldSite, _ note: String, _ value: JSONValue?, _ expected: [Expectation]
  ) {
    miss(site, at: site.path, note, value, expected)
  }

  /// Adds a body with another value at a path inside a site.
  mutating func miss(
    _ site: FieldSite, at path: String, _ note: String, _ value: JSONValue?,
    _ expected: [Expectation]
  ) {
    // The builder evaluates conditions on the field again.
    var overrides = samples.satisfied(site, event)
    overrides.updateValue(value, forKey: path)
    var builder = builder(overrides)
    let body = builder.body(of: event)
    miss("\(path) \(note)", expected, body)
  }

  // MARK: - The whole

  private mutating func addWhole() {
    let place = service.discriminator.value
    if let path = service.keyPath {
      addKeys(of: path.joined(separator: "."))
      addForeign(payload)
    } else {
      addUnknownEvent(place.text)
      addForeign(place.text)
    }
    addEventConstants()
    addPayloadForm()
  }

  private mutating func addUnknownEvent(_ discriminator: String) {
    let path = service.discriminator.value.path
    var builder = builder([:])
    // The fields of an event that names its own place are unknown in an undocumented one.
    let fields = location == service.payloadLocation ? service.fields(of: event) : []
    let details = builder.object(fields, at: payload, in: edition)
    var body = builder.wrap(details, event)
    var headers = service.headers(of: event)
    if case .header(let name) = service.discriminator.value {
      headers[name] = "UndocumentedEvent"
    } else {
      let unknown: JSONValue =
        if case .string = event.id.value { .string("UndocumentedEvent") } else { .number("987654") }
      body = body.changing(path.dropLast().joined(separator: ".")) { members in
        for index in members.indices where members[index].name == path.last {
          members[index].value = unknown
        }
      }
    }
    miss("\(discriminator) of no event", [Expectation(discriminator, .unknownEvent)], body)
    found[found.count - 1].headers = headers
  }

  /// Adds an undocumented key, and the key of another event beside that of the event.
  private mutating func addKeys(of object: String) {
    let id = event.id.value.text
    let unknown = body([:], changing: object) { members in
      for index in members.indices where members[index].name == id {
        members[index].name = "undocumentedEvent"
      }
    }
    let place = object.isEmpty ? "undocumentedEvent" : "\(object).undocumentedEvent"
    miss("\(object) with an undocumented key", [Expectation(place, .unknownEvent)], unknown)
    // The first event of the schema is that of the callback.
    guard let other = service.events.last, other.key != event.key else { return }
    let path = service.payloadLocation(of: other).text
    let two = body([:], changing: object) { $0.append(.init(other.id.value.text, .object([]))) }
    miss("\(path) beside \(id)", [Expectation(path, .unknownField)], two)
  }

  private mutating func addForeign(_ discriminator: String) {
    guard let clause = service.guards.first, !clause.isNegated else { return }
    let other: JSONValue =
      if case .string = clause.values[0] { .string("other") } else { .number("987654") }
    let body = body(replacing: clause.path.value, with: other)
    miss("another product", [Expectation(discriminator, .otherProduct)], body)
  }

  private mutating func addEventConstants() {
    for constant in event.constants
    where constant.provenance.editions.isSuperset(of: event.provenance.editions) {
      let path = constant.path.value
      guard let field = service.envelopeField(at: path) else { continue }
      let codes = samples.codes(of: field, in: edition)
      guard let other = codes.first(where: { $0 != constant.value.value }) else { continue }
      let body = body(replacing: path, with: other.json)
      let text = path.joined(separator: ".")
      miss("\(text) of another event", [Expectation(text, .constant)], body)
    }
  }

  /// Adds an object in place of a string that contains one as JSON.
  private mutating func addPayloadForm() {
    guard !location.hasEnvelopeFields, let field = service.envelopeField(at: location.path),
      field.format == .json,
      field.otherKinds(in: service).contains(.object)
    else { return }
    var builder = builder([:])
    let details = builder.object(service.fields(of: event), at: payload, in: edition)
    let body = body(replacing: location.path, with: details)
    miss("\(payload) an object", [Expectation(payload, .otherType)], body)
  }
}

extension JSONValue {
  /// The value with the members of one object changed.
  func changing(_ path: String, _ change: (inout [Member]) -> Void) -> JSONValue {
    if path.isEmpty {
      guard case .object(var members) = self else { return self }
      change(&members)
      return .object(members)
    }
    if path.hasPrefix("[") {
      guard case .array(var items) = self, !items.isEmpty else { return self }
      items[0] = items[0].changing(Self.behind(path, "[0]"), change)
      return .array(items)
    }
    let name = String(path.prefix { $0 != "." && $0 != "[" })
    guard case .object(var members) = self,
      let place = members.firstIndex(where: { $0.name == name })
    else { return self }
    members[place].value = members[place].value.changing(Self.behind(path, name), change)
    return .object(members)
  }

  private static func behind(_ path: String, _ prefix: String) -> String {
    String(path.dropFirst(prefix.count).drop { $0 == "." })
  }
}
