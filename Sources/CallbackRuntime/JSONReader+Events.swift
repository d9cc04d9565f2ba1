extension JSONReader {
  /// The next value is null.
  public var isAtNull: Bool {
    if position < end { return at(position) == 0x6e }
    return live?.isAtNull() ?? false
  }

  /// Remembers the place of the slot, to read the event later, and passes its value.
  @inline(never)
  public mutating func passSlot() -> EventSlot {
    if isAtNull {
      _ = takeNull()
      return EventSlot(place: .null)
    }
    let mark = mark()
    if bridge == nil { skip() }
    return EventSlot(place: .at(mark))
  }

  /// Reads the event in a slot, unless it was read already.
  ///
  /// An event whose slot is absent or null is read from an object without members, whose `raw()` is `.null`; an absent one
  /// is a finding.
  ///
  /// - Parameter path: the slot's path from the envelope's root.
  @inline(never)
  public mutating func readEvent(
    at slot: EventSlot, _ path: StaticString, _ read: (inout JSONReader) -> Void
  ) {
    guard failed == .none else { return }
    switch slot.place {
    case .read: break
    case .at(let place):
      let back = mark()
      go(to: place)
      read(&self)
      go(to: back)
    case .absent: readAbsent(path, isFinding: true, read)
    case .null: readAbsent(path, isFinding: false, read)
    }
  }

  private mutating func readAbsent(
    _ path: StaticString, isFinding: Bool, _ read: (inout JSONReader) -> Void
  ) {
    let origin = closedAt
    let nothing: [UInt8] = [0x7b, 0x7d]
    let (fault, wasAsked) = Self.reading(nothing) { reader -> (JSONFault?, Bool) in
      reader.isAbsent = true
      reader.book().prefix = path.description
      read(&reader)
      // An event that nobody knows is not asked for its members.
      return (reader.failed == .none ? nil : reader.located(), reader.position > 0)
    }
    if isFinding, wasAsked {
      note(.missing, .warning, at: origin, "missing", member: path.description)
    }
    if let fault {
      book().inner = fault
      fail(.missing, at: origin)
    }
  }

  /// Reads the field whose value the documentation fixes. Nothing is made of it; another value is a finding.
  @inline(never)
  public mutating func constant(_ expected: StaticString) {
    space()
    guard position < end, at(position) == 0x22 else { return passConstant("\"\(expected)\"") }
    let start = position
    guard let text = text(), isCollecting else { return }
    let value = string(text)
    if value != expected.description {
      note(.constant, .warning, at: start, "\"\(value)\" instead of \"\(expected)\"")
    }
  }

  /// Reads the field whose value the documentation fixes.
  @inline(never)
  public mutating func constant(_ expected: Int) {
    space()
    guard isCollecting, position < end, at(position) != 0x6e else {
      return passConstant("\(expected)")
    }
    let start = position
    let value = raw()
    if let wanted = RawJSON(number: "\(expected)"), value != wanted {
      note(.constant, .warning, at: start, "\(value) instead of \(expected)")
    }
  }

  /// Reads the field whose value the documentation fixes.
  @inline(never)
  public mutating func constant(_ expected: Bool) {
    space()
    guard isCollecting, position < end, at(position) != 0x6e else {
      return passConstant("\(expected)")
    }
    let start = position
    let value = raw()
    if value.description != "\(expected)" {
      note(.constant, .warning, at: start, "\(value) instead of \(expected)")
    }
  }

  private mutating func passConstant(_ expected: @autoclosure () -> String) {
    guard position < end else {
      // Without bytes there are no findings, and nothing to pass.
      if bridge == nil { fail(.syntax) }
      return
    }
    guard !takeNull() else { return }
    let start = position
    skip()
    note(.constant, .warning, at: start, "another value instead of \(expected())")
  }
}

// MARK: - JSON within a string

extension JSONReader {
  /// Reads a value that is JSON inside a string. A fault in there is one of the string, which an event can recover from.
  @inlinable
  mutating func embedded<T: CallbackObject>(_: T.Type) -> T? {
    guard let text = embeddedText() else { return nil }
    var value: T?
    readText(text) { value = T(reading: &$0) }
    return value
  }

  /// The text of a string, if that is what comes next.
  @inline(never)
  @usableFromInline
  mutating func embeddedText() -> [UInt8]? {
    space()
    if let bridge = live { return (try? bridge.string()).map { Array($0.utf8) } }
    guard position < end, at(position) == 0x22 else { return nil }
    failedAt = position
    return text().map { bytes($0) }
  }

  @inline(never)
  @usableFromInline
  mutating func readText(_ text: [UInt8], _ read: (inout JSONReader) -> Void) {
    // Where the string began, kept there by `embeddedText`.
    let start = failedAt
    let depth = depth
    let isCollecting = isCollecting
    let (fault, code, findings) = Self.reading(text) {
      reader -> (JSONFault?, FaultCode, [Finding]) in
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
    book().inner = fault
    fail(code, at: start)
  }

  /// The same where an object is documented: the string is a finding.
  @inlinable
  mutating func otherwiseEmbedded<T: CallbackObject>(_: T.Type) -> T? {
    guard let text = embeddedText() else { return nil }
    noteText()
    var value: T?
    readText(text) { value = T(reading: &$0) }
    return value
  }

  @inline(never)
  @usableFromInline
  mutating func noteText() { noteForm("an object", "a string", at: failedAt) }

  /// A string was expected; an object is one of the further forms, or a fault.
  @inline(never)
  @usableFromInline
  mutating func refuseText(unless forms: JSONForms) {
    guard failed == .none else { return }
    if forms.contains(.object) {
      if bridge == nil { noteForm("a string with JSON", "an object", at: position) }
    } else if let bridge {
      do { _ = try bridge.string() } catch { fail(error, expected: .notString) }
    } else {
      fail(.notString)
    }
  }
}
