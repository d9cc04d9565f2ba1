/// Computes the paths of ascending byte offsets in one pass over a body.
struct PathWalk: ~Copyable {
  private enum Frame {
    /// An object with the key read last; nil before a key.
    case object(JSONText?)
    /// An array with the index of the current element.
    case list(Int)
  }

  private var reader: _JSONReader
  private var frames: [Frame] = []

  /// Creates a walk over the bytes of a reader at its start.
  init(_ reader: consuming _JSONReader) {
    self.reader = reader
    self.reader.toleratesText = true
  }

  /// The path of the value or the key at an offset, which must not be less than the offset of the previous call.
  mutating func path(to offset: Int) -> String {
    steps(to: offset).path
  }

  /// The steps to the value or the key at an offset, which must not be less than the offset of the previous call.
  mutating func steps(to offset: Int) -> [PathStep] {
    walk(to: offset)
    return frames.compactMap { frame in
      switch frame {
      case .list(let index): .element(index)
      case .object(let key?): .member(reader.string(key))
      case .object(nil): nil
      }
    }
  }

  private mutating func walk(to offset: Int) {
    while reader.position < reader.end, reader.position <= offset {
      let byte = reader.at(reader.position)
      if byte == 0x22 {
        guard let text = reader.text() else { return }
        if case .object(nil) = frames.last { frames[frames.count - 1] = .object(text) }
        continue
      }
      // The path of an object or array itself, not of its first member or element.
      if reader.position == offset, Self.structure.contains(byte) { return }
      reader.position += 1
      switch byte {
      case 0x7b: frames.append(.object(nil))
      case 0x5b: frames.append(.list(0))
      case 0x7d, 0x5d: _ = frames.popLast()
      case 0x2c:
        switch frames.popLast() {
        case .list(let index): frames.append(.list(index + 1))
        case .object: frames.append(.object(nil))
        case nil: break
        }
      default: break
      }
    }
  }

  /// The bytes that open, separate and close members and elements.
  private static let structure: [UInt8] = [0x7b, 0x5b, 0x7d, 0x5d, 0x2c]
}
