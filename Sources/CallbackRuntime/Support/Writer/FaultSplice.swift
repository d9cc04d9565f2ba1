@_spi(Generated)
extension _JSONWriter {
  /// Writes a callback together with its broken fields, each at its place.
  ///
  /// - Parameter value: the callback without its faults.
  public mutating func write<T: CallbackObject>(_ value: T, restoring faults: [FieldFault]) {
    write(RawJSON(unchecked: FaultSplice(faults).applied(to: value.json())))
  }
}

/// The values of broken fields, arranged by their places in a body.
private final class FaultSplice {
  private var value: RawJSON?
  /// Whether the value replaces that of the body.
  private var replaces = false
  private var children: [PathStep: FaultSplice] = [:]
  /// The names of members in the order of the faults.
  private var names: [String] = []

  private init() {}

  init(_ faults: [FieldFault]) {
    for fault in faults {
      var place = self
      for step in fault.steps {
        if let child = place.children[step] {
          place = child
          continue
        }
        let child = FaultSplice()
        place.children[step] = child
        if case .member(let name) = step { place.names.append(name) }
        place = child
      }
      place.value = fault.json
      place.replaces = fault.isGroup
    }
  }

  /// JSON with the values added to it. A member that the JSON has already is not changed, except for objects of the envelope.
  func applied(to json: [UInt8]) -> [UInt8] {
    var writer = _JSONWriter()
    _JSONReader.reading(json) { reader in
      reader.isLenient = true
      copy(&reader, to: &writer)
    }
    return writer.bytes
  }

  /// Copies the next value of a reader, with the values added to it.
  private func copy(_ reader: inout _JSONReader, to writer: inout _JSONWriter) {
    reader.space()
    if children.isEmpty {
      writer.write(reader.raw())
    } else if reader.isAt(0x7b) {
      copyObject(&reader, to: &writer)
    } else if reader.isAt(0x5b) {
      writer.beginList()
      var index = 0
      reader.items(until: 0x5d) { reader in
        writer.element()
        (children[.element(index)] ?? FaultSplice()).copy(&reader, to: &writer)
        index += 1
      }
      writer.endList()
    } else if let text = reader.embeddedText() {
      // JSON text inside a string.
      writer.put(text: applied(to: text))
    } else {
      writer.write(reader.raw())
    }
  }

  private func copyObject(_ reader: inout _JSONReader, to writer: inout _JSONWriter) {
    var written: Set<String> = []
    writer.begin()
    reader.items(until: 0x7d) { reader in
      guard let key = reader.text() else { return }
      let name = reader.string(key)
      reader.colon()
      writer.member(named: name)
      written.insert(name)
      let child = children[.member(name)]
      if let child, child.replaces, let value = child.value {
        reader.skip()
        writer.write(value)
      } else {
        (child ?? FaultSplice()).copy(&reader, to: &writer)
      }
    }
    for name in names where !written.contains(name) {
      guard let value = children[.member(name)]?.value else { continue }
      writer.member(named: name)
      writer.write(value)
    }
    writer.end()
  }
}
