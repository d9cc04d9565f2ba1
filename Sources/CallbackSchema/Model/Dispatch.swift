import SchemaSource

extension Service {
  /// The places whose values identify the event: one, or the first of several and the further ones.
  public var discriminators: [Located<Place>] { [discriminator] + furtherDiscriminators }

  /// Whether the event is identified by one member of the envelope, which is a property of the event.
  public var hasMemberDiscriminator: Bool {
    if case .member = discriminator.value { !isListed } else { false }
  }

  /// The path of the object that has the event under its name, as a member; nil if values identify the event.
  public var keyPath: [String]? {
    if case .key(let path) = discriminator.value { path } else { nil }
  }

  /// The notation of the discriminators.
  public var discriminatorText: String {
    discriminators.map(\.value.text).joined(separator: ", ")
  }

  /// The path of a discriminator in the payload; nil for a header and for a member of the envelope.
  public func memberOfPayload(_ place: Place) -> String? {
    guard !payloadLocation.hasEnvelopeFields, case .member(let path) = place,
      path.dropLast() == payloadLocation.path[...]
    else {
      return nil
    }
    return path.last
  }

  /// Whether a place of the body is a discriminator.
  public func isDiscriminator(_ path: [String]) -> Bool {
    discriminators.contains { $0.value == .member(path) }
  }

  /// The headers whose values are part of the callback: discriminators, and members of the deduplication key.
  public var readHeaders: [String] {
    let places = discriminators + delivery.identity.members + [delivery.order].compactMap { $0 }
    var seen: Set<String> = []
    return places.compactMap { place in
      guard case .header(let name) = place.value, seen.insert(name).inserted else { return nil }
      return name
    }
  }

  /// The headers of the deduplication key or the order, which are properties of the callback.
  public var storedHeaders: [String] {
    let identifying = discriminators.map(\.value)
    return readHeaders.filter { !identifying.contains(.header($0)) }
  }

  /// The headers that identify an event.
  public func headers(of event: Event) -> [String: String] {
    var headers: [String: String] = [:]
    for (place, part) in zip(discriminators, event.idParts) {
      if case .header(let name) = place.value { headers[name] = part }
    }
    return headers
  }
}

extension Event {
  /// The member whose name identifies the event, in a service that identifies events by a key.
  public var keyField: Field {
    Field(wire: id.value.text, type: .scalar(.object), provenance: provenance, range: id.range)
  }

  /// The text of an id with several parts.
  public static func id(_ parts: [String]) -> String { parts.joined(separator: ".") }
}
