import SchemaSource

extension Checks {
  /// Whether a condition, a constant of an event or a dependent type can compare a member with single values; reports
  /// why not.
  ///
  /// A comparison has to mean the same for every body: texts with parts and fractions have several spellings of one
  /// value. A time as an integer is compared, because vendors send 0 for "not yet".
  static func isComparable(
    _ field: Field, _ service: Service, at range: SourceRange, _ reader: inout NodeReader
  ) -> Bool {
    let reason: String? =
      if field.constant != nil {
        "it always has the same value"
      } else {
        switch (field.format, field.valueType(in: service)) {
        case (.list?, _): "it is a list in one text"
        case (.rfc3339?, _): "one time has several spellings"
        case (.text?, _), (.base64?, _): "it is a text with parts"
        case (.json?, _), (nil, .object?): "it is an object"
        case (nil, .double?): "a fraction is not compared exactly"
        case (nil, .json?) where field.type != .stringOrInteger: "it can be any JSON"
        case (nil, nil):
          if case .list = field.type { "it is a list" } else { "it is an object" }
        default: nil
        }
      }
    guard let reason else { return true }
    reader.error(
      .notComparable, "'\(field.wire)' is not compared with single values: \(reason)", at: range,
      notes: [.init(message: "the field is here", range: field.range)],
      fix: "name another member; a condition may be a text, which is not checked")
    return false
  }
}
