import SchemaSource
import SwiftGeneration

extension Report {
  /// A JSON document as `docs/review.schema.json` describes it.
  public var json: String {
    let value: JSONValue = [
      "version": 1, "counts": counts.json, "services": .array(sections.map(\.json)),
      "staleApprovals": .array(
        staleApprovals.map {
          ["fingerprint": .string($0.fingerprint), "reason": .string($0.reason)]
        }),
    ]
    return "\(value)\n"
  }
}

extension Report.Counts {
  fileprivate var json: JSONValue {
    func number(_ category: ChangeCategory) -> JSONValue { .number("\(self[category])") }
    return [
      "total": .number("\(total)"), "wireBreaks": number(.wire), "wireDegrades": number(.degrades),
      "sourceBreaks": number(.source), "sourceWarnings": number(.warns),
      "meaningChanges": number(.meaning), "approved": number(.approved),
      "harmless": number(.harmless),
    ]
  }
}

extension Report.Section {
  fileprivate var json: JSONValue {
    [
      "service": .string(service), "old": .string(old), "new": .string(new), "counts": counts.json,
      "changes": .array(groups.flatMap { group in group.entries.map { $0.json(in: group.path) } }),
    ]
  }
}

extension Report.Entry {
  fileprivate func json(in group: String) -> JSONValue {
    let rule = change.rule
    var members: [JSONValue.Member] = [
      .init("rule", .string(rule.id)), .init("path", .string(change.path)),
      .init("group", .string(group)), .init("message", .string(change.message)),
      .init("wire", .string(rule.wire.name)),
    ]
    if case .degrades(let finding) = rule.wire {
      members.append(.init("finding", .string(finding)))
    }
    members += [
      .init("source", .string(rule.source.rawValue)),
      .init("meaning", .string(rule.meaning.rawValue)), .init("why", .string(rule.why)),
      .init("advice", .string(rule.advice)),
      .init("events", .array(change.events.map { .string($0) })),
      .init("fingerprint", .string(change.fingerprint)),
    ]
    if let approval { members.append(.init("approved", .string(approval.reason))) }
    if let old = change.old { members.append(.init("old", old.json)) }
    if let new = change.new { members.append(.init("new", new.json)) }
    return .object(members)
  }
}

extension Change.Side {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("file", .string(range.path)), .init("line", .number("\(range.start.line)")),
      .init("column", .number("\(range.start.column)")), .init("text", .string(text)),
    ]
    if let sample { members.append(.init("sample", .string(sample))) }
    if let declaration {
      members.append(.init("symbol", .string(declaration.symbol)))
      members.append(.init("signature", .string(declaration.signature)))
    }
    return .object(members)
  }
}
