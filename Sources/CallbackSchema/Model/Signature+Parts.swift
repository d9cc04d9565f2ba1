import SchemaSource

extension Signature {
  /// The components of the signed content that have an order or are sorted; none of a body or a claim.
  public var parts: [Part] {
    switch subject {
    case .sorted(let parts), .template(_, let parts): parts
    case .body, .claim, .urlAndForm: []
    }
  }

  /// The places of signed values and of the signed time.
  var places: [Located<Place>] {
    (parts + [time].compactMap { $0 }).compactMap { part in
      switch part {
      case .place(let place), .headerPart(let place, _): place
      case .secret, .text, .body, .url: nil
      }
    }
  }
}

extension Signature.Part {
  /// The notation of the schema; in a template between braces.
  public var text: String {
    switch self {
    case .place(let place): place.value.text
    case .headerPart(let place, let name): "\(place.value.text) \(name)"
    case .secret: "secret"
    case .text(let text): text
    case .body: "body"
    case .url: "url"
    }
  }
}
