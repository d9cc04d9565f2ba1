extension _JSONReader {
  /// Skips any value and validates its syntax.
  ///
  /// In a callback a string may contain text that is not valid Unicode. The key of a member may not.
  mutating func skip() {
    let before = toleratesText
    toleratesText = before || isLenient
    skipValue()
    toleratesText = before
  }

  /// It loops with a stack of its own, so that deep nesting cannot overflow the thread's.
  @inline(never)
  private mutating func skipValue() {
    var kinds = KindStack()
    space()
    while skipStart(&kinds) {
      // After a value: the next one, or the ends of the enclosing objects and arrays.
      while true {
        guard kinds.count > 0 else { return }
        space()
        guard position < end else { return fail(.syntax) }
        let byte = at(position)
        if byte == 0x2c {
          position &+= 1
          if kinds.isObject, !skipKey() { return }
          space()
          break
        }
        guard byte == (kinds.isObject ? 0x7d : 0x5d) else { return fail(.syntax) }
        position &+= 1
        depth &-= 1
        kinds.pop()
      }
    }
  }

  /// Skips a scalar, or the openings of objects and arrays up to the first scalar; false after an error.
  private mutating func skipStart(_ kinds: inout KindStack) -> Bool {
    while position < end {
      let byte = at(position)
      switch byte {
      case 0x22: return text() != nil
      case 0x2d, 0x30...0x39: return number()
      case 0x74, 0x66: return literal() != nil
      case 0x6e: return skipNull()
      case 0x7b, 0x5b:
        guard depth < Self.maximumDepth else {
          fail(.depth)
          return false
        }
        depth &+= 1
        kinds.push(isObject: byte == 0x7b)
        position &+= 1
        space()
        if isAt(byte &+ 2) {
          position &+= 1
          depth &-= 1
          kinds.pop()
          return true
        }
        if byte == 0x7b, !skipKey() { return false }
        space()
      default:
        fail(.syntax)
        return false
      }
    }
    fail(.syntax)
    return false
  }

  private mutating func skipKey() -> Bool {
    space()
    guard text() != nil else { return false }
    colon()
    return failed == .none
  }

  /// Reads `true` or `false`; nil after an error.
  mutating func literal() -> Bool? {
    if end &- position >= 4 {
      let word = half(position)
      if word == 0x6575_7274 {
        position &+= 4
        return true
      }
      if word == 0x736c_6166, end &- position >= 5, at(position &+ 4) == 0x65 {
        position &+= 5
        return false
      }
    }
    fail(.syntax)
    return nil
  }

  /// Skips `null`; false after an error.
  mutating func skipNull() -> Bool {
    guard end &- position >= 4, half(position) == 0x6c6c_756e else {
      fail(.syntax)
      return false
    }
    position &+= 4
    return true
  }

  /// Skips a number by the grammar of JSON; false after an error.
  @inline(never)
  mutating func number() -> Bool {
    let start = position
    if isAt(0x2d) { position &+= 1 }
    let first = position
    guard skipDigits(), position &- first == 1 || at(first) != 0x30 else {
      return refuseNumber(start)
    }
    if isAt(0x2e) {
      position &+= 1
      guard skipDigits() else { return refuseNumber(start) }
    }
    if isAt(0x65) || isAt(0x45) {
      position &+= 1
      if isAt(0x2b) || isAt(0x2d) { position &+= 1 }
      guard skipDigits() else { return refuseNumber(start) }
    }
    return true
  }

  private mutating func skipDigits() -> Bool {
    let start = position
    while position < end, at(position) &- 0x30 <= 9 { position &+= 1 }
    return position > start
  }

  private mutating func refuseNumber(_ start: Int) -> Bool {
    // If the JSON text ended, the error is at its end and not at the number.
    if position < end { position = start }
    fail(.syntax)
    return false
  }
}

/// A stack of the open objects and arrays, one bit each; up to 64 of them need no allocation.
private struct KindStack {
  private var bits: UInt64 = 0
  private var full: [UInt64] = []
  private(set) var count = 0

  /// Whether the innermost one is an object.
  var isObject: Bool { bits & 1 == 1 }

  mutating func push(isObject: Bool) {
    if count > 0, count & 63 == 0 {
      full.append(bits)
      bits = 0
    }
    bits = bits &<< 1 | (isObject ? 1 : 0)
    count += 1
  }

  mutating func pop() {
    bits &>>= 1
    count -= 1
    if count > 0, count & 63 == 0, let last = full.popLast() { bits = last }
  }
}
