/// A name that Swift accepts as it is: only `Naming` makes one, so that no wire spelling reaches the printer unseen.
struct SwiftName: Hashable, Comparable, Sendable {
  /// Without backticks.
  let text: String

  /// Stands for a name that could not be made; the reason has been reported.
  static let invalid = SwiftName(text: "unnamed")

  /// As it is written where it is declared, or after a dot.
  var declared: String { ReservedNames.keywords.contains(text) ? "`\(text)`" : text }

  /// As the label of an argument: only one word needs backticks there.
  var label: String { text == "inout" ? declared : text }

  static func < (first: SwiftName, second: SwiftName) -> Bool { first.text < second.text }
}

extension SwiftName {
  /// As a body of generated code refers to a property: `self.` where a local, or the language, has the name already.
  var property: String {
    ReservedNames.locals.contains(text) || ReservedNames.keywords.contains(text)
      ? "self.\(declared)" : text
  }
}
