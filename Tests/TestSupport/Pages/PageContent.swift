public import CallbackSchema

/// What a documentation page says of the callbacks of a service, without layout or language.
///
/// The renderer prints it, the editor changes it. The reader of pages shares no code with either.
public struct PageContent: Hashable, Sendable {
  /// The fields of the envelope; empty for a page that does not describe it.
  public var envelope: [Field]
  public var events: [Event]
  /// The path of the object with the events' own fields.
  public var payload: [String]

  public struct Event: Hashable, Sendable {
    /// The key of the event in the schema.
    public var key: String
    /// The name that the page prints: the vendor's constant or the key.
    public var name: String
    /// The value of the discriminator.
    public var id: String
    public var fields: [Field]
    /// The version whose state the section describes; nil for a section on all versions.
    public var version: String?
    /// The JSON bodies that the page prints.
    public var examples: [String] = []

    /// Whether the page prints one name, which is the value of the discriminator too.
    public var isNamedByID: Bool { name == id }

    /// The name of the event in paths of differences.
    public var label: String { version.map { "\(key)(\($0))" } ?? key }
  }

  public struct Field: Hashable, Sendable {
    public var name: String
    public var type: ValueType
    /// The name of the object that a field with members is, as captions print it.
    public var objectName = ""
    /// The documented values.
    public var values: [Value] = []
    public var isRequired = true
    /// Whether a condition decides about the presence, so that neither mark contradicts the schema.
    public var isConditional = false
    /// Whether the schema fixes the value, which the page does not list.
    public var isConstant = false
    public var members: [Field] = []

    public init(_ name: String, _ type: ValueType) {
      self.name = name
      self.type = type
    }
  }

  public struct Value: Hashable, Sendable {
    public var text: String
    public var isString: Bool

    public init(_ text: String, isString: Bool) {
      self.text = text
      self.isString = isString
    }
  }

  /// A type as the words of a page distinguish them.
  public indirect enum ValueType: Hashable, Sendable {
    case scalar(Scalar)
    case stringOrInteger
    case object
    case list(ValueType)

    /// Whether a value is an object or a list of objects.
    public var holdsMembers: Bool {
      switch self {
      case .object, .scalar(.object): true
      case .list(let element): element.holdsMembers
      case .scalar, .stringOrInteger: false
      }
    }
  }
}

extension [PageContent.Field] {
  /// The paths of all fields, each container before its members.
  public var paths: [[String]] {
    flatMap { field in [[field.name]] + field.members.paths.map { [field.name] + $0 } }
  }

  public subscript(path: [String]) -> PageContent.Field? {
    guard let name = path.first, let field = first(where: { $0.name == name }) else { return nil }
    return path.count == 1 ? field : field.members[[String](path.dropFirst())]
  }

  /// Changes the list that contains the field at a path.
  ///
  /// - Parameter change: receives the list and the position of the field in it.
  public mutating func change(
    at path: [String], _ change: (inout [PageContent.Field], Int) -> Void
  ) {
    guard let name = path.first, let place = firstIndex(where: { $0.name == name }) else { return }
    if path.count == 1 {
      change(&self, place)
    } else {
      self[place].members.change(at: [String](path.dropFirst()), change)
    }
  }
}
