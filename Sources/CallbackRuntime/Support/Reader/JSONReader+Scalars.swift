extension _JSONReader {
  /// Whether the next value is `null`, which is then skipped, reported and kept; also true at the end and after an error.
  ///
  /// - Parameters:
  ///   - isGroup: whether an object of the envelope is expected.
  ///   - isKept: whether the callback has the `null` in its faults.
  @inline(never)
  mutating func consumeNull(isGroup: Bool = false, isKept: Bool = true) -> Bool {
    space()
    if let bridge = activeBridge {
      guard bridge.isNull() else { return false }
      if isKept { keepNull(of: bridge, isGroup: isGroup) }
      return true
    }
    guard position < end else { return true }
    guard at(position) == 0x6e else { return false }
    let start = position
    guard skipNull() else { return true }
    report(.null, .notice, at: start, "null")
    if isKept { keepNull(at: start, isGroup: isGroup) }
    return true
  }

  /// Records that the current field is required and was `null`, so that `close` treats it as absent.
  @inline(never)
  @usableFromInline
  package mutating func markAbsent() {
    guard failed == .none else { return }
    let depth = bridge?.depth ?? depth
    ensureSideState().nulls.append((depth, field, nil))
    hasNulls = true
  }

  mutating func reportOtherType(_ expected: StaticString, _ found: StaticString, at offset: Int) {
    if isForm { return }
    report(.otherType, .notice, at: offset, "\(found) instead of \(expected)")
  }

  /// Reads a string; nil for `null` and after an error.
  @inline(__always)
  mutating func string(_ types: _JSONTypes) -> String? {
    space()
    guard position < end, at(position) == 0x22 else { return slowString(types) }
    guard let text = text() else { return nil }
    return string(text)
  }

  @inline(never)
  private mutating func slowString(_ types: _JSONTypes) -> String? {
    if activeBridge != nil { return bridgedString(types) }
    let start = position
    guard position < end else {
      fail(.notString)
      return nil
    }
    let found: StaticString
    switch at(position) {
    case 0x2d where types.contains(.number), 0x30...0x39 where types.contains(.number):
      found = "a number"
    case 0x74 where types.contains(.bool), 0x66 where types.contains(.bool):
      found = "true or false"
    case 0x7b where types.contains(.object): found = "an object"
    case 0x6e:
      _ = consumeNull()
      return nil
    default:
      fail(.notString)
      return nil
    }
    skip()
    guard failed == .none else { return nil }
    reportOtherType("a string", found, at: start)
    return string(at: start, count: position &- start)
  }

  private mutating func bridgedString(_ types: _JSONTypes) -> String? {
    guard let bridge = activeBridge else { return nil }
    do { return try bridge.string() } catch {
      if consumeNull() { return nil }
      if types.contains(.bool), let value = try? bridge.bool() { return value ? "true" : "false" }
      if types.contains(.number) {
        if let value = try? bridge.decode(Int64.self) { return String(value) }
        if let value = try? bridge.decode(UInt64.self) { return String(value) }
        if let value = try? bridge.decode(Double.self) { return String(value) }
      }
      if types.contains(.object), let value = try? bridge.decode(RawJSON.self), value.isObject {
        return value.description
      }
      fail(error, expected: .notString)
      return nil
    }
  }

  /// Reads a boolean; nil for `null` and after an error.
  @inline(__always)
  mutating func bool(_ types: _JSONTypes) -> Bool? {
    space()
    if end &- position >= 5 {
      let word = half(position)
      if word == 0x6575_7274 {
        position &+= 4
        return true
      }
      if word == 0x736c_6166, at(position &+ 4) == 0x65 {
        position &+= 5
        return false
      }
    }
    return slowBool(types)
  }

  @inline(never)
  private mutating func slowBool(_ types: _JSONTypes) -> Bool? {
    if activeBridge != nil { return bridgedBool(types) }
    let start = position
    guard position < end else {
      fail(.notBoolean)
      return nil
    }
    switch at(position) {
    case 0x74, 0x66: return literal()
    case 0x22 where types.contains(.string):
      guard let text = text() else { return nil }
      if isForm, text.count == 0 { return nil }
      if let value = Bool(string(text)) {
        reportOtherType("true or false", "a string", at: start)
        return value
      }
      fail(.notBoolean, at: start)
    case 0x30 where types.contains(.number), 0x31 where types.contains(.number):
      guard let value = integerBits([], width: 64, isSigned: false) else { return nil }
      if value < 2 {
        reportOtherType("true or false", "a number", at: start)
        return value == 1
      }
      fail(.notBoolean, at: start)
    case 0x6e: _ = consumeNull()
    default: fail(.notBoolean)
    }
    return nil
  }

  private mutating func bridgedBool(_ types: _JSONTypes) -> Bool? {
    guard let bridge = activeBridge else { return nil }
    do { return try bridge.bool() } catch {
      if consumeNull() { return nil }
      if types.contains(.string), let text = try? bridge.string(), let value = Bool(text) {
        return value
      }
      if types.contains(.number), let value = try? bridge.int(), value == 0 || value == 1 {
        return value == 1
      }
      fail(error, expected: .notBoolean)
      return nil
    }
  }
}
