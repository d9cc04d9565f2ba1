@_spi(Generated)
extension _JSONReader {
  /// The value of an HTTP header; nil if the request does not have it.
  public mutating func header(_ name: String) -> String? { sideState?.headers[name.lowercased()] }

  /// The string at a place; nil if there is none.
  public mutating func text(at place: PayloadPlace, of body: Mark) -> String? {
    guard failed == .none else { return nil }
    let back = mark()
    defer { go(to: back) }
    guard case .at(let mark) = position(of: place, from: body).place else { return nil }
    go(to: mark)
    if let bridge { return try? bridge.string() }
    guard isAt(0x22), let text = text() else { return nil }
    return string(text)
  }
}

extension _JSONReader {
  /// Sets the headers of the request.
  package mutating func setHeaders(_ headers: [String: String]) {
    let state = ensureSideState()
    for (name, value) in headers where state.headers[name.lowercased()] == nil {
      state.headers[name.lowercased()] = value
    }
  }
}
