import CallbackRuntime
import Foundation

/// Reads bodies from files, folders and standard input: one JSON value for each file, or one for each line.
///
/// Logs are streamed: memory holds one line and one block of 1 MiB.
struct BodyInput {
  /// The maximum size of a body in bytes; a longer line is an error.
  static let maximumBody = 16 << 20
  private static let block = 1 << 20

  /// Called after each block with the number of bytes read so far.
  var progress: (Int) -> Void = { _ in }

  private var total = 0

  init(progress: @escaping (Int) -> Void) { self.progress = progress }

  /// Calls `body` for each body of a path; a folder is searched for `.json`, `.jsonl`, `.ndjson` and `.log` files.
  ///
  /// - Throws: an error of `body`, or of reading a file.
  mutating func read(_ path: String, _ body: (InputBody) throws -> Void) throws {
    if path == "-" { return try read(FileHandle.standardInput, "<stdin>", body) }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ExitStatus.missing("there is no file '\(path)'")
    }
    guard isFolder.boolValue else {
      guard let handle = FileHandle(forReadingAtPath: path) else {
        throw ExitStatus.missing("'\(path)' cannot be read")
      }
      defer { try? handle.close() }
      return try read(handle, path, body)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    for name in names where !name.hasPrefix(".") {
      let inner = "\(path)/\(name)"
      let kinds = [".json", ".jsonl", ".ndjson", ".log"]
      var isInnerFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: inner, isDirectory: &isInnerFolder)
      guard isInnerFolder.boolValue || kinds.contains(where: name.hasSuffix) else { continue }
      try read(inner, body)
    }
  }

  private mutating func read(
    _ handle: FileHandle, _ source: String, _ body: (InputBody) throws -> Void
  ) throws {
    var buffer: [UInt8] = []
    var line = 1
    var (isLines, isAtEnd) = (false, false)
    while true {
      // Up to the maximum size of a body: a file with one JSON value is one body, even over several lines.
      let isTooLong = !isAtEnd && buffer.count > Self.maximumBody
      isLines = isLines || isTooLong || Self.isLines(buffer)
      if isLines {
        var start = 0
        while let end = buffer[start...].firstIndex(of: 0x0a) {
          try emit(buffer[start..<end], source, line, body)
          start = end + 1
          line += 1
        }
        buffer.removeFirst(start)
      }
      if isAtEnd { break }
      guard !isLines || buffer.count <= Self.maximumBody else {
        throw ExitStatus.missing(
          "\(source):\(line): the line exceeds the maximum of \(Self.maximumBody) bytes for a body")
      }
      let more = try block(of: handle, source)
      isAtEnd = more.isEmpty
      buffer += more
    }
    if isLines { return try emit(buffer[...], source, line, body) }
    if buffer.allSatisfy({ $0 == 0x20 || $0 == 0x0a || $0 == 0x0d || $0 == 0x09 }) { return }
    try body(InputBody(source: source, line: line, bytes: buffer))
  }

  /// Whether the first line is a complete JSON value, and is not the last line.
  private static func isLines(_ bytes: [UInt8]) -> Bool {
    guard let end = bytes.firstIndex(of: 0x0a), end + 1 < bytes.count else { return false }
    let line = bytes[..<end]
    guard line.contains(where: { $0 > 0x20 }) else { return false }
    return (try? RawJSON(bytes: line)) != nil
  }

  private func emit(
    _ bytes: ArraySlice<UInt8>, _ source: String, _ line: Int, _ body: (InputBody) throws -> Void
  ) throws {
    guard bytes.contains(where: { $0 > 0x20 }) else { return }
    try body(InputBody(source: source, line: line, bytes: Array(bytes)))
  }

  private mutating func block(of handle: FileHandle, _ source: String) throws -> [UInt8] {
    do {
      // Foundation's objects are released after each block, not at the end of a log.
      let data = try autoreleased { try handle.read(upToCount: Self.block) ?? Data() }
      total += data.count
      progress(total)
      return [UInt8](data)
    } catch {
      throw ExitStatus.diskFailure("'\(source)' cannot be read", error)
    }
  }

  private func autoreleased<R>(_ body: () throws -> R) rethrows -> R {
    #if canImport(ObjectiveC)
      try autoreleasepool(invoking: body)
    #else
      try body()
    #endif
  }
}
