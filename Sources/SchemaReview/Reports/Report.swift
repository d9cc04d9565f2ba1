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

  /// A service that could not be compared.
  public struct Unreviewed: Hashable, Sendable {
    /// The folder of the service.
    public var service: String
    /// Why it could not be compared.
    public var reason: String

    public init(service: String, reason: String) {
      self.service = service
      self.reason = reason
    }
  }

  /// The services.
  public var sections: [Section]
  /// The services that could not be compared, because their old schema is invalid.
  public var unreviewed: [Unreviewed]
  /// The approvals without a change that the old state does not have.
  public var staleApprovals: [Approval]

  /// Creates a report.
  ///
  /// - Parameter known: the fingerprints that were approved in the old state. Their changes were merged since, so that such an
  ///   approval without a change is no error.
  public init(
    _ parts: [Part], approvals: [Approval] = [], known: Set<String> = [],
    unreviewed: [Unreviewed] = []
  ) {
    self.unreviewed = unreviewed
    let byFingerprint = Dictionary(approvals.map { ($0.fingerprint, $0) }) { first, _ in first }
    sections = parts.map { Self.section($0, byFingerprint) }
    let present = Set(parts.flatMap { $0.review.changes.map(\.fingerprint) })
    staleApprovals = approvals.filter {
      !present.contains($0.fingerprint) && !known.contains($0.fingerprint)
    }
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

  /// What has to be done about the change.
  var action: RequiredAction {
    let rule = change.rule
    if isSettled { return .nothing }
    if rule.meaning == .changed { return .deployWith }
    if rule.wire == .breaks { return .deployBefore }
    let isReported = [.source, .history, .degrades, .warns].contains(categories[0])
    // That old bodies lack an added field is no surprise.
    let isMissingOnly = change.history.findings == ["missing"]
    let isDegraded = change.history.level == .degrades && !isMissingOnly
    return isReported || isDegraded ? .review : .nothing
  }

  /// The old and the new text of a changed description, in quotes; nil for any other change.
  var words: (old: String, new: String)? {
    let isText = [
      .documentationChanged, .descriptionMoved, .codeDescriptionChanged, .examplesChanged,
    ].contains(change.rule)
    guard isText, let old = change.old?.text, let new = change.new?.text else { return nil }
    func quoted(_ text: String) -> String { text.isEmpty ? "none" : "\"\(text)\"" }
    return (quoted(old), quoted(new))
  }

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

/// What has to be done about a change; the most urgent first.
enum RequiredAction: String, CaseIterable {
  case deployBefore = "deploy-before"
  case deployWith = "deploy-with"
  case review
  case nothing

  /// The heading of the changes in a report.
  var title: String {
    switch self {
    case .deployBefore: "Deploy the new models before the vendor switches"
    case .deployWith: "Deploy the new models when the vendor switches"
    case .review: "Look at"
    case .nothing: "Nothing to do"
    }
  }

  /// Why, in a sentence.
  var reason: String {
    switch self {
    case .deployBefore:
      "Models in production lose or misread what the vendor sends after the change."
    case .deployWith:
      "The same JSON has another meaning: neither the compiler nor decoding reports it."
    case .review:
      "Nothing is lost on the wire, but code has to be updated, findings are reported, or old bodies are read differently."
    case .nothing: "Models in production decode everything as before."
    }
  }
}
