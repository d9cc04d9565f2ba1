public import SchemaSource

/// A named group of fields.
public struct ObjectType: Hashable, Sendable {
  public var name: String
  public var includes: [Located<String>]
  public var fields: [Field]
  public var provenance: Provenance
  public var doc: String?
  public var stem: String
  public var range: SourceRange
}

/// One kind of callback.
public struct Event: Hashable, Sendable {
  /// The vendor's word for it.
  public var key: String
  /// The Swift name, where the schema gives one.
  public var name: Located<String>?
  /// The discriminator's value.
  public var id: Located<WireValue>
  /// The vendor's symbol.
  public var constant: String?
  public var includes: [Located<String>]
  public var fields: [Field]
  /// Constants, in this event, of fields that are declared elsewhere.
  public var constants: [EventConstant]
  public var examples: [Example]
  public var provenance: Provenance
  public var doc: String?
  public var stem: String
  public var range: SourceRange
}

/// The value that an envelope's field always has in one event.
public struct EventConstant: Hashable, Sendable {
  public var path: Located<[String]>
  public var value: Located<WireValue>
  public var provenance: Provenance
}

/// A body that a page prints.
public struct Example: Hashable, Sendable {
  public enum Extent: String, Hashable, Sendable, CaseIterable {
    /// The whole callback.
    case body
    /// The event's own fields.
    case details
  }

  /// The file's name below `Examples`.
  public var file: Located<String>
  public var extent: Extent
  public var title: String?
  public var provenance: Provenance
  /// What had to be mended before it was JSON.
  public var repaired: String?
}
