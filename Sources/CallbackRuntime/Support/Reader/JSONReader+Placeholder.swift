@_spi(Generated)
extension _JSONReader {
  /// A placeholder for a required object before it is decoded; `close` fails if the object is missing.
  ///
  /// It is made by reading from a reader that has failed.
  @inlinable
  public static func placeholder<T: CallbackObject>(_: T.Type) -> T { failed { T(_reading: &$0) } }

  @usableFromInline
  static func failed<T>(_ read: (inout _JSONReader) -> T) -> T {
    reading([]) { reader in
      reader.fail(.syntax)
      return read(&reader)
    }
  }
}
