/// Form-encoded text (`application/x-www-form-urlencoded`), converted to and from a JSON object of strings.
package enum FormText {
  /// The names and values as a JSON object, in their order.
  ///
  /// A percent sign that begins no byte stands for itself. The names and values are UTF-8; other bytes are an error of the JSON.
  package static func json(_ form: [UInt8]) -> [UInt8] {
    var json: [UInt8] = [0x7b]
    for pair in form.split(separator: 0x26) {
      if json.count > 1 { json.append(0x2c) }
      let name = pair.prefix { $0 != 0x3d }
      append(decoded(name), to: &json)
      json.append(0x3a)
      append(decoded(pair.dropFirst(name.count + 1)), to: &json)
    }
    json.append(0x7d)
    return json
  }

  /// A JSON object of single values as a form; members with other values, and `null`, are left out.
  package static func form(_ object: RawJSON) -> [UInt8] {
    var form: [UInt8] = []
    for member in object.members ?? [] {
      let value = member.value
      guard !value.isNull, !value.isObject, value.elements == nil else { continue }
      if !form.isEmpty { form.append(0x26) }
      append(Array(member.name.utf8), encodedTo: &form)
      form.append(0x3d)
      append(Array((value.string ?? value.description).utf8), encodedTo: &form)
    }
    return form
  }

  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == 0x25, index + 2 < text.endIndex,
        let high = digit(text[index + 1]), let low = digit(text[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(text[index] == 0x2b ? 0x20 : text[index])
        index += 1
      }
    }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// Appends a JSON string.
  private static func append(_ text: [UInt8], to json: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    json.append(0x22)
    for byte in text {
      switch byte {
      case 0x22, 0x5c: json += [0x5c, byte]
      case 0..<0x20:
        json += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: json.append(byte)
      }
    }
    json.append(0x22)
  }

  /// Appends text in which all but letters, digits and `*-._` is encoded, and a space is a plus sign.
  private static func append(_ text: [UInt8], encodedTo form: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text {
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2a, 0x2d, 0x2e, 0x5f: form.append(byte)
      case 0x20: form.append(0x2b)
      default: form += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
  }
}

@_spi(Generated)
extension CallbackObject {
  /// Decodes a form, and reports the findings that only its text shows.
  public static func _read(
    form: some Collection<UInt8>, collectsFindings: Bool = false
  ) throws(CallbackDecodingError) -> ValidationReport<Self> {
    var error: CallbackDecodingError?
    var findings: [Finding] = []
    let value = _JSONReader.reading(FormText.json(Array(form))) { reader in
      reader.isForm = true
      reader.collectsFindings = collectsFindings
      let value = Self(_reading: &reader)
      error = reader.takeError()
      if error == nil { findings = reader.findings() }
      return value
    }
    if var error {
      // An offset would be one in the JSON, which nobody has.
      error.offset = nil
      throw error
    }
    var report = ValidationReport(value: value, findings: findings)
    guard collectsFindings else { return report }
    report.findings.append(validation: value.validate())
    for index in report.findings.indices { report.findings[index].offset = nil }
    return report
  }

  /// The value as a form.
  public var _form: [UInt8] {
    (try? RawJSON(bytes: json() as [UInt8])).map(FormText.form) ?? []
  }
}
