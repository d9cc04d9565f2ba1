// What generated code calls for a field. A nil writes nothing.

@_spi(Generated)
extension _JSONWriter {
  /// Writes a string.
  @inline(never)
  public mutating func write(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    member(name)
    put(value)
  }

  /// Writes true or false.
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
    member(name)
    put(value)
  }

  /// Writes a constant.
  public mutating func constant(_ name: StaticString, _ value: String) { write(name, value) }

  /// Writes a constant.
  public mutating func constant(_ name: StaticString, _ value: Int) { write(name, value) }

  /// Writes a constant.
  public mutating func constant(_ name: StaticString, _ value: Bool) { write(name, value) }

  /// Writes a number, in the shortest text that reads as the same one.
  ///
  /// JSON has no text for infinities and for what is no number: as bytes they are not written, as if nil. An encoder gets
  /// them, and does what it was told to.
  @inline(never)
  public mutating func write(_ name: StaticString, _ value: Double?) {
    guard let value, value.isFinite || bridge != nil else { return }
    member(name)
    put(value)
  }

  /// Writes raw JSON, as it came. A null is not written.
  @inline(never)
  public mutating func write(_ name: StaticString, _ value: RawJSON?) {
    guard let value, !value.isNull else { return }
    member(name)
    write(value)
  }

  /// Writes a string that holds several.
  @inline(never)
  public mutating func write(_ name: StaticString, _ value: SeparatedList?) {
    write(name, value?.rawValue)
  }

  /// Writes a scalar: a number, a time, a code, flags.
  @inlinable
  public mutating func write<T: _JSONScalar>(_ name: StaticString, _ value: T?) {
    guard let value else { return }
    member(name)
    T._writeJSON(value, to: &self)
  }

  /// Writes a list of scalars. A number that JSON has no text for is a null there.
  @inlinable
  public mutating func write<T: _JSONScalar>(_ name: StaticString, _ value: [T]?) {
    guard let value else { return }
    member(name)
    beginList()
    for item in value {
      element()
      T._writeJSON(item, to: &self)
    }
    endList()
  }

  /// Writes an object.
  @inlinable
  public mutating func write<T: CallbackObject>(_ name: StaticString, _ value: T?) {
    guard let value else { return }
    member(name)
    value._write(to: &self)
  }

  /// Writes a list of objects.
  @inlinable
  public mutating func write<T: CallbackObject>(_ name: StaticString, _ value: [T]?) {
    guard let value else { return }
    member(name)
    beginList()
    for item in value {
      element()
      item._write(to: &self)
    }
    endList()
  }

  /// Writes an object as JSON inside a string.
  public mutating func writeEmbedded<T: CallbackObject>(_ name: StaticString, _ value: T?) {
    guard let value else { return }
    write(name, String(decoding: value.json(), as: UTF8.self))
  }

  /// Writes raw JSON: an object as JSON inside a string, anything else as it came. A null is not written.
  public mutating func writeEmbedded(_ name: StaticString, _ value: RawJSON) {
    if value.isObject { write(name, value.description) } else { write(name, value) }
  }
}
