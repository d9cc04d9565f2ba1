import PayloadValidation

/// A callback body and its origin.
struct InputBody {
  /// The file's path, or `<stdin>`.
  var source: String
  var bytes: [UInt8]
  /// The line or JSON value that contains the body; the body itself without `--prefix` and `--body`.
  var record: InputRecord
  /// The byte offset of the body in its record, after a prefix.
  var start = 0
  /// The path of the body in a log object, as `BodyIndex` spells it; empty without one.
  var path = ""
  /// The HTTP headers that the log object has for the body.
  var headers: [String: String] = [:]
  /// Whether the body was JSON in a string, whose offsets are not those of the record.
  var isUnwrapped = false

  /// The line and column of a byte of the body, both counted from 1; a column is a character.
  func position(of offset: Int) -> (line: Int, column: Int) {
    var place = start
    if !path.isEmpty {
      place += BodyIndex(Array(record.bytes.dropFirst(start))).offset(of: path)
    }
    if !isUnwrapped { place += offset }
    let before = record.bytes.prefix(place)
    let line = record.line + before.count { $0 == 0x0a }
    let first = before.lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    return (line, String(decoding: before[first...], as: UTF8.self).count + 1)
  }
}

/// A line of a log, or a JSON value in a file.
struct InputRecord {
  /// The first line, counted from 1.
  var line: Int
  var bytes: [UInt8]
  /// The HTTP headers of a request in an inbox.
  var headers: [String: String] = [:]
  /// The name of the service of a request in an inbox; nil for any other record.
  var service: String?
  /// The error of a record that is too long to be kept: `bytes` is then its beginning.
  var problem: String?
}

extension InputRecord {
  /// A record of a file, without the white space at its end; nil if it is blank.
  init?(line: Int, text: ArraySlice<UInt8>) {
    let bytes = text.prefix(text.span.endWithoutSpace(of: 0..<text.count))
    guard !bytes.isEmpty else { return nil }
    let isTooLong = text.count > RecordReader.maximum
    self.init(line: line, bytes: Array(isTooLong ? bytes.prefix(1 << 10) : bytes))
    if isTooLong {
      problem = "longer than the maximum of \(RecordReader.maximum) bytes for a body"
    }
  }
}
