@_spi(Generated) import CallbackRuntime
import CallbackSchema
import Foundation
import SchemaSource

@testable import PayloadValidation

/// A body, with the HTTP headers that come with it.
struct ServiceBody: Hashable {
  var bytes: [UInt8]
  var headers: [String: String]
}

/// What the code of a service makes of a body.
struct ServiceReading {
  /// What becomes of the event.
  enum Outcome: Hashable {
    case unreadable, malformed, unrecognized, otherProduct
    /// The key of the event that is decoded.
    case typed(String)
  }

  var outcome = Outcome.unreadable
  /// The rules of the findings.
  var findings: Set<String> = []
  /// The rules of the findings inside of values of the payload, and of no other ones.
  var inner: Set<String> = []
  /// The fields that are decoded, and those that are not and that no finding reports as unreadable. Paths in the payload begin with
  /// `payload`, wherever the payload is.
  var decoded: [String: FieldShape] = [:]
  var absent: [String: FieldShape] = [:]
  /// What the values mean, by path.
  var meanings: [String: OracleMeaning] = [:]
  /// Values were changed without a finding about them.
  var isAltered = false
  /// A member that identifies the event, the delivery or the product cannot be read.
  var lacksVital = false
  /// The deduplication key; nil if there is none, or headers belong to it.
  var identity: [String]?
  /// Whether the body is a health check.
  var isProbe = false

  /// The findings of bodies that the schema documents as a reading or accepts besides.
  private static let tolerated: Set = ["alias", "other-type", "other-unit", "flattened"]

  /// Whether the schema documents the body, or says that it accepts it.
  ///
  /// - Parameter others: further findings of bodies that a source shows.
  func isAccepted(besides others: Set<String>) -> Bool {
    guard case .typed = outcome else { return false }
    return findings.subtracting(others).isSubset(of: Self.tolerated) && !isAltered
  }

  init(_ body: ServiceBody, by validator: BodyValidator) {
    let service = validator.shape.service
    var bytes = body.bytes
    if service.encoding == .list {
      guard let range = try? JSONElements(bytes).ranges.first else { return }
      bytes = Array(bytes[range])
    }
    let (callback, report) = validator.read(bytes, headers: body.headers)
    guard let callback, report.fault == nil else { return }
    findings = Set(report.findings.map(\.rule.rawValue))
    let sent = JSONValue(body: service.encoding == .form ? FormText.json(bytes) : bytes) ?? .null
    add(callback.envelope, sent, report.findings, in: service, payload: nil)
    switch callback.event {
    case .unrecognized: outcome = .unrecognized
    case .otherProduct: outcome = .otherProduct
    case .malformed: outcome = .malformed
    case .typed(let event, let object):
      outcome = .typed(event.event.key)
      let depth = event.location.path.count + 1
      func isInside(_ finding: Finding) -> Bool {
        finding.path.split { $0 == "." || $0 == "[" }.count > depth
      }
      let outer = report.findings.filter { !isInside($0) }.map(\.rule.rawValue)
      inner = findings.subtracting(outer)
      let payload = sent.member(at: event.location.path) ?? .null
      add(object, payload, report.findings, in: service, payload: event.location.text)
    }
    addDelivery(callback.envelope, report.findings, service)
  }

  private mutating func add(
    _ object: ReadObject, _ sent: JSONValue, _ findings: [Finding], in service: Service,
    payload: String?
  ) {
    var values = OracleValues(findings: findings, service: service)
    // The payload is compared as that of the event.
    if payload == nil { values.ignored = [service.payload.value.path.joined(separator: ".")] }
    values.add(object, sent, at: payload ?? "")
    if values.isAltered { isAltered = true }
    func key(_ path: String) -> String {
      guard let payload else { return path }
      let rest = payload.isEmpty ? path[...] : path.dropFirst(payload.count + 1)
      return "payload.\(rest)"
    }
    for (path, field) in values.decoded { decoded[key(path)] = field }
    for (path, field) in values.absent { absent[key(path)] = field }
    for (path, meaning) in values.meanings { meanings[key(path)] = meaning }
  }

  /// Reads what identifies the delivery, the event and the product.
  private mutating func addDelivery(
    _ envelope: ReadObject, _ findings: [Finding], _ service: Service
  ) {
    let members = service.delivery.identity.members.map(\.value)
    let vital =
      (members + service.discriminators.map(\.value)).map(\.path)
      + service.guards.map(\.path.value)
    let unreadable = findings.filter { $0.rule == .wrongType }.map(\.path)
    lacksVital = vital.contains { unreadable.contains($0.joined(separator: ".")) }
    let hasHeaders = members.contains { if case .header = $0 { true } else { false } }
    if !members.isEmpty, !hasHeaders {
      identity = members.map { envelope.value(at: $0.path)?.wire?.text ?? "" }
    }
    isProbe = service.delivery.probes.contains { probe in
      probe.clauses.allSatisfy {
        $0.holds(envelope.value(at: $0.path.value)?.wire, isPlainText: true)
      }
    }
  }
}
