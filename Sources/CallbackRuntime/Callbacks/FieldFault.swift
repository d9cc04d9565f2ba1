/// A field of a callback that failed to decode, or that was `null` although no page documents it: its property is nil, and the
/// JSON received is kept here.
///
/// In a service that identifies events by the key of an object, the value of another event's key is kept in the same way.
///
/// Encoding the callback writes the JSON at its place again. It is not written if the property has a value meanwhile, or if
/// the object around it was removed. An object of the envelope, which is never nil, is replaced by the JSON. A place inside an
/// array is an index: after moving the elements of an array, or replacing the event, remove the faults inside it.
///
/// Equality compares the place and the JSON, and ignores the error: its byte offset depends on the rest of the body.
public struct FieldFault: Hashable, Sendable, CustomStringConvertible {
  /// The names and indices that lead to the value from the body's root, with the names as received.
  let steps: [PathStep]
  /// The value as received.
  ///
  /// Unlike other raw JSON it may contain strings that are not valid Unicode: bytes that are not UTF-8, or half of a
  /// surrogate pair.
  public let json: RawJSON
  /// The error, with the path and the byte offset in the whole body.
  public let error: CallbackDecodingError
  /// Whether it is an object of the envelope, sent as another value. Its property is never nil, and is not written.
  let isGroup: Bool

  init(steps: [PathStep], json: RawJSON, error: CallbackDecodingError, isGroup: Bool = false) {
    self.steps = steps
    self.json = json
    self.error = error
    self.isGroup = isGroup
  }

  /// The path of the value from the body's root, such as `payload.details.fileList[0].uid`.
  public var path: String { steps.path }

  /// The error and the JSON: `payload.details.status: expected an integer (byte 123): "5"`.
  public var description: String { "\(error): \(json)" }

  /// Compares places and JSON.
  public static func == (one: Self, other: Self) -> Bool {
    one.steps == other.steps && one.json == other.json
  }

  /// Hashes the place and the JSON.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(steps)
    hasher.combine(json)
  }
}

/// A step from a JSON value to one inside it.
enum PathStep: Hashable, Sendable {
  /// The value of a member.
  case member(String)
  /// The element at an index.
  case element(Int)
}

extension [PathStep] {
  /// The steps as text: `fileList[0].uid`.
  var path: String {
    reduce("") { path, step in
      switch step {
      case .member(let name): path.isEmpty ? name : "\(path).\(name)"
      case .element(let index): "\(path)[\(index)]"
      }
    }
  }
}
