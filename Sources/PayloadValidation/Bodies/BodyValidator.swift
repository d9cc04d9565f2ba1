@_spi(Generated) public import CallbackRuntime
public import CallbackSchema

/// Holds bodies to a schema without generated code: what the documentation never said, with its place in the body.
public struct BodyValidator: Sendable {
  private let shape: ServiceShape

  /// Prepares a service once, for any number of bodies.
  public init(_ service: Service) { shape = ServiceShape(service) }

  /// What was found in a body.
  public struct Report: Hashable, Sendable {
    /// The event, by its key; nil where the schema knows none of that id, and for bodies that
    /// could not be read.
    public var event: String?
    /// Everything that only reading can see, in the order of the body, then what validation adds.
    public var findings: [Finding]
    /// Why the body could not be read at all.
    public var fault: CallbackDecodingError?
  }

  /// Reads and validates a whole callback.
  public func validate(_ body: [UInt8]) -> Report {
    var reader = SchemaReader(shape)
    var read: ReadCallback?
    let (fault, seen) = reading(body) { read = reader.callback(&$0) }
    guard fault == nil, let read else { return Report(event: nil, findings: [], fault: fault) }
    var validator = SchemaValidator(shape)
    validator.check(read)
    return Report(
      event: shape.events[read.id]?.event.key, findings: seen + validator.findings(), fault: nil)
  }

  /// Reads and validates an event's own fields, without their envelope.
  ///
  /// - Parameter key: the event, by its key or its id; nil is returned where there is none of that name.
  public func validate(fragment: [UInt8], of key: String) -> Report? {
    let found =
      shape.events.values.first { $0.event.key == key }
      ?? shape.events.values.first { $0.event.id.value.text == key }
    guard let event = found else { return nil }
    var reader = SchemaReader(shape)
    var object = ReadObject(shape: event.object)
    let (fault, seen) = reading(fragment) { object = reader.object(event.object, &$0) }
    guard fault == nil else { return Report(event: event.event.key, findings: [], fault: fault) }
    var validator = SchemaValidator(shape)
    validator.object(object)
    return Report(event: event.event.key, findings: seen + validator.findings(), fault: nil)
  }

  private func reading(
    _ body: [UInt8], _ read: (inout _JSONReader) -> Void
  ) -> (fault: CallbackDecodingError?, findings: [Finding]) {
    _JSONReader.reading(body) { reader in
      reader.collectsFindings = true
      read(&reader)
      let fault = reader.takeError()
      return (fault, fault == nil ? reader.findings() : [])
    }
  }
}
