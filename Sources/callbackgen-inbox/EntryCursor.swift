import CallbackReceiver
import CallbackReceiverSQLite
import CommandSupport
import Foundation

/// The selected entries of an inbox, one after another; memory holds a batch of them.
struct EntryCursor {
  /// The number of entries, and their arrivals.
  let extent: InboxFile.Extent

  private let path: String
  private let file: InboxFile
  private let selection: InboxSelection
  private var batch: ArraySlice<InboxEntry> = []
  private var number: Int64 = 0

  /// Opens an inbox. Entries that arrive later are not read, such as those of a receiver to which the others are posted.
  ///
  /// - Throws: an exit code, after a message, if the file is no inbox, or cannot be read.
  init(_ path: String, _ selection: InboxSelection) throws {
    self.path = path
    file = InboxFile(path: path)
    try Self.checkForm(of: path)
    var selection = selection
    extent = try Self.reporting(path) { [file] in try file.extent(selection) }
    selection.last = extent.last
    self.selection = selection
  }

  /// The next entry; nil at the end.
  ///
  /// - Throws: an exit code, after a message, if the file cannot be read.
  mutating func next() throws -> InboxEntry? {
    if batch.isEmpty {
      batch = try Self.reporting(path) { [file, number, selection] in
        try file.entries(after: number, selection)[...]
      }
    }
    guard let entry = batch.popFirst() else { return nil }
    number = entry.number
    return entry
  }

  /// What the inbox has in place of the selected entries: `'x' has no requests`.
  func absence() throws -> String {
    let contents = try Self.reporting(path) { try file.contents() }
    guard !contents.isEmpty else { return "'\(path)' has no requests" }
    let counts = contents.map {
      "\($0.count) of \($0.service) (\($0.verdict ?? InboxSelection.unsettled))"
    }
    let wanted = selection.service.map { " of \($0)" } ?? ""
    return "'\(path)' has no such request\(wanted): it has \(counts.joined(separator: ", "))"
  }

  /// The first bytes of an SQLite file.
  private static let magic = Data("SQLite format 3\u{0}".utf8)

  private static func checkForm(of path: String) throws {
    guard let kind = try Files.kind(path) else {
      throw ExitStatus.missing("there is no file '\(path)'")
    }
    guard kind == .file else {
      throw ExitStatus.missing("'\(path)' is no file: name the SQLite file of a receiver's store")
    }
    let handle = try Files.open(path)
    let start: Data
    do { start = try handle.read(upToCount: magic.count) ?? Data() } catch {
      throw ExitStatus.diskFailure("'\(path)' cannot be read", error)
    }
    guard start != magic else { return }
    throw ExitStatus.missing(
      start.isEmpty
        ? "'\(path)' is an empty file and no inbox"
        : "'\(path)' is no inbox: name the SQLite file of a receiver's store")
  }

  /// Replaces an error of the file by a message and its exit code.
  private static func reporting<Value>(
    _ path: String, _ body: () throws -> Value
  ) throws -> Value {
    do { return try body() } catch let error as SQLiteStoreError {
      switch error.code {
      case 11, 26:
        throw ExitStatus.missing("'\(path)' is damaged or truncated: \(error.message)")
      case 14:
        throw ExitStatus.missing(
          "'\(path)' cannot be opened: \(error.message); beside it is the log of a receiver, which SQLite reads with a "
            + "file of its own: copy both to a folder that can be written")
      default: throw ExitStatus.missing("'\(path)' cannot be read: \(error.message)")
      }
    }
  }
}
