import CallbackSchema
import SchemaSource

@testable import PayloadValidation
@testable import SchemaReview

/// A service, with the bodies that it sends and what its code makes of them.
final class ServiceState: Sendable {
  /// What the state is, for a message about a contradiction.
  let name: String
  /// The YAML, for a message.
  let schema: String
  let service: Service
  let usage: TypeUsage
  let validator: BodyValidator
  let bodies: [ServiceBody]
  let readings: [ServiceReading]
  /// Whether the schema documents each body, or a source that it names.
  let documented: [Bool]
  /// The findings of bodies that only a source shows.
  let shown: Set<String>
  /// Whether the schema documents each body, or accepts it besides.
  let accepted: [Bool]

  /// - Parameter seeds: the number of seeds of the bodies.
  init(_ name: String, _ service: Service, schema: String = "", seeds: Int = 1) {
    self.name = name
    self.schema = schema
    self.service = service
    usage = TypeUsage(service)
    let validator = BodyValidator(service)
    self.validator = validator
    bodies = Self.bodies(of: service, seeds: seeds)
    readings = bodies.map { ServiceReading($0, by: validator) }
    let strict = service.withoutLeniency
    let judge = strict == service ? nil : BodyValidator(strict)
    let shown: Set<String> = service.hasConstantReadings ? ["constant"] : []
    self.shown = shown
    documented = zip(bodies, readings).map { body, reading in
      (judge.map { ServiceReading(body, by: $0) } ?? reading).isAccepted(besides: shown)
    }
    accepted = readings.map { $0.isAccepted(besides: shown) }
  }

  /// Whether the other states of a comparison are changes of this one.
  var isUnchanged: Bool { !name.contains(":") }

  /// The documented bodies, and those with one deviation.
  private static func bodies(of service: Service, seeds: Int) -> [ServiceBody] {
    var bodies: [ServiceBody] = []
    for seed in 1...seeds {
      let maker = SampleMaker(service, seed: UInt64(seed))
      for event in service.events {
        bodies += maker.samples(of: event, withEnvelope: true).map {
          ServiceBody(bytes: $0.body, headers: $0.headers)
        }
        bodies += maker.nearMisses(of: event, withEnvelope: event == service.events.first)
          .filter { !$0.expected.contains { $0.rule == .duplicateKey } }
          .map { ServiceBody(bytes: $0.body, headers: $0.headers) }
      }
    }
    for event in service.events {
      bodies += substitutes(of: event, in: service) + respellings(of: event, in: service)
      bodies += products(of: event, in: service)
    }
    var seen: Set<ServiceBody> = []
    return bodies.filter { seen.insert($0).inserted }
  }

  /// Values of every JSON type.
  private static let values = [
    "null", "true", "1", "-1", "1.5", "5000000000", "9223372036854775808", #""a""#, #""1""#,
    #""1.5""#,
    #""2024-02-29T12:34:56Z""#, "{}",
    #"{"name":1}"#, "[]",
  ]

  /// A body of an event with other values in place of those of each member of its payload.
  private static func substitutes(of event: Event, in service: Service) -> [ServiceBody] {
    let sample = SampleMaker(service, seed: 1).plainSample(of: event)
    let path = service.payloadLocation(of: event).path
    guard service.encoding == .json, path.count == 1, let whole = JSONValue(body: sample.body),
      case .object(let members)? = whole.member(at: path)
    else { return [] }
    return members.indices.flatMap { place in
      let field = event.fields.first { $0.wire == members[place].name }
      let constants = field?.readings?.entries.compactMap { $0.constant?.value.json } ?? []
      return (values.map { JSONValue.text($0) } + constants).map { value in
        var changed = members
        changed[place].value = value
        let body = whole.replacing(path[0], with: .object(changed))
        return ServiceBody(bytes: Array(body.compact.utf8), headers: sample.headers)
      }
    }
  }

  /// A body of an event with each other spelling of the members of the envelope, and with each JSON type that they accept.
  private static func respellings(of event: Event, in service: Service) -> [ServiceBody] {
    let sample = SampleMaker(service, seed: 1).plainSample(of: event)
    guard service.encoding == .json, case .object(let members)? = JSONValue(body: sample.body)
    else { return [] }
    return service.envelope.flatMap { field in
      let hasOtherTypes =
        !field.accepts.isEmpty || field.readings?.entries.contains { $0.type != nil } == true
      let accepted = hasOtherTypes ? values.map { JSONValue.text($0) } : []
      // A sample lacks an optional part of the discriminator that the ID does not name.
      let all =
        members.contains { $0.name == field.wire }
        ? members : members + [.init(field.wire, .string("more"))]
      let bodies =
        field.otherSpellings.map { spelling in
          all.map { $0.name == field.wire ? .init(spelling, $0.value) : $0 }
        }
        + accepted.map { value in members.map { $0.name == field.wire ? .init($0.name, value) : $0 }
        }
      return bodies.map { body in
        ServiceBody(
          bytes: Array(JSONValue.object(body).compact.utf8), headers: sample.headers)
      }
    }
  }

  /// A body of an event of each product that `only` names.
  private static func products(of event: Event, in service: Service) -> [ServiceBody] {
    let sample = SampleMaker(service, seed: 1).plainSample(of: event)
    guard service.encoding == .json, let whole = JSONValue(body: sample.body) else { return [] }
    return service.guards.filter { $0.path.value.count == 1 && !$0.isNegated }.flatMap { clause in
      clause.values.map { value in
        let body = whole.replacing(clause.path.value[0], with: value.json)
        return ServiceBody(bytes: Array(body.compact.utf8), headers: sample.headers)
      }
    }
  }

  /// The event that is the same in another service: of the same key, or else of the same ID, or else of the same description and
  /// fields.
  func partner(of key: String, in other: Service) -> Event? {
    guard let event = service.events.first(where: { $0.key == key }) else { return nil }
    let keys = Set(service.events.map(\.key))
    let free = other.events.filter { !keys.contains($0.key) }
    return other.events.first { $0.key == key }
      ?? free.first { $0.id.value.text == event.id.value.text }
      ?? free.first {
        $0.doc != nil && $0.doc == event.doc
          && $0.fields.map(\.wire) == event.fields.map(\.wire)
      }
  }
}

extension JSONValue {
  /// The object with another value of a member.
  fileprivate func replacing(_ name: String, with value: JSONValue) -> JSONValue {
    guard case .object(var members) = self else { return self }
    for place in members.indices where members[place].name == name { members[place].value = value }
    return .object(members)
  }
}

extension Service {
  /// Whether a source states another constant than the schema.
  fileprivate var hasConstantReadings: Bool {
    let fields = envelope + events.flatMap(\.fields) + objects.flatMap(\.fields)
    return fields.contains { $0.readings?.entries.contains { $0.constant != nil } == true }
  }

  /// The service without names and JSON types that no source documents.
  fileprivate var withoutLeniency: Service {
    func strict(_ fields: [Field]) -> [Field] {
      fields.map { field in
        var field = field
        field.aliases = []
        field.accepts = []
        if case .nested(let inner) = field.type { field.type = .nested(strict(inner)) }
        return field
      }
    }
    var service = self
    service.envelope = strict(envelope)
    for place in service.events.indices {
      service.events[place].fields = strict(service.events[place].fields)
    }
    for place in service.objects.indices {
      service.objects[place].fields = strict(service.objects[place].fields)
    }
    return service
  }
}
