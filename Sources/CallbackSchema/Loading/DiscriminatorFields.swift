import SchemaSource

extension Service {
  /// Declares the discriminators inside the payload as fields of each event: a constant for a part of the event's id, and
  /// a string for a part that the id does not name. A field that an event declares itself stays as it is, and so
  /// does an object that is the type of events.
  mutating func declareDiscriminators() {
    guard isListed else { return }
    let members = discriminators.enumerated().compactMap { index, place in
      memberOfPayload(place.value).map { (index: index, wire: $0, range: place.range) }
    }
    for place in events.indices
    where events[place].object == nil && payloadLocation(of: events[place]) == payloadLocation {
      let event = events[place]
      let declared = Set(fields(of: event).map(\.wire))
      let added = members.filter { !declared.contains($0.wire) }.map { member -> Field in
        var field = Field(
          wire: member.wire, type: .scalar(.string),
          provenance: Provenance(editions: event.provenance.editions), range: member.range)
        if event.idParts.indices.contains(member.index) {
          field.constraints = [
            .constant(Located(.string(event.idParts[member.index]), at: event.id.range))
          ]
        } else {
          field.isOptional = true
          field.doc = "A part of the event's ID that this event does not depend on."
        }
        return field
      }
      events[place].fields.insert(contentsOf: added, at: 0)
    }
  }
}
