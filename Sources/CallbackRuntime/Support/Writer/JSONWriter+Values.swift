// Values, without the name and the comma before them.

@_spi(Generated)
extension _JSONWriter {
  @inline(__always)
  mutating func put(_ value: String) {
    if let bridge { return bridge.put(value) }
    text(value)
  }

  @inline(never)
  mutating func put(_ value: StaticString) {
    if let bridge { return bridge.put(value.description) }
    value.withUTF8Buffer { unsafe string($0) }
  }

  @inline(never)
  mutating func put(_ value: Int) {
    if let bridge { return bridge.put(value) }
    if value < 0 { put(byte: 0x2d) }
    put(digits: UInt64(value.magnitude))
  }

  @usableFromInline
  mutating func put(_ value: Int64) {
    if let bridge { return bridge.put(any: value) }
    if value < 0 { put(byte: 0x2d) }
    put(digits: value.magnitude)
  }

  @usableFromInline
  mutating func put(_ value: UInt64) {
    if let bridge { return bridge.put(any: value) }
    put(digits: value)
  }

  @inline(never)
  mutating func put(_ value: Bool) {
    if let bridge { return bridge.put(value) }
    if value { put(plain: "true") } else { put(plain: "false") }
  }

  /// Writes the shortest text that decodes to the same number; infinity and NaN, which JSON cannot express, become `null`.
  @inline(never)
  mutating func put(_ value: Double) {
    if let bridge { return bridge.put(any: value) }
    guard value.isFinite else { return put(plain: "null") }
    var text = value.description
    text.withUTF8 { unsafe put(bytes: $0) }
  }

  /// Writes a whole value as received.
  @inline(never)
  public mutating func write(_ raw: RawJSON) {
    if let bridge { return bridge.put(any: raw) }
    put(json: raw.bytes)
    hasPrevious = true
  }
}
