import CallbackReceiver
import Foundation
import Testing

@Suite("Comparison of signatures")
struct ConstantTimeTests {
  /// Bytes that count how often one of them is read.
  private final class CountedBytes: RandomAccessCollection {
    let bytes: [UInt8]
    private(set) var reads = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var startIndex: Int { 0 }
    var endIndex: Int { bytes.count }

    subscript(index: Int) -> UInt8 {
      reads += 1
      return bytes[index]
    }
  }

  @Test("Every byte is read once, wherever the first difference is")
  func reads() {
    let text = Array("6d3320c60b11101395b7fc8f9068748808a0aa1bfa064438e39d1bc2c7d74d99".utf8)
    for place in text.indices {
      var other = text
      other[place] ^= 1
      let (one, two) = (CountedBytes(text), CountedBytes(other))
      #expect(!isEqualInConstantTime(one, two))
      #expect(one.reads == text.count && two.reads == text.count, "difference at \(place)")
    }
    #expect(isEqualInConstantTime(text, text))
    #expect(!isEqualInConstantTime(text, Array(text.dropLast())))
  }
}
