// Generated code calls these for the fields of an object. `null`, and in an envelope a value of the wrong type, makes an
// optional field nil; a required field keeps its placeholder and counts as absent.
//
// They are not inlined into generated code, and the frequent ones have no default arguments, each of which is a call there.

@_spi(Generated)
extension _JSONReader {
  /// Reads a string.
  @inline(never)
  public mutating func read(_ value: inout String?) {
    let found = string([])
    // A property is nil before it is read. Where that is known, the compiler does not release a former string.
    if value == nil { value = found } else { value = found }
  }

  /// Reads a required string.
  @inline(never)
  public mutating func read(_ value: inout String) {
    if let found = string([]) { value = found } else { markAbsent() }
  }

  /// Reads a boolean.
  @inline(never)
  public mutating func read(_ value: inout Bool?) {
    value = bool([])
  }

  /// Reads a required boolean.
  @inline(never)
  public mutating func read(_ value: inout Bool) {
    if let found = bool([]) { value = found } else { markAbsent() }
  }

  /// Reads an integer.
  @inline(never)
  public mutating func read(_ value: inout Int?) {
    value = integer([])
  }

  /// Reads a required integer.
  @inline(never)
  public mutating func read(_ value: inout Int) {
    if let found = integer([]) { value = found } else { markAbsent() }
  }

  /// Reads a scalar: a number, a time, a code, a bit mask.
  @inlinable
  @inline(never)
  public mutating func read<T: _JSONScalar>(_ value: inout T?) {
    value = T._readJSON(from: &self, accepting: [])
  }

  /// Reads a required scalar.
  @inlinable
  @inline(never)
  public mutating func read<T: _JSONScalar>(_ value: inout T) {
    require(T._readJSON(from: &self, accepting: []), in: &value)
  }

  /// Reads any value as raw JSON.
  @inline(never)
  public mutating func read(_ value: inout RawJSON?) {
    value = isNullOrFailed() ? nil : RawJSON._readJSON(from: &self, accepting: [])
  }

  /// Reads any value but `null` as raw JSON.
  @inline(never)
  public mutating func read(_ value: inout RawJSON) {
    require(isNullOrFailed() ? nil : RawJSON._readJSON(from: &self, accepting: []), in: &value)
  }

  /// Reads an array of scalars; `types` applies to its elements.
  @inlinable
  public mutating func read<T: _JSONScalar>(_ value: inout [T]?) {
    value = scalars([])
  }

  /// Reads a required array of scalars.
  @inlinable
  public mutating func read<T: _JSONScalar>(_ value: inout [T]) {
    require(scalars([]), in: &value)
  }

  /// Reads a time that is sent in either of two units; its magnitude decides which.
  @inlinable
  public mutating func read<T: UnixTime>(
    _ value: inout T?, otherUnit: UnixTimeUnit, accepting types: _JSONTypes = []
  ) {
    value = time(in: T.unit, otherwise: otherUnit, types).map { T(rawValue: $0) }
  }

  /// Reads a required time that is sent in either of two units; its magnitude decides which.
  @inlinable
  public mutating func read<T: UnixTime>(
    _ value: inout T, otherUnit: UnixTimeUnit, accepting types: _JSONTypes = []
  ) {
    require(time(in: T.unit, otherwise: otherUnit, types).map(T.init), in: &value)
  }

  /// Reads an object.
  @inlinable
  public mutating func read<T: CallbackObject>(_ value: inout T?) { value = object() }

  /// Reads a required object.
  @inlinable
  public mutating func read<T: CallbackObject>(_ value: inout T) {
    require(object(), in: &value)
  }

  /// Reads an array of objects.
  @inlinable
  public mutating func read<T: CallbackObject>(_ value: inout [T]?) { value = objects() }

  /// Reads a required array of objects.
  @inlinable
  public mutating func read<T: CallbackObject>(_ value: inout [T]) {
    require(objects(), in: &value)
  }

  /// Reads a string of several items with a separator.
  @inline(never)
  public mutating func read(
    _ value: inout SeparatedList?, separator: String, accepting types: _JSONTypes = []
  ) {
    value = string(types).map { SeparatedList(rawValue: $0, separator: separator) }
  }

  /// Reads a required string of several items.
  @inline(never)
  public mutating func read(
    _ value: inout SeparatedList, separator: String, accepting types: _JSONTypes = []
  ) {
    require(string(types).map { SeparatedList(rawValue: $0, separator: separator) }, in: &value)
  }
}

// MARK: - Objects and arrays

extension _JSONReader {
  /// Assigns a value that was found, and otherwise records that the required field is absent.
  @inlinable
  @inline(__always)
  mutating func require<T>(_ found: T?, in value: inout T) {
    if let found { value = found } else { markAbsent() }
  }

  /// Advances to the next element of an array, and counts it in `count`, which starts at 0; false at the end.
  @inline(never)
  @usableFromInline
  package mutating func nextElement(_ count: inout Int) -> Bool {
    space()
    guard position < end else {
      if let bridge = activeBridge { return bridge.nextElement(&count, &self) }
      fail(.syntax)
      return false
    }
    let byte = at(position)
    if count > 0 {
      if byte == 0x5d {
        position &+= 1
        depth &-= 1
        return false
      }
      guard byte == 0x2c else {
        fail(.syntax)
        return false
      }
      position &+= 1
    } else {
      guard byte == 0x5b else {
        fail(.notArray)
        return false
      }
      guard depth < Self.maximumDepth else {
        fail(.depth)
        return false
      }
      position &+= 1
      depth &+= 1
      space()
      if isAt(0x5d) {
        position &+= 1
        depth &-= 1
        return false
      }
    }
    count &+= 1
    return true
  }

  /// Whether the next value is `null`, which is then skipped; also true after an error.
  @inline(never)
  @usableFromInline
  package mutating func isNullOrFailed() -> Bool {
    space()
    if position < end { return at(position) == 0x6e && consumeNull() }
    return bridge == nil || failed != .none || consumeNull()
  }

  @usableFromInline
  package var isFailed: Bool { failed != .none }

  /// Fails because of a `null` element that was just skipped.
  @inline(never)
  @usableFromInline
  package mutating func refuseNullElement() { fail(.null, at: position &- 4) }

  /// Reads an array; nil for `null` and after an error. An element that `next` reads as nil is an error.
  @inlinable
  @inline(__always)
  mutating func list<T>(_ next: (inout _JSONReader) -> T?) -> [T]? {
    guard !isNullOrFailed() else { return nil }
    var items: [T] = []
    var count = 0
    while nextElement(&count) {
      if count == 1 { items.reserveCapacity(4) }
      if let item = next(&self) { items.append(item) } else { refuseNullElement() }
    }
    return isFailed ? nil : items
  }

  @inlinable
  @inline(never)
  mutating func scalars<T: _JSONScalar>(_ types: _JSONTypes) -> [T]? {
    list { T._readJSON(from: &$0, accepting: types) }
  }

  @inlinable
  @inline(never)
  mutating func objects<T: CallbackObject>() -> [T]? { list { T(_reading: &$0) } }

  @inlinable
  @inline(never)
  mutating func object<T: CallbackObject>() -> T? {
    guard !isNullOrFailed() else { return nil }
    let value = T(_reading: &self)
    return isFailed ? nil : value
  }
}
