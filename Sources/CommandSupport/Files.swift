package import Foundation
package import SchemaSource

/// Reading of files and folders. An error is one message with its cause, and exit code 74.
package enum Files {
  /// The kind of a path. The end of a symbolic link decides.
  package enum Kind { case file, device, folder }

  /// The kind of a path; nil if nothing is there.
  ///
  /// - Throws: an exit code, after a message, if that cannot be determined.
  package static func kind(_ path: String) throws -> Kind? {
    var status = stat()
    guard stat(path, &status) != 0 else {
      switch status.st_mode & S_IFMT {
      case S_IFDIR: return .folder
      case S_IFREG: return .file
      default: return .device
      }
    }
    guard errno != ENOENT && errno != ENOTDIR else { return nil }
    throw ExitStatus.diskFailure("'\(path)' cannot be read", POSIXError(code: errno))
  }

  /// The size of a file in bytes; 0 if it is unknown. The end of a symbolic link decides.
  package static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The sorted names of the entries of a folder, without hidden ones.
  package static func names(in folder: String) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      throw ExitStatus.diskFailure("'\(folder)' cannot be read", error)
    }
  }

  /// The content of a file.
  package static func bytes(of path: String) throws -> [UInt8] {
    do {
      return try FileHandle(forReadingFrom: URL(fileURLWithPath: path)).readAll()
    } catch {
      throw ExitStatus.diskFailure("'\(path)' cannot be read", error)
    }
  }

  /// A file opened for reading.
  package static func open(_ path: String) throws -> FileHandle {
    do {
      return try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    } catch {
      throw ExitStatus.diskFailure("'\(path)' cannot be read", error)
    }
  }
}

extension POSIXError {
  fileprivate init(code: Int32) { self.init(POSIXErrorCode(rawValue: code) ?? .EIO) }
}

extension SourceFile {
  /// Reads a file.
  ///
  /// - Throws: an exit code, after a message.
  package init(reading path: String) throws {
    self.init(path: path, bytes: try Files.bytes(of: path))
  }
}
