// Looking at the bytes of a text, eight at once: every text of a schema is looked at several times.

extension String {
  /// Whether the text is known to be on one line; false for any text that is not ASCII.
  package var isOnOneLine: Bool {
    unsafe withBytes { bytes in
      var isAfterSpace = true
      var offset = 0
      while offset + ByteWord.size <= bytes.count {
        let word = unsafe ByteWord(UnsafeRawBufferPointer(bytes), at: offset)
        let spaces = word.places(of: " ")
        // Shifted by a byte, the places of spaces are those after them.
        let afterSpaces = spaces << 8 | (isAfterSpace ? 0x80 : 0)
        guard word.others | word.controls | spaces & afterSpaces == 0 else { return false }
        isAfterSpace = spaces >> 63 == 1
        offset += ByteWord.size
      }
      while offset < bytes.count {
        let byte = unsafe bytes[offset]
        guard byte > 0x20 && byte < 0x80 || byte == 0x20 && !isAfterSpace else { return false }
        isAfterSpace = byte == 0x20
        offset += 1
      }
      return !isAfterSpace || bytes.isEmpty
    }
  }
}

extension String {
  /// The first sentence and the others, if the text is known to be on one line.
  package var firstSentence: (first: String, others: String)? {
    guard isOnOneLine else { return nil }
    let parts: (String, String)? = unsafe withBytes { bytes in
      let end = unsafe bytes.endOfFirstSentence
      guard end < bytes.count else { return nil }
      // One space follows.
      return unsafe (
        String(decoding: bytes[..<end], as: UTF8.self),
        String(decoding: bytes[(end + 1)...], as: UTF8.self)
      )
    }
    return parts ?? (self, "")
  }
}

extension StringProtocol {
  /// The end of the first sentence: after the first punctuation mark that white space follows.
  package var endOfFirstSentence: Index {
    utf8.index(startIndex, offsetBy: unsafe withBytes { unsafe $0.endOfFirstSentence })
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a character of ASCII is among the bytes.
  package func contains(_ character: Unicode.Scalar) -> Bool {
    var offset = 0
    while offset + ByteWord.size <= count {
      let word = unsafe ByteWord(UnsafeRawBufferPointer(self), at: offset)
      if word.places(of: character) != 0 { return true }
      offset += ByteWord.size
    }
    while offset < count {
      if unsafe self[offset] == UInt8(ascii: character) { return true }
      offset += 1
    }
    return false
  }

  /// The number of bytes of the first sentence.
  fileprivate var endOfFirstSentence: Int {
    var offset = 0
    while offset + ByteWord.size <= count {
      let word = unsafe ByteWord(UnsafeRawBufferPointer(self), at: offset)
      var marks = word.places(of: ".") | word.places(of: "!") | word.places(of: "?")
      while marks != 0 {
        let next = offset + marks.firstByte + 1
        if next < count, unsafe self[next].isWhiteSpace { return next }
        marks &= marks - 1
      }
      offset += ByteWord.size
    }
    while offset + 1 < count {
      let byte = unsafe self[offset]
      offset += 1
      let isMark = byte == 0x2E || byte == 0x21 || byte == 0x3F
      if isMark, unsafe self[offset].isWhiteSpace { return offset }
    }
    return count
  }
}

extension UInt8 {
  /// Whether it is a space, a line break or a tab.
  fileprivate var isWhiteSpace: Bool {
    self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D
  }
}
