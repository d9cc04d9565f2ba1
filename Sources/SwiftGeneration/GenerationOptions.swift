/// Options of code generation that are not part of a schema.
public struct GenerationOptions: Hashable, Sendable {
  /// The treatment of undocumented members.
  public enum UnknownFields: String, Hashable, Sendable, CaseIterable {
    /// They are reported by `validate(json:)` and not stored.
    case drop
    /// Every object stores them, and encodes them again.
    case keep
  }

  /// The treatment of an event's field that fails to decode, although it is not required.
  public enum BrokenFields: String, Hashable, Sendable, CaseIterable {
    /// The field is nil, and the callback stores its JSON and encodes it again.
    case keep
    /// The event is malformed.
    case malformed
  }

  /// The access level of generated declarations.
  public enum Access: String, Hashable, Sendable, CaseIterable {
    case `public`, package, `internal`
  }

  /// The access level of generated declarations.
  public var access = Access.public
  /// The treatment of undocumented members.
  public var unknownFields = UnknownFields.drop
  /// The treatment of an event's field that fails to decode, although it is not required.
  public var brokenFields = BrokenFields.keep
  /// Modules that every file imports besides CallbackRuntime.
  public var imports: [String] = []
  /// Comment lines at the top of every file, below the line that names the schema.
  public var header: [String] = []
  /// Acronyms in lowercase, such as `rtc`, which are written in uniform case like the built-in ones: `rtcToken`, `newRTC`.
  public var acronyms: Set<String> = []

  /// Whether every object stores undocumented members.
  var keepsUnknown: Bool { unknownFields == .keep }
  /// Whether the callback stores fields that failed to decode.
  var keepsFaults: Bool { brokenFields == .keep }

  /// Creates the default options.
  public init() {}
}
