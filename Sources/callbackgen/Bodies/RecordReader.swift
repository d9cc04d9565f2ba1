import ArgumentParser
import CallbackRuntime
import Foundation

/// How the bodies of a file are separated.
enum RecordForm: String, CaseIterable, ExpressibleByArgument {
  /// Decided by the beginning of the file.
  case auto
  /// One body for each line.
  case lines
  /// One JSON value after another, each over any number of lines.
  case values
}

/// Separates a stream of bytes into records. Memory holds one record and one block.
///
/// With `auto` a file has JSON values if its first line begins a value that later lines continue; in any other file, also in
/// a log whose first line is cut off, each line is a record. The size of the file plays no part.
struct RecordReader {
  /// The maximum size of a record in bytes.
  static let maximum = 16 << 20

  /// Appends the next block to the buffer; nothing at the end.
  let appendNext: (_ buffer: inout [UInt8]) throws -> Void
  private var buffer: [UInt8] = []
  /// The offset in the buffer of the first byte that is in no record yet.
  private var start = 0
  private var line = 1
  private var isAtEnd = false

  init(appendNext: @escaping (_ buffer: inout [UInt8]) throws -> Void) {
    self.appendNext = appendNext
  }

  /// Calls `body` for each record, or `lines` for each block of lines.
  ///
  /// - Parameters:
  ///   - lines: called with the number of the first line of a block, and its bytes; returns the number of the line after it.
  ///   - body: called with each JSON value, and with a line that is longer than the maximum.
  /// - Returns: the form that was read; nil for a file without any record.
  mutating func read(
    as wanted: RecordForm, lines: (Int, ArraySlice<UInt8>) throws -> Int,
    _ body: (InputRecord) throws -> Void
  ) throws -> RecordForm? {
    while buffer.count < 3, try fill() {}
    if buffer.starts(with: [0xef, 0xbb, 0xbf]) { start = 3 }
    guard try skipSpace() else { return nil }
    let form = wanted == .auto ? try decide() : wanted
    if form == .lines { try readLines(lines, body) } else { try readValues(body) }
    return form
  }

  // MARK: - The decision

  private mutating func decide() throws -> RecordForm {
    var end = buffer[start...].firstIndex(of: 0x0a)
    while end == nil, rest.count <= Self.maximum, try fill() {
      end = buffer[start...].firstIndex(of: 0x0a)
    }
    // With its line break: a string that is open there is a broken one, and no beginning of a value.
    guard let end, Self.fault(buffer[start...end])?.problem == .end else { return .lines }
    while rest.count <= Self.maximum, try fill() {}
    guard let fault = Self.fault(rest), fault.problem != .end, fault.problem != .trailing,
      let offset = fault.offset
    else { return .values }
    // The first line may be cut off where a value can go on: then the line that does not continue it is complete.
    let place = min(start + offset, buffer.count - 1)
    let from = buffer[..<place].lastIndex(of: 0x0a).map { $0 + 1 } ?? start
    let to = buffer[place...].firstIndex(of: 0x0a) ?? buffer.count
    return Self.isContainer(buffer[from..<to]) ? .lines : .values
  }

  /// The error of one JSON value; nil if there is none.
  private static func fault(_ bytes: ArraySlice<UInt8>) -> CallbackDecodingError? {
    do {
      _ = try RawJSON(bytes: bytes)
      return nil
    } catch { return error }
  }

  private static func isContainer(_ line: ArraySlice<UInt8>) -> Bool {
    guard let value = try? RawJSON(bytes: line) else { return false }
    return value.isObject || value.isArray
  }

  // MARK: - Lines

  private mutating func readLines(
    _ lines: (Int, ArraySlice<UInt8>) throws -> Int, _ body: (InputRecord) throws -> Void
  ) throws {
    // The beginning of a line that has no end yet was searched already.
    var searched = start
    while true {
      if let end = buffer[searched...].lastIndex(of: 0x0a) {
        line = try lines(line, buffer[start...end])
        start = end + 1
      } else if rest.count > Self.maximum {
        try pass(rest.count, body)
        try skipLine()
        searched = start
        continue
      }
      searched = rest.count
      guard try fill() else {
        if !rest.isEmpty { _ = try lines(line, rest) }
        return
      }
    }
  }

  /// Skips the rest of a line.
  private mutating func skipLine() throws {
    while try start < buffer.count || fill() {
      if let end = rest.firstIndex(of: 0x0a) {
        start = end + 1
        line += 1
        return
      }
      start = buffer.count
    }
  }

  // MARK: - Values

  private mutating func readValues(_ body: (InputRecord) throws -> Void) throws {
    while try skipSpace() {
      // Small windows first, so that the values of a long stream are not parsed together.
      var window = 4 << 10
      while true {
        while rest.count < window, rest.count <= Self.maximum, try fill() {}
        let isWhole = isAtEnd && window >= rest.count
        let fault = Self.fault(rest.prefix(window))
        if fault?.problem == .trailing, let end = fault?.offset {
          try pass(end, body)
          break
        }
        guard fault == nil || fault?.problem == .end else {
          try passBroken(from: fault?.offset ?? 0, body)
          break
        }
        if isWhole {
          try pass(rest.count, body)
          break
        }
        if window > Self.maximum {
          try pass(rest.count, body)
          try skipToValue()
          break
        }
        window *= 2
      }
    }
  }

  /// Passes on a broken value: up to the next line that begins an object or array without indentation.
  private mutating func passBroken(
    from offset: Int, _ body: (InputRecord) throws -> Void
  ) throws {
    var searched = min(offset, rest.count)
    while true {
      if let end = nextValue(from: start + searched) { return try pass(end - start, body) }
      guard rest.count <= Self.maximum else {
        try pass(rest.count, body)
        return try skipToValue()
      }
      searched = max(0, rest.count - 1)
      guard try fill() else { return try pass(rest.count, body) }
    }
  }

  private mutating func skipToValue() throws {
    while true {
      if let place = nextValue(from: start) {
        line += buffer[start..<place].count { $0 == 0x0a }
        start = place
        return
      }
      // The last byte may be the line break before the value.
      let end = max(start, buffer.count - 1)
      line += buffer[start..<end].count { $0 == 0x0a }
      start = end
      guard try fill() else {
        start = buffer.count
        return
      }
    }
  }

  /// The offset of the first `{` or `[` at the beginning of a line.
  private func nextValue(from place: Int) -> Int? {
    var place = place
    while let end = buffer[place...].firstIndex(of: 0x0a), end + 1 < buffer.count {
      if buffer[end + 1] == UInt8(ascii: "{") || buffer[end + 1] == UInt8(ascii: "[") {
        return end + 1
      }
      place = end + 1
    }
    return nil
  }

  // MARK: - The buffer

  private var rest: ArraySlice<UInt8> { buffer[start...] }

  /// Passes on the first bytes of the rest as a record, unless they are blank.
  private mutating func pass(_ count: Int, _ body: (InputRecord) throws -> Void) throws {
    let text = rest.prefix(count)
    let record = InputRecord(line: line, text: text)
    line += text.count { $0 == 0x0a }
    start += text.count
    if let record { try body(record) }
  }

  /// Reads a block into the buffer, without the bytes that are in records.
  ///
  /// - Returns: false at the end.
  private mutating func fill() throws -> Bool {
    guard !isAtEnd else { return false }
    buffer.removeFirst(start)
    start = 0
    let count = buffer.count
    try appendNext(&buffer)
    isAtEnd = buffer.count == count
    return !isAtEnd
  }

  /// - Returns: false at the end.
  private mutating func skipSpace() throws -> Bool {
    while try start < buffer.count || fill() {
      while start < buffer.count {
        let byte = buffer[start]
        guard byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 else { return true }
        if byte == 0x0a { line += 1 }
        start += 1
      }
    }
    return false
  }
}
