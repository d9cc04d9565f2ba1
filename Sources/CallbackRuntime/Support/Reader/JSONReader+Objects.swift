@_spi(Generated)
extension _JSONReader {
  /// Advances to the value of the next documented field, whose index is then `scope.field`; false at the end of the object.
  ///
  /// Unknown fields are skipped. Of repeated keys the first counts; of several spellings of one field, the one listed first in
  /// `names`.
  @inline(never)
  public mutating func nextField(_ scope: inout ObjectScope, _ names: FieldNames) -> Bool {
    if position < end {
      let byte = at(position)
      if byte == (scope.isOpen ? 0x2c : 0x7b) {
        if isAtNextField(&scope, names, from: position) { return true }
      } else if byte == 0x7d, scope.isOpen {
        position &+= 1
        depth &-= 1
        return false
      }
    }
    return findNextField(&scope, names)
  }

  /// Whether the next documented field follows, without white space in its key, for the first time; its key is then consumed.
  ///
  /// - Parameter start: the offset of the byte before the key's opening quote.
  @inline(__always)
  private mutating func isAtNextField(
    _ scope: inout ObjectScope, _ names: FieldNames, from start: Int
  ) -> Bool {
    let place = scope.next
    guard place < 64, place < names.documented, end &- start >= 8 else { return false }
    let token = names.token(place)
    guard (word(start) ^ token.head) & token.mask == 0 else { return false }
    let stop = start &+ token.count
    if token.count > 8 {
      guard stop <= end, word(stop &- 8) == token.tail else { return false }
      if token.count > 16 {
        guard word(start &+ 8) == token.middle else { return false }
        if token.count > 24, !isMiddle(of: place, names, from: start) { return false }
      }
    }
    let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: place)
    guard scope.seen & bit == 0 else { return false }
    if !scope.isOpen {
      guard depth < Self.maximumDepth else { return false }
      depth &+= 1
      scope.start = start
      scope.depth = depth
      scope.isOpen = true
    }
    position = stop
    scope.next = place &+ 1
    scope.seen |= bit
    scope.field = place
    field = place
    space()
    return true
  }

  /// Whether the bytes of a token between its first 16 and its last 8 are those at an offset.
  @inline(never)
  private mutating func isMiddle(of place: Int, _ names: FieldNames, from start: Int) -> Bool {
    // The name begins at the third byte of the token, and ends two bytes before its end.
    let between = 14..<names[place].length - 6
    return between.allSatisfy { names.byte(place, $0) == at(start + 2 + $0) }
  }

  /// Finds the next documented field, wherever it is in the object, and skips unknown ones.
  @inline(never)
  private mutating func findNextField(_ scope: inout ObjectScope, _ names: FieldNames) -> Bool {
    repeat {
      space()
      guard position < end else {
        if failed == .none || !recoverField(&scope, names) { return slowNextField(&scope, names) }
        continue
      }
      let byte = at(position)
      if scope.isOpen {
        if byte == 0x7d {
          position &+= 1
          depth &-= 1
          return false
        }
        guard byte == 0x2c else {
          fail(.syntax)
          return false
        }
        position &+= 1
        space()
      } else {
        guard byte == 0x7b else {
          refuseObject(scope)
          return false
        }
        scope.start = position
        position &+= 1
        depth &+= 1
        scope.depth = depth
        scope.isOpen = true
        guard depth <= Self.maximumDepth else {
          fail(.depth, at: scope.start)
          return false
        }
        space()
        if isAt(0x7d) {
          position &+= 1
          depth &-= 1
          return false
        }
      }
      // The next documented field after white space.
      if isAt(0x22), isAtNextField(&scope, names, from: position &- 1) { return true }
      guard let key = text() else { return false }
      if position < end, at(position) == 0x3a { position &+= 1 } else { colon() }
      space()
      let found = match(key, names, from: scope.next)
      if found >= 0 {
        let tag = names[found].tag
        // The documented spelling of one of the first 64 fields, for the first time.
        if tag < 64, scope.seen & 1 &<< UInt64(truncatingIfNeeded: tag) == 0 {
          scope.next = found &+ 1
          scope.seen |= 1 &<< UInt64(truncatingIfNeeded: tag)
          scope.field = tag
          field = tag
          return true
        }
        if acceptsOtherField(found, key, &scope, names) { return true }
      } else {
        unknown(key)
      }
    } while failed == .none
    return false
  }

  /// Ends an object and checks that fields were present; each field is a bit.
  ///
  /// The scope is passed as `inout`, so that generated code does not copy it.
  ///
  /// - Parameters:
  ///   - required: fields whose absence is the error `.missing`, at the opening brace.
  ///   - constants: fields with a documented constant, whose absence is reported.
  @inline(never)
  public mutating func close(
    _ scope: inout ObjectScope, _ names: FieldNames, required: UInt64, constants: UInt64
  ) {
    let wanted = required | constants
    if scope.seen & wanted != wanted || hasNulls || failed != .none {
      if failed == .none { slowClose(scope, names, [required], [constants]) }
    }
    closedAt = scope.start
  }

  /// Ends an object without required fields and constants.
  @inline(never)
  public mutating func close(_ scope: inout ObjectScope, _ names: FieldNames) {
    close(&scope, names, required: 0, constants: 0)
  }

  /// Ends an object without constants.
  @inline(never)
  public mutating func close(_ scope: inout ObjectScope, _ names: FieldNames, required: UInt64) {
    close(&scope, names, required: required, constants: 0)
  }

  /// Ends an object without required fields.
  @inline(never)
  public mutating func close(_ scope: inout ObjectScope, _ names: FieldNames, constants: UInt64) {
    close(&scope, names, required: 0, constants: constants)
  }

  /// Ends an object with more than 64 fields, and checks that fields were present; each word has the bits of 64 fields.
  @inline(never)
  public mutating func close(
    _ scope: inout ObjectScope, _ names: FieldNames, required: [UInt64], constants: [UInt64] = []
  ) {
    if failed == .none { slowClose(scope, names, required, constants) }
    closedAt = scope.start
  }

  private mutating func slowClose(
    _ scope: ObjectScope, _ names: FieldNames, _ required: [UInt64], _ constants: [UInt64]
  ) {
    var nulls: [(depth: Int, field: Int, error: FieldError?)] = []
    if hasNulls, let sideState {
      nulls = sideState.nulls.filter { $0.depth == scope.depth }
      sideState.nulls.removeAll { $0.depth >= scope.depth }
      hasNulls = !sideState.nulls.isEmpty
    }
    func absent(_ masks: [UInt64]) -> [Int] {
      masks.indices.flatMap { word -> [Int] in
        let found = nulls.reduce(scope.word(word)) { found, null in
          null.field >> 6 == word
            ? found & ~(1 &<< UInt64(truncatingIfNeeded: null.field)) : found
        }
        let absent = masks[word] & ~found
        return (0..<64).filter { absent & 1 &<< UInt64($0) != 0 }.map { word * 64 + $0 }
      }
    }
    let fields = absent(required)
    if let field = fields.first {
      losesEvent = isLenient
      if let error = nulls.first(where: { $0.error != nil && fields.contains($0.field) })?.error {
        return fail(again: error)
      }
      ensureSideState().missing = names.name(of: field)
      return fail(.missing, at: scope.start)
    }
    guard collectsFindings else { return }
    for field in absent(constants) {
      report(.missing, .warning, at: scope.start, "missing", member: names.name(of: field))
    }
  }
}

// MARK: - Names

// Functions that are not inlined into the fast path are `mutating` even if they change nothing: a borrowed reader would be
// copied to the stack for the call, and that load waits for the preceding store of `position`.

extension _JSONReader {
  /// The index of a key among the names, or -1.
  ///
  /// Most bodies have their members in the documented order, so that the search starts at the entry after the last match.
  @inline(__always)
  mutating func match(_ key: JSONText, _ names: FieldNames, from next: Int) -> Int {
    if key.isEscaped { return matchEscaped(key, names) }
    let length = key.count
    let start = key.start
    let first: UInt64
    var last: UInt64 = 0
    if length >= 8 {
      first = word(start)
      last = word(start &+ length &- 8)
    } else if length >= 4 {
      first = half(start)
      last = half(start &+ length &- 4)
    } else if length > 0 {
      first =
        UInt64(at(start)) | UInt64(at(start &+ length &>> 1)) &<< 8
        | UInt64(at(start &+ length &- 1)) &<< 16
    } else {
      first = 0
    }
    let count = names.count
    var place = next
    var left = count
    while left > 0 {
      if place >= count { place = 0 }
      if names.isEntry(place, first: first, last: last, length: length),
        length <= 16 || isSameBetween(key, names, place)
      {
        return place
      }
      place &+= 1
      left &-= 1
    }
    return -1
  }

  @inline(never)
  private mutating func isSameBetween(_ key: JSONText, _ names: FieldNames, _ place: Int) -> Bool {
    for index in 8..<key.count - 8 where names.byte(place, index) != at(key.start + index) {
      return false
    }
    return true
  }

  @inline(never)
  private mutating func matchEscaped(_ key: JSONText, _ names: FieldNames) -> Int {
    names.place(of: bytes(key))
  }

  @inline(never)
  private mutating func unknown(_ key: JSONText) {
    if besideDepth != 0, depth == Int(besideDepth), isBeside(bytes(key)) { return skip() }
    report(.unknownField, .notice, at: key.start - 1, "unknown field", depth: depth)
    collectOrSkip(key)
  }

  @inline(never)
  mutating func colon() {
    space()
    guard isAt(0x3a) else { return fail(.syntax) }
    position &+= 1
  }

  /// Handles a spelling other than the documented one, a repeated field, or a field after the first 64; true if its value
  /// is to be read.
  @inline(never)
  private mutating func acceptsOtherField(
    _ found: Int, _ key: JSONText, _ scope: inout ObjectScope, _ names: FieldNames
  ) -> Bool {
    let entry = names[found]
    if entry.isOther {
      report(
        .alias, .notice, at: key.start - 1,
        "another spelling of \"\(names.name(of: entry.field))\"")
    }
    let isLate = scope.contains(entry.field)
    if isLate || entry.isOther && isOverridden(found, &scope, names) {
      if isLate, !entry.isOther {
        report(.duplicateKey, .notice, at: key.start - 1, "repeated key; the first one counts")
      }
      skip()
      return false
    }
    scope.next = entry.field &+ 1
    scope.insert(entry.field)
    scope.field = entry.field
    field = entry.field
    return failed == .none
  }

  /// Whether the object has a preferred spelling of the field later on. The search runs once for each spelling.
  private mutating func isOverridden(
    _ found: Int, _ scope: inout ObjectScope, _ names: FieldNames
  ) -> Bool {
    let number = found - names.documented
    let bit: UInt64 = number < 64 ? 1 &<< UInt64(number) : 0
    if scope.overridden & bit != 0 { return true }
    guard hasPreferredSpellingLater(found, names) else { return false }
    scope.overridden |= bit
    return true
  }

  /// Searches the rest of the object for a spelling of the same field that is listed earlier in `names`.
  private mutating func hasPreferredSpellingLater(_ found: Int, _ names: FieldNames) -> Bool {
    let field = names[found].field
    let start = position
    let depth = depth
    skip()
    while failed == .none {
      space()
      guard isAt(0x2c) else { break }
      position &+= 1
      space()
      guard let key = text() else { break }
      let other = match(key, names, from: 0)
      if other >= 0, other < found, names[other].field == field {
        position = start
        self.depth = depth
        return true
      }
      colon()
      skip()
    }
    if failed == .none {
      position = start
      self.depth = depth
    }
    return false
  }
}

// MARK: - Slow paths

extension _JSONReader {
  /// Handles a value that is not an object where one was expected; in an envelope `null` counts as absent.
  @inline(never)
  private mutating func refuseObject(_ scope: ObjectScope) {
    if scope.isEnvelope, depth > 0, isAt(0x6e) {
      _ = consumeNull(isGroup: true)
    } else {
      isGroupBroken = scope.isEnvelope && depth > 0
      fail(.notObject)
    }
  }

  @inline(never)
  private mutating func slowNextField(_ scope: inout ObjectScope, _ names: FieldNames) -> Bool {
    if let bridge = activeBridge { return bridge.nextField(&scope, names, &self) }
    fail(.syntax)
    return false
  }
}
