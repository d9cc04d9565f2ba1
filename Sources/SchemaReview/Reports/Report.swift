import SchemaSource

/// The reviews of one or several services, sorted by severity, with approvals.
public struct Report: Sendable {
  /// The review of one service, and the names of the two states as the user gave them.
  public typealias Part = (review: Review, old: String, new: String)

  /// A change, and its approval if it is approved.
  public struct Entry: Sendable {
    public var change: Change
    public var approval: Approval?
  }

  /// The changes of one event, one named type, the envelope or another part of a service; the most severe first.
  public struct Group: Sendable {
    /// The path: `events.leave`.
    public var path: String
    public var entries: [Entry]
  }

  /// The changes of one service.
  public struct Section: Sendable {
    public var service: String
    public var old: String
    public var new: String
    /// The groups, in the order of the schema.
    public var groups: [Group]
    public var counts: Counts { Counts(groups.flatMap(\.entries)) }
  }

  /// The numbers of changes by verdict; an approved change counts as approved only.
  public struct Counts: Hashable, Sendable {
    public let total: Int
    private let numbers: [ChangeCategory: Int]

    init(_ entries: [Entry]) {
      total = entries.count
      numbers = Dictionary(entries.categories.map { ($0, 1) }, uniquingKeysWith: +)
    }

    /// The number of changes in a category.
    public subscript(category: ChangeCategory) -> Int { numbers[category, default: 0] }

    /// The counts as a sentence: `5 changes: 2 change meaning, 1 breaks the wire, 2 are harmless`.
    public var summary: String {
      let parts = ChangeCategory.allCases.compactMap { category -> String? in
        let count = self[category]
        let predicates = category.predicates
        return count == 0 ? nil : "\(count) \(count == 1 ? predicates.one : predicates.many)"
      }
      return total == 0 ? title : "\(title): \(parts.joined(separator: ", "))"
    }

    /// `no change`, `1 change`, `5 changes`.
    var title: String {
      total == 0 ? "no change" : "\(total) change\(total == 1 ? "" : "s")"
    }
  }

  /// The services.
  public var sections: [Section]
  /// The approvals without a change.
  public var staleApprovals: [Approval]

  /// Creates a report.
  public init(_ parts: [Part], approvals: [Approval] = []) {
    let byFingerprint = Dictionary(approvals.map { ($0.fingerprint, $0) }) { first, _ in first }
    sections = parts.map { Self.section($0, byFingerprint) }
    let present = Set(parts.flatMap { $0.review.changes.map(\.fingerprint) })
    staleApprovals = approvals.filter { !present.contains($0.fingerprint) }
  }

  private static func section(_ part: Part, _ approvals: [String: Approval]) -> Section {
    let entries = part.review.changes.map {
      Entry(change: $0, approval: approvals[$0.fingerprint])
    }
    let byGroup = Dictionary(grouping: entries, by: \.change.group)
    var seen: Set<String> = []
    let groups = entries.map(\.change.group).filter { seen.insert($0).inserted }.map { path in
      // The offset makes the sort stable.
      let sorted = byGroup[path, default: []].enumerated().sorted { first, second in
        (first.element.rank, first.offset) < (second.element.rank, second.offset)
      }
      return Group(path: path, entries: sorted.map(\.element))
    }
    return Section(service: part.review.service, old: part.old, new: part.new, groups: groups)
  }

  /// The counts over all services.
  public var counts: Counts { Counts(sections.flatMap(\.groups).flatMap(\.entries)) }
}

extension Report.Entry {
  /// The position in a sort by severity; 0 is the most severe.
  var rank: Int {
    switch categories[0] {
    case .meaning: 0
    case .wire: 1
    case .source: 2
    case .history: 3
    case .degrades, .warns, .historyDegrades: 4
    case .ignored: 5
    case .harmless: 6
    case .approved: 7
    }
  }

  /// `+` for an added, `-` for a removed and `~` for a changed element.
  var sign: String { change.old == nil ? "+" : change.new == nil ? "-" : "~" }

  /// Whether the change is approved or harmless, so that it needs no action.
  var isSettled: Bool { approval != nil || change.isHarmless }

  /// The verdicts that have consequences: `meaning changed, source breaks`; `harmless` if there is none.
  var verdicts: String {
    let rule = change.rule
    var parts: [String] = []
    if rule.meaning == .changed { parts.append("meaning changed") }
    if rule.wire != .safe { parts.append("wire \(rule.wire.text)") }
    if rule.source != .safe { parts.append("source \(rule.source.rawValue)") }
    if change.history.level != .safe { parts.append("history \(change.history.text)") }
    return parts.isEmpty ? "harmless" : parts.joined(separator: ", ")
  }
}
