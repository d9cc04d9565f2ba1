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
