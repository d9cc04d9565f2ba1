// A look inside: at the details of an event that nobody documented, say. Each look reads the text anew.

extension RawJSON {
  /// A member of an object.
  public struct Member: Hashable, Sendable {
    /// The name, unescaped.
    public var name: String
    /// The value, as it came.
    public var value: RawJSON

    /// A member.
    public init(name: String, value: RawJSON) {
      self.name = name
      self.value = value
    }
  }

  /// The members in their order, duplicates included; nil if this is no object.
  public var members: [Member]? {
    guard isObject else { return nil }
    return _JSONReader.reading(bytes) { reader in
      var members: [Member] = []
      reader.position += 1
      reader.space()
      while !reader.isAt(0x7d), let key = reader.text() {
        let name = reader.string(key)
        reader.colon()
        members.append(Member(name: name, value: reader.raw()))
        guard reader.passComma() else { break }
      }
      return members
    }
  }

  /// The elements; nil if this is no list.
  public var elements: [RawJSON]? {
    guard bytes.first == 0x5b else { return nil }
    return _JSONReader.reading(bytes) { reader in
      var elements: [RawJSON] = []
      reader.position += 1
      reader.space()
      while !reader.isAt(0x5d) {
        elements.append(reader.raw())
        guard reader.passComma() else { break }
      }
      return elements
    }
  }

  /// The text of a string, its escapes undone; nil if this is no string.
  public var text: String? {
    guard bytes.first == 0x22 else { return nil }
    return _JSONReader.reading(bytes) { reader in reader.text().map { reader.string($0) } }
  }

  /// The value of the first member of a name; nil if there is none, or if this is no object.
  public subscript(name: String) -> RawJSON? { members?.first { $0.name == name }?.value }
}

extension _JSONReader {
  /// Passes the comma before another element of a text that was checked; false where there is none.
  fileprivate mutating func passComma() -> Bool {
    space()
    guard isAt(0x2c) else { return false }
    position += 1
    space()
    return true
  }
}
