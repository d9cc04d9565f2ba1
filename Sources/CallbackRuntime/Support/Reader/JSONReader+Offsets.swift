extension _JSONReader {
  /// The byte offsets of the values of a body, by path, up to the first error.
  package static func offsets(in body: [UInt8]) -> [String: Int] {
    reading(body) { reader in
      reader.isLenient = true
      var offsets: [String: Int] = [:]
      reader.addOffsets(at: "", to: &offsets)
      return offsets
    }
  }

  private mutating func addOffsets(at path: String, to offsets: inout [String: Int]) {
    space()
    // Of several members with one name, decoding uses the first.
    if offsets[path] == nil { offsets[path] = position }
    guard isAt(0x7b) || isAt(0x5b) else { return skip() }
    depth += 1
    guard depth <= Self.maximumDepth else { return fail(.depth) }
    if isAt(0x7b) {
      items(until: 0x7d) { reader in
        guard let key = reader.text() else { return }
        reader.colon()
        reader.addOffsets(at: path.appendingMember(reader.string(key)), to: &offsets)
      }
    } else {
      var index = 0
      items(until: 0x5d) { reader in
        reader.addOffsets(at: "\(path)[\(index)]", to: &offsets)
        index += 1
      }
    }
    depth -= 1
  }
}
