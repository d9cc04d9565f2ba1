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

  /// Calls `body` for each record of the files. A file that cannot be read is reported, and the next one is read.
  ///
  /// - Parameter willWait: called before each block of a file is read.
  mutating func read(
    willWait: @escaping () throws -> Void, _ body: (_ source: String, InputRecord) throws -> Void
  ) throws {
    for path in files {
      do {
        let file = try BodyFile(path)
        var (position, isFirst) = (0, true)
        var reader = RecordReader { [progress] in
          try willWait()
          let block = try file.next(isFirst: isFirst)
          isFirst = false
          let place = file.position
          progress.add(place < 0 ? block.count : place - position)
          position = place
          return block
        }
        if file.isInbox {
          inboxes.append(path)
          _ = try reader.read(as: .lines) { line in
            let entry = InboxRecord(line, of: path)
            try body(entry.source, entry.record)
          }
        } else if let form = try reader.read(as: form, { try body(file.source, $0) }) {
          read[form, default: []].append(file.source)
        }
      } catch is BodyFile.Unreadable {
        hasFailed = true
      }
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
