@_spi(Generated)
extension _JSONReader {
  /// The next value is null.
  public var isAtNull: Bool {
    if position < end { return at(position) == 0x6e }
    return live?.isAtNull() ?? false
  }

  /// Remembers the place of the payload, to read the event later, and passes its value.
  @inline(never)
  public mutating func skipPayload() -> EventPosition {
    if isAtNull {
      _ = takeNull()
      return EventPosition(place: .null)
    }
    let mark = mark()
    if bridge == nil { skip() }
    return EventPosition(place: .at(mark))
  }

  /// Reads the event in a payload, unless it was read already.
  ///
  /// An event whose payload is absent or null is read from an object without members, whose `raw()` is `.null`; an absent one
  /// is a finding.
  ///
  /// The path is the payload's, from the envelope's root.
  @inline(never)
  public mutating func readEvent(
    at payload: EventPosition, _ path: StaticString, _ read: (inout _JSONReader) -> Void
  ) {
    readEvent(at: payload, path: path.description, read)
  }

  /// The same with a path that is known at run time only.
  package mutating func readEvent(
    at payload: EventPosition, path: @autoclosure () -> String, _ read: (inout _JSONReader) -> Void
  ) {
    guard failed == .none else { return }
    switch payload.place {
    case .read: break
    case .at(let place):
      let back = mark()
      go(to: place)
      read(&self)
      go(to: back)
    case .absent: readAbsent(path(), isFinding: true, read)
    case .null: readAbsent(path(), isFinding: false, read)
    }
  }

  private mutating func readAbsent(
    _ path: String, isFinding: Bool, _ read: (inout _JSONReader) -> Void
  ) {
    let origin = closedAt
    let nothing: [UInt8] = [0x7b, 0x7d]
    let (fault, wasAsked) = Self.reading(nothing) { reader -> (CallbackDecodingError?, Bool) in
      reader.isAbsent = true
      reader.madeSideState().prefix = path
      read(&reader)
      // An event that nobody knows is not asked for its members.
      return (reader.failed == .none ? nil : reader.located(), reader.position > 0)
    }
    if isFinding, wasAsked {
      note(.missing, .warning, at: origin, "missing", member: path)
    }
    if let fault {
      madeSideState().inner = fault
      fail(.missing, at: origin)
    }
  }

  /// Reads the field whose value the documentation fixes. Nothing is made of it; another value is a finding.
  @inline(never)
  public mutating func constant(_ expected: StaticString) {
    constant(text: expected.description)
  }

  /// The same with a value that is known at run time only.
  package mutating func constant(text expected: @autoclosure () -> String) {
    space()
    guard position < end, at(position) == 0x22 else { return passConstant("\"\(expected())\"") }
    let start = position
    guard let text = text(), isCollecting else { return }
    let value = string(text)
    if value != expected() {
      note(.constant, .warning, at: start, "\"\(value)\" instead of \"\(expected())\"")
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
    if takeNull() { return }
    let start = position
    skip()
    note(.constant, .warning, at: start, "another value instead of \(expected())")
  }
}
