import CallbackSchema

extension [PropertyPlan] {
  /// Numbers the properties whose members may be `null`, and reserves the name under which these are recorded.
  mutating func numberNulls(_ scope: inout NameScope) {
    let nullable = indices.filter { self[$0].field.canBeNull }
    for (number, place) in nullable.enumerated() { self[place].nullNumber = number }
    if !nullable.isEmpty { scope.reserve(SwiftText.nullFields, SwiftText.nullFieldsMeaning) }
  }
}

extension [GroupMember] {
  /// Numbers the leaves that may be `null`, as above.
  mutating func numberNulls(_ scope: inout NameScope) {
    var number = 0
    for place in indices {
      guard case .leaf(var property) = self[place], property.field.canBeNull else { continue }
      property.nullNumber = number
      self[place] = .leaf(property)
      number += 1
    }
    if number > 0 { scope.reserve(SwiftText.nullFields, SwiftText.nullFieldsMeaning) }
  }

  /// Whether some leaves may be `null`.
  var recordsNulls: Bool {
    contains { if case .leaf(let property) = $0 { property.nullNumber != nil } else { false } }
  }
}

extension SwiftText {
  /// The name of the property that records members that were `null`.
  static let nullFields = "_nulls"
  /// What this property is, in a message.
  fileprivate static let nullFieldsMeaning = "the record of members that were null"

  /// Prints the property that records members that were `null`.
  mutating func nullFields() {
    documentation("The documented members that were `null`, which are written as `null` again.")
    line("private var \(Self.nullFields) = CallbackRuntime.NullFields()")
  }
}

extension PropertyPlan {
  /// Whether the member was `null`, as an expression of generated code; nil if `null` is not documented.
  var wasNull: String? { nullNumber.map { "\(SwiftText.nullFields)[\($0)]" } }
}
