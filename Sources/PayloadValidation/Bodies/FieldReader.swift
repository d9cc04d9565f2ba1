@_spi(Generated) package import CallbackRuntime
package import CallbackSchema
package import SchemaSource

/// Reads single values as generated code reads them in a field.
package struct FieldReader {
  /// What becomes of a value.
  package struct Reading {
    /// The findings about the value and what it contains; empty for a value that the field documents.
    package var findings: [Finding]
    /// Whether a number is rounded, without a finding.
    package var isRounded: Bool
    /// Whether the field has a value, which findings may be about.
    package var hasValue: Bool

    /// Whether the field documents the value.
    package var isDocumented: Bool { findings.isEmpty && !isRounded }

    /// Whether the field converts the value from another JSON type or another unit.
    package var isAccepted: Bool {
      findings.allSatisfy { $0.rule == .otherType || $0.rule == .otherUnit } && !isRounded
    }
  }

  private let validator: BodyValidator
  private let object: ObjectShape
  private let wire: String
  private let kinds: Set<JSONKind>?
  /// The member that selects the table of a dependent code, and the values that it must have.
  private let selector: (wire: String, values: [WireValue])?

  /// Prepares a field, without regard to when it is present.
  package init(_ field: Field, by validator: BodyValidator) {
    self.validator = validator
    wire = field.wire
    let others = Set(field.otherKinds(in: validator.service))
    kinds =
      field.constant == nil ? field.type.kinds(in: validator.service).map { $0.union(others) } : nil
    var field = field
    field.isRequired = false
    field.isOptional = true
    field.condition = nil
    var fields = [field]
    if case .dependent(let dependency) = field.type, let name = dependency.selector.value.first {
      var selector = field
      selector.wire = name
      let isText = dependency.choices.contains {
        if case .string = $0.value { true } else { false }
      }
      selector.type = isText ? .scalar(.string) : .stringOrInteger
      selector.constraints = []
      selector.readings = nil
      fields.append(selector)
      self.selector = (name, dependency.choices.map(\.value))
    } else {
      selector = nil
    }
    object = validator.shapes.object(fields, within: validator.service.fullEditions)
  }

  /// The values of the member that selects the table of a dependent code.
  package var selectorValues: [WireValue] { selector?.values ?? [] }

  /// Whether the field documents or accepts values of the JSON type of a value.
  package func mayHave(_ value: JSONValue) -> Bool {
    guard let kinds, !kinds.isEmpty else { return true }
    return switch value {
    case .null, .text: true
    case .bool: kinds.contains(.bool)
    case .number: kinds.contains(.number)
    case .string: kinds.contains(.string)
    case .array: kinds.contains(.list)
    case .object: kinds.contains(.object)
    }
  }

  /// Reads a value.
  ///
  /// - Parameter selected: the value of the member that selects the table of a dependent code.
  package func read(_ value: JSONValue, selected: WireValue? = nil) -> Reading {
    var members = [JSONValue.Member(wire, value)]
    if let selector, let selected { members.append(.init(selector.wire, selected.json)) }
    let (read, findings) = validator.read(object, Array(JSONValue.object(members).compact.utf8))
    let found = read?.value(of: wire)
    let isRounded = findings.isEmpty && found.map { Self.isRounded($0, value) } ?? false
    return Reading(findings: findings, isRounded: isRounded, hasValue: found != nil)
  }

  private static func isRounded(_ value: ReadValue, _ sent: JSONValue) -> Bool {
    switch (value, sent) {
    case (.double(let number), .number(let digits)):
      (try? RawJSON("\(number)")) != (try? RawJSON(digits))
    case (.alternative(_, let item), _): isRounded(item, sent)
    case (.list(let items), .array(let elements)):
      zip(items, elements).contains { isRounded($0, $1) }
    case (.map(let items), .object(let members)):
      members.contains { member in items[member.name].map { isRounded($0, member.value) } ?? false }
    default: false
    }
  }
}

extension BodyValidator {
  package var service: Service { shape.service }

  var shapes: ShapeMaker { ShapeMaker(service: shape.service) }

  /// Decodes and validates an object outside of a callback.
  ///
  /// - Returns: the object, nil after an error, and the findings; an error is one about the whole object.
  func read(_ object: ObjectShape, _ json: [UInt8]) -> (object: ReadObject?, findings: [Finding]) {
    var reader = SchemaReader(shape)
    var found = ReadObject(shape: object)
    let (fault, seen) = reading(json) {
      _ = $0.beginCallback()
      found = reader.object(object, &$0)
    }
    guard fault == nil else {
      return (nil, [Finding(path: "", rule: .wrongType, severity: .error, message: "")])
    }
    var validator = SchemaValidator(shape)
    validator.object(found)
    var findings = seen
    findings.append(validation: validator.findings())
    return (found, findings)
  }
}
