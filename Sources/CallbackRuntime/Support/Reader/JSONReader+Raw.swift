@_spi(Generated)
extension _JSONReader {
  /// Reads any value as raw JSON; `.null` after an error.
  @inline(never)
  public mutating func raw() -> RawJSON {
    space()
    if isAbsent { return .null }
    if let bridge = activeBridge { return bridgedRaw(bridge) }
    let start = position
    skip()
    guard failed == .none else { return .null }
    return RawJSON(unchecked: copy(at: start, count: position &- start))
  }

  /// Reads the value at a mark again as raw JSON, and discards the findings of the first reading.
  public mutating func raw(at mark: Mark) -> RawJSON {
    let back = self.mark()
    go(to: mark)
    let value = raw()
    go(to: back)
    discardFindings(since: mark)
    return value
  }

  /// Reads an object as raw JSON, with `.string` also from JSON text inside a string, which is reported; nil for `null` and
  /// after an error.
  @inline(never)
  mutating func rawObject(accepting types: _JSONTypes) -> RawJSON? {
    guard !isNullOrFailed() else { return nil }
    let start = position
    let value = raw()
    guard failed == .none else { return nil }
    if value.isObject { return value }
    if types.contains(.string), let inner = value.embedded(isLenient: isLenient), inner.isObject {
      if bridge == nil { reportOtherType("an object", "a string", at: start) }
      return inner
    }
    fail(.notObject, at: start)
    return nil
  }

  private mutating func bridgedRaw(_ bridge: DecoderBridge) -> RawJSON {
    do { return try bridge.decode(RawJSON.self) } catch {
      if bridge.isNull() { return .null }
      // Raw JSON must not be lost silently: an envelope does not recover from this error.
      isUnrecoverable = failed == .none
      fail(error, expected: .notObject)
      return .null
    }
  }
}
