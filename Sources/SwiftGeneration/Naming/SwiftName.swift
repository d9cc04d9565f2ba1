/// A valid Swift identifier. `Naming` creates it from a wire name, so that no unchecked wire name is printed.
struct SwiftName: Hashable, Comparable, Sendable {
  /// The identifier without backticks.
  let text: String
  private let isKeyword: Bool
  /// Whether a generated function may have a local variable of this name.
  private let isLocal: Bool

  init(text: String) {
    self.text = text
    isKeyword = ReservedNames.keywords.contains(text)
    isLocal = ReservedNames.locals.contains(text)
  }

  /// The substitute for an invalid name, which has been reported.
  static let invalid = SwiftName(text: "unnamed")

  /// The name as written in its declaration or after a dot: a keyword in backticks.
  var declared: String { isKeyword ? "`\(text)`" : text }

  /// As the label of an argument: only one word needs backticks there.
  var label: String { text == "inout" ? declared : text }

  /// The name as a generated function accesses the property: through `self` if a local variable or a keyword has that name.
  var property: String { isLocal || isKeyword ? "self.\(declared)" : text }

  static func < (first: SwiftName, second: SwiftName) -> Bool { first.text < second.text }
}
