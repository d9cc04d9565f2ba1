@_spi(Generated) public import CallbackRuntime
public import CallbackSchema

/// Decodes and validates bodies against a schema without generated code.
public struct BodyValidator: Sendable {
  let shape: ServiceShape
  /// Recognizes most bodies without findings; nil for a service that the plan leaves out.
  let plan: DocumentedPlan?

  /// Prepares a service for any number of bodies.
  public init(_ service: Service) {
    shape = ServiceShape(service)
    plan = DocumentedPlanMaker.plan(shape)
  }

  /// The path of an event's payload; empty for the whole body.
  func payload(of event: Event) -> String {
    shape.events[event.id.value]?.location.path.joined(separator: ".") ?? ""
  }

  /// The result for one body.
  public struct Report: Hashable, Sendable {
    /// The key of the event, of a list of callbacks that of the first; nil for an id that is not in the schema, and for a body that cannot be decoded.
    public var event: String?
    /// The findings of decoding in the order of the body, then those of validation.
    public var findings: [Finding]
    /// The error of a body that cannot be decoded.
    public var fault: CallbackDecodingError?
  }

  /// Decodes and validates a whole callback.
  ///
  /// - Parameter headers: the HTTP headers of the request; their names are compared without regard to case.
  public func validate(_ body: [UInt8], headers: [String: String] = [:]) -> Report {
    guard shape.encoding == .list else { return validate(one: body, headers: headers) }
    let elements: [Range<Int>]
    do { elements = try JSONElements(body).ranges } catch {
      return Report(event: nil, findings: [], fault: error)
    }
    var whole = Report(event: nil, findings: [], fault: nil)
    for (index, range) in elements.enumerated() {
      let report = validate(one: Array(body[range]), headers: headers)
      if index == 0 { whole.event = report.event }
      whole.findings += report.findings.map { $0.inElement(index, at: range.lowerBound) }
      if let fault = report.fault, whole.fault == nil {
        whole.fault = fault.inElement(index, at: range.lowerBound)
      }
    }
    return whole
  }

  private func validate(one body: [UInt8], headers: [String: String]) -> Report {
    if let event = documentedEvent(in: body) {
      return Report(event: event, findings: [], fault: nil)
    }
    return read(body, headers: headers).report
  }

  /// The key of the event of a body that is recognized as documented without being decoded; nil says nothing about the body.
  package func documentedEvent(in body: [UInt8]) -> String? {
    guard var reader = documentedReader() else { return nil }
    return reader.event(in: body.span)
  }

  /// A reader that recognizes documented bodies one after another; nil for a service that the plan leaves out.
  package func documentedReader() -> DocumentedReader? { plan.map(DocumentedReader.init) }

  /// Decodes and validates one callback.
  ///
  /// - Returns: the decoded callback, nil for a body that cannot be decoded, and the report.
  func read(
    _ body: [UInt8], headers: [String: String] = [:]
  ) -> (callback: ReadCallback?, report: Report) {
    var reader = SchemaReader(shape)
    var read: ReadCallback?
    let isForm = shape.encoding == .form
    let (fault, seen) = reading(isForm ? FormText.json(body) : body) {
      $0.isForm = isForm
      if !headers.isEmpty { $0.setHeaders(headers) }
      read = reader.callback(&$0)
    }
    guard fault == nil, let read else {
      var fault = fault
      if isForm { fault?.offset = nil }
      return (nil, Report(event: nil, findings: [], fault: fault))
    }
    var validator = SchemaValidator(shape)
    validator.check(read)
    var findings = seen
    findings.append(validation: validator.findings())
    // An offset would be one in the JSON that the form was converted to.
    if isForm { for index in findings.indices { findings[index].offset = nil } }
    return (
      read, Report(event: shape.events[read.id]?.event.key, findings: findings, fault: nil)
    )
  }

  /// Decodes and validates a payload without its envelope, as a part of a callback.
  ///
  /// - Parameter key: the key or the id of the event.
  /// - Returns: nil without such an event.
  public func validate(fragment: [UInt8], of key: String) -> Report? {
    let found =
      shape.events.values.first { $0.event.key == key }
      ?? shape.events.values.first { $0.event.id.value.text == key }
    guard let event = found else { return nil }
    var reader = SchemaReader(shape)
    var object = ReadObject(shape: event.object)
    let (fault, seen) = reading(fragment) {
      _ = $0.beginCallback()
      object = reader.object(event.object, &$0)
    }
    guard fault == nil else { return Report(event: event.event.key, findings: [], fault: fault) }
    var validator = SchemaValidator(shape)
    validator.object(object)
    var findings = seen
    findings.append(validation: validator.findings())
    return Report(event: event.event.key, findings: findings, fault: nil)
  }

  func reading(
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
