extension _JSONReader {
  /// True, and the value is passed, when it is null, which is a finding; true after a fault too.
  @inline(never)
  mutating func takeNull() -> Bool {
    space()
    if let bridge = live { return bridge.isNull() }
    guard position < end else { return true }
    guard at(position) == 0x6e else { return false }
    let start = position
    if passNull() { note(.null, .notice, at: start, "null") }
    return true
  }

  /// A field that can't be nil was null: it counts as absent.
  @inline(never)
  @usableFromInline
  package mutating func refuseNull() {
    guard failed == .none else { return }
    let depth = bridge?.depth ?? depth
    madeSideState().nulls.append((depth, 1 &<< UInt64(truncatingIfNeeded: field)))
    hasNulls = true
  }

  mutating func noteForm(_ expected: StaticString, _ found: StaticString, at offset: Int) {
    note(.otherType, .notice, at: offset, "\(found) instead of \(expected)")
  }

  /// A string. Nil for a null, or after a fault.
  @inline(__always)
  mutating func string(_ types: _AcceptedJSONTypes) -> String? {
    space()
    guard position < end, at(position) == 0x22 else { return slowString(types) }
    guard let text = text() else { return nil }
    return string(text)
  }

  @inline(never)
  private mutating func slowString(_ types: _AcceptedJSONTypes) -> String? {
    if live != nil { return bridgedString(types) }
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
      _ = takeNull()
      return nil
    default:
      fail(.notString)
      return nil
    }
    skip()
    guard failed == .none else { return nil }
    noteForm("a string", found, at: start)
    return string(at: start, count: position &- start)
  }

  private mutating func bridgedString(_ types: _AcceptedJSONTypes) -> String? {
    guard let bridge = live else { return nil }
    do { return try bridge.string() } catch {
      if bridge.isNull() { return nil }
      if types.contains(.bool), let value = try? bridge.bool() { return value ? "true" : "false" }
      if types.contains(.number) {
        if let value = try? bridge.int64() { return String(value) }
        if let value = try? bridge.uint64() { return String(value) }
        if let value = try? bridge.double() { return String(value) }
      }
      if types.contains(.object), let value = try? bridge.decode(RawJSON.self), value.isObject {
        return value.description
      }
      fail(error, expected: .notString)
      return nil
    }
  }

  /// True or false. Nil for a null, or after a fault.
  @inline(__always)
  mutating func bool(_ types: _AcceptedJSONTypes) -> Bool? {
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
  private mutating func slowBool(_ types: _AcceptedJSONTypes) -> Bool? {
    if live != nil { return bridgedBool(types) }
    let start = position
    guard position < end else {
      fail(.notBoolean)
      return nil
    }
    switch at(position) {
    case 0x74, 0x66: return literal()
    case 0x22 where types.contains(.string):
      guard let text = text() else { return nil }
      if let value = Self.bool(in: string(text)) {
        noteForm("true or false", "a string", at: start)
        return value
      }
      fail(.notBoolean, at: start)
    case 0x30 where types.contains(.number), 0x31 where types.contains(.number):
      guard let value: UInt64 = narrowInteger([]) else { return nil }
      if value < 2 {
        noteForm("true or false", "a number", at: start)
        return value == 1
      }
      fail(.notBoolean, at: start)
    case 0x6e: _ = takeNull()
    default: fail(.notBoolean)
    }
    return nil
  }

  private mutating func bridgedBool(_ types: _AcceptedJSONTypes) -> Bool? {
    guard let bridge = live else { return nil }
    do { return try bridge.bool() } catch {
      if bridge.isNull() { return nil }
      if types.contains(.string), let text = try? bridge.string(), let value = Self.bool(in: text) {
        return value
      }
      if types.contains(.number), let value = try? bridge.int64(), value == 0 || value == 1 {
        return value == 1
      }
      fail(error, expected: .notBoolean)
      return nil
    }
  }

  private static func bool(in text: String) -> Bool? {
    switch text {
    case "true": true
    case "false": false
    default: nil
    }
  }
}
