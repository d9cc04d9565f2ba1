/// A type that generated code reads and writes field by field.
///
/// `init(reading:)`, `write(to:)` and `_validate(in:)` are generated; the rest, `Codable` included, is here, once.
public protocol CallbackObject: Codable, Hashable, Sendable, DocumentedValue {
  /// Reads the next value of a reader. After a fault, which sticks to the reader, the value is blank and means nothing.
  init(_reading reader: inout _JSONReader)

  /// Writes the value in its documented form.
  func _write(to writer: inout _JSONWriter)
}

extension CallbackObject {
  /// Reads a body. The bytes may be a `Data`, a `ByteBufferView`, an array, a string's `utf8`.
  ///
  /// - Throws: the first fault, with its path and its byte, when this is not JSON or not this type's.
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

  /// Reads a body.
  ///
  /// - Throws: the first fault, with its path and its byte, when this is not JSON or not this type's.
  public init(json: String) throws(CallbackDecodingError) { try self.init(json: json.utf8) }

  /// Decodes a body and compares it with its documentation: what only the bytes show, such as unknown fields and repeated
  /// keys, in their order, and then what ``DocumentedValue/validate()`` finds.
  ///
  /// - Throws: the first error, with its path and byte offset, when the bytes are not JSON or cannot be this type.
  public static func validate(
    json: some Collection<UInt8>
  ) throws(CallbackDecodingError) -> ValidationReport<Self> {
    var report = try read(json: json)
    report.findings += report.value.validate()
    return report
  }

  /// Decodes a body and compares it with its documentation.
  ///
  /// - Throws: the first error, with its path and byte offset, when the text is not JSON or cannot be this type.
  public static func validate(
    json: String
  ) throws(CallbackDecodingError) -> ValidationReport<Self> {
    try validate(json: json.utf8)
  }

  /// Decodes a body with the findings that only its bytes show.
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

  /// Decodes a body with the findings that only its bytes show.
  package static func read(
    json: String
  ) throws(CallbackDecodingError) -> ValidationReport<Self> {
    try read(json: json.utf8)
  }

  /// The body in its documented form.
  public func json() -> [UInt8] {
    var writer = _JSONWriter()
    _write(to: &writer)
    return writer.bytes
  }

  /// Reads a value that is JSON inside a string, as some vendors send it.
  ///
  /// A fault in there is a fault of the string: the body around it is fine, an event with it is malformed.
  ///
  /// With the form `.object` it also takes the object itself, with a finding.
  @inlinable
  public init(embedded reader: inout _JSONReader, accepting types: AcceptedJSONTypes = []) {
    if let value = reader.embedded(Self.self) {
      self = value
    } else {
      reader.refuseText(unless: types)
      self.init(_reading: &reader)
    }
  }

  /// Reads an object that some vendors send as JSON inside a string.
  @inlinable
  init(_reading reader: inout _JSONReader, accepting types: AcceptedJSONTypes) {
    if types.contains(.string), let value = reader.otherwiseEmbedded(Self.self) {
      self = value
    } else {
      self.init(_reading: &reader)
    }
  }
}
