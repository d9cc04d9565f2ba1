// What generated code calls for a field. A null, or (in an envelope) a value that can't be read, leaves an optional field
// nil; a field that can't be nil keeps its blank, and counts as absent.

@_spi(Generated)
extension _JSONReader {
  /// Reads a string.
  @inline(never)
  public mutating func read(_ value: inout String?, accepting types: _AcceptedJSONTypes = []) {
    value = string(types)
  }

  /// Reads a string that can't be nil.
  @inline(never)
  public mutating func read(_ value: inout String, accepting types: _AcceptedJSONTypes = []) {
    if let found = string(types) { value = found } else { refuseNull() }
  }

  /// Reads true or false.
  @inline(never)
  public mutating func read(_ value: inout Bool?, accepting types: _AcceptedJSONTypes = []) {
    value = bool(types)
  }

  /// Reads true or false, which can't be nil.
  @inline(never)
  public mutating func read(_ value: inout Bool, accepting types: _AcceptedJSONTypes = []) {
    if let found = bool(types) { value = found } else { refuseNull() }
  }

  /// Reads an integer.
  @inline(never)
  public mutating func read(_ value: inout Int?, accepting types: _AcceptedJSONTypes = []) {
    value = integer(types)
  }

  /// Reads an integer that can't be nil.
  @inline(never)
  public mutating func read(_ value: inout Int, accepting types: _AcceptedJSONTypes = []) {
    if let found = integer(types) { value = found } else { refuseNull() }
  }

  /// Reads a scalar: a number, a time, a code, flags, raw JSON.
  @inlinable
  public mutating func read<T: _JSONScalar>(
    _ value: inout T?, accepting types: _AcceptedJSONTypes = []
  ) {
    value = T._readJSON(from: &self, accepting: types)
  }

  /// Reads a scalar that can't be nil.
  @inlinable
  public mutating func read<T: _JSONScalar>(
    _ value: inout T, accepting types: _AcceptedJSONTypes = []
  ) {
    if let found = T._readJSON(from: &self, accepting: types) {
      value = found
    } else {
      refuseNull()
    }
  }

  /// Reads any value, as its own bytes.
  @inline(never)
  public mutating func read(_ value: inout RawJSON?, accepting types: _AcceptedJSONTypes = []) {
    value = isNothing() ? nil : RawJSON._readJSON(from: &self, accepting: types)
  }

  /// Reads any value but null, as its own bytes.
  @inline(never)
  public mutating func read(_ value: inout RawJSON, accepting types: _AcceptedJSONTypes = []) {
    if !isNothing(), let found = RawJSON._readJSON(from: &self, accepting: types) {
      value = found
    } else {
      refuseNull()
    }
  }

  /// Reads a list of scalars; `types` are those of its elements.
  @inlinable
  public mutating func read<T: _JSONScalar>(
    _ value: inout [T]?, accepting types: _AcceptedJSONTypes = []
  ) {
    value = scalars(types)
  }

  /// Reads a list of scalars that can't be nil.
  @inlinable
  public mutating func read<T: _JSONScalar>(
    _ value: inout [T], accepting types: _AcceptedJSONTypes = []
  ) {
    if let found: [T] = scalars(types) { value = found } else { refuseNull() }
  }

  /// Reads a time that is sent in either of two units, which its size tells apart.
  @inlinable
  public mutating func read<T: UnixTime>(
    _ value: inout T?, otherUnit: UnixTimeUnit, accepting types: _AcceptedJSONTypes = []
  ) {
    value = time(in: T.unit, otherwise: otherUnit, types).map { T(rawValue: $0) }
  }

  /// Reads a time that is sent in either of two units, which its size tells apart, and that can't be nil.
  @inlinable
  public mutating func read<T: UnixTime>(
    _ value: inout T, otherUnit: UnixTimeUnit, accepting types: _AcceptedJSONTypes = []
  ) {
    if let found = time(in: T.unit, otherwise: otherUnit, types) {
      value = T(rawValue: found)
    } else {
      refuseNull()
    }
  }

  /// Reads an object.
  @inlinable
  public mutating func read<T: CallbackObject>(_ value: inout T?) { value = object() }

  /// Reads an object that can't be nil.
  @inlinable
  public mutating func read<T: CallbackObject>(_ value: inout T) {
    if let found: T = object() { value = found } else { refuseNull() }
  }

  /// Reads a list of objects.
  @inlinable
  public mutating func read<T: CallbackObject>(_ value: inout [T]?) { value = objects() }

  /// Reads a list of objects that can't be nil.
  @inlinable
  public mutating func read<T: CallbackObject>(_ value: inout [T]) {
    if let found: [T] = objects() { value = found } else { refuseNull() }
  }

  /// Reads a string that holds several, parted by a separator.
  @inline(never)
  public mutating func read(
    _ value: inout SeparatedList?, separator: String, accepting types: _AcceptedJSONTypes = []
  ) {
    value = string(types).map { SeparatedList(rawValue: $0, separator: separator) }
  }

  /// Reads a string that holds several and can't be nil.
  @inline(never)
  public mutating func read(
    _ value: inout SeparatedList, separator: String, accepting types: _AcceptedJSONTypes = []
  ) {
    if let found = string(types) {
      value = SeparatedList(rawValue: found, separator: separator)
    } else {
      refuseNull()
    }
  }
}

// MARK: - Objects and lists

extension _JSONReader {
  /// True while the list has another element. Pass the same `count`, which starts at 0.
  @inline(never)
  @usableFromInline
  package mutating func nextElement(_ count: inout Int) -> Bool {
    space()
    guard position < end else {
      if let bridge = live { return bridge.nextElement(&count, &self) }
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
      guard depth < Self.deepest else {
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

  /// True when there is nothing to read: a null, which is passed, or a fault.
  @inline(never)
  @usableFromInline
  package mutating func isNothing() -> Bool {
    space()
    if position < end { return at(position) == 0x6e && takeNull() }
    return bridge == nil || failed != .none || takeNull()
  }

  @usableFromInline
  package var isFailed: Bool { failed != .none }

  /// A null among the elements of a list.
  @inline(never)
  @usableFromInline
  package mutating func refuseElement() { fail(.null, at: position &- 4) }

  @inlinable
  @inline(never)
  mutating func scalars<T: _JSONScalar>(_ types: _AcceptedJSONTypes) -> [T]? {
    guard !isNothing() else { return nil }
    var items: [T] = []
    var count = 0
    while nextElement(&count) {
      if let item = T._readJSON(from: &self, accepting: types) {
        items.append(item)
      } else {
        refuseElement()
      }
    }
    return isFailed ? nil : items
  }

  @inlinable
  @inline(never)
  mutating func objects<T: CallbackObject>() -> [T]? {
    guard !isNothing() else { return nil }
    var items: [T] = []
    var count = 0
    while nextElement(&count) {
      if count == 1 { items.reserveCapacity(4) }
      items.append(T(_reading: &self))
    }
    return isFailed ? nil : items
  }

  @inlinable
  @inline(never)
  mutating func object<T: CallbackObject>() -> T? {
    guard !isNothing() else { return nil }
    let value = T(_reading: &self)
    return isFailed ? nil : value
  }
}
