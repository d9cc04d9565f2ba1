@_spi(Generated)
extension _JSONReader {
  /// An object to begin with, before anything was read: what a failed reader makes.
  ///
  /// Generated code needs one for a required object; whether it was there is asked at the end.
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
