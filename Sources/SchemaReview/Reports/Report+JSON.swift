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
      "notReviewed": .array(
        unreviewed.map { ["service": .string($0.service), "reason": .string($0.reason)] }),
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
      "meaningChanges": number(.meaning), "historyBreaks": number(.history),
      "historyDegrades": number(.historyDegrades), "ignored": number(.ignored),
      "approved": number(.approved),
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
    return [
      "rule": .string(rule.id), "path": .string(change.path), "group": .string(group),
      "message": .string(change.message), "wire": .string(rule.wire.name),
      "finding": rule.wire.finding.map(JSONValue.string), "source": .string(rule.source.rawValue),
      "meaning": .string(rule.meaning.rawValue), "history": .string(change.history.level.rawValue),
      "historyFindings": .array(change.history.findings.map(JSONValue.string)),
      "action": .string(action.rawValue), "why": .string(rule.why),
      "advice": .string(rule.advice), "events": .array(change.events.map(JSONValue.string)),
      "fingerprint": .string(change.fingerprint),
      "approved": (approval?.reason).map(JSONValue.string), "old": change.old?.json,
      "new": change.new?.json,
    ]
  }
}

extension Change.Side {
  fileprivate var json: JSONValue {
    [
      "file": .string(range.path), "line": .number("\(range.start.line)"),
      "column": .number("\(range.start.column)"), "text": .string(text),
      "sample": sample.map(JSONValue.string),
      "symbol": (declaration?.symbol).map(JSONValue.string),
      "signature": (declaration?.signature).map(JSONValue.string),
    ]
  }
}
