import GRDB

/// An error of the file of a store.
public struct SQLiteStoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path of the file.
  public var path: String
  /// The result code of SQLite, such as 13 for a full disk and 5 for a file that another process has locked; nil if SQLite did not fail.
  public var code: Int?
  /// What failed.
  public var message: String

  /// The path and what failed.
  public var description: String { "\(path): \(message)" }

  init(path: String, code: Int? = nil, message: String) {
    self.path = path
    self.code = code
    self.message = message
  }

  init(path: String, _ error: any Error) {
    self.path = path
    switch error {
    case let error as DatabaseError:
      code = Int(error.resultCode.rawValue)
      message = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    case let error as WrongFile:
      message =
        error.version == 0
        ? "the file is a database of another program: name a file that does not exist"
        : "the file has version \(error.version) of a store, and this program knows version 1: update the program"
    default: message = "\(error)"
    }
  }
}
