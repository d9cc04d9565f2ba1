/// Any JSON value, kept as its own text, so that encoding changes nothing.
///
/// Two values are equal when they mean the same: the order of members, white space, escapes and the spelling of numbers are
/// not compared; the order of array elements is. Numbers are compared exactly, at any length. Of members with the same name
/// the first one counts.
public struct RawJSON: Hashable, Sendable, CustomStringConvertible {
  /// The JSON text; empty for `null`.
  let storage: [UInt8]

  /// Creates a value from bytes known to be one JSON value without white space around it.
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
    var fault: CallbackDecodingError?
    self = _JSONReader.reading(Array(bytes)) { reader in
      let value = reader.raw()
      fault = reader.takeFault()
      return value
    }
    if let fault { throw fault }
  }

  /// Creates a number from its text; nil for text that is not JSON.
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

  /// Whether the value is `null`.
  public var isNull: Bool { storage.isEmpty || storage[0] == 0x6e }

  /// Compares the meaning of two values.
  public static func == (one: RawJSON, other: RawJSON) -> Bool {
    one.storage == other.storage || one.canonical == other.canonical
  }

  /// Hashes the meaning of the value.
  public func hash(into hasher: inout Hasher) { hasher.combine(canonical) }

  private var canonical: [UInt8] {
    _JSONReader.reading(bytes) { reader in
      var form = CanonicalJSON()
      form.add(&reader)
      return form.bytes
    }
  }
}
