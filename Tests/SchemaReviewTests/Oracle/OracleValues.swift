import CallbackRuntime
import CallbackSchema
import Foundation
import SchemaSource

@testable import PayloadValidation

/// What a value means to code that reads it.
enum OracleMeaning: Hashable {
  /// The name and the description of a row of a table.
  struct Name: Hashable {
    let name: String
    let doc: String?

    init(_ row: CallbackSchema.CodeTable.Row) {
      name = row.name?.value ?? row.constant ?? row.value.text
      doc = row.doc
    }

    /// A row with another name and the same description has been renamed.
    func contradicts(_ other: Name) -> Bool {
      name != other.name && (doc == nil || doc != other.doc)
    }
  }

  /// The row of the code.
  case code(Name)
  /// The names and the descriptions of the bits that are set.
  case bits([UInt64: Name])
  /// A point in time in nanoseconds.
  case time(String)
  /// A number with its unit.
  case amount(String)
  /// The elements of a list in a string.
  case list([String])

  /// Whether code that reads the one meaning misreads the other.
  func contradicts(_ other: OracleMeaning) -> Bool {
    switch (self, other) {
    case (.code(let name), .code(let otherName)): name.contradicts(otherName)
    case (.bits(let names), .bits(let others)):
      names.contains { bit, name in others[bit].map(name.contradicts) ?? false }
    case (.time, .time), (.amount, .amount), (.list, .list): self != other
    default: false
    }
  }
}

/// Compares decoded values with the JSON that was sent, and tells what they mean.
struct OracleValues {
  let findings: [Finding]
  let service: Service
  /// Values were changed without a finding about them.
  var isAltered = false
  /// What the values mean, by path.
  var meanings: [String: OracleMeaning] = [:]
  /// The paths whose values are not compared.
  var ignored: Set<String> = []
  /// The fields that are decoded, by path.
  var decoded: [String: FieldShape] = [:]
  /// The fields that are not decoded, although nothing at their places is reported as unreadable, by path.
  var absent: [String: FieldShape] = [:]

  mutating func add(_ object: ReadObject, _ sent: JSONValue, at path: String) {
    for (field, value) in zip(object.shape.fields, object.values) {
      let place = path.isEmpty ? field.field.wire : "\(path).\(field.field.wire)"
      if value != nil {
        decoded[place] = field
      } else if isAbsent(field.field, at: place) {
        absent[place] = field
      }
      guard let value, let member = sent[field.field.wire], !ignored.contains(place) else {
        continue
      }
      if case .object(let inner) = value {
        add(inner, member, at: place)
        continue
      }
      guard !isReported(place) else { continue }
      add(value, field.content, field.field, member, at: place)
      if case .dependent(let dependency) = field.field.type,
        let selector = object.value(of: dependency.selector.value[0])?.wire,
        let choice = dependency.choices.first(where: { $0.value == selector }),
        let row = value.wire.flatMap({ service.table(named: choice.table.value)?.row(for: $0) })
      {
        meanings[place] = .code(OracleMeaning.Name(row))
      }
    }
  }

  /// Whether the body lacks a field that is not decoded. A constant has no value that could be decoded.
  private func isAbsent(_ field: Field, at path: String) -> Bool {
    let parent = path.dropLast(field.wire.count)
    let paths = ([field.wire] + field.otherSpellings).map { parent + $0 }
    let rules = findings.filter { finding in
      // An element that cannot be read costs the whole list.
      paths.contains { finding.path == $0 || finding.path.hasPrefix("\($0)[") }
    }.map(\.rule)
    return field.constant == nil ? rules.allSatisfy { $0 == .missing } : rules.contains(.missing)
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
    var written = Self.written(value, content)
    // A number in a string is written as the string that was received.
    if case (.double(let number), .textNumber, .string(let text)) = (value, content, sent),
      Double(text) == number
    {
      written = sent
    }
    if written != sent, (try? RawJSON(written.compact)) != (try? RawJSON(sent.compact)) {
      isAltered = true
    }
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
      let rows = table.rows.filter { $0.value.bits & mask != 0 }
      return .bits(
        Dictionary(rows.map { ($0.value.bits, OracleMeaning.Name($0)) }) { first, _ in first })
    case .codes(let table):
      return (table.row(for: wire) ?? table.otherwise).map { .code(OracleMeaning.Name($0)) }
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
