/// Any JSON value, stored as the JSON text received, so that encoding it again changes nothing.
///
/// Two values are equal when they mean the same: the order of members, white space, escapes and the notation of numbers are
/// ignored; the order of array elements is not. Numbers are compared exactly, at any length. Of members with the same name
/// the first one counts.
///
/// The initializers accept JSON only. Raw JSON that was decoded as a part of a callback may contain strings that are not valid
/// Unicode, as received: bytes that are not UTF-8, or half of a surrogate pair. `bytes` has them unchanged; `description` and
/// encoders replace them by U+FFFD.
///
/// Nothing is cached: each access to a member, an element or a scalar parses the text again.
public struct RawJSON: Hashable, Sendable, CustomStringConvertible {
  /// The JSON text; empty for `null`.
  let storage: [UInt8]

  /// Creates a value from bytes known to be one JSON value without surrounding white space.
  init(unchecked bytes: [UInt8]) { storage = bytes }

  /// The value `null`.
  public static var null: RawJSON { RawJSON(unchecked: []) }

  /// Creates a value from JSON text.
  ///
  /// - Throws: the first error, with its path and byte offset, when the text is not one JSON value.
  public init(_ text: String) throws(CallbackDecodingError) { try self.init(bytes: text.utf8) }

  /// Creates a value from JSON text in UTF-8.
  ///
  /// - Throws: the first error, with its path and byte offset, when the bytes are not one JSON value.
  public init(bytes: some Collection<UInt8>) throws(CallbackDecodingError) {
    var error: CallbackDecodingError?
    self = _JSONReader.reading(Array(bytes)) { reader in
      let value = reader.raw()
      error = reader.takeError()
      return value
    }
    if let error { throw error }
  }

  /// The JSON text, in UTF-8.
  public var bytes: [UInt8] { storage.isEmpty ? Array("null".utf8) : storage }

  /// The JSON text.
  public var description: String {
    storage.isEmpty ? "null" : String(decoding: storage, as: UTF8.self)
  }

  /// Whether the value is `null`.
  public var isNull: Bool { storage.isEmpty || storage[0] == 0x6e }

  /// Whether two values mean the same, whatever their JSON text.
  public static func == (one: RawJSON, other: RawJSON) -> Bool {
    one.storage == other.storage || one.canonical == other.canonical
  }

  /// Hashes what the value means, not its JSON text.
  public func hash(into hasher: inout Hasher) { hasher.combine(canonical) }

  private var canonical: [UInt8] {
    _JSONReader.reading(bytes) { reader in
      reader.toleratesText = true
      var form = CanonicalJSON()
      form.add(&reader)
      return form.bytes
    }
  }
}
