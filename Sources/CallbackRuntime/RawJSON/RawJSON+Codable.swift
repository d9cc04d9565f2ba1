extension RawJSON: Codable {
  /// Decodes a value of any kind.
  ///
  /// A decoder does not report the order of members and the spelling of numbers, so both may change; the meaning does not. A
  /// number that is neither a 64-bit integer nor a `Double` is rounded or refused by the decoder.
  ///
  /// - Throws: the error of the decoder.
  public init(from decoder: any Decoder) throws {
    var writer = _JSONWriter()
    try Self.copy(decoder, to: &writer)
    self.init(unchecked: writer.bytes)
  }

  /// Encodes the value.
  ///
  /// - Throws: the error of the encoder.
  public func encode(to encoder: any Encoder) throws {
    let bytes = bytes
    try _JSONReader.reading(bytes) { reader in
      reader.isLenient = true
      return Result { () throws in try Self.copy(&reader, to: encoder) }
    }.get()
  }
}

// MARK: - From a decoder

extension RawJSON {
  private static func copy(_ decoder: any Decoder, to writer: inout _JSONWriter) throws {
    guard decoder.codingPath.count <= _JSONReader.maximumDepth else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: "\(CallbackDecodingError.Problem.depth)"
        ))
    }
    if let container = try? decoder.container(keyedBy: WireKey.self) {
      writer.begin()
      for key in container.allKeys {
        let value = try container.decode(RawJSON.self, forKey: key)
        writer.member(named: key.stringValue)
        writer.write(value)
      }
      writer.end()
    } else if var container = try? decoder.unkeyedContainer() {
      writer.beginList()
      while !container.isAtEnd {
        let value = try container.decode(RawJSON.self)
        writer.element()
        writer.write(value)
      }
      writer.endList()
    } else {
      try copy(decoder.singleValueContainer(), to: &writer)
    }
  }

  private static func copy(
    _ container: any SingleValueDecodingContainer, to writer: inout _JSONWriter
  ) throws {
    if container.decodeNil() {
      writer.put(plain: "null")
    } else if let value = try? container.decode(String.self) {
      writer.put(value)
    } else if let value = try? container.decode(Bool.self) {
      writer.put(value)
    } else if let value = try? container.decode(Int64.self) {
      writer.put(value)
    } else if let value = try? container.decode(UInt64.self) {
      writer.put(value)
    } else {
      writer.put(try container.decode(Double.self))
    }
  }
}

// MARK: - To an encoder

extension RawJSON {
  private static func copy(_ reader: inout _JSONReader, to encoder: any Encoder) throws {
    reader.space()
    try copy(
      &reader, object: { encoder.container(keyedBy: WireKey.self) },
      list: { encoder.unkeyedContainer() }, scalar: { try $0.encode(to: encoder) })
  }

  /// Copies the next value: an object or an array into a container that is opened for it.
  private static func copy(
    _ reader: inout _JSONReader, object: () -> KeyedEncodingContainer<WireKey>,
    list: () -> any UnkeyedEncodingContainer, scalar: (any Encodable) throws -> Void
  ) throws {
    if reader.isAt(0x7b) {
      var container = object()
      try copy(&reader, into: &container)
    } else if reader.isAt(0x5b) {
      var container = list()
      try copy(&reader, into: &container)
    } else {
      try scalar(value(&reader))
    }
  }

  private static func copy(
    _ reader: inout _JSONReader, into container: inout KeyedEncodingContainer<WireKey>
  ) throws {
    var written: Set<[UInt8]> = []
    try reader.items(until: 0x7d) { reader in
      guard let text = reader.text() else { return }
      reader.colon()
      reader.space()
      // Of members with the same name the first one counts.
      guard written.insert(reader.bytes(text)).inserted else { return reader.skip() }
      let key = WireKey(reader.string(text))
      try copy(
        &reader, object: { container.nestedContainer(keyedBy: WireKey.self, forKey: key) },
        list: { container.nestedUnkeyedContainer(forKey: key) },
        scalar: { try container.encode($0, forKey: key) })
    }
  }

  private static func copy(
    _ reader: inout _JSONReader, into container: inout any UnkeyedEncodingContainer
  ) throws {
    try reader.items(until: 0x5d) { reader in
      try copy(
        &reader, object: { container.nestedContainer(keyedBy: WireKey.self) },
        list: { container.nestedUnkeyedContainer() }, scalar: { try container.encode($0) })
    }
  }

  /// Reads the next value of validated JSON, which is neither an object nor an array; nil for `null`.
  private static func value(_ reader: inout _JSONReader) -> any Encodable {
    let null = String?.none
    guard reader.position < reader.end else { return null }
    switch reader.at(reader.position) {
    case 0x22: return reader.repairedString()
    case 0x74, 0x66: return reader.bool([])
    case 0x6e:
      _ = reader.skipNull()
      return null
    default:
      let start = reader.position
      guard reader.number() else { return null }
      let text = reader.string(at: start, count: reader.position - start)
      if let value = Int64(text) { return value }
      if let value = UInt64(text) { return value }
      // Too large for a `Double`. An encoder rejects infinity with an error of its own.
      return Double(text) ?? .infinity
    }
  }
}
