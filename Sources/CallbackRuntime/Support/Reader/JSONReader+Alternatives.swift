// Values of one of several types, which the JSON type of the value or a member of it selects.

/// The JSON type of a value.
@_spi(Generated)
public enum JSONValueType: Sendable {
  case string, number, bool, object, list
  /// `null`, or no value.
  case none
}

@_spi(Generated)
extension _JSONReader {
  /// Reads a value whose type depends on its content; nil for `null` and after an error.
  ///
  /// A decoder does not show the content before the type is known, so that its value is read as raw JSON first.
  @inlinable
  public mutating func alternative<T>(_ read: (inout _JSONReader) -> T?) -> T? {
    guard !isNullOrFailed() else { return nil }
    return isBridged ? throughRawJSON(read) : read(&self)
  }

  /// The JSON type of the next value, which is not read.
  public var nextType: JSONValueType {
    guard position < end else { return .none }
    return switch at(position) {
    case 0x22: .string
    case 0x2d, 0x30...0x39: .number
    case 0x74, 0x66: .bool
    case 0x7b: .object
    case 0x5b: .list
    default: .none
    }
  }

  /// The text of a string, a number or a boolean that the next value has as a member; nil without such a member.
  @inline(never)
  public mutating func selector(_ name: String) -> String? {
    // A reader of its own: an error in the members before is found when the value is read.
    var probe = rewound()
    probe.isLenient = isLenient
    probe.position = position
    probe.depth = depth
    var count = 0
    while let member = probe.nextName(&count) {
      probe.space()
      guard member == name else {
        probe.skip()
        continue
      }
      let start = probe.position
      switch probe.nextType {
      case .string: return probe.text().map { probe.string($0) }
      case .number, .bool:
        probe.skip()
        return probe.isFailed ? nil : probe.string(at: start, count: probe.position - start)
      case .object, .list, .none: return nil
      }
    }
    return nil
  }

  /// Reads a scalar.
  @inlinable
  public mutating func next<T: _JSONScalar>(accepting types: _JSONTypes = []) -> T? {
    T._readJSON(from: &self, accepting: types)
  }

  /// Reads an object.
  @inlinable
  public mutating func next<T: CallbackObject>() -> T? { object() }

  /// Reads an array of scalars; `types` applies to its elements.
  @inlinable
  public mutating func next<T: _JSONScalar>(accepting types: _JSONTypes = []) -> [T]? {
    scalars(types)
  }

  /// Reads an array of objects.
  @inlinable
  public mutating func next<T: CallbackObject>() -> [T]? { objects() }
}

extension _JSONReader {
  @usableFromInline
  var isBridged: Bool { bridge != nil }

  /// Reads the next value of a decoder as raw JSON, and that with a reader of its bytes.
  @usableFromInline
  mutating func throughRawJSON<T>(_ read: (inout _JSONReader) -> T?) -> T? {
    let steps = bridge?.steps ?? []
    let bytes = raw().bytes
    guard failed == .none else { return nil }
    let depth = depth
    let isLenient = isLenient
    let found = Self.reading(bytes) { reader in
      reader.depth = depth
      reader.isLenient = isLenient
      let value = read(&reader)
      let error = reader.takeError()
      return (
        value: value, error: error, code: reader.failed, losesEvent: reader.losesEvent,
        faults: error == nil ? reader.faults() : []
      )
    }
    for fault in found.faults { takeOver(fault, below: steps) }
    if let error = found.error {
      losesEvent = found.losesEvent
      ensureSideState().inner = error
      fail(found.code)
      return nil
    }
    return found.value
  }
}

@_spi(Generated)
extension _JSONWriter {
  /// Writes a scalar.
  @inlinable
  public mutating func write<T: _JSONScalar>(value: T) { T._writeJSON(value, to: &self) }

  /// Writes an object.
  @inlinable
  public mutating func write<T: CallbackObject>(value: T) { value._write(to: &self) }

  /// Writes an array of scalars.
  @inlinable
  public mutating func write<T: _JSONScalar>(value: [T]) {
    elements(value) { T._writeJSON($0, to: &$1) }
  }

  /// Writes an array of objects.
  @inlinable
  public mutating func write<T: CallbackObject>(value: [T]) {
    elements(value) { $0._write(to: &$1) }
  }
}
