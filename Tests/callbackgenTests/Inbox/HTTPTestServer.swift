import CallbackReceiver
import Foundation
import HTTPTypes
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// An HTTP server on loopback, with a thread for each connection. It awaits no task: tests that run a program block the threads of
/// tasks for long.
final class HTTPTestServer: Sendable {
  /// What the server does with a request.
  enum Reply: Sendable {
    case response(CallbackResponse)
    /// Any bytes, after which the connection is closed.
    case bytes(String)
    /// Nothing, until the client closes the connection.
    case silence
  }

  /// A request and the path to which it was posted.
  struct Arrival: Sendable {
    var request: CallbackRequest
    var path: String
  }

  struct Failure: Error {}

  let port: Int
  private let listener: Int32
  private let log = Mutex<[Arrival]>([])

  /// The requests in the order of their arrival.
  var arrivals: [Arrival] { log.withLock { $0 } }

  var url: String { "http://127.0.0.1:\(port)/callbacks" }

  init(_ reply: @escaping @Sendable (CallbackRequest) -> Reply) throws {
    #if canImport(Darwin)
      let kind = SOCK_STREAM
    #else
      let kind = Int32(SOCK_STREAM.rawValue)
    #endif
    listener = socket(AF_INET, kind, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = listener
    let isListening = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, size) == 0 && listen(socket, 64) == 0
          && getsockname(socket, $0, &size) == 0
      }
    }
    guard isListening else { throw Failure() }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [self] in
      while case let connection = accept(socket, nil, nil), connection >= 0 {
        Thread.detachNewThread {
          self.serve(connection, reply)
          close(connection)
        }
      }
    }
  }

  /// Closes the port; connections end when their clients end them.
  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  private func serve(
    _ connection: Int32, _ reply: @escaping @Sendable (CallbackRequest) -> Reply
  ) {
    var buffer: [UInt8] = []
    while let arrival = next(connection, &buffer) {
      log.withLock { $0.append(arrival) }
      switch reply(arrival.request) {
      case .response(let response): send(response, connection)
      case .bytes(let text): return send(Array(text.utf8), connection)
      case .silence:
        while fill(connection, &buffer) {}
        return
      }
    }
  }

  private func next(_ connection: Int32, _ buffer: inout [UInt8]) -> Arrival? {
    let blank = Array("\r\n\r\n".utf8)
    while buffer.firstRange(of: blank) == nil {
      guard fill(connection, &buffer) else { return nil }
    }
    guard let end = buffer.firstRange(of: blank) else { return nil }
    let lines = String(decoding: buffer[..<end.lowerBound], as: UTF8.self)
      .components(separatedBy: "\r\n")
    var headers: HTTPFields = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard let name = HTTPField.Name(String(parts[0])) else { continue }
      let value = parts.count == 2 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
      headers.append(HTTPField(name: name, value: value))
    }
    let count = headers[.contentLength].flatMap { Int($0) } ?? 0
    buffer.removeSubrange(..<end.upperBound)
    while buffer.count < count { guard fill(connection, &buffer) else { return nil } }
    let body = Array(buffer.prefix(count))
    buffer.removeFirst(count)
    let words = lines[0].split(separator: " ")
    return Arrival(
      request: CallbackRequest(headers: headers, body: body), path: String(words[1]))
  }

  /// - Returns: false at the end of the connection.
  private func fill(_ connection: Int32, _ buffer: inout [UInt8]) -> Bool {
    var block = [UInt8](repeating: 0, count: 64 << 10)
    let count = recv(connection, &block, block.count, 0)
    buffer += block.prefix(max(0, count))
    return count > 0
  }

  private func send(_ response: CallbackResponse, _ connection: Int32) {
    var head =
      "HTTP/1.1 \(response.status.code) Status\r\nContent-Length: \(response.body.count)\r\n"
    for field in response.headers { head += "\(field.name): \(field.value)\r\n" }
    send(Array((head + "\r\n").utf8) + response.body, connection)
  }

  private func send(_ bytes: [UInt8], _ connection: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        #if canImport(Darwin)
          Darwin.send(connection, $0.baseAddress, $0.count, 0)
        #elseif canImport(Glibc)
          Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        #else
          Musl.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        #endif
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}

/// Blocks threads until a number of them has come.
final class Barrier: @unchecked Sendable {
  private let condition = NSCondition()
  private var rest: Int

  init(_ count: Int) { rest = count }

  func wait() {
    condition.lock()
    rest -= 1
    while rest > 0 { condition.wait() }
    condition.broadcast()
    condition.unlock()
  }
}
