@_spi(Generated) import CallbackRuntime
import CallbackSchema
import Foundation
import SchemaSource

@testable import PayloadValidation

/// What the code of one state makes of a body.
struct OracleReading {
  /// The event is not decoded.
  var isLost: Bool
  /// The rules of the findings.
  var findings: Set<String>
  /// The rules of the findings inside of the field's value, and of no other ones.
  var inner: Set<String>
  /// Values were changed without a finding about them.
  var isAltered: Bool
  /// What the values mean, by path.
  var meanings: [String: OracleMeaning]
  /// Whether the value is the empty string.
  var isBlank = false
  /// The index of the object or the type that the value selects, -1 for another one; nil for any other type.
  var selected: Int?

  /// The findings of bodies that the schema describes as a reading, an alias or another JSON type.
  private static let tolerated: Set = ["alias", "other-type", "other-unit", "flattened"]

  /// Whether the schema documents the body, or says that it accepts it.
  var isAccepted: Bool { !isLost && findings.isSubset(of: Self.tolerated) }

  init(_ body: String, by validator: BodyValidator, in service: Service) {
    let (callback, report) = validator.read(Array(body.utf8))
    findings = Set(report.findings.map { $0.rule.rawValue })
    inner = findings.subtracting(
      report.findings.filter { !$0.path.hasPrefix("data.f.") && !$0.path.hasPrefix("data.f[") }
        .map(\.rule.rawValue))
    guard report.fault == nil, case .typed(let event, let object)? = callback?.event,
      let sent = JSONValue(body: Array(body.utf8))?.member(at: event.location.path)
    else {
      (isLost, isAltered, meanings) = (true, false, [:])
      return
    }
    isLost = false
    var reading = OracleValues(findings: report.findings, service: service)
    reading.add(object, sent, at: event.location.text)
    (isAltered, meanings) = (reading.isAltered, reading.meanings)
    switch object.value(of: "f") {
    case .string("")?: isBlank = true
    case .alternative(let place, let value)?:
      if case .string("") = value { isBlank = true }
      let index = object.shape.place(of: "f")
      if case .choice(_, let options)? = index.map({ object.shape.fields[$0].content }) {
        selected = place < options.count ? place : -1
      } else {
        selected = place
      }
    default: break
    }
  }
}
