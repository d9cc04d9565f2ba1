/// Which entries of an inbox are wanted; all by default.
package struct InboxSelection: Sendable {
  /// The name of the service.
  package var service: String?
  /// The earliest arrival, in milliseconds since 1970.
  package var since: Int64?
  /// The time before which an entry arrived, in milliseconds since 1970.
  package var until: Int64?
  /// The greatest number of an entry.
  package var last: Int64?
  /// The verdicts, of which an entry has one; `unsettled` for entries without one. Empty for all.
  package var verdicts: [String] = []

  /// The word for entries without a verdict.
  package static let unsettled = "unsettled"

  package init() {}

  /// The condition in SQL, and the texts of its parameters.
  var condition: (sql: String, values: [String]) {
    var terms: [String] = []
    var values: [String] = []
    if let service {
      terms.append("service = ?")
      values.append(service)
    }
    if let since { terms.append("arrival >= \(since)") }
    if let until { terms.append("arrival < \(until)") }
    if let last { terms.append("number <= \(last)") }
    if !verdicts.isEmpty {
      let marks = verdicts.map { _ in "?" }.joined(separator: ", ")
      terms.append("ifnull(verdict, '\(Self.unsettled)') IN (\(marks))")
      values += verdicts
    }
    return (terms.isEmpty ? "1" : terms.joined(separator: " AND "), values)
  }
}
