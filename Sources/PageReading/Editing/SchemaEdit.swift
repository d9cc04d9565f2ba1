/// A change of the text of a schema file.
public struct SchemaEdit: Hashable, Sendable {
  /// What changes at the path.
  public enum Operation: Hashable, Sendable {
    /// An entry is added to a mapping.
    case insert(YAMLEntry, Placement)
    /// An element is added to a list.
    case append(YAMLValue)
    /// A value is replaced.
    case replace(YAMLValue)
  }

  /// The place of a new entry among those of its mapping.
  public enum Placement: Hashable, Sendable {
    /// Behind the entry with this key; at the end if there is none.
    case after(String)
    /// Before the first entry with one of these keys; at the end if there is none.
    case before([String])
    case first
    case end
  }

  /// The path of the file, as in messages.
  public var file: String
  /// The keys from the root of the file to the value that changes. Missing keys are added.
  public var path: [String]
  public var operation: Operation

  public init(file: String, path: [String], _ operation: Operation) {
    self.file = file
    self.path = path
    self.operation = operation
  }
}

/// The reason why an edit cannot be made without a person.
public struct EditRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }
}
