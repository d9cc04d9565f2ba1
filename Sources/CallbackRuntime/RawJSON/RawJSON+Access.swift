extension RawJSON {
  /// A member of an object.
  public struct Member: Hashable, Sendable {
    /// The name, unescaped.
    public var name: String
    /// The value as received.
    public var value: RawJSON

    /// Creates a member.
    public init(name: String, value: RawJSON) {
      self.name = name
      self.value = value
    }
  }

  /// Whether the value is an object.
  public var isObject: Bool { storage.first == 0x7b }

  /// Whether the value is an array.
  public var isArray: Bool { storage.first == 0x5b }

  /// The members of an object in the order sent, repeated names included; nil for any other value.
  public var members: [Member]? {
    guard isObject else { return nil }
    return _JSONReader.reading(bytes) { reader in
      reader.isLenient = true
      var members: [Member] = []
      reader.items(until: 0x7d) { reader in
        guard let key = reader.text() else { return }
        let name = reader.string(key)
        reader.colon()
        members.append(Member(name: name, value: reader.raw()))
      }
      return members
    }
  }

  /// The elements of an array; nil for any other value.
  public var elements: [RawJSON]? {
    guard isArray else { return nil }
    return _JSONReader.reading(bytes) { reader in
      reader.isLenient = true
      var elements: [RawJSON] = []
      reader.items(until: 0x5d) { elements.append($0.raw()) }
      return elements
    }
  }

  /// The content of a string, unescaped; nil for any other value, and for a string that is not valid Unicode.
  public var string: String? { storage.first == 0x22 ? scalar { $0.string([]) } : nil }

  /// The value of `true` or `false`; nil for any other value.
  public var bool: Bool? { scalar { $0.bool([]) } }

  /// An integer that fits `Int`, such as `7`, `7.0` or `7e0`; nil for any other value.
  public var int: Int? { isNumber ? scalar { $0.integer([]) } : nil }

  /// A number as the nearest `Double`; nil for any other value, and for a number out of range.
  public var double: Double? { isNumber ? scalar { $0.number([]) } : nil }

  /// The JSON value that a string contains as text; nil for any other value.
  func embedded(isLenient: Bool) -> RawJSON? {
    guard storage.first == 0x22 else { return nil }
    return _JSONReader.reading(bytes) { reader in
      reader.toleratesText = isLenient
      guard let text = reader.text() else { return nil }
      return _JSONReader.reading(reader.bytes(text)) { inner in
        inner.isLenient = isLenient
        let value = inner.raw()
        return inner.takeError() == nil ? value : nil
      }
    }
  }

  private var isNumber: Bool { storage.first.map { $0 == 0x2d || $0 &- 0x30 <= 9 } ?? false }

  private func scalar<T>(_ read: (inout _JSONReader) -> T?) -> T? {
    _JSONReader.reading(bytes) { reader in
      let value = read(&reader)
      return reader.failed == .none ? value : nil
    }
  }

  /// The value of the first member with a name; nil if there is none, or for a value that is not an object.
  public subscript(name: String) -> RawJSON? { members?.first { $0.name == name }?.value }

  /// The element at a position; nil if there is none, or for a value that is not an array.
  public subscript(position: Int) -> RawJSON? {
    guard let elements, elements.indices.contains(position) else { return nil }
    return elements[position]
  }
}

extension _JSONReader {
  /// Calls `read` at each member or element of an object or an array in validated JSON, and moves behind it.
  mutating func items(until close: UInt8, _ read: (inout _JSONReader) throws -> Void) rethrows {
    position += 1
    space()
    while failed == .none, !isAt(close) {
      if isAt(0x2c) { position += 1 }
      space()
      try read(&self)
      space()
    }
    position = min(position + 1, end)
  }
}
