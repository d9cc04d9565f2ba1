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
  private var expectsKey = false

  /// Creates a walk over the bytes of a reader at its start.
  init(_ reader: consuming _JSONReader) { self.reader = reader }

  /// The path of the value or the key at an offset, which must not be less than the offset of the previous call.
  mutating func path(to offset: Int) -> String {
    walk(to: offset)
    var path = ""
    for frame in frames {
      switch frame {
      case .list(let index): path += "[\(index)]"
      case .object(let key?):
        if !path.isEmpty { path += "." }
        path += reader.string(key)
      case .object(nil): break
      }
    }
    return path
  }

  private mutating func walk(to offset: Int) {
    while reader.position < reader.end, reader.position <= offset {
      let place = reader.position
      switch reader.at(place) {
      case 0x7b, 0x5b:
        // The path of the object or array itself, not of its first member or element.
        if place == offset { return }
        let isObject = reader.at(place) == 0x7b
        frames.append(isObject ? .object(nil) : .list(0))
        expectsKey = isObject
        reader.position += 1
      case 0x7d, 0x5d:
        if place == offset { return }
        _ = frames.popLast()
        expectsKey = false
        reader.position += 1
      case 0x2c:
        if place == offset { return }
        switch frames.popLast() {
        case .list(let index): frames.append(.list(index + 1))
        case .object:
          frames.append(.object(nil))
          expectsKey = true
        case nil: break
        }
        reader.position += 1
      case 0x22:
        guard let text = reader.text() else { return }
        if expectsKey, case .object = frames.last {
          frames[frames.count - 1] = .object(text)
          expectsKey = false
        }
      default: reader.position += 1
      }
    }
  }
}
