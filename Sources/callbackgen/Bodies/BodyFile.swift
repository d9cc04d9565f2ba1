import ArgumentParser
import CommandSupport
import Foundation

/// A file with bodies, or standard input, read in blocks. A file in the format of gzip is decompressed by the program gzip,
/// so that the tool links no library for it.
struct BodyFile {
  /// A file that cannot be read to its end; the message has been printed.
  struct Unreadable: Error {}

  private static let block = 1 << 20
  /// The first bytes of the format of gzip.
  private static let magic: [UInt8] = [0x1f, 0x8b]
  /// The first bytes of an SQLite file.
  private static let database = Array("SQLite format 3\u{0}".utf8)

  /// The path, or `<stdin>`.
  let source: String
  /// Whether the records are the entries of an inbox, as `callbackgen-inbox export` prints them.
  let isInbox: Bool
  private let handle: FileHandle
  private let child: ChildProcess?

  /// Opens a file; `-` is standard input.
  init(_ path: String) throws {
    source = path == "-" ? "<stdin>" : path
    let handle = try Self.reporting { path == "-" ? .standardInput : try Files.open(path) }
    // A pipe has no position, and is not looked into.
    var start = [UInt8](repeating: 0, count: Self.database.count)
    let position = lseek(handle.fileDescriptor, 0, SEEK_CUR)
    let count = position < 0 ? 0 : pread(handle.fileDescriptor, &start, start.count, position)
    start.removeLast(start.count - max(0, count))
    let isInbox = start == Self.database && path != "-"
    let command: [String]? =
      isInbox
      ? [try InboxProgram.path(), "export", "--", path]
      : start.starts(with: Self.magic) ? ["gzip", "-dc"] : nil
    child = try Self.reporting {
      try command.map {
        try ChildProcess($0[0], Array($0.dropFirst()), input: isInbox ? nil : handle)
      }
    }
    (self.handle, self.isInbox) = (handle, isInbox)
  }

  /// The number of bytes of the file that have been read; negative if it is unknown, as for a pipe and an inbox. gzip shares the
  /// file position with this process.
  var position: Int { isInbox ? -1 : Int(lseek(handle.fileDescriptor, 0, SEEK_CUR)) }

  /// Appends the next block to a buffer; returns the number of its bytes, 0 at the end.
  func read(to buffer: inout [UInt8], isFirst: Bool) throws -> Int {
    try Self.reporting {
      let start = buffer.count
      try Self.read(child?.output ?? handle, source, to: &buffer)
      let bytes = buffer[start...]
      if isFirst, child == nil, bytes.starts(with: Self.magic) {
        throw ExitStatus.missing("'\(source)' is a compressed pipe: decompress it with gzip -dc")
      }
      if isFirst, !isInbox, bytes.starts(with: Self.database) {
        throw ExitStatus.missing(
          "'\(source)' contains an SQLite file: name the inbox itself, uncompressed")
      }
      guard bytes.isEmpty, let child else { return bytes.count }
      do {
        try child.finish()
      } catch let failure as ChildProcess.Failure {
        // The message about an inbox is whole.
        if isInbox {
          try Output.report("\(failure.message)\n")
          throw ExitStatus.diskFailed
        }
        throw ExitStatus.missing("'\(source)' cannot be decompressed: \(failure.message)")
      }
      return 0
    }
  }

  /// Appends what is there, up to a block; a pipe is not awaited until it is full.
  private static func read(
    _ handle: FileHandle, _ source: String, to buffer: inout [UInt8]
  ) throws {
    do {
      _ = try handle.read(upTo: block, to: &buffer)
    } catch {
      throw ExitStatus.diskFailure("'\(source)' cannot be read", error)
    }
  }

  private static func reporting<R>(_ body: () throws -> R) throws -> R {
    do { return try body() } catch is ExitCode { throw Unreadable() }
  }
}
