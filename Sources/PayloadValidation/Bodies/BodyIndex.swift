/// The byte offsets of the values of a body, by path, for findings without an offset.
///
/// The body should be valid JSON; otherwise the index ends at the first error.
public struct BodyIndex {
  private var places: [String: Int] = [:]
  private let bytes: [UInt8]
  private var position = 0

  public init(_ body: [UInt8]) {
    bytes = body
    value(at: "", depth: 0)
  }

  /// The byte offset of the value at a path; without one, of the innermost enclosing value.
  public func offset(of path: String) -> Int {
    var path = Substring(path)
    while true {
      if let place = places[String(path)] { return place }
      guard let cut = path.lastIndex(where: { $0 == "." || $0 == "[" }) else {
        return places[""] ?? 0
      }
      path = path[..<cut]
    }
  }

  private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func space() {
    while let byte, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 { position += 1 }
  }

  private mutating func take(_ expected: UInt8) -> Bool {
    space()
    guard byte == expected else { return false }
    position += 1
    return true
  }

  /// - Returns: whether the value is complete.
  @discardableResult private mutating func value(at path: String, depth: Int) -> Bool {
    space()
    // Of several members with one name, decoding uses the first.
    if places[path] == nil { places[path] = position }
    guard depth < 512, let byte else { return false }
    switch byte {
    case UInt8(ascii: "{"): return object(at: path, depth: depth)
    case UInt8(ascii: "["): return list(at: path, depth: depth)
    case UInt8(ascii: "\""): return text() != nil
    default:
      let start = position
      while let byte = self.byte, !",]} \n\r\t".utf8.contains(byte) { position += 1 }
      return position > start
    }
  }

  private mutating func object(at path: String, depth: Int) -> Bool {
    position += 1
    if take(UInt8(ascii: "}")) { return true }
    repeat {
      space()
      guard let name = text(), take(UInt8(ascii: ":")),
        value(at: path.isEmpty ? name : "\(path).\(name)", depth: depth + 1)
      else { return false }
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}"))
  }

  private mutating func list(at path: String, depth: Int) -> Bool {
    position += 1
    if take(UInt8(ascii: "]")) { return true }
    var index = 0
    repeat {
      guard value(at: "\(path)[\(index)]", depth: depth + 1) else { return false }
      index += 1
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]"))
  }

  /// The characters between two quotation marks, without unescaping.
  private mutating func text() -> String? {
    guard byte == UInt8(ascii: "\"") else { return nil }
    position += 1
    let start = position
    while let byte, byte != UInt8(ascii: "\"") { position += byte == UInt8(ascii: "\\") ? 2 : 1 }
    guard position < bytes.count else { return nil }
    position += 1
    return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
  }
}
