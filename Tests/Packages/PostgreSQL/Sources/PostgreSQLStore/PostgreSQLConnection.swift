import CLibPQ

/// A connection of libpq. One thread at a time uses it.
final class PostgreSQLConnection: @unchecked Sendable {
  private let connection: OpaquePointer
  /// Whether the connection has ended, although libpq may not have read its end yet.
  private var hasEnded = false

  /// Connects.
  ///
  /// - Throws: an error if the server cannot be reached or refuses.
  init(_ string: String) throws(PostgreSQLError) {
    // libpq's own message repeats parts of the string, among them perhaps the password.
    let options = PQconninfoParse(string, nil)
    defer { PQconninfoFree(options) }
    if options == nil {
      let message = "the connection string is neither like host=... dbname=... nor a URL"
      throw PostgreSQLError(code: nil, message: message, isConnectionLost: false)
    }
    // What the connection string sets takes precedence, because it comes later.
    let settings = [
      ("connect_timeout", "3"), ("tcp_user_timeout", "5000"), ("client_encoding", "UTF8"),
      ("fallback_application_name", "callback receiver"), ("dbname", string),
    ]
    let opened = withCStrings(settings.map(\.0)) { names in
      withCStrings(settings.map(\.1)) { values in PQconnectdbParams(names, values, 1) }
    }
    guard let opened else {
      throw PostgreSQLError(code: nil, message: "out of memory", isConnectionLost: false)
    }
    connection = opened
    // What the server says when it closes an idle connection is printed by default.
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
    if PQstatus(connection) != CONNECTION_OK { throw error(code: nil, PQerrorMessage(connection)) }
    // A statement that waits for a row is part of a delivery, which the vendor does not wait for long.
    _ = try execute("SET statement_timeout = '5s'", [])
    _ = try execute("SET default_transaction_isolation = 'read committed'", [])
  }

  deinit { PQfinish(connection) }

  /// Whether statements can be run.
  var isUsable: Bool { PQstatus(connection) == CONNECTION_OK && !hasEnded }

  /// Runs one statement, whose parameters are texts.
  func execute(
    _ statement: String, _ parameters: [String]
  ) throws(PostgreSQLError) -> PostgreSQLResult {
    if parameters.contains(where: { $0.utf8.contains(0) }) {
      let message = "a text contains U+0000, which PostgreSQL cannot store"
      throw PostgreSQLError(code: "22021", message: message, isConnectionLost: false)
    }
    let result = withCStrings(parameters) { values in
      PQexecParams(connection, statement, Int32(parameters.count), nil, values, nil, nil, 0)
    }
    defer { PQclear(result) }
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return PostgreSQLResult(result)
    default:
      let code = PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) }
      // An error of libpq itself has no code. The server sends one of these codes when it stops or is told to close the connection.
      hasEnded = code.map { $0.hasPrefix("57P") } ?? true
      throw error(
        code: code, result == nil ? PQerrorMessage(connection) : PQresultErrorMessage(result))
    }
  }

  private func error(code: String?, _ text: UnsafePointer<CChar>?) -> PostgreSQLError {
    let lines = (text.map { String(cString: $0) } ?? "no message").split(separator: "\n")
    let message = lines.map { $0.drop { $0 == " " || $0 == "\t" } }.joined(separator: "; ")
    return PostgreSQLError(code: code, message: message, isConnectionLost: !isUsable)
  }
}

/// The result of a statement.
package struct PostgreSQLResult: Sendable {
  /// The number of rows that were inserted, updated, deleted or selected.
  package var changedRows: Int
  /// The selected rows; NULL is nil.
  package var rows: [[String?]]

  fileprivate init(_ result: OpaquePointer?) {
    changedRows = Int(String(cString: PQcmdTuples(result))) ?? 0
    rows = (0..<PQntuples(result)).map { row in
      (0..<PQnfields(result)).map { column in
        PQgetisnull(result, row, column) == 1
          ? nil : String(cString: PQgetvalue(result, row, column))
      }
    }
  }
}

/// Calls a function with a null-terminated array of C strings.
private func withCStrings<Result>(
  _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
) -> Result {
  var bytes: [CChar] = []
  var starts: [Int] = []
  for text in texts {
    starts.append(bytes.count)
    bytes += text.utf8CString
  }
  return bytes.withUnsafeBufferPointer { bytes in
    let pointers = starts.map { start in bytes.baseAddress.map { $0 + start } } + [nil]
    return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
  }
}
