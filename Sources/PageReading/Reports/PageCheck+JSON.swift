import SchemaSource

extension PageCheck {
  /// A JSON document as `docs/page-check.schema.json` describes it.
  public var json: String {
    let value: JSONValue = [
      "version": 1, "page": .string(path), "service": .string(service),
      "edition": edition.map(JSONValue.string),
      "counts": [
        "certain": .number("\(certain.count)"), "unsure": .number("\(unsure.count)"),
        "explained": .number("\(explained.count)"), "unread": .number("\(unread.count)"),
      ],
      "differences": .array(differences.map(\.json)), "unread": .array(unread.map(\.json)),
    ]
    return "\(value)\n"
  }
}

extension PageDifference {
  var json: JSONValue {
    let certainty = explanation != nil ? "explained" : isCertain ? "certain" : "unsure"
    return [
      "rule": .string(rule.id), "certainty": .string(certainty), "path": .string(path),
      "sharedBy": .array(sharedBy.map(JSONValue.string)), "message": .string(message),
      "page": page.json, "schema": schema?.json,
      "doubts": .array(doubts.map { .string($0.rawValue) }),
      "explanation": explanation.map { ["text": .string($0.text), "schema": $0.range.json] },
      "fingerprint": .string(fingerprint),
    ]
  }
}

extension PagePosition {
  var json: JSONValue { ["line": .number("\(line)"), "column": .number("\(column)")] }
}

extension UnreadLine {
  var json: JSONValue {
    [
      "reason": .string(reason.rawValue), "text": .string(text),
      "line": .number("\(position.line)"), "column": .number("\(position.column)"),
    ]
  }
}

extension SourceRange {
  var json: JSONValue {
    [
      "file": .string(path), "line": .number("\(start.line)"), "column": .number("\(start.column)"),
    ]
  }
}
