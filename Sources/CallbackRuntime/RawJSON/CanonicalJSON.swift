/// A canonical encoding of a JSON value: members sorted by name, numbers as digits and an exponent.
///
/// Equal values have equal bytes, which are compared and hashed and are not JSON themselves. The loop keeps its own stack, so
/// that deep nesting cannot overflow the thread's.
struct CanonicalJSON {
  private struct Member {
    var key: [UInt8]
    /// The index in `bytes` at which the value begins.
    var start: Int
  }

  private enum Frame {
    case list
    /// The members so far, and the index in `bytes` at which the object begins.
    case object([Member], start: Int)
  }

  private(set) var bytes: [UInt8] = []
  private var frames: [Frame] = []

  /// Adds the next value of a reader over validated JSON.
  mutating func add(_ reader: inout _JSONReader) {
    repeat {
      reader.space()
      guard reader.position < reader.end else { return }
      let byte = reader.at(reader.position)
      switch byte {
      case 0x7b:
        reader.position += 1
        frames.append(.object([], start: bytes.count))
        reader.space()
        if !reader.isAt(0x7d) { addKey(&reader) }
      case 0x5b:
        reader.position += 1
        bytes.append(0x5b)
        frames.append(.list)
      case 0x2c:
        reader.position += 1
        if case .object = frames.last { addKey(&reader) }
      case 0x7d, 0x5d:
        reader.position += 1
        close()
      case 0x22: addText(&reader)
      case 0x2d, 0x30...0x39: addNumber(&reader)
      default:
        let start = reader.position
        reader.skip()
        bytes += reader.copy(at: start, count: reader.position - start)
        bytes.append(0x2c)
      }
    } while !frames.isEmpty && reader.failed == .none
  }

  private mutating func addKey(_ reader: inout _JSONReader) {
    reader.space()
    guard let key = reader.text(), case .object(var members, let start) = frames.popLast() else {
      return
    }
    members.append(Member(key: reader.bytes(key), start: bytes.count))
    frames.append(.object(members, start: start))
    reader.colon()
  }

  private mutating func addText(_ reader: inout _JSONReader) {
    guard let text = reader.text() else { return }
    add(reader.bytes(text))
  }

  /// Adds a string as its length and its bytes, which needs no escapes.
  private mutating func add(_ text: [UInt8]) {
    bytes += "\"\(text.count):".utf8
    bytes += text
  }

  private mutating func addNumber(_ reader: inout _JSONReader) {
    let start = reader.position
    guard reader.number() else { return }
    let text = reader.copy(at: start, count: reader.position - start)
    bytes += DecimalText(text).bytes
    bytes.append(0x2c)
  }

  private mutating func close() {
    switch frames.popLast() {
    case .list: bytes.append(0x5d)
    case .object(let members, let start): sort(members, from: start)
    case nil: break
    }
  }

  /// Sorts the members of an object by key; of members with equal keys the first is kept.
  private mutating func sort(_ members: [Member], from start: Int) {
    let values = Array(bytes[start...])
    bytes.removeLast(values.count)
    bytes.append(0x7b)
    let order = members.indices.sorted {
      let (one, other) = (members[$0].key, members[$1].key)
      return one == other ? $0 < $1 : one.lexicographicallyPrecedes(other)
    }
    var previous: [UInt8]?
    for index in order where members[index].key != previous {
      let member = members[index]
      let end = index + 1 < members.count ? members[index + 1].start : start + values.count
      add(member.key)
      bytes += values[member.start - start..<end - start]
      previous = member.key
    }
    bytes.append(0x7d)
  }
}
