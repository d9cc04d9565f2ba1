// Generated code calls these for the fields of an object. Nil writes nothing, neither name nor value.

@_spi(Generated)
extension _JSONWriter {
  /// Writes a string.
  @inline(never)
  public mutating func write(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    guard bridge == nil else {
      member(name)
      return put(value)
    }
    // Most members are strings: their names and values are written without another call.
    key(name)
    string(value)
  }

  /// Writes a boolean.
  @inline(never)
  public mutating func write(_ name: StaticString, _ value: Bool?) {
    guard let value else { return }
    member(name)
    put(value)
  }

  /// Writes an integer.
  @inline(never)
  public mutating func write(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    if bridge == nil { key(name) } else { member(name) }
    put(value)
  }

  /// Writes a field with a documented constant.
  @inline(never)
  public mutating func constant(_ name: StaticString, _ value: StaticString) {
    member(name)
    put(value)
  }

  /// Writes a field with a documented constant.
  @inline(never)
  public mutating func constant(_ name: StaticString, _ value: Int) { write(name, value) }

  /// Writes a field with a documented constant.
  @inline(never)
  public mutating func constant(_ name: StaticString, _ value: Bool) { write(name, value) }

  /// Writes the shortest text that decodes to the same number.
  ///
  /// JSON cannot express infinity and NaN: as bytes they are left out like nil; an encoder receives them and applies its own
  /// strategy.
  @inline(never)
  public mutating func write(_ name: StaticString, _ value: Double?) {
    guard let value, value.isFinite || bridge != nil else { return }
    member(name)
    put(value)
  }

  /// Writes raw JSON as received; `null` is left out.
  @inline(never)
  public mutating func write(_ name: StaticString, _ value: RawJSON?) {
    guard let value, !value.isNull else { return }
    member(name)
    write(value)
  }

  /// Writes a string of several items.
  @inline(never)
  public mutating func write(_ name: StaticString, _ value: SeparatedList?) {
    write(name, value?.rawValue)
  }

  /// Writes a scalar: a number, a time, a code, a bit mask.
  @inlinable
  public mutating func write<T: _JSONScalar>(_ name: StaticString, _ value: T?) {
    guard let value else { return }
    member(name)
    T._writeJSON(value, to: &self)
  }

  /// Writes an array of scalars; infinity and NaN become `null`.
  @inlinable
  public mutating func write<T: _JSONScalar>(_ name: StaticString, _ value: [T]?) {
    list(name, value) { T._writeJSON($0, to: &$1) }
  }

  /// Writes an object.
  @inlinable
  public mutating func write<T: CallbackObject>(_ name: StaticString, _ value: T?) {
    guard let value else { return }
    member(name)
    value._write(to: &self)
  }

  /// Writes an array of objects.
  @inlinable
  public mutating func write<T: CallbackObject>(_ name: StaticString, _ value: [T]?) {
    list(name, value) { $0._write(to: &$1) }
  }

  @inlinable
  @inline(__always)
  mutating func list<T>(
    _ name: StaticString, _ items: [T]?, _ put: (T, inout _JSONWriter) -> Void
  ) {
    guard let items else { return }
    member(name)
    elements(items, put)
  }

  @inlinable
  @inline(__always)
  mutating func elements<T>(_ items: [T], _ put: (T, inout _JSONWriter) -> Void) {
    beginList()
    for item in items {
      element()
      put(item, &self)
    }
    endList()
  }

  /// Writes an object as JSON text inside a string.
  @inlinable
  public mutating func writeEmbedded<T: CallbackObject>(_ name: StaticString, _ value: T?) {
    if let value { writeEmbedded(name) { value._write(to: &$0) } }
  }

  /// Writes what `write` writes as JSON text inside a string.
  @inline(never)
  @usableFromInline
  mutating func writeEmbedded(_ name: StaticString, _ write: (inout _JSONWriter) -> Void) {
    if bridge != nil {
      var text = _JSONWriter()
      write(&text)
      return self.write(name, String(decoding: text.bytes, as: UTF8.self))
    }
    member(name)
    embedding(write)
  }

  /// Writes raw JSON: an object as JSON text inside a string, any other value as received; `null` is left out.
  public mutating func writeEmbedded(_ name: StaticString, _ value: RawJSON) {
    guard value.isObject else { return write(name, value) }
    // With an encoder, what is not valid Unicode is replaced.
    if bridge != nil { return write(name, value.description) }
    member(name)
    put(text: value.bytes)
  }
}
