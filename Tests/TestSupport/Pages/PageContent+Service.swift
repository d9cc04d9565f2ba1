import CallbackRuntime
public import CallbackSchema
import PayloadValidation
import SchemaSource

extension PageContent {
  /// What a page of a service says that `Service.documentable(in:)` returned.
  ///
  /// - Parameter hasExamples: whether the page prints an example body for each event.
  public init(_ service: Service, hasExamples: Bool = false) {
    var reader = ContentReader(service: service)
    payload = service.payload.value.path
    envelope = reader.fields(service.envelope)
    let hasConstants = service.events.allSatisfy { $0.constant != nil }
    events = service.events.map { event in
      let id = event.id.value.text
      // A page names an event with a text as its id by that text.
      let name = Int(id) == nil ? id : hasConstants ? event.constant ?? event.key : event.key
      return Event(
        key: event.key, name: name, id: id, fields: reader.fields(service.fields(of: event)))
    }
    guard hasExamples else { return }
    // Conditions of a random schema may contradict each other: a vendor's example follows the page.
    let validator = BodyValidator(service)
    for index in events.indices {
      let event = service.events[index]
      let sample = SampleMaker(service, seed: 7).samples(of: event).first { sample in
        let report = validator.validate(sample.body, headers: service.headers(of: event))
        return report.event == event.key && report.findings.isEmpty
      }
      guard let body = sample?.body, let value = try? RawJSON(bytes: body) else { continue }
      events[index].examples = [value.indented("")]
    }
  }
}

private struct ContentReader {
  let service: Service
  /// The objects around the current field.
  var open: [String] = []

  mutating func fields(_ fields: [CallbackSchema.Field]) -> [PageContent.Field] {
    fields.map { field($0) }
  }

  private mutating func field(_ field: CallbackSchema.Field) -> PageContent.Field {
    var content = PageContent.Field(field.wire, type(field.type))
    content.isRequired = !field.isOptional && field.condition == nil
    content.isConditional = field.condition != nil
    content.isConstant = field.constant != nil
    if let table = field.codeTable(in: service) {
      let rows = table.rows.map(\.value)
      content.values = (field.listed.isEmpty ? rows : field.listed.map(\.value)).map { value in
        PageContent.Value(value.text, isString: table.raw == .string)
      }
    }
    var element = field.type
    while case .list(let inner) = element { element = inner }
    switch element {
    case .nested(let members):
      content.objectName = field.wire.prefix(1).uppercased() + field.wire.dropFirst() + "Info"
      content.members = self.fields(members)
    case .object(let name):
      content.objectName = name
      content.members = self.fields(service.members(of: element) ?? [])
    default: break
    }
    return content
  }

  private func type(_ type: FieldType) -> PageContent.ValueType {
    switch type {
    case .scalar(let scalar): .scalar(scalar)
    case .table, .ownTable, .dependent: .scalar(type.scalar(in: service) ?? .string)
    case .object, .nested, .map, .choice: .object
    case .stringOrInteger: .stringOrInteger
    case .list(let element): .list(self.type(element))
    case .union: .scalar(.string)
    }
  }
}

extension RawJSON {
  /// The value with one member or element on a line.
  fileprivate func indented(_ indent: String) -> String {
    let inner = indent + "  "
    if let members, !members.isEmpty {
      let lines = members.map {
        "\(inner)\"\($0.name)\": \($0.value.indented(inner))"
      }
      return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
    }
    if let elements, !elements.isEmpty {
      let lines = elements.map { inner + $0.indented(inner) }
      return "[\n\(lines.joined(separator: ",\n"))\n\(indent)]"
    }
    return description
  }
}
