/// A JSON object of a schema: a whole callback, an event, or an object inside one.
///
/// `init(json:)` and `json()` decode and encode bytes several times faster than Foundation's coders, which work too: the type
/// is `Codable`, through the same generated code.
public protocol CallbackObject: Codable, DocumentedValue {
  /// Reads the next value of a reader. It does not throw: the reader stores the error, and the value is then a placeholder.
  init(_reading reader: inout _JSONReader)

  /// Writes the value in its documented JSON type.
  func _write(to writer: inout _JSONWriter)

  /// Passes each stored property, and the same one of another value, to a context that compares or hashes them.
  func _compare(with other: Self, in context: inout _EqualityContext)
}

extension CallbackObject {
  /// Decodes JSON in UTF-8 from a `Data`, a `ByteBufferView`, an array or any other collection of bytes.
  ///
  /// - Throws: the first error, with its path and byte offset, when the bytes are not JSON or not a value of this type.
  @inlinable
  public init(json: some Collection<UInt8>) throws(CallbackDecodingError) {
    var error: CallbackDecodingError?
    func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Self {
      var reader = unsafe _JSONReader(UnsafeRawBufferPointer(bytes))
      let value = Self(_reading: &reader)
      error = reader.takeError()
      return value
    }
    self =
      unsafe json.withContiguousStorageIfAvailable(read)
      ?? Array(json).withUnsafeBufferPointer(read)
    if let error { throw error }
  }

  /// Decodes JSON text.
  ///
  /// - Throws: the first error, with its path and byte offset, when the text is not JSON or not a value of this type.
  public init(json: String) throws(CallbackDecodingError) { try self.init(json: json.utf8) }

  /// Decodes JSON in UTF-8 and compares it with the documentation.
  ///
  /// The report lists the findings that only the bytes show, such as unknown fields and repeated keys, in the order of the
  /// body, and then those of ``DocumentedValue/validate()``. A field that failed to decode is not also reported as missing.
  ///
  /// - Throws: the first error, with its path and byte offset, when the bytes are not JSON or not a value of this type.
  public static func validate(
    json: some Collection<UInt8>
  ) throws(CallbackDecodingError) -> ValidationReport<Self> {
    var report = try read(json: json)
    report.findings.append(validation: report.value.validate())
    return report
  }

  /// Decodes JSON text and compares it with the documentation.
  ///
  /// - Throws: the first error, with its path and byte offset, when the text is not JSON or not a value of this type.
  public static func validate(
    json: String
  ) throws(CallbackDecodingError) -> ValidationReport<Self> {
    try validate(json: json.utf8)
  }

  /// Decodes JSON and reports the findings that only its bytes show.
  package static func read(
    json: some Collection<UInt8>
  ) throws(CallbackDecodingError) -> ValidationReport<Self> {
    var error: CallbackDecodingError?
    var findings: [Finding] = []
    let value = _JSONReader.reading(Array(json)) { reader in
      reader.collectsFindings = true
      let value = Self(_reading: &reader)
      error = reader.takeError()
      if error == nil { findings = reader.findings() }
      return value
    }
    if let error { throw error }
    return ValidationReport(value: value, findings: findings)
  }

  /// Decodes JSON and reports the findings that only its bytes show.
  package static func read(json: String) throws(CallbackDecodingError) -> ValidationReport<Self> {
    try read(json: json.utf8)
  }

  /// The value as JSON in UTF-8, each member in its documented JSON type.
  public func json() -> [UInt8] {
    // Most bodies are smaller than the memory on the stack; the writer replaces it when it is full.
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) { memory in
      var writer = unsafe _JSONWriter(memory)
      _write(to: &writer)
      return writer.bytes
    }
  }

  /// The value as JSON text, where a `String` is expected; without a type from the context `json()` returns the bytes.
  @_disfavoredOverload
  public func json() -> String { String(decoding: json() as [UInt8], as: UTF8.self) }

  /// Reads an object from JSON text inside a string.
  ///
  /// An error inside the string counts as an error of that value, even if the string holds no JSON: the event becomes
  /// malformed, and the rest of the body is decoded.
  ///
  /// With `.object` among the accepted types a plain object is read as well, and reported.
  @_spi(Generated) @inlinable
  public init(embedded reader: inout _JSONReader, accepting types: _JSONTypes = []) {
    if let value = reader.embedded(Self.self) {
      self = value
    } else {
      reader.refuseNonString(unless: types)
      self.init(_reading: &reader)
    }
  }

  /// Reads an object; with `.string` among the accepted types also from JSON text inside a string, which is reported.
  @inlinable
  init(_reading reader: inout _JSONReader, accepting types: _JSONTypes) {
    if types.contains(.string), let value = reader.embedded(Self.self, insteadOfObject: true) {
      self = value
    } else {
      self.init(_reading: &reader)
    }
  }
}
