import Foundation

/// The user's wish to end the program, by Ctrl-C; the program ends itself, with its summary.
final class Interruption: @unchecked Sendable {
  private let lock = NSLock()
  private var state = false
  private let source: any DispatchSourceSignal

  /// Whether the user has interrupted the program.
  var isRequested: Bool { lock.withLock { state } }

  init() {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [weak self] in
      self?.lock.withLock { self?.state = true }
      // The second one ends the program at once.
      signal(SIGINT, SIG_DFL)
    }
    source.resume()
  }
}
