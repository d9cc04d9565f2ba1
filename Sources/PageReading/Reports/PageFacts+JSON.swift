import SchemaSource

extension PageFacts {
  /// A JSON document as `docs/page-inventory.schema.json` describes it.
  public var json: String {
    let (explained, all) = exampleRatio
    let value: JSONValue = [
      "version": 1, "page": .string(path), "entry": page.map(JSONValue.string),
      "edition": edition.map(JSONValue.string),
      "exampleMembers": ["explained": .number("\(explained)"), "all": .number("\(all)")],
      "lines": [
        "declaring": .number("\(declaringLineCount)"), "all": .number("\(textLineCount)"),
      ],
      "scopes": .array(scopes.map(\.json)), "events": .array(events.map(\.json)),
      "tables": .array(tables.map(\.json)), "examples": .array(examples.map(\.json)),
      "unread": .array(unread.map(\.json)),
    ]
    return "\(value)\n"
  }
}

extension PageScope {
  fileprivate var json: JSONValue {
    [
      "place": .string(place), "caption": .string(caption), "position": position.json,
      "fields": .array(fields.map(\.json)),
    ]
  }
}

extension PageEvent {
  fileprivate var json: JSONValue {
    [
      "id": id.map(JSONValue.string), "name": name.map(JSONValue.string),
      "constant": constant.map(JSONValue.string), "version": version.map(JSONValue.string),
      "hasSection": .bool(hasSection), "position": position.json, "rule": .string(rule.rawValue),
      "doubts": doubts.json, "fields": .array(fields.map(\.json)),
    ]
  }
}

extension PageField {
  fileprivate var json: JSONValue {
    [
      "path": .string(path), "type": type.map { .string($0.description) },
      "typeWord": typeWord.map(JSONValue.string),
      "presence": presence.map { .string($0.isRequired ? "required" : "optional") },
      "values": .array(values.map(\.json)), "position": position.json,
      "rule": .string(rule.rawValue), "doubts": doubts.json,
    ]
  }
}

extension PageValue {
  fileprivate var json: JSONValue {
    [
      "text": .string(text), "isQuoted": .bool(isQuoted), "meaning": .string(meaning),
      "constant": constant.map(JSONValue.string), "group": group.map(JSONValue.string),
      "position": position.json, "rule": .string(rule.rawValue), "doubts": doubts.json,
    ]
  }
}

extension PageTable {
  fileprivate var json: JSONValue {
    [
      "kind": .string(kind.rawValue), "caption": .string(caption),
      "event": event.map(JSONValue.string), "isAttached": .bool(isAttached),
      "values": .array(values.map(\.json)), "position": position.json,
      "rule": .string(rule.rawValue),
    ]
  }
}

extension PageExample {
  fileprivate var json: JSONValue {
    [
      "event": event.map(JSONValue.string), "isValid": .bool(isValid), "position": position.json,
      "explained": .array(explained.map(JSONValue.string)),
      "unexplained": .array(unexplained.map(JSONValue.string)),
    ]
  }
}

extension Set<Doubt> {
  fileprivate var json: JSONValue { .array(sorted().map { .string($0.rawValue) }) }
}
