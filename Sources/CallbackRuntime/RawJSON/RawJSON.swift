/// A JSON value that nothing was made of: its own bytes, so that writing it again changes nothing.
///
/// Two are equal when they mean the same: the order of members, spaces, escapes and the spelling of numbers don't matter,
/// the order of a list does. Numbers are compared exactly, however long. Of members with one name the first counts.
public struct RawJSON: Hashable, Sendable, CustomStringConvertible {
  /// No bytes stand for a null.
  private let storage: [UInt8]

  /// Takes bytes that are known to be one JSON value, without spaces around it.
  init(unchecked bytes: [UInt8]) { storage = bytes }

  /// A null.
  public static var null: RawJSON { RawJSON(unchecked: []) }

  /// Checks that a text is one JSON value.
  ///
  /// - Throws: the first fault, with its path and its byte.
  public init(_ text: String) throws(CallbackDecodingError) { try self.init(bytes: text.utf8) }

  /// Checks that some bytes are one JSON value.
  ///
  /// - Throws: the first fault, with its path and its byte.
  public init(bytes: some Collection<UInt8>) throws(CallbackDecodingError) {
    var fault: CallbackDecodingError?
    self = _JSONReader.reading(Array(bytes)) { reader in
      let value = reader.raw()
      fault = reader.takeFault()
      return value
    }
    if let fault { throw fault }
  }

  /// A number, by its text.
  init?(number text: String) {
    let value = try? RawJSON(text)
    guard let value else { return nil }
    self = value
  }

  /// The JSON text, in UTF-8.
  public var bytes: [UInt8] { storage.isEmpty ? Array("null".utf8) : storage }

  /// The JSON text.
  public var description: String {
    storage.isEmpty ? "null" : String(decoding: storage, as: UTF8.self)
  }

  /// The value is null.
  public var isNull: Bool { storage.isEmpty || storage[0] == 0x6e }

  /// The value is an object.
  var isObject: Bool { storage.first == 0x7b }

  /// True when both mean the same.
  public static func == (one: RawJSON, other: RawJSON) -> Bool {
    one.storage == other.storage || one.canonical == other.canonical
  }

  /// Hashes the meaning.
  public func hash(into hasher: inout Hasher) { hasher.combine(canonical) }

  private var canonical: [UInt8] {
    _JSONReader.reading(bytes) { reader in
      var form = CanonicalJSON()
      form.add(&reader)
      return form.bytes
    }
  }
}
