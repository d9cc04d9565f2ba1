// Arrays whose elements may be `null`. Generated code calls these as it calls the functions for other arrays.

@_spi(Generated)
extension _JSONReader {
  /// Reads an array of scalars and nulls; `types` applies to its elements.
  @inlinable
  public mutating func read<T: _JSONScalar>(_ value: inout [T?]?, accepting types: _JSONTypes = [])
  {
    value = elementsOrNull { T._readJSON(from: &$0, accepting: types) }
  }

  /// Reads a required array of scalars and nulls.
  @inlinable
  public mutating func read<T: _JSONScalar>(_ value: inout [T?], accepting types: _JSONTypes = []) {
    require(elementsOrNull { T._readJSON(from: &$0, accepting: types) }, in: &value)
  }

  /// Reads an array of objects and nulls.
  @inlinable
  public mutating func read<T: CallbackObject>(_ value: inout [T?]?) {
    value = elementsOrNull { T(_reading: &$0) }
  }

  /// Reads a required array of objects and nulls.
  @inlinable
  public mutating func read<T: CallbackObject>(_ value: inout [T?]) {
    require(elementsOrNull { T(_reading: &$0) }, in: &value)
  }

  @inlinable
  mutating func elementsOrNull<T>(_ next: (inout _JSONReader) -> T?) -> [T?]? {
    list { reader -> T?? in reader.takesNull() ? .some(nil) : next(&reader).map { .some($0) } }
  }
}

@_spi(Generated)
extension _JSONWriter {
  /// Writes an array of scalars and nulls.
  @inlinable
  public mutating func write<T: _JSONScalar>(_ name: StaticString, _ value: [T?]?) {
    list(name, value) { element, writer in
      if let element { T._writeJSON(element, to: &writer) } else { writer.putNull() }
    }
  }

  /// Writes an array of objects and nulls.
  @inlinable
  public mutating func write<T: CallbackObject>(_ name: StaticString, _ value: [T?]?) {
    list(name, value) { element, writer in
      if let element { element._write(to: &writer) } else { writer.putNull() }
    }
  }
}

@_spi(Generated)
extension _ValidationContext {
  /// Reports a missing array, or the undocumented codes in it.
  public mutating func check<T: CodeTable>(
    _ name: StaticString, _ values: [T?]?, expected: UInt64 = 0
  ) {
    guard let values else { return miss(name, expected) }
    each(name, values) { context, code in if let code { context.checkCode("", code, 0) } }
  }

  /// Reports a missing array, or the undocumented bits of its elements.
  public mutating func check<T: CodeFlags>(
    _ name: StaticString, _ values: [T?]?, expected: UInt64 = 0
  ) {
    guard let values else { return miss(name, expected) }
    each(name, values) { context, mask in
      if let mask { context.bits("", mask.rawValue, documented: T.allKnown.rawValue) }
    }
  }

  /// Reports a missing array, or validates its elements.
  public mutating func check<T: DocumentedValue>(
    _ name: StaticString, _ values: [T?]?, expected: UInt64 = 0
  ) {
    guard let values else { return miss(name, expected) }
    each(name, values) { context, value in value?._validate(in: &context) }
  }
}
