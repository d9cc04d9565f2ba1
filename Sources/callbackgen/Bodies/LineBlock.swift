import Foundation

/// Whole lines of a file, each with its line break; the last line of a file may lack it.
struct LineBlock: Sendable {
  /// The path of the file, or `<stdin>`.
  var source: String
  /// The number of the first line, counted from 1.
  var line: Int
  var bytes: ArraySlice<UInt8>

  /// The offset after a line, in `bytes`.
  ///
  /// - Parameter place: the offset of any of its bytes.
  func endOfLine(at place: Int) -> Int {
    bytes.withUnsafeBytes { whole in
      let first = bytes.startIndex
      let rest = UnsafeRawBufferPointer(rebasing: whole[(place - first)...])
      guard let start = rest.baseAddress, let found = memchr(start, 0x0a, rest.count) else {
        return bytes.endIndex
      }
      return place + (UnsafeRawPointer(found) - start) + 1
    }
  }

  /// The block in parts of whole lines, which several workers share.
  ///
  /// - Parameter size: the size in bytes from which a part ends with its line.
  func pieces(of size: Int) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var rest = bytes
    while rest.count > size {
      let end = endOfLine(at: rest.startIndex + size - 1)
      pieces.append(rest[..<end])
      rest = rest[end...]
    }
    return rest.isEmpty ? pieces : pieces + [rest]
  }
}

extension Span<UInt8> {
  /// The offset after the last byte of a range that is neither white space nor a control character; its start if there is none.
  func endWithoutSpace(of range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, self[end - 1] <= 0x20 { end -= 1 }
    return end
  }
}
