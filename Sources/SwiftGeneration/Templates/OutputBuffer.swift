import CallbackSchema
import SchemaSource

/// A growing text in UTF-8, to which many short texts are appended. An array takes three times as long for each of them.
package struct OutputBuffer: ~Copyable {
  // More than most files need, so that few are copied; memory that is not written to is only reserved.
  private var bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 20)
  /// The number of bytes.
  private(set) var count = 0

  deinit { bytes.deallocate() }

  mutating func append(_ text: String) { text.withBytes { append($0) } }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    reserve(text.count)
    guard let source = text.baseAddress, let start = bytes.baseAddress else { return }
    (start + count).update(from: source, count: text.count)
    count += text.count
  }

  mutating func endLine() {
    reserve(1)
    bytes[count] = UInt8(ascii: "\n")
    count += 1
  }

  /// Appends a character some times.
  mutating func append(_ character: Unicode.Scalar, count: Int) {
    reserve(count)
    bytes[self.count..<self.count + count].update(repeating: UInt8(ascii: character))
    self.count += count
  }

  /// Removes what was appended after a number of bytes.
  mutating func truncate(to count: Int) { self.count = count }

  /// Calls a closure with the UTF-8 bytes.
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    body(UnsafeBufferPointer(rebasing: bytes[..<count]))
  }

  /// The text after a number of bytes.
  package func text(from start: Int = 0) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<count]), as: UTF8.self)
  }

  /// Whether the text after a number of bytes has a line break.
  func hasLineBreak(from start: Int) -> Bool {
    UnsafeBufferPointer(rebasing: bytes[start..<count]).contains("\n" as Unicode.Scalar)
  }

  private mutating func reserve(_ more: Int) {
    guard count + more > bytes.count else { return }
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(
      capacity: max(2 * bytes.count, count + more))
    _ = larger.update(fromContentsOf: bytes[..<count])
    bytes.deallocate()
    bytes = larger
  }
}
