/// A position on a page.
public struct PagePosition: Hashable, Comparable, Sendable {
  /// The line, counted from 1.
  public var line: Int
  /// The column in characters, counted from 1.
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (first: PagePosition, second: PagePosition) -> Bool {
    (first.line, first.column) < (second.line, second.column)
  }
}
