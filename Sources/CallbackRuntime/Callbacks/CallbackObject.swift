/// A JSON object of a schema: a whole callback, an event, or an object inside one.
///
/// `init(json:)` and `json()` decode and encode bytes several times faster than Foundation's coders, which work too: the type
/// is `Codable`, through the same generated code.
public protocol CallbackObject: Codable, DocumentedValue {
  /// Reads the next value of a reader; after an error, which the reader keeps, the value is a placeholder.
  init(_reading reader: inout _JSONReader)

  /// Writes the value in its documented form.
  func _write(to writer: inout _JSONWriter)
}

extension CallbackObject {
  /// Decodes JSON in UTF-8: a `Data`, a `ByteBufferView`, an array of bytes.
  ///
  /// - Throws: the first error, with its path and byte offset, when the bytes are not JSON or not a value of this type.
  @inlinable
  public init(json: some Collection<UInt8>) throws(CallbackDecodingError) {
    var fault: CallbackDecodingError?
    func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Self {
      var reader = unsafe _JSONReader(UnsafeRawBufferPointer(bytes))
      let value = Self(_reading: &reader)
      fault = reader.takeFault()
      return value
    }
    self =
      unsafe json.withContiguousStorageIfAvailable(read)
      ?? Array(json).withUnsafeBufferPointer(read)
    if let fault { throw fault }
  }

  /// Decodes JSON text.
  ///
  /// - Throws: the first error, with its path and byte offset, when the text is not JSON or not a value of this type.
  public init(json: String) throws(CallbackDecodingError) { try self.init(json: json.utf8) }

  /// Decodes JSON in UTF-8 and compares it with the documentation.
  ///
  /// The report holds what only the bytes show, such as unknown fields and repeated keys, in their order, and then what
  /// ``DocumentedValue/validate()`` finds.
  ///
  /// - Throws: the first error, with its path and byte offset, when the bytes are not JSON or not a value of this type.
  public static func validate(
    json: some Collection<UInt8>
  ) throws(CallbackDecodingError) -> ValidationReport<Self> {
    var report = try read(json: json)
    report.findings += report.value.validate()
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

  /// Decodes JSON with the findings that only its bytes show.
  package static func read(
    json: some Collection<UInt8>
  ) throws(CallbackDecodingError) -> ValidationReport<Self> {
    var fault: CallbackDecodingError?
    var findings: [Finding] = []
    let value = _JSONReader.reading(Array(json)) { reader in
      reader.isCollecting = true
      let value = Self(_reading: &reader)
      fault = reader.takeFault()
      if fault == nil { findings = reader.findings() }
      return value
    }
    if let fault { throw fault }
    return ValidationReport(value: value, findings: findings)
  }

  /// Decodes JSON with the findings that only its bytes show.
  package static func read(
    json: String
  ) throws(CallbackDecodingError) -> ValidationReport<Self> {
    try read(json: json.utf8)
  }

  /// The JSON text of the value in its documented form, in UTF-8.
  public func json() -> [UInt8] {
    var writer = _JSONWriter()
    _write(to: &writer)
    return writer.bytes
  }

  /// Reads an object from JSON text inside a string.
  ///
  /// An error inside the string is an error of the string value: it makes an event malformed, not the body.
  ///
  /// With `.object` among the accepted types the object itself is read too, with a finding.
  @_spi(Generated) @inlinable
  public init(embedded reader: inout _JSONReader, accepting types: _AcceptedJSONTypes = []) {
    if let value = reader.embedded(Self.self) {
      self = value
    } else {
      reader.refuseText(unless: types)
      self.init(_reading: &reader)
    }
  }

  /// Reads an object; with `.string` among the accepted types also from JSON text inside a string, with a finding.
  @inlinable
  init(_reading reader: inout _JSONReader, accepting types: _AcceptedJSONTypes) {
    if types.contains(.string), let value = reader.otherwiseEmbedded(Self.self) {
      self = value
    } else {
      self.init(_reading: &reader)
    }
  }
}
