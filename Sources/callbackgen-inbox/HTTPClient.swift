import CallbackReceiver
import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Posts requests, each within a time limit. Redirects are not followed, and nothing is stored or cached.
final class HTTPClient: NSObject, @unchecked Sendable {
  /// A response, with the beginning of its body.
  struct Response: Sendable {
    var status: Int
    var body: [UInt8]
  }

  /// The reason why there is no response.
  struct Failure: Error, Hashable {
    var message: String
  }

  /// The number of bytes of a body after which the rest is not awaited.
  private static let greatestBody = 64 << 10

  /// A request under way.
  private struct Exchange {
    var continuation: CheckedContinuation<Result<Response, Failure>, Never>
    /// Ends the exchange at the time limit.
    var timer: Task<Void, any Error>
    var body: [UInt8] = []
  }

  private let url: URL
  private let timeout: Duration
  private let lock = NSLock()
  private var exchanges: [Int: Exchange] = [:]
  private var session: URLSession?

  /// - Parameters:
  ///   - url: the URL to post to.
  ///   - timeout: the time within which a response is to be complete.
  ///   - jobs: the greatest number of requests at one time.
  init(url: URL, timeout: Duration, jobs: Int) {
    self.url = url
    self.timeout = timeout
    super.init()
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpMaximumConnectionsPerHost = jobs
    configuration.httpShouldSetCookies = false
    configuration.urlCache = nil
    // The limit is the client's own; these are no shorter.
    configuration.timeoutIntervalForRequest = timeout / .seconds(1) + 60
    configuration.timeoutIntervalForResource = timeout / .seconds(1) + 60
    session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
  }

  /// Ends the connections; the client is of no further use.
  func close() { session?.invalidateAndCancel() }

  /// Posts a request.
  func post(_ request: CallbackRequest) async -> Result<Response, Failure> {
    var message = URLRequest(url: url)
    message.httpMethod = "POST"
    message.httpBody = Data(request.body)
    for field in request.headers {
      message.addValue(field.value, forHTTPHeaderField: field.name.rawName)
    }
    guard let task = session?.dataTask(with: message) else {
      return .failure(Failure(message: "the client is closed"))
    }
    return await withCheckedContinuation { continuation in
      lock.withLock {
        let timer = Task { [timeout] in
          try await Task.sleep(for: timeout)
          let seconds = timeout / .seconds(1)
          end(task, .failure(Failure(message: "no complete response within \(seconds) seconds")))
          task.cancel()
        }
        exchanges[task.taskIdentifier] = Exchange(continuation: continuation, timer: timer)
      }
      task.resume()
    }
  }

  /// Ends an exchange, unless it has ended: the session may report the end of a cancelled task much later.
  private func end(_ task: URLSessionTask, _ result: Result<Response, Failure>) {
    let exchange = lock.withLock { exchanges.removeValue(forKey: task.taskIdentifier) }
    exchange?.timer.cancel()
    exchange?.continuation.resume(returning: result)
  }
}

extension HTTPClient: URLSessionDataDelegate {
  func urlSession(
    _: URLSession, task _: URLSessionTask, willPerformHTTPRedirection _: HTTPURLResponse,
    newRequest _: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  func urlSession(_: URLSession, dataTask task: URLSessionDataTask, didReceive data: Data) {
    let body = lock.withLock {
      exchanges[task.taskIdentifier]?.body += data
      return exchanges[task.taskIdentifier]?.body
    }
    guard let body, body.count > Self.greatestBody else { return }
    end(task, response(to: task, body))
    task.cancel()
  }

  func urlSession(_: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    if let error {
      end(task, .failure(Failure(message: error.localizedDescription)))
    } else {
      end(task, response(to: task, lock.withLock { exchanges[task.taskIdentifier]?.body ?? [] }))
    }
  }

  private func response(to task: URLSessionTask, _ body: [UInt8]) -> Result<Response, Failure> {
    guard let response = task.response as? HTTPURLResponse else {
      return .failure(Failure(message: "the response is not HTTP"))
    }
    return .success(Response(status: response.statusCode, body: body))
  }
}
