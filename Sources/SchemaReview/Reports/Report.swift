import SchemaSource

/// Reviews of one or several services, sorted for readers, with what was approved set apart.
public struct Report: Sendable {
  /// The review of one service, and what its two sides are called.
  public struct Part: Sendable {
    public var review: Review
    public var old: String
    public var new: String

    public init(_ review: Review, old: String, new: String) {
      self.review = review
      self.old = old
      self.new = new
    }
  }

  /// A change, and the reason why it was approved, if it was.
  public struct Entry: Sendable {
    public var change: Change
    public var approval: Approval?
  }

  /// The changes to one thing: an event, a table, the envelope.
  public struct Group: Sendable {
    /// `events.leave`
    public var path: String
    public var entries: [Entry]
  }

  /// One service, with its groups: what asks for somebody first, then what is harmless.
  public struct Section: Sendable {
    public var service: String
    public var old: String
    public var new: String
    public var groups: [Group]
    public var counts: Counts
  }

  /// How many changes have which verdict, approved ones apart.
  public struct Counts: Hashable, Sendable {
    public var total = 0
    public var wireBreaks = 0
    public var wireDegrades = 0
    public var sourceBreaks = 0
    public var sourceWarnings = 0
    public var meaningChanges = 0
    public var approved = 0
    public var harmless = 0

    mutating func count(_ entry: Entry) {
      total += 1
      guard entry.approval == nil else {
        approved += 1
        return
      }
      let rule = entry.change.rule
      if rule.isHarmless { harmless += 1 }
      switch rule.wire {
      case .breaks: wireBreaks += 1
      case .degrades: wireDegrades += 1
      case .safe: break
      }
      switch rule.source {
      case .breaks: sourceBreaks += 1
      case .warning: sourceWarnings += 1
      case .safe: break
      }
      if rule.meaning == .changed { meaningChanges += 1 }
    }

    static func + (first: Counts, second: Counts) -> Counts {
      Counts(
        total: first.total + second.total, wireBreaks: first.wireBreaks + second.wireBreaks,
        wireDegrades: first.wireDegrades + second.wireDegrades,
        sourceBreaks: first.sourceBreaks + second.sourceBreaks,
        sourceWarnings: first.sourceWarnings + second.sourceWarnings,
        meaningChanges: first.meaningChanges + second.meaningChanges,
        approved: first.approved + second.approved, harmless: first.harmless + second.harmless)
    }
  }

  public var sections: [Section]
  /// Approvals of changes that are no longer there.
  public var staleApprovals: [Approval]

  public init(_ parts: [Part], approvals: [Approval] = []) {
    let reasons = Dictionary(approvals.map { ($0.fingerprint, $0) }) { first, _ in first }
    sections = parts.map { Self.section($0, reasons) }
    let present = Set(parts.flatMap { $0.review.changes.map(\.fingerprint) })
    staleApprovals = approvals.filter { !present.contains($0.fingerprint) }
  }

  private static func section(_ part: Part, _ reasons: [String: Approval]) -> Section {
    var groups: [Group] = []
    var places: [String: Int] = [:]
    var counts = Counts()
    for change in part.review.changes {
      let entry = Entry(change: change, approval: reasons[change.fingerprint])
      counts.count(entry)
      let path = change.group
      if let place = places[path] {
        groups[place].entries.append(entry)
      } else {
        places[path] = groups.count
        groups.append(Group(path: path, entries: [entry]))
      }
    }
    for place in groups.indices {
      // A stable sort: what is graver comes first.
      groups[place].entries = groups[place].entries.enumerated().sorted { first, second in
        (first.element.rank, first.offset) < (second.element.rank, second.offset)
      }.map(\.element)
    }
    return Section(
      service: part.review.service, old: part.old, new: part.new, groups: groups, counts: counts)
  }

  /// Over all services.
  public var counts: Counts { sections.reduce(Counts()) { $0 + $1.counts } }
}

extension Report.Entry {
  /// Lower is graver; approved and harmless changes come last.
  var rank: Int {
    if approval != nil { return 5 }
    let rule = change.rule
    if rule.meaning == .changed { return 0 }
    if rule.wire == .breaks { return 1 }
    if rule.source == .breaks { return 2 }
    return rule.isHarmless ? 4 : 3
  }

  /// `+` for what is new, `-` for what is gone, `~` for what is otherwise.
  var sign: String { change.old == nil ? "+" : change.new == nil ? "-" : "~" }

  /// Nobody has to look at it.
  var isQuiet: Bool { approval != nil || change.rule.isHarmless }

  /// `meaning changed, source breaks`; `harmless` where no verdict asks for somebody.
  var verdicts: String {
    let rule = change.rule
    var parts: [String] = []
    if rule.meaning == .changed { parts.append("meaning changed") }
    if rule.wire != .safe { parts.append("wire \(rule.wire.text)") }
    if rule.source != .safe { parts.append("source \(rule.source.rawValue)") }
    return parts.isEmpty ? "harmless" : parts.joined(separator: ", ")
  }
}

extension Change {
  static func place(of range: SourceRange) -> String {
    "\(range.path):\(range.start.line):\(range.start.column)"
  }
}

extension Report.Counts {
  /// `2 change meaning, 1 breaks the wire, 4 are harmless`
  public var summary: String {
    func some(_ count: Int, _ one: String, _ many: String) -> String? {
      count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
    }
    let parts = [
      some(meaningChanges, "changes its meaning", "change their meaning"),
      some(wireBreaks, "breaks the wire", "break the wire"),
      some(wireDegrades, "degrades the wire", "degrade the wire"),
      some(sourceBreaks, "breaks source", "break source"),
      some(sourceWarnings, "warns in source", "warn in source"),
      some(approved, "is approved", "are approved"),
      some(harmless, "is harmless", "are harmless"),
    ].compactMap { $0 }
    guard total > 0 else { return "no change" }
    return "\(total) change\(total == 1 ? "" : "s"): \(parts.joined(separator: ", "))"
  }
}
