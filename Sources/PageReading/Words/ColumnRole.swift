/// The meaning of a table column.
public enum ColumnRole: String, Hashable, Sendable, CaseIterable {
  /// The names of fields, or of what a table of codes names.
  case name
  case type
  /// Whether the field is required.
  case required
  /// Whether the field is optional.
  case optional
  /// Example values; some pages list the values of a field here.
  case example
  case description
  /// Codes.
  case value
  /// The vendor's names of constants.
  case constant
}
