/// The callback of a service, with the facts that a receiver of any service needs.
///
/// Every generated `Callback` conforms, except those of services whose bodies are lists of callbacks.
public protocol ServiceCallback: CallbackObject {
  /// The service: its name, and the facts of delivery that its schema documents.
  static var service: CallbackService { get }

  /// Decodes a body of the service and the headers of its request, and compares the body with the documentation.
  ///
  /// `headers` returns the value of a header by its name, and nil if the request does not have it.
  ///
  /// - Throws: the first error, with its path and byte offset, when the body is not one of the service.
  static func report(
    body: [UInt8], headers: (String) -> String?
  ) throws(CallbackDecodingError) -> ValidationReport<Self>

  /// The deduplication key as text, a JSON array of its members; nil if the service documents none, or one of its members is
  /// absent.
  ///
  /// Different keys have different texts, whatever characters their members contain.
  var deliveryKey: String? { get }

  /// The number that counts the deliveries; nil if the service documents none, or it is absent or no integer.
  var deliverySequence: Int? { get }

  /// What the callback contains: an event of the service, or something else that arrives at its URL.
  var deliveryContent: DeliveryContent { get }
}

extension ServiceCallback {
  /// Decodes JSON; the headers are ignored.
  public static func report(
    body: [UInt8], headers: (String) -> String?
  ) throws(CallbackDecodingError) -> ValidationReport<Self> {
    try validate(json: body)
  }

  /// Nil by default.
  public var deliveryKey: String? { nil }
  /// Nil by default.
  public var deliverySequence: Int? { nil }
}

extension ServiceCallback where Self: HeaderedCallback {
  /// Decodes JSON and the headers that the callback needs.
  public static func report(
    body: [UInt8], headers: (String) -> String?
  ) throws(CallbackDecodingError) -> ValidationReport<Self> {
    try validate(json: body, headers: headers)
  }
}

@_spi(Generated)
extension ServiceCallback {
  /// The values as a JSON array.
  public static func _deliveryKey<each Value: _JSONScalar>(_ values: repeat each Value) -> String {
    var writer = _JSONWriter()
    writer.beginList()
    for value in repeat each values { writer.element(value) }
    writer.endList()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The integer that a value is on the wire, also inside a string; nil if it is none.
  public static func _deliverySequence<Value: _JSONScalar>(_ value: Value?) -> Int? {
    guard let value else { return nil }
    var writer = _JSONWriter()
    Value._writeJSON(value, to: &writer)
    return Int(String(decoding: writer.bytes.filter { $0 != 0x22 }, as: UTF8.self))
  }
}

extension _JSONWriter {
  /// Writes an element of a list.
  fileprivate mutating func element<Value: _JSONScalar>(_ value: Value) {
    element()
    Value._writeJSON(value, to: &self)
  }
}
