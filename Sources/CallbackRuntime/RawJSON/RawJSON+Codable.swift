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
      Result { () throws in try Self.copy(&reader, to: encoder) }
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
        if writer.hasPrevious { writer.put(byte: 0x2c) }
        writer.text(key.stringValue)
        writer.put(byte: 0x3a)
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
    if reader.isAt(0x7b) {
      var container = encoder.container(keyedBy: WireKey.self)
      try copy(&reader, into: &container)
    } else if reader.isAt(0x5b) {
      var container = encoder.unkeyedContainer()
      try copy(&reader, into: &container)
    } else {
      var container = encoder.singleValueContainer()
      switch scalar(&reader) {
      case .null: try container.encodeNil()
      case .string(let value): try container.encode(value)
      case .bool(let value): try container.encode(value)
      case .int(let value): try container.encode(value)
      case .uint(let value): try container.encode(value)
      case .double(let value): try container.encode(value)
      }
    }
  }

  private static func copy(
    _ reader: inout _JSONReader, into container: inout KeyedEncodingContainer<WireKey>
  ) throws {
    reader.position += 1
    reader.space()
    var written: Set<[UInt8]> = []
    while reader.failed == .none, !reader.isAt(0x7d) {
      if reader.isAt(0x2c) { reader.position += 1 }
      reader.space()
      guard let text = reader.text() else { return }
      reader.colon()
      reader.space()
      let key = WireKey(reader.string(text))
      if !written.insert(reader.bytes(text)).inserted {
        // Of members with the same name the first one counts.
        reader.skip()
      } else if reader.isAt(0x7b) {
        var inner = container.nestedContainer(keyedBy: WireKey.self, forKey: key)
        try copy(&reader, into: &inner)
      } else if reader.isAt(0x5b) {
        var inner = container.nestedUnkeyedContainer(forKey: key)
        try copy(&reader, into: &inner)
      } else {
        switch scalar(&reader) {
        case .null: try container.encodeNil(forKey: key)
        case .string(let value): try container.encode(value, forKey: key)
        case .bool(let value): try container.encode(value, forKey: key)
        case .int(let value): try container.encode(value, forKey: key)
        case .uint(let value): try container.encode(value, forKey: key)
        case .double(let value): try container.encode(value, forKey: key)
        }
      }
      reader.space()
    }
    reader.position = min(reader.position + 1, reader.end)
  }

  private static func copy(
    _ reader: inout _JSONReader, into container: inout any UnkeyedEncodingContainer
  ) throws {
    reader.position += 1
    reader.space()
    while reader.failed == .none, !reader.isAt(0x5d) {
      if reader.isAt(0x2c) { reader.position += 1 }
      reader.space()
      if reader.isAt(0x7b) {
        var inner = container.nestedContainer(keyedBy: WireKey.self)
        try copy(&reader, into: &inner)
      } else if reader.isAt(0x5b) {
        var inner = container.nestedUnkeyedContainer()
        try copy(&reader, into: &inner)
      } else {
        switch scalar(&reader) {
        case .null: try container.encodeNil()
        case .string(let value): try container.encode(value)
        case .bool(let value): try container.encode(value)
        case .int(let value): try container.encode(value)
        case .uint(let value): try container.encode(value)
        case .double(let value): try container.encode(value)
        }
      }
      reader.space()
    }
    reader.position = min(reader.position + 1, reader.end)
  }

  private enum Scalar {
    case null
    case string(String)
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
  }

  /// Reads the next value of validated JSON, which is neither an object nor an array.
  private static func scalar(_ reader: inout _JSONReader) -> Scalar {
    guard reader.position < reader.end else { return .null }
    switch reader.at(reader.position) {
    case 0x22: return .string(reader.string([]) ?? "")
    case 0x74, 0x66: return .bool(reader.bool([]) ?? false)
    case 0x6e:
      _ = reader.skipNull()
      return .null
    default:
      let start = reader.position
      guard reader.number() else { return .null }
      let text = reader.string(at: start, count: reader.position - start)
      if let value = Int64(text) { return .int(value) }
      if let value = UInt64(text) { return .uint(value) }
      // Too large for a `Double`. An encoder rejects infinity with an error of its own.
      return .double(Double(text) ?? .infinity)
    }
  }
}
