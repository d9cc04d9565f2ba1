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
  /// The index of the object or the type that the value selects, the number of them for another one; nil for any other type.
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
    var reading = Values(findings: report.findings, service: service)
    reading.add(object, sent, at: event.location.text)
    (isAltered, meanings) = (reading.isAltered, reading.meanings)
    if case .string("")? = object.value(of: "f") { isBlank = true }
    if case .alternative(let place, _)? = object.value(of: "f") { selected = place }
  }
}

/// What a value means to code that reads it.
enum OracleMeaning: Hashable {
  /// The code, by the name of its row.
  case code(String)
  /// The names of the bits.
  case bits(Set<String>)
  /// A point in time in nanoseconds.
  case time(String)
  /// A number with its unit.
  case amount(String)
  /// The elements of a list in a string.
  case list([String])

  /// Whether two meanings can be compared.
  func isComparable(with other: OracleMeaning) -> Bool {
    switch (self, other) {
    case (.code, .code), (.bits, .bits), (.time, .time), (.amount, .amount), (.list, .list): true
    default: false
    }
  }
}

/// Compares decoded values with the JSON that was sent, and tells what they mean.
private struct Values {
  let findings: [Finding]
  let service: Service
  var isAltered = false
  var meanings: [String: OracleMeaning] = [:]

  mutating func add(_ object: ReadObject, _ sent: JSONValue, at path: String) {
    for (field, value) in zip(object.shape.fields, object.values) {
      let place = "\(path).\(field.field.wire)"
      guard let value, !isReported(place) else { continue }
      guard let member = sent[field.field.wire] else { continue }
      add(value, field.content, field.field, member, at: place)
      if case .dependent(let dependency) = field.field.type,
        let selector = object.value(of: dependency.selector.value[0])?.wire,
        let choice = dependency.choices.first(where: { $0.value == selector }),
        let row = value.wire.flatMap({ service.table(named: choice.table.value)?.row(for: $0) })
      {
        meanings[place] = .code(row.name?.value ?? row.value.text)
      }
    }
  }

  /// Whether a finding tells that the value at a path, or a part of it, is not what was sent.
  private func isReported(_ path: String) -> Bool {
    findings.contains {
      $0.path == path || $0.path.hasPrefix("\(path).") || $0.path.hasPrefix("\(path)[")
    }
  }

  private mutating func add(
    _ value: ReadValue, _ content: FieldShape.Content, _ field: Field, _ sent: JSONValue,
    at path: String
  ) {
    switch (value, sent) {
    case (.object(let inner), _): return add(inner, sent, at: path)
    case (.list(let items), .array(let elements)):
      if items.count != elements.count { isAltered = true }
      guard case .list(let element) = content else { return }
      for (place, pair) in zip(items, elements).enumerated() {
        add(pair.0, element, field, pair.1, at: "\(path)[\(place)]")
      }
      return
    case (.map(let items), .object(let members)):
      guard case .map(let element) = content else { return }
      if items.count != members.count { isAltered = true }
      for member in members {
        if let item = items[member.name] {
          add(item, element, field, member.value, at: "\(path).\(member.name)")
        }
      }
      return
    case (.alternative(let place, let item), _):
      switch content {
      case .union(let members): add(item, members[place].content, field, sent, at: path)
      default: add(item, .scalar(.json), field, sent, at: path)
      }
      return
    default: break
    }
    let written = Self.written(value, content)
    if (try? RawJSON(written.compact)) != (try? RawJSON(sent.compact)) { isAltered = true }
    meanings[path] = Self.meaning(value, content, field)
  }

  /// The JSON that the code writes for a single value.
  private static func written(_ value: ReadValue, _ content: FieldShape.Content) -> JSONValue {
    switch (value, content) {
    case (.integer(let number), .textInteger), (.integer(let number), .textTime):
      .string("\(number)")
    case (.bool(let flag), .textBool): .string("\(flag)")
    case (.bool(let flag), .numericBool): .number(flag ? "1" : "0")
    case (.raw(let raw), _): .text(raw.description)
    default: value.wire?.json ?? .null
    }
  }

  private static func meaning(
    _ value: ReadValue, _ content: FieldShape.Content, _ field: Field
  ) -> OracleMeaning? {
    guard let wire = value.wire else { return nil }
    switch content {
    case .codes(let table) where table.kind == .flags:
      let mask = UInt64(wire.text) ?? 0
      return .bits(
        Set(table.rows.filter { $0.value.bits & mask != 0 }.map { $0.name?.value ?? "" }))
    case .codes(let table):
      return (table.row(for: wire) ?? table.otherwise).map {
        .code($0.name?.value ?? $0.value.text)
      }
    case .time(let unit), .textTime(let unit):
      // Before 1973 and after 5138 a number does not show its unit.
      guard let time = Int(wire.text), unit.isLikely(time) else { return nil }
      return .time(wire.text + "\(1_000_000_000 / unit.rawValue)".drop { $0 == "1" })
    case .scalar(.int) where field.unit != nil:
      return .amount("\(wire.text) \(field.unit?.rawValue ?? "")")
    case .scalar(.string):
      guard case .list(let separator)? = field.format else { return nil }
      return .list(wire.text.components(separatedBy: separator))
    default: return nil
    }
  }
}
