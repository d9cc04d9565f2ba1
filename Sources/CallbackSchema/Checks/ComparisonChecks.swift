import SchemaSource

extension Checks {
  /// Whether a condition, a constant of an event or a dependent type can compare a member with listed values; reports
  /// the reason otherwise.
  ///
  /// Formatted strings and fractions are not compared, because one value has several spellings. A time as an integer
  /// is compared, because vendors send 0 for a time that is not yet known.
  mutating func isComparable(_ field: Field, at range: SourceRange) -> Bool {
    guard !isLost(field) else { return false }
    let reason: String? =
      if field.constant != nil {
        "it is a constant"
      } else {
        switch (field.format, field.valueType(in: service)) {
        case (.list?, _): "it is a list in one string"
        case (.rfc3339?, _): "one time can be written in several ways"
        case (.standard?, _), (.integer?, _), (.number?, _), (.boolean?, _):
          "one value can be written in several ways"
        case (.text?, _), (.base64?, _): "its string has a format"
        case (.json?, _), (nil, .object?): "it is an object"
        case (nil, .double?): "fractions are not compared exactly"
        case (nil, .json?) where field.type != .stringOrInteger: "it can be any JSON value"
        case (nil, nil):
          switch field.type {
          case .list: "it is a list"
          case .map: "it is a map"
          case .union, .choice: "it has one of several types"
          default: "it is an object"
          }
        default: nil
        }
      }
    guard let reason else { return true }
    reader.error(
      .notComparable, "'\(field.wire)' cannot be compared with listed values: \(reason)", at: range,
      notes: [.init(message: "the field is here", range: field.range)],
      fix: "name another member, or write the condition in words, which are not checked")
    return false
  }
}
