extension StringProtocol {
  /// Calls a closure with the UTF-8 bytes, which are copied only if they are not contiguous.
  ///
  /// A loop over `utf8` takes many times as long for a byte.
  @inlinable
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    unsafe utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }
}
