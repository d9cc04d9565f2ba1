@_spi(Generated)
extension _JSONReader {
  /// Whether the next value is `null`; it is not skipped.
  public var isAtNull: Bool {
    if position < end { return at(position) == 0x6e }
    return activeBridge?.isAtNull() ?? false
  }

  /// Skips the payload and returns its position, to read the event once the discriminator is known.
  @inline(never)
  public mutating func skipPayload() -> EventPosition {
    if isAtNull {
      _ = consumeNull(isKept: false)
      return EventPosition(place: .null)
    }
    let mark = mark()
    if bridge == nil { skip() }
    return EventPosition(place: .at(mark))
  }

  /// Reads the event from its payload, unless that was done already.
  ///
  /// An absent payload, which is reported, and `null` are read as an object without members; `raw()` is then `.null`.
  ///
  /// - Parameters:
  ///   - path: the path of the payload from the root of the body.
  ///   - isExpected: whether its absence is reported.
  @inline(never)
  public mutating func readEvent(
    at payload: EventPosition, _ path: String, isExpected: Bool = true,
    _ read: (inout _JSONReader) -> Void
  ) {
    guard failed == .none else { return }
    switch payload.place {
    case .read: break
    case .at(let place):
      let back = mark()
      go(to: place)
      read(&self)
      go(to: back)
    case .absent: readAbsent(path, isFinding: isExpected, read)
    case .null: readAbsent(path, isFinding: false, read)
    }
  }

  private mutating func readAbsent(
    _ path: String, isFinding: Bool, _ read: (inout _JSONReader) -> Void
  ) {
    let origin = closedAt
    let nothing: [UInt8] = [0x7b, 0x7d]
    let (error, wasAsked) = Self.reading(nothing) { reader -> (CallbackDecodingError?, Bool) in
      reader.isAbsent = true
      reader.ensureSideState().prefix = path
      read(&reader)
      // An undocumented event does not read members, and has no missing payload to report.
      return (reader.failed == .none ? nil : reader.located(), reader.position > 0)
    }
    if isFinding, wasAsked {
      report(.missing, .warning, at: origin, "missing", member: path)
    }
    if let error {
      ensureSideState().inner = error
      fail(.missing, at: origin)
    }
  }

  /// Reads a field with a documented constant. The value is not stored; another value than the constant is reported.
  @inline(never)
  public mutating func constant(_ expected: StaticString) { constant(text: expected.description) }

  /// Reads a field with a documented constant, as above.
  package mutating func constant(text expected: @autoclosure () -> String) {
    space()
    guard position < end, at(position) == 0x22 else { return skipConstant("\"\(expected())\"") }
    let start = position
    toleratesText = isLenient
    let text = text()
    toleratesText = false
    guard let text, collectsFindings else { return }
    let value = string(text)
    let wanted = expected()
    if value != wanted {
      report(.constant, .warning, at: start, "\"\(value)\" instead of \"\(wanted)\"")
    }
  }

  /// Reads a field with a documented constant, as above.
  @inline(never)
  public mutating func constant(_ expected: Int) { constant(raw: "\(expected)") }

  /// Reads a field with a documented constant, as above.
  @inline(never)
  public mutating func constant(_ expected: Bool) { constant(raw: "\(expected)") }

  private mutating func constant(raw expected: @autoclosure () -> String) {
    space()
    guard collectsFindings, position < end, at(position) != 0x6e else {
      return skipConstant(expected())
    }
    let start = position
    let value = raw()
    if let wanted = try? RawJSON(expected()), value != wanted {
      report(.constant, .warning, at: start, "\(value) instead of \(wanted)")
    }
  }

  private mutating func skipConstant(_ expected: @autoclosure () -> String) {
    guard position < end else {
      // A decoder reports no findings, and has nothing to skip.
      if bridge == nil { fail(.syntax) }
      return
    }
    if consumeNull(isKept: false) { return }
    let start = position
    skip()
    report(.constant, .warning, at: start, "another value instead of \(expected())")
  }
}
