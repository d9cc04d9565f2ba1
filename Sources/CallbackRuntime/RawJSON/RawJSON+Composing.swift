extension RawJSON {
  /// The JSON string of a text.
  package init(string: String) {
    var writer = _JSONWriter()
    writer.put(string)
    self.init(unchecked: writer.bytes)
  }

  /// The JSON object of members, in their order.
  package init(members: [Member]) {
    var bytes: [UInt8] = [0x7b]
    for member in members {
      if bytes.count > 1 { bytes.append(0x2c) }
      bytes += RawJSON(string: member.name).bytes + [0x3a] + member.value.bytes
    }
    self.init(unchecked: bytes + [0x7d])
  }
}
