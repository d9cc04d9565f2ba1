/// A valid Swift identifier. `Naming` creates it from a wire name, so that no unchecked wire name is printed.
struct SwiftName: Hashable, Comparable, Sendable {
  /// The identifier without backticks.
  let text: String

  /// The substitute for an invalid name, which has been reported.
  static let invalid = SwiftName(text: "unnamed")

  /// The name as written in its declaration or after a dot: a keyword in backticks.
  var declared: String { ReservedNames.keywords.contains(text) ? "`\(text)`" : text }

  /// As the label of an argument: only one word needs backticks there.
  var label: String { text == "inout" ? declared : text }

  static func < (first: SwiftName, second: SwiftName) -> Bool { first.text < second.text }
}

extension SwiftName {
  /// The name as a generated function accesses the property: through `self` if a local variable or a keyword has that name.
  var property: String {
    ReservedNames.locals.contains(text) || ReservedNames.keywords.contains(text)
      ? "self.\(declared)" : text
  }
}
