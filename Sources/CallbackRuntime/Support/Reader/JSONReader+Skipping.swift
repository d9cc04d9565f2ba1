extension _JSONReader {
  /// Passes the next value, whatever it is, and checks it.
  ///
  /// A loop over a stack of bits, so that no nest overflows the thread's stack.
  @inline(never)
  mutating func skip() {
    var kinds = KindStack()
    space()
    while skipStart(&kinds) {
      // Behind a value: the next one, or the ends of what is around it.
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

  /// Passes a scalar, or the beginnings of objects and lists up to the first scalar; false after a fault.
  private mutating func skipStart(_ kinds: inout KindStack) -> Bool {
    while position < end {
      let byte = at(position)
      switch byte {
      case 0x22: return text() != nil
      case 0x2d, 0x30...0x39: return number()
      case 0x74, 0x66: return literal() != nil
      case 0x6e: return passNull()
      case 0x7b, 0x5b:
        guard depth < Self.deepest else {
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

  /// Passes `true` or `false`.
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

  /// Passes `null`.
  mutating func passNull() -> Bool {
    guard end &- position >= 4, half(position) == 0x6c6c_756e else {
      fail(.syntax)
      return false
    }
    position &+= 4
    return true
  }

  /// Passes a number, by the grammar of JSON.
  @inline(never)
  mutating func number() -> Bool {
    let start = position
    if isAt(0x2d) { position &+= 1 }
    let first = position
    guard passDigits(), position &- first == 1 || at(first) != 0x30 else {
      return refuseNumber(start)
    }
    if isAt(0x2e) {
      position &+= 1
      guard passDigits() else { return refuseNumber(start) }
    }
    if isAt(0x65) || isAt(0x45) {
      position &+= 1
      if isAt(0x2b) || isAt(0x2d) { position &+= 1 }
      guard passDigits() else { return refuseNumber(start) }
    }
    return true
  }

  private mutating func passDigits() -> Bool {
    let start = position
    while position < end, at(position) &- 0x30 <= 9 { position &+= 1 }
    return position > start
  }

  private mutating func refuseNumber(_ start: Int) -> Bool {
    // A number that the end of the text cuts off is not wrong, only short.
    if position < end { position = start }
    fail(.syntax)
    return false
  }
}

/// Objects and lists within each other, a bit each. Sixty-four of them need no memory of their own.
private struct KindStack {
  private var bits: UInt64 = 0
  private var full: [UInt64] = []
  private(set) var count = 0

  /// The innermost is an object.
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
