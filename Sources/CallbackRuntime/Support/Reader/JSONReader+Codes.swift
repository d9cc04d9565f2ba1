// Codes that are strings.

@_spi(Generated)
extension _JSONReader {
  /// Reads a code; nil for `null` and after an error. A documented code is found among the names by its bytes.
  ///
  /// - Parameter names: the raw values of the documented codes, in schema order.
  @inlinable
  public mutating func code<T: CodeTable>(
    _ names: FieldNames, accepting types: _JSONTypes
  ) -> T? where T.RawValue == String {
    let known = indexOfString(names)
    if known >= 0 { return T.allKnownCases[known] }
    return String._readJSON(from: &self, accepting: types).map(T.init(rawValue:))
  }

  /// Reads a string that is among the names, and returns its index; -1, with nothing consumed, for any other value.
  @inline(never)
  public mutating func indexOfString(_ names: FieldNames) -> Int {
    space()
    guard isAt(0x22) else { return -1 }
    let start = position
    guard let text = text() else { return -1 }
    let index = match(text, names, from: 0)
    if index < 0 { position = start }
    return index
  }
}
