/// Finds all invalid bytes and characters of a schema file, of which the parser would report the first only.
enum EncodingCheck {
  /// The maximum number of diagnostics, because a file in another encoding is invalid throughout.
  static let maximumReports = 20

  /// - Returns: whether the file can be parsed.
  static func check(_ file: SourceFile, into diagnostics: inout Diagnostics) -> Bool {
    if file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF]) {
      report(.badEncoding, "the file is UTF-16, not UTF-8", 0, 1, file, &diagnostics)
      return false
    }
    if file.isPlain { return true }
    var reports = 0
    var offset = file.bytes.starts(with: SourceFile.byteOrderMark) ? 3 : 0
    while offset < file.bytes.count, reports < maximumReports {
      let byte = file.bytes[offset]
      if byte >= 0x20, byte < 0x7F {
        offset += 1
        continue
      }
      let (scalar, length) = decode(file.bytes, at: offset)
      if let scalar {
        if let name = forbidden(scalar) {
          report(
            .badCharacter, "\(name) is not allowed in a schema", offset, length, file, &diagnostics)
          reports += 1
        }
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        report(
          .badEncoding, "the byte 0x\(hex) is not valid UTF-8 here", offset, 1, file, &diagnostics)
        reports += 1
      }
      offset += length
    }
    return reports == 0
  }

  private static func report(
    _ code: DiagnosticCode, _ message: String, _ offset: Int, _ length: Int, _ file: SourceFile,
    _ diagnostics: inout Diagnostics
  ) {
    let start = file.position(at: offset)
    var end = start
    end.column += 1
    end.offset += length
    diagnostics.error(code, message, at: SourceRange(path: file.path, start: start, end: end))
  }

  private static func forbidden(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: nil
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
      "U+" + String(repeating: "0", count: max(0, 4 - String(scalar.value, radix: 16).count))
        + String(scalar.value, radix: 16, uppercase: true)
    default: nil
    }
  }

  /// The character at a byte offset and its length in bytes; nil if the bytes are not UTF-8.
  private static func decode(_ bytes: [UInt8], at offset: Int) -> (Unicode.Scalar?, Int) {
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes[offset..<min(offset + 4, bytes.count)].makeIterator()
    switch decoder.parseScalar(from: &iterator) {
    case .valid(let encoded): return (Unicode.UTF8.decode(encoded), encoded.count)
    case .error, .emptyInput: return (nil, 1)
    }
  }
}
