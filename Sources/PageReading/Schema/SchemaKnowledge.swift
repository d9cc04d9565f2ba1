public import CallbackSchema

/// What a schema says about one edition, in the notation of pages: it settles what a page leaves ambiguous.
public struct SchemaKnowledge: Sendable {
  /// A field as the edition documents it.
  public struct KnownField: Hashable, Sendable {
    /// The wire path in the notation of an inventory, relative to the payload or, in the envelope, to the body.
    public var path: String
    public var kinds: Set<JSONKind>
    /// The values: of its code table or constant; empty if it has none.
    public var values: [String]

    public init(path: String, kinds: Set<JSONKind>, values: [String]) {
      self.path = path
      self.kinds = kinds
      self.values = values
    }
  }

  /// An event as the edition documents it.
  public struct KnownEvent: Hashable, Sendable {
    /// The name in the schema.
    public var key: String
    /// The value of the discriminator.
    public var id: String
    public var constant: String?
    public var fields: [KnownField]

    public init(key: String, id: String, constant: String?, fields: [KnownField]) {
      self.key = key
      self.id = id
      self.constant = constant
      self.fields = fields
    }
  }

  public let events: [KnownEvent]
  public var envelope: [KnownField]
  /// The path of the discriminator in the body; empty if it is in a header.
  public var discriminator: String
  /// The path of the payload in the body; empty if it is the body.
  public var payload: String

  // The first event of each id, key and constant.
  private let byID: [String: Int]
  private let byKey: [String: Int]
  private let byConstant: [String: Int]

  public init(
    events: [KnownEvent], envelope: [KnownField], discriminator: String, payload: String
  ) {
    self.events = events
    self.envelope = envelope
    self.discriminator = discriminator
    self.payload = payload
    func places(_ name: (KnownEvent) -> String?) -> [String: Int] {
      Dictionary(
        events.enumerated().compactMap { place, event in name(event).map { ($0, place) } },
        uniquingKeysWith: { first, _ in first })
    }
    (byID, byKey, byConstant) = (places(\.id), places(\.key), places(\.constant))
  }

  /// The event of the schema that a page declares.
  public func event(for page: PageEvent) -> KnownEvent? {
    if let id = page.id, let place = byID[id] { return events[place] }
    if page.id == nil, let name = page.name {
      return (byID[name] ?? byKey[name]).map { events[$0] }
    }
    return page.constant.flatMap { byConstant[$0] }.map { events[$0] }
  }
}
