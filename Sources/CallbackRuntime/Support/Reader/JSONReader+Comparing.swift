// Values that are compared and not stored.

extension _JSONReader {
  /// A string of the body that was skipped.
  package struct SkippedText {
    fileprivate var text: JSONText

    /// The number of Unicode scalars, if it is known without reading the string again.
    package var count: Int? { text.isPlain ? text.count : nil }
  }

  /// Skips a string, which is checked as any other; nil for any other value and after an error.
  @inline(__always)
  package mutating func skipText() -> SkippedText? {
    space()
    guard isAt(0x22), let text = text() else { return nil }
    return SkippedText(text: text)
  }

  /// Calls `body` with the UTF-8 of a string that was skipped.
  @inline(__always)
  package mutating func withBytes<R>(
    of skipped: SkippedText, _ body: (Span<UInt8>) -> R
  ) -> R {
    if skipped.text.isEscaped { return body(bytes(skipped.text).span) }
    return withSpan(at: skipped.text.start, count: skipped.text.count, body)
  }

  /// A string that was skipped.
  package mutating func string(_ skipped: SkippedText) -> String { string(skipped.text) }

  /// Whether there was no error, and nothing to report or to remember.
  package var isUneventful: Bool { failed == .none && sideState == nil }
}
