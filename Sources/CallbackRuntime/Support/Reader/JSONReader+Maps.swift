// Maps: objects whose member names are data. Order is not kept; of repeated names the first counts.

@_spi(Generated)
extension _JSONReader {
  /// Reads a map of scalars; `types` applies to its values.
  @inlinable
  public mutating func read<T: _JSONScalar>(
    _ value: inout [String: T]?, accepting types: _JSONTypes = []
  ) {
    value = map { T._readJSON(from: &$0, accepting: types) }
  }

  /// Reads a required map of scalars.
  @inlinable
  public mutating func read<T: _JSONScalar>(
    _ value: inout [String: T], accepting types: _JSONTypes = []
  ) {
    require(map { T._readJSON(from: &$0, accepting: types) }, in: &value)
  }

  /// Reads a map of objects.
  @inlinable
  public mutating func read<T: CallbackObject>(_ value: inout [String: T]?) {
    value = map { $0.object() }
  }

  /// Reads a required map of objects.
  @inlinable
  public mutating func read<T: CallbackObject>(_ value: inout [String: T]) {
    require(map { $0.object() }, in: &value)
  }

  /// Reads a map; nil for `null` and after an error. A value that `next` reads as nil is absent.
  @inlinable
  public mutating func map<T>(_ next: (inout _JSONReader) -> T?) -> [String: T]? {
    alternative { reader in
      var values: [String: T] = [:]
      var count = 0
      var nulls: Set<String> = []
      while let name = reader.nextName(&count) {
        if values[name] != nil || nulls.contains(name) {
          reader.skipRepeated()
        } else if let value = next(&reader) {
          values[name] = value
        } else {
          nulls.insert(name)
        }
      }
      return reader.isFailed ? nil : values
    }
  }
}

extension _JSONReader {
  /// Advances to the value of the next member of any name, and counts it in `count`, which starts at 0; nil at the end.
  @inline(never)
  @usableFromInline
  mutating func nextName(_ count: inout Int) -> String? {
    space()
    let byte = position < end ? at(position) : 0
    if count > 0 {
      if byte == 0x7d {
        position &+= 1
        depth &-= 1
        return nil
      }
      guard byte == 0x2c else {
        fail(.syntax)
        return nil
      }
      position &+= 1
    } else {
      guard byte == 0x7b else {
        fail(.notObject)
        return nil
      }
      guard depth < Self.maximumDepth else {
        fail(.depth)
        return nil
      }
      position &+= 1
      depth &+= 1
      space()
      if isAt(0x7d) {
        position &+= 1
        depth &-= 1
        return nil
      }
    }
    count &+= 1
    space()
    nameAt = position
    guard let key = text() else { return nil }
    colon()
    return string(key)
  }

  /// Skips the value of a name that the map has already.
  @inline(never)
  @usableFromInline
  mutating func skipRepeated() {
    report(.duplicateKey, .notice, at: nameAt, "repeated key; the first one counts")
    skip()
  }
}

@_spi(Generated)
extension _JSONWriter {
  /// Writes a map of scalars, sorted by name.
  @inlinable
  public mutating func write<T: _JSONScalar>(_ name: StaticString, _ values: [String: T]?) {
    map(name, values) { T._writeJSON($0, to: &$1) }
  }

  /// Writes a map of objects, sorted by name.
  @inlinable
  public mutating func write<T: CallbackObject>(_ name: StaticString, _ values: [String: T]?) {
    map(name, values) { $0._write(to: &$1) }
  }

  @inlinable
  mutating func map<T>(
    _ name: StaticString, _ values: [String: T]?, _ put: (T, inout _JSONWriter) -> Void
  ) {
    guard let values else { return }
    member(name)
    begin()
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      member(named: name)
      put(value, &self)
    }
    end()
  }
}

@_spi(Generated)
extension _ValidationContext {
  /// Reports a missing map, or the undocumented codes in it.
  public mutating func check<T: CodeTable>(
    _ name: StaticString, _ values: [String: T]?, expected: UInt64 = 0
  ) {
    guard let values else { return miss(name, expected) }
    each(name, values) { $0.check("", $1) }
  }

  /// Reports a missing map, or the undocumented bits of its values.
  public mutating func check<T: CodeFlags>(
    _ name: StaticString, _ values: [String: T]?, expected: UInt64 = 0
  ) {
    guard let values else { return miss(name, expected) }
    each(name, values) { $0.check("", $1) }
  }

  /// Reports a missing map, or validates its values.
  public mutating func check<T: DocumentedValue>(
    _ name: StaticString, _ values: [String: T]?, expected: UInt64 = 0
  ) {
    guard let values else { return miss(name, expected) }
    each(name, values) { $1._validate(in: &$0) }
  }

  private mutating func each<T>(
    _ name: StaticString, _ values: [String: T],
    _ check: (inout _ValidationContext, T) -> Void
  ) {
    inside(name) { context in
      for (name, value) in values.sorted(by: { $0.key < $1.key }) {
        context.enter(member: name)
        check(&context, value)
        context.leave()
      }
    }
  }
}
