package import Foundation

/// Reading into the memory of the caller: a `Data` would be copied.
extension FileHandle {
  /// Appends the next bytes, as many as are there up to a maximum; a pipe is not awaited until they are complete.
  ///
  /// - Returns: the number of bytes, 0 at the end.
  package func read(upTo maximum: Int, to buffer: inout [UInt8]) throws(POSIXError) -> Int {
    var count = 0
    var code: Int32 = 0
    buffer.append(addingCapacity: maximum) { output in
      output.withUnsafeMutableBufferPointer { bytes, filled in
        repeat {
          count = Foundation.read(fileDescriptor, bytes.baseAddress.map { $0 + filled }, maximum)
        } while count < 0 && errno == EINTR
        code = errno
        filled += max(0, count)
      }
    }
    guard count >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
    return count
  }

  /// The size of a block in bytes.
  private static let block = 1 << 16

  /// The size of the file in bytes; 0 if it is unknown, as for a pipe.
  private var size: Int {
    var status = stat()
    return fstat(fileDescriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The bytes from the current position to the end.
  package func readAll() throws(POSIXError) -> [UInt8] {
    var bytes: [UInt8] = []
    // One byte more than the size: the end is found without more memory.
    bytes.reserveCapacity(size > 0 ? size + 1 : Self.block)
    while true {
      let room = bytes.capacity - bytes.count
      if try read(upTo: room > 0 ? room : Self.block, to: &bytes) == 0 { return bytes }
    }
  }

  /// Whether the bytes from the current position to the end are those of a text.
  package func has(_ bytes: UnsafeBufferPointer<UInt8>) throws -> Bool {
    guard size == bytes.count else { return false }
    var block: [UInt8] = []
    var count = 0
    while try read(upTo: Self.block, to: &block) > 0 {
      guard let expected = bytes.baseAddress, count + block.count <= bytes.count,
        memcmp(block, expected + count, block.count) == 0
      else { return false }
      count += block.count
      block.removeAll(keepingCapacity: true)
    }
    return count == bytes.count
  }
}
