/// A type that generated code reads and writes field by field.
///
/// `init(reading:)`, `write(to:)` and `validate(into:)` are generated; the rest, `Codable` included, is here, once.
public protocol CallbackObject: Codable, Hashable, Sendable, Validatable {
  /// Reads the next value of a reader. After a fault, which sticks to the reader, the value is blank and means nothing.
  init(reading reader: inout JSONReader)

  /// Writes the value in its documented form.
  func write(to writer: inout JSONWriter)
}

extension CallbackObject {
  /// Reads a body. The bytes may be a `Data`, a `ByteBufferView`, an array, a string's `utf8`.
  ///
  /// - Throws: the first fault, with its path and its byte, when this is not JSON or not this type's.
  @inlinable
  public init(json: some Collection<UInt8>) throws(JSONFault) {
    var fault: JSONFault?
    func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Self {
      var reader = unsafe JSONReader(UnsafeRawBufferPointer(bytes))
      let value = Self(reading: &reader)
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
  public init(json: String) throws(JSONFault) { try self.init(json: json.utf8) }

  /// Reads a body, and says what was odd about it.
  ///
  /// - Throws: the first fault, with its path and its byte, when this is not JSON or not this type's.
  public static func read(json: some Collection<UInt8>) throws(JSONFault) -> Reading<Self> {
    var fault: JSONFault?
    var findings: [Finding] = []
    let value = JSONReader.reading(Array(json)) { reader in
      reader.isCollecting = true
      let value = Self(reading: &reader)
      fault = reader.takeFault()
      if fault == nil { findings = reader.findings() }
      return value
    }
    if let fault { throw fault }
    return Reading(value: value, findings: findings)
  }

  /// Reads a body, and says what was odd about it.
  ///
  /// - Throws: the first fault, with its path and its byte, when this is not JSON or not this type's.
  public static func read(json: String) throws(JSONFault) -> Reading<Self> {
    try read(json: json.utf8)
  }

  /// The body in its documented form.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.bytes
  }

  /// Reads a value that is JSON inside a string, as some vendors send it.
  ///
  /// A fault in there is a fault of the string: the body around it is fine, an event with it is malformed.
  ///
  /// With the form `.object` it also takes the object itself, with a finding.
  @inlinable
  public init(embedded reader: inout JSONReader, or forms: JSONForms = []) {
    if let value = reader.embedded(Self.self) {
      self = value
    } else {
      reader.refuseText(unless: forms)
      self.init(reading: &reader)
    }
  }

  /// Reads an object that some vendors send as JSON inside a string.
  @inlinable
  init(reading reader: inout JSONReader, or forms: JSONForms) {
    if forms.contains(.string), let value = reader.otherwiseEmbedded(Self.self) {
      self = value
    } else {
      self.init(reading: &reader)
    }
  }
}
