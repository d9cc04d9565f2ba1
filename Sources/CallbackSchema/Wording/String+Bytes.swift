extension String {
  /// Calls a closure with the UTF-8 bytes, which are copied only if they are not contiguous.
  ///
  /// A loop over `utf8` takes many times as long for a byte.
  @inlinable
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}
