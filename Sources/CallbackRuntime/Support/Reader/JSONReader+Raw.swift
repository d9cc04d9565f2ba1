@_spi(Generated)
extension _JSONReader {
  /// The next value, whatever it is, as its own bytes; `.null` after a fault.
  @inline(never)
  public mutating func raw() -> RawJSON {
    space()
    if isAbsent { return .null }
    if let bridge = live { return bridgedRaw(bridge) }
    let start = position
    skip()
    guard failed == .none else { return .null }
    return RawJSON(unchecked: copy(at: start, count: position &- start))
  }

  /// Passes the next value.
  package mutating func skipValue() { _ = raw() }

  /// The value at a mark, as its own bytes, although it was read already; what was found in it is forgotten.
  public mutating func raw(at mark: Mark) -> RawJSON {
    let back = self.mark()
    go(to: mark)
    let value = raw()
    go(to: back)
    forgetNotes(since: mark)
    return value
  }

  private mutating func bridgedRaw(_ bridge: DecoderBridge) -> RawJSON {
    do { return try bridge.decode(RawJSON.self) } catch {
      if bridge.isNull() { return .null }
      // Nothing may be lost: when the decoder can't tell the value, no envelope forgives it.
      isSealed = failed == .none
      fail(error, expected: .notObject)
      return .null
    }
  }
}
