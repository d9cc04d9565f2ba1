import CallbackRuntime
import Foundation

/// An entry of an inbox, read from a line that `callbackgen-inbox export` printed.
struct InboxRecord {
  /// The path of the inbox and the number of the entry: `callbacks.sqlite#17`.
  let source: String
  /// The body as a record of its own, with the headers of the request and the name of the service.
  let record: InputRecord

  init(_ line: InputRecord, of path: String) {
    let entry = try? RawJSON(bytes: line.bytes)
    // Of a line that is too long there is the beginning, which is the number.
    let digits = line.bytes.drop { $0 != UInt8(ascii: ":") }.dropFirst().prefix {
      $0 != UInt8(ascii: ",")
    }
    source = "\(path)#\(String(decoding: digits, as: UTF8.self))"
    var record = InputRecord(line: 1, bytes: [], problem: line.problem)
    record.service = entry?["service"]?.string
    for header in entry?["headers"]?.members ?? [] where record.headers[header.name] == nil {
      record.headers[header.name] = header.value.string ?? header.value[0]?.string
    }
    if let text = entry?["body"]?.string {
      record.bytes = Array(text.utf8)
    } else if let text = entry?["bodyBase64"]?.string, let data = Data(base64Encoded: text) {
      record.bytes = Array(data)
    }
    self.record = record
  }
}
