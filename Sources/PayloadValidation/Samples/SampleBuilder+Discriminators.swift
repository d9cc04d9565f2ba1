import CallbackSchema
import SchemaSource

extension SampleBuilder {
  /// The payload with its parts of the event's id. Only an object that events share declares them without these values.
  func identified(_ details: JSONValue, _ event: Event) -> JSONValue {
    guard event.object != nil, service.isListed else { return details }
    let location = service.payloadLocation(of: event).path
    return zip(service.discriminators, event.idParts).reduce(details) { details, part in
      guard part.0.value.path.dropLast() == location[...], let name = part.0.value.path.last else {
        return details
      }
      return details.changing("") { members in
        for index in members.indices where members[index].name == name {
          members[index].value = .string(part.1)
        }
      }
    }
  }
}
