// JSON within a string. Apart from the other objects, so that only types that need it pay for it.

@_spi(Generated)
extension _JSONReader {
  /// Reads an object; with `.string`, also one whose JSON is sent in a string.
  @inlinable
  public mutating func read<T: CallbackObject>(
    _ value: inout T?, accepting types: _AcceptedJSONTypes
  ) {
    guard !isNothing() else {
      value = nil
      return
    }
    value = T(_reading: &self, accepting: types)
    if isFailed { value = nil }
  }

  /// Reads an object that can't be nil; with `.string`, also one whose JSON is sent in a string.
  @inlinable
  public mutating func read<T: CallbackObject>(
    _ value: inout T, accepting types: _AcceptedJSONTypes
  ) {
    if isNothing() { refuseNull() } else { value = T(_reading: &self, accepting: types) }
  }

  /// Reads a list of objects; `types` are those of its elements.
  @inlinable
  public mutating func read<T: CallbackObject>(
    _ value: inout [T]?, accepting types: _AcceptedJSONTypes
  ) {
    value = objects(types)
  }

  /// Reads a list of objects that can't be nil; `types` are those of its elements.
  @inlinable
  public mutating func read<T: CallbackObject>(
    _ value: inout [T], accepting types: _AcceptedJSONTypes
  ) {
    if let found: [T] = objects(types) { value = found } else { refuseNull() }
  }

  @inlinable
  mutating func objects<T: CallbackObject>(_ types: _AcceptedJSONTypes) -> [T]? {
    guard !isNothing() else { return nil }
    var items: [T] = []
    var count = 0
    while nextElement(&count) { items.append(T(_reading: &self, accepting: types)) }
    return isFailed ? nil : items
  }

  /// Reads an object whose JSON is sent inside a string; with `.object`, also the object itself.
  @inlinable
  public mutating func readEmbedded<T: CallbackObject>(
    _ value: inout T?, accepting types: _AcceptedJSONTypes = []
  ) {
    value = isNothing() ? nil : T(embedded: &self, accepting: types)
    if isFailed { value = nil }
  }

  /// Reads an object whose JSON is sent inside a string and that can't be nil.
  @inlinable
  public mutating func readEmbedded<T: CallbackObject>(
    _ value: inout T, accepting types: _AcceptedJSONTypes = []
  ) {
    if isNothing() { refuseNull() } else { value = T(embedded: &self, accepting: types) }
  }
}

extension _JSONReader {
  /// Reads a value that is JSON inside a string. A fault in there is one of the string, which an event can recover from.
  @inlinable
  mutating func embedded<T: CallbackObject>(_: T.Type) -> T? {
    guard let text = embeddedText() else { return nil }
    var value: T?
    readText(text) { value = T(_reading: &$0) }
    return value
  }

  /// The text of a string, if that is what comes next.
  @inline(never)
  @usableFromInline
  package mutating func embeddedText() -> [UInt8]? {
    space()
    if let bridge = live { return (try? bridge.string()).map { Array($0.utf8) } }
    guard position < end, at(position) == 0x22 else { return nil }
    failedAt = position
    return text().map { bytes($0) }
  }

  @inline(never)
  @usableFromInline
  package mutating func readText(_ text: [UInt8], _ read: (inout _JSONReader) -> Void) {
    // Where the string began, kept there by `embeddedText`.
    let start = failedAt
    let depth = depth
    let isCollecting = isCollecting
    let (fault, code, findings) = Self.reading(text) {
      reader -> (CallbackDecodingError?, FaultCode, [Finding]) in
      reader.depth = depth
      reader.isCollecting = isCollecting
      read(&reader)
      let fault = reader.takeFault()
      return (fault, reader.failed, fault == nil ? reader.findings() : [])
    }
    for finding in findings {
      note(
        finding.rule, finding.severity, at: start, finding.message, member: finding.path)
    }
    guard let fault, failed == .none else { return }
    madeSideState().inner = fault
    fail(code, at: start)
  }

  /// The same where an object is documented: the string is a finding.
  @inlinable
  mutating func otherwiseEmbedded<T: CallbackObject>(_: T.Type) -> T? {
    guard let text = embeddedText() else { return nil }
    noteText()
    var value: T?
    readText(text) { value = T(_reading: &$0) }
    return value
  }

  @inline(never)
  @usableFromInline
  package mutating func noteText() { noteForm("an object", "a string", at: failedAt) }

  /// A string was expected; an object is one of the further forms, or a fault.
  @inline(never)
  @usableFromInline
  package mutating func refuseText(unless types: _AcceptedJSONTypes) {
    // What is not there is read as an object without members.
    guard failed == .none, !isAbsent else { return }
    if types.contains(.object) {
      if bridge == nil { noteForm("a string with JSON", "an object", at: position) }
    } else if let bridge {
      do { _ = try bridge.string() } catch { fail(error, expected: .notString) }
    } else {
      fail(.notString)
    }
  }
}

// MARK: - The event, as JSON within a string

@_spi(Generated)
extension _JSONReader {
  /// The next value: what a string holds, if that is an object, else the value as it stands.
  @inline(never)
  public mutating func rawEmbedded() -> RawJSON {
    let value = raw()
    guard failed == .none, let text = value.string, let inner = try? RawJSON(bytes: text.utf8),
      inner.isObject
    else { return value }
    return inner
  }
}

// MARK: - Objects whose members lie in what holds them

@_spi(Generated)
extension _JSONReader {
  /// Begins an object whose members were found beside the member that is documented to hold them.
  @inline(never)
  public mutating func flattened<T>(_ value: T, _ name: StaticString) -> T {
    noteFlattened(name.description)
    return value
  }

  /// The same with a name that is known at run time only.
  package mutating func noteFlattened(_ name: String) {
    note(.flattened, .notice, at: position, "not inside of \"\(name)\", which is not there")
  }
}
