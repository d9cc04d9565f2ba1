import CallbackRuntime

/// The byte offsets of the values of a body, by path, for findings without an offset.
///
/// The body should be valid JSON; otherwise the index ends at the first error.
public struct BodyIndex {
  private let offsets: [String: Int]

  public init(_ body: [UInt8]) { offsets = _JSONReader.offsets(in: body) }

  /// The byte offset of the value at a path; without one, of the innermost enclosing value.
  public func offset(of path: String) -> Int {
    var path = Substring(path)
    while true {
      if let offset = offsets[String(path)] { return offset }
      guard let cut = path.lastIndex(where: { $0 == "." || $0 == "[" }) else {
        return offsets[""] ?? 0
      }
      path = path[..<cut]
    }
  }
}
