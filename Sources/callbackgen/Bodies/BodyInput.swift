import ArgumentParser
import CommandSupport
import Foundation

/// Reads bodies from files, folders and standard input.
struct BodyInput {
  let form: RecordForm
  let progress: Progress
  private let files: [String]

  /// The files by the form in which they were read.
  private(set) var read: [RecordForm: [String]] = [:]
  /// The files that are inboxes.
  private(set) var inboxes: [String] = []
  /// Whether a file could not be read to its end.
  private(set) var hasFailed = false

  /// Lists the files of some paths; `-` is standard input.
  init(_ paths: [String], as form: RecordForm, to progress: Progress) throws {
    self.form = form
    self.progress = progress
    files = try paths.flatMap { path in
      guard path != "-" else { return [path] }
      guard let kind = try Files.kind(path) else {
        throw ExitStatus.missing("there is no file '\(path)'")
      }
      guard kind == .folder else { return [path] }
      let found = try Self.files(below: path)
      guard !found.isEmpty else {
        throw ExitStatus.missing(
          "'\(path)' contains no file whose name ends in .json, .jsonl, .ndjson or .log, or in one of these and .gz"
        )
      }
      return found
    }
    if !files.contains("-") { progress.total = files.reduce(0) { $0 + Self.size($1) } }
  }

  private static func size(_ file: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: URL(fileURLWithPath: file).resolvingSymlinksInPath().path)
    return attributes?[.size] as? Int ?? 0
  }

  private static func files(below folder: String) throws -> [String] {
    try Files.names(in: folder).flatMap { name -> [String] in
      let path = "\(folder)/\(name)"
      guard try Files.kind(path) == .folder else { return isLog(name) ? [path] : [] }
      // A link to a folder may lead back to one above it.
      let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
      return isLink ? [] : try files(below: path)
    }
  }

  /// Whether a name is that of a file with bodies: `a.json`, `a.log.gz`, `a.log.1`, `a.log-20261121.gz`.
  static func isLog(_ name: String) -> Bool {
    name.firstMatch(of: /\.(json|jsonl|ndjson|log)([.-][0-9]+)*(\.gz)?$/) != nil
  }

  /// Calls `body` for each record of the files, or `lines` for blocks of lines. A file that cannot be read is reported, and the
  /// next one is read.
  ///
  /// - Parameters:
  ///   - willWait: called before each block of a file is read.
  ///   - lines: returns the number of the line after a block.
  mutating func read(
    willWait: @escaping () throws -> Void, lines: (LineBlock) throws -> Int,
    _ body: (_ source: String, InputRecord) throws -> Void
  ) throws {
    for path in files {
      do {
        let file = try BodyFile(path)
        var (position, isFirst) = (0, true)
        var reader = RecordReader { [progress] buffer in
          try willWait()
          let count = try file.read(to: &buffer, isFirst: isFirst)
          isFirst = false
          let place = file.position
          progress.add(place < 0 ? count : place - position)
          position = place
        }
        if file.isInbox {
          inboxes.append(path)
          _ = try readInbox(path, &reader, body)
        } else {
          let form = try reader.read(as: form) { line, bytes in
            try lines(LineBlock(source: file.source, line: line, bytes: bytes))
          } _: {
            try body(file.source, $0)
          }
          if let form { read[form, default: []].append(file.source) }
        }
      } catch is BodyFile.Unreadable {
        hasFailed = true
      }
    }
  }

  /// Calls `body` for each entry of an inbox, of which `callbackgen-inbox export` prints one on each line.
  private func readInbox(
    _ path: String, _ reader: inout RecordReader,
    _ body: (_ source: String, InputRecord) throws -> Void
  ) throws {
    func pass(_ line: InputRecord) throws {
      let entry = InboxRecord(line, of: path)
      try body(entry.source, entry.record)
    }
    _ = try reader.read(as: .lines) { line, bytes in
      let block = LineBlock(source: path, line: line, bytes: bytes)
      var (line, place) = (line, bytes.startIndex)
      while place < bytes.endIndex {
        let end = block.endOfLine(at: place)
        if let record = InputRecord(line: line, text: bytes[place..<end]) { try pass(record) }
        (line, place) = (line + 1, end)
      }
      return line
    } _: {
      try pass($0)
    }
  }

  /// How the files were read: `app.log was read as lines`.
  var summary: String? {
    let parts: [([String], String)] = [
      (read[.lines] ?? [], "lines"), (read[.values] ?? [], "JSON values"),
      (inboxes, inboxes.count == 1 ? "an inbox" : "inboxes"),
    ]
    let found = parts.compactMap { files, name -> String? in
      guard !files.isEmpty else { return nil }
      return files.count == 1
        ? "\(files[0]) was read as \(name)" : "\(files.count) files were read as \(name)"
    }
    return found.isEmpty ? nil : found.joined(separator: ", ")
  }
}
