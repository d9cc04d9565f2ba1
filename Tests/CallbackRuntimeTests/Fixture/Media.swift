@_spi(Generated) public import CallbackRuntime

private func requiredRuntime() { _ = _CallbackRuntimeVersion.V1.self }

/// An invented recording service: what generated code looks like, by hand.
public enum Media {
  /// The full editions that document the service.
  public static let editions = Editions("zh en")
}

extension Media {
  /// One callback of the service.
  public struct Callback: CallbackObject {
    public var noticeID: String?
    public var productID: Int?
    public var notifyMs: UnixMilliseconds?
    public var sid: String?
    public var payload: Payload
    public var event: Event

    public init(
      noticeID: String? = nil,
      productID: Int? = 3,
      notifyMs: UnixMilliseconds? = nil,
      sid: String? = nil,
      payload: Payload = Payload(),
      event: Event
    ) {
      self.noticeID = noticeID
      self.productID = productID
      self.notifyMs = notifyMs
      self.sid = sid
      self.payload = payload
      self.event = event
    }

    /// The number of the event.
    public var eventType: Int { event.id }
  }

  /// What happened, and where.
  public struct Payload: Hashable, Sendable, DocumentedValue {
    public var cname: String?
    public var sequence: Int?
    public var sendts: UnixMilliseconds?
    public var serviceType: ServiceType?
    public var serviceScene: ServiceScene?

    public init(
      cname: String? = nil,
      sequence: Int? = nil,
      sendts: UnixMilliseconds? = nil,
      serviceType: ServiceType? = nil,
      serviceScene: ServiceScene? = nil
    ) {
      self.cname = cname
      self.sequence = sequence
      self.sendts = sendts
      self.serviceType = serviceType
      self.serviceScene = serviceScene
    }
  }

  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Event: Hashable, Sendable {
    case recordingError(RecordingError)
    case uploaded(Uploaded)
    case recorderLeave(RecorderLeave)
    /// An event that no edition documents, or another product's callback.
    case unrecognized(UnrecognizedEvent<Int>)
    case otherProduct(OtherProductCallback<Int>)
    /// A documented event in a shape that no edition documents.
    indirect case malformed(MalformedEvent<Int>)

    public var id: Int {
      switch self {
      case .recordingError: 1
      case .uploaded: 31
      case .recorderLeave: 41
      case .unrecognized(let event): event.id
      case .otherProduct(let callback): callback.id
      case .malformed(let event): event.id
      }
    }
  }
}

// MARK: - Reading, writing, validating

extension Media.Callback {
  private static let fields = FieldNames("noticeId productId eventType notifyMs sid payload")

  public init(_reading reader: inout _JSONReader) {
    payload = Media.Payload()
    event = .unrecognized(UnrecognizedEvent(id: 0, details: .null))
    var id: Int?
    var position = EventPosition.absent
    let body = reader.mark()
    let fields = Self.fields
    var scope = ObjectScope(envelope: true)
    while reader.nextField(&scope, fields) {
      switch scope.field {
      case 0: reader.read(&noticeID)
      case 1: reader.read(&productID)
      case 2: reader.readDiscriminator(&id)
      case 3: reader.read(&notifyMs)
      case 4: reader.read(&sid)
      case 5: position = payload.read(from: &reader, known: productID == 3 ? id : nil, &event)
      default: break
      }
    }
    reader.close(scope, fields)
    guard let id = reader.discriminator(id, "eventType") else { return }
    if let productID, productID != 3 {
      event = .otherProduct(OtherProductCallback(id: id, body: reader.raw(at: body)))
    } else {
      reader.readEvent(at: position, "payload.details") { event = Media.Event(id, reading: &$0) }
    }
  }

  public func _write(to writer: inout _JSONWriter) {
    if case .otherProduct(let callback) = event { return writer.write(callback.body) }
    writer.begin()
    writer.write("noticeId", noticeID)
    writer.write("productId", productID)
    writer.write("eventType", event.id)
    writer.write("notifyMs", notifyMs)
    writer.write("sid", sid)
    writer.member("payload")
    payload._write(to: &writer, event)
    writer.end()
  }

  public func _validate(in validator: inout _ValidationContext) {
    validator.enter(Media.editions)
    switch event {
    case .recordingError:
      validator.constant("payload.serviceType", payload.serviceType, .cloudRecording)
    case .uploaded: validator.constant("payload.serviceType", payload.serviceType, .uploader)
    case .recorderLeave:
      validator.constant("payload.serviceType", payload.serviceType, .recorder, editions: 0b01)
    case .unrecognized(let event): return validator.unrecognized(event, "eventType")
    case .otherProduct(let callback): return validator.otherProduct(callback, "eventType")
    case .malformed: break
    }
    validator.check("noticeId", noticeID, expected: 0b11)
    validator.check("productId", productID, expected: 0b11)
    validator.check("notifyMs", notifyMs, expected: 0b11)
    validator.check("sid", sid)
    validator.check("payload", payload)
    event._validate(in: &validator)
  }
}

extension Media.Payload {
  private static let fields = FieldNames(
    "cname sequence sendts serviceType serviceScene details")

  mutating func read(
    from reader: inout _JSONReader, known id: Int?, _ event: inout Media.Event
  ) -> EventPosition {
    var position = EventPosition.absent
    let fields = Self.fields
    var scope = ObjectScope(envelope: true)
    while reader.nextField(&scope, fields) {
      switch scope.field {
      case 0: reader.read(&cname)
      case 1: reader.read(&sequence)
      case 2: reader.read(&sendts)
      case 3: reader.read(&serviceType)
      case 4: reader.read(&serviceScene)
      case 5:
        if let id, !reader.isAtNull {
          event = Media.Event(id, reading: &reader)
          position = .read
        } else {
          position = reader.skipPayload()
        }
      default: break
      }
    }
    reader.close(scope, fields)
    return position
  }

  func _write(to writer: inout _JSONWriter, _ event: Media.Event) {
    writer.begin()
    writer.write("cname", cname)
    writer.write("sequence", sequence)
    writer.write("sendts", sendts)
    writer.write("serviceType", serviceType)
    writer.write("serviceScene", serviceScene)
    event.write("details", to: &writer)
    writer.end()
  }

  public func _validate(in validator: inout _ValidationContext) {
    validator.check("cname", cname, expected: 0b11)
    validator.check("sequence", sequence, expected: 0b11)
    validator.check("sendts", sendts, expected: 0b11)
    validator.check("serviceType", serviceType, expected: 0b11)
    validator.check("serviceScene", serviceScene, expected: 0b01)
  }
}

extension Media.Event {
  init(_ id: Int, reading reader: inout _JSONReader) {
    let start = reader.mark()
    switch id {
    case 1: self = .recordingError(Media.RecordingError(_reading: &reader))
    case 31: self = .uploaded(Media.Uploaded(_reading: &reader))
    case 41: self = .recorderLeave(Media.RecorderLeave(_reading: &reader))
    default: self = .unrecognized(UnrecognizedEvent(id: id, details: reader.raw()))
    }
    if let fault = reader.recover(from: start) {
      self = .malformed(MalformedEvent(id: id, error: fault, details: reader.raw()))
    }
  }

  func write(_ name: StaticString, to writer: inout _JSONWriter) {
    switch self {
    case .recordingError(let event): writer.write(name, event)
    case .uploaded(let event): writer.write(name, event)
    case .recorderLeave(let event): writer.write(name, event)
    case .unrecognized(let event): writer.write(name, event.details)
    case .otherProduct: break
    case .malformed(let event): writer.write(name, event.details)
    }
  }

  func _validate(in validator: inout _ValidationContext) {
    switch self {
    case .recordingError(let event): validator.check("payload.details", event)
    case .uploaded(let event): validator.check("payload.details", event)
    case .recorderLeave(let event): validator.check("payload.details", event)
    case .unrecognized, .otherProduct: break
    case .malformed(let event): validator.malformed(event, "payload.details")
    }
  }
}
