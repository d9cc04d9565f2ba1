// Fields whose values may also have other JSON types than the documented one, which are reported.

@_spi(Generated)
extension _JSONReader {
  /// Reads a string.
  @inline(never)
  public mutating func read(_ value: inout String?, accepting types: _JSONTypes) {
    value = string(types)
  }

  /// Reads a required string.
  @inline(never)
  public mutating func read(_ value: inout String, accepting types: _JSONTypes) {
    if let found = string(types) { value = found } else { markAbsent() }
  }

  /// Reads a boolean.
  @inline(never)
  public mutating func read(_ value: inout Bool?, accepting types: _JSONTypes) {
    value = bool(types)
  }

  /// Reads a required boolean.
  @inline(never)
  public mutating func read(_ value: inout Bool, accepting types: _JSONTypes) {
    if let found = bool(types) { value = found } else { markAbsent() }
  }

  /// Reads an integer.
  @inline(never)
  public mutating func read(_ value: inout Int?, accepting types: _JSONTypes) {
    value = integer(types)
  }

  /// Reads a required integer.
  @inline(never)
  public mutating func read(_ value: inout Int, accepting types: _JSONTypes) {
    if let found = integer(types) { value = found } else { markAbsent() }
  }

  /// Reads a scalar: a number, a time, a code, a bit mask.
  @inlinable
  @inline(never)
  public mutating func read<T: _JSONScalar>(_ value: inout T?, accepting types: _JSONTypes) {
    value = T._readJSON(from: &self, accepting: types)
  }

  /// Reads a required scalar.
  @inlinable
  @inline(never)
  public mutating func read<T: _JSONScalar>(_ value: inout T, accepting types: _JSONTypes) {
    require(T._readJSON(from: &self, accepting: types), in: &value)
  }

  /// Reads any value as raw JSON.
  @inline(never)
  public mutating func read(_ value: inout RawJSON?, accepting types: _JSONTypes) {
    value = isNullOrFailed() ? nil : RawJSON._readJSON(from: &self, accepting: types)
  }

  /// Reads any value but `null` as raw JSON.
  @inline(never)
  public mutating func read(_ value: inout RawJSON, accepting types: _JSONTypes) {
    require(isNullOrFailed() ? nil : RawJSON._readJSON(from: &self, accepting: types), in: &value)
  }

  /// Reads an array of scalars; `types` applies to its elements.
  @inlinable
  public mutating func read<T: _JSONScalar>(_ value: inout [T]?, accepting types: _JSONTypes) {
    value = scalars(types)
  }

  /// Reads a required array of scalars.
  @inlinable
  public mutating func read<T: _JSONScalar>(_ value: inout [T], accepting types: _JSONTypes) {
    require(scalars(types), in: &value)
  }
}
