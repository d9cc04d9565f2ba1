import CallbackSchema

/// The numbers of the properties whose members may be `null`.
struct NullNumbers {
  private var count = 0

  /// The number of the next property; nil if its member is never `null`.
  mutating func next(_ field: Field) -> Int? {
    guard field.canBeNull else { return nil }
    defer { count += 1 }
    return count
  }

  /// Reserves the name under which these members are recorded.
  func reserve(in scope: inout NameScope) {
    if count > 0 { scope.reserve(SwiftText.nullFields, SwiftText.nullFieldsMeaning) }
  }
}

extension [GroupMember] {
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
