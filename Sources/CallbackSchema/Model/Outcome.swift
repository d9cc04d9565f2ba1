/// Whether a callback reports success or failure.
public enum Outcome: String, Hashable, Sendable, CaseIterable { case success, failure }

extension CodeTable {
  /// Whether a code reports success or failure.
  var hasOutcomes: Bool { rows.contains { $0.outcome != nil } || otherwise?.outcome != nil }
}

extension Service {
  /// Whether codes of a field report success or failure.
  public func reportsOutcome(_ field: Field) -> Bool {
    guard field.constant == nil, let table = field.codeTable(in: self) else { return false }
    return table.hasOutcomes
  }

  /// The fields of an event whose codes decide its outcome; none if the event declares one.
  public func outcomeFields(of event: Event) -> [Field] {
    event.outcome == nil ? fields(of: event).filter(reportsOutcome) : []
  }

  /// The paths of the members that decide the outcome of an event that declares none: its own, then the envelope's.
  public func outcomePaths(of event: Event) -> [String] {
    let place = payloadLocation(of: event).path
    return (outcomeFields(of: event).map { place + [$0.wire] } + outcomePaths).map {
      $0.joined(separator: ".")
    }
  }

  /// The paths of the envelope's members whose codes decide the outcome of events that declare none.
  public var outcomePaths: [[String]] { outcomePaths(envelope, []) }

  private func outcomePaths(_ fields: [Field], _ path: [String]) -> [[String]] {
    fields.flatMap { field -> [[String]] in
      let place = path + [field.wire]
      guard !isDiscriminator(place) else { return [] }
      if case .nested(let inner) = field.type { return outcomePaths(inner, place) }
      return reportsOutcome(field) ? [place] : []
    }
  }
}
