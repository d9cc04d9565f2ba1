// JSON text inside a string. Separate overloads, so that only types with such fields pay for it.

@_spi(Generated)
extension _JSONReader {
  /// Reads an object; with `.string`, also from JSON text inside a string.
  @inlinable
  public mutating func read<T: CallbackObject>(_ value: inout T?, accepting types: _JSONTypes) {
    value = isNullOrFailed() ? nil : T(_reading: &self, accepting: types)
    if isFailed { value = nil }
  }

  /// Reads a required object; with `.string`, also from JSON text inside a string.
  @inlinable
  public mutating func read<T: CallbackObject>(_ value: inout T, accepting types: _JSONTypes) {
    if isNullOrFailed() { markAbsent() } else { value = T(_reading: &self, accepting: types) }
  }

  /// Reads an array of objects; `types` applies to its elements.
  @inlinable
  public mutating func read<T: CallbackObject>(_ value: inout [T]?, accepting types: _JSONTypes) {
    value = objects(types)
  }

  /// Reads a required array of objects; `types` applies to its elements.
  @inlinable
  public mutating func read<T: CallbackObject>(_ value: inout [T], accepting types: _JSONTypes) {
    require(objects(types), in: &value)
  }

  @inlinable
  mutating func objects<T: CallbackObject>(_ types: _JSONTypes) -> [T]? {
    list { T(_reading: &$0, accepting: types) }
  }
}

extension _JSONReader {
  /// Reads an object from JSON text inside a string, which is reported where a plain object is documented; nil if the next
  /// value is not a string.
  ///
  /// An error in the text is an error of that value, from which the reader can recover.
  @inlinable
  mutating func embedded<T: CallbackObject>(_: T.Type, insteadOfObject: Bool = false) -> T? {
    var value: T?
    _ = readEmbedded(insteadOfObject: insteadOfObject) { value = T(_reading: &$0) }
    return value
  }

  /// Reads JSON text inside a string with a reader of its own, and takes over its findings and its error; false, if the next
  /// value is not a string.
  ///
  /// - Parameter insteadOfObject: whether the string is reported, because a plain object is documented.
  @inline(never)
  @usableFromInline
  package mutating func readEmbedded(
    insteadOfObject: Bool = false, _ read: (inout _JSONReader) -> Void
  ) -> Bool {
    space()
    if bridge == nil {
      guard position < end, at(position) == 0x22 else { return false }
      failedAt = position
      let isRead = unsafe withUnescapedText { (reader: inout _JSONReader, text) in
        if insteadOfObject { reader.reportString() }
        unsafe reader.read(text, read)
      }
      if isRead { return true }
    }
    guard let text = embeddedText() else { return false }
    if insteadOfObject { reportString() }
    unsafe text.withUnsafeBytes { unsafe self.read($0, read) }
    return true
  }

  /// Reads a string as UTF-8; nil if the next value is not a string.
  @inline(never)
  package mutating func embeddedText() -> [UInt8]? {
    space()
    if let bridge = activeBridge { return (try? bridge.string()).map { Array($0.utf8) } }
    guard position < end, at(position) == 0x22 else { return nil }
    failedAt = position
    var bytes: [UInt8] = []
    if unsafe withUnescapedText({ unsafe bytes = [UInt8]($1) }) { return bytes }
    // A string inside the text may be broken, which costs that string only.
    toleratesText = isLenient
    let text = text()
    toleratesText = false
    return text.map { self.bytes($0) }
  }

  /// Reads the text of the string at `failedAt`.
  @inline(__always)
  private mutating func read(
    _ text: UnsafeRawBufferPointer, _ read: (inout _JSONReader) -> Void
  ) {
    let start = failedAt
    let depth = depth
    let collectsFindings = collectsFindings
    let isLenient = isLenient
    let found = unsafe Self.reading(text) { reader -> EmbeddedResult? in
      reader.depth = depth
      reader.collectsFindings = collectsFindings
      reader.isLenient = isLenient
      read(&reader)
      let error = reader.takeError()
      // Most texts have neither an error nor anything to report.
      if error == nil, reader.sideState == nil { return nil }
      return EmbeddedResult(
        error: error, code: reader.failed, losesEvent: reader.losesEvent,
        findings: error == nil ? reader.findings() : [],
        faults: error == nil ? reader.faults() : []
      )
    }
    if let found { takeOver(found, at: start) }
  }

  /// What is left of reading JSON text inside a string, besides the value.
  private struct EmbeddedResult {
    var error: CallbackDecodingError?
    var code: DecodingErrorCode
    var losesEvent: Bool
    var findings: [Finding]
    var faults: [FieldFault]
  }

  /// Takes over the findings, the faults and the error of the text in a string.
  @inline(never)
  private mutating func takeOver(_ found: EmbeddedResult, at start: Int) {
    for finding in found.findings {
      report(
        finding.rule, finding.severity, at: start, finding.message, member: finding.path)
    }
    for fault in found.faults { takeOver(fault, at: start) }
    guard let error = found.error, failed == .none else { return }
    losesEvent = found.losesEvent
    ensureSideState().inner = error
    fail(found.code, at: start)
  }

  @inline(never)
  private mutating func reportString() { reportOtherType("an object", "a string", at: failedAt) }

  /// Handles a value that is not a string where one was expected: an object is reported or, if not accepted, an error.
  @inline(never)
  @usableFromInline
  package mutating func refuseNonString(unless types: _JSONTypes) {
    // An absent payload is read as an object without members.
    guard failed == .none, !isAbsent else { return }
    if types.contains(.object) {
      if bridge == nil { reportOtherType("a string with JSON", "an object", at: position) }
    } else if let bridge {
      do { _ = try bridge.string() } catch { fail(error, expected: .notString) }
    } else {
      fail(.notString)
    }
  }
}

// MARK: - Payloads as JSON text inside a string

@_spi(Generated)
extension _JSONReader {
  /// Reads any value; a string that contains a JSON object becomes that object.
  @inline(never)
  public mutating func rawEmbedded() -> RawJSON {
    let value = raw()
    guard failed == .none, let inner = value.embedded(isLenient: isLenient), inner.isObject else {
      return value
    }
    return inner
  }
}

// MARK: - Flattened objects

@_spi(Generated)
extension _JSONReader {
  /// Reports that members of an object were found in the enclosing one; returns `value`, the object to read them into.
  @inline(never)
  public mutating func flattened<T>(_ value: T, _ name: String) -> T {
    report(.flattened, .notice, at: position, "outside \"\(name)\", which is missing")
    return value
  }
}
