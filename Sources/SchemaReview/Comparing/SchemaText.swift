import CallbackSchema

/// The statements of a schema on one line each, for comparison and for reports.
enum SchemaText {
  static func type(_ type: FieldType) -> String {
    switch type {
    case .scalar(let scalar): scalar.rawValue
    case .table(let name), .object(let name): name
    case .ownTable(let table):
      "\(table.raw.rawValue) with \(table.rows.count) value\(table.rows.count == 1 ? "" : "s")"
    case .nested(let fields): "{ \(fields.map(\.wire).joined(separator: ", ")) }"
    case .list(let element): "[\(self.type(element))]"
    case .stringOrInteger: "string | int"
    case .dependent(let dependency): self.dependency(dependency)
    case .map(let element): "[string: \(self.type(element))]"
    case .union(let members): members.map { self.type($0) }.sorted().joined(separator: " | ")
    case .choice(let choice): self.choice(choice)
    }
  }

  static func choice(_ choice: ObjectChoice) -> String {
    let options = choice.options.map { "\(value($0.value)): \($0.object.value)" }.sorted()
    return "by \(choice.member) of { \(options.joined(separator: ", ")) } else json"
  }

  static func dependency(_ dependency: Dependency) -> String {
    let choices = dependency.choices.map { "\(value($0.value)): \($0.table.value)" }.sorted()
    return
      "by \(path(dependency.selector)) of { \(choices.joined(separator: ", ")) } else \(dependency.otherwise.rawValue)"
  }

  static func value(_ value: WireValue) -> String {
    if case .string(let text) = value { "\"\(text)\"" } else { value.text }
  }

  static func bounds(_ bounds: Bounds) -> String { "\(bounds.lower ?? "")...\(bounds.upper ?? "")" }

  static func format(_ format: Format) -> String {
    switch format {
    case .list(let separator): "list \"\(separator)\""
    case .json: "json"
    case .rfc3339: "rfc3339"
    case .text(let name): name.value
    case .standard(let standard): standard.rawValue
    case .integer: "int"
    case .number: "double"
    case .boolean: "bool"
    case .base64(let pairs):
      "base64 "
        + pairs.map { "\($0.character)=\($0.written)" }.sorted().joined(separator: " ")
    }
  }

  static func path(_ path: Located<[String]>) -> String { path.value.joined(separator: ".") }

  /// The clauses, and their values, in an order of their own: another order means the same.
  static func clauses(_ clauses: [Condition.Clause]) -> String {
    clauses.map { clause in
      var sorted = clause
      sorted.values.sort { value($0) < value($1) }
      return [sorted].text(hasQuotes: true)
    }.sorted().joined(separator: " and ")
  }

  static func condition(_ condition: Condition) -> String {
    switch condition {
    case .clauses(let clauses, _): self.clauses(clauses)
    case .text(let text): "\"\(text)\""
    }
  }

  /// A period in the largest unit that needs no fraction, so that `60s` and `1min` are the same.
  static func period(_ period: Period) -> String {
    let lengths: [Period.Unit: Int] = [
      .milliseconds: 1, .seconds: 1000, .minutes: 60_000, .hours: 3_600_000,
    ]
    let (length, isTooLong) = period.count.multipliedReportingOverflow(
      by: lengths[period.unit] ?? 1)
    guard !isTooLong else { return "\(period.count)\(period.unit.rawValue)" }
    let unit =
      [Period.Unit.hours, .minutes, .seconds].first { length % (lengths[$0] ?? 1) == 0 }
      ?? .milliseconds
    return "\(length / (lengths[unit] ?? 1))\(unit.rawValue)"
  }

  static func signature(_ signature: Signature) -> String {
    let over: String =
      switch signature.subject {
      case .body: "body"
      case .sorted(let parts): "sorted " + parts.map(\.text).sorted().joined(separator: ", ")
      case .template(let text, _): text.value
      case .claim(let name, let encoding): "claim \(name) \(encoding.rawValue)"
      case .urlAndForm: "url-and-form"
      }
    return [
      "\(signature.place.value.text):", signature.part, signature.prefix,
      signature.algorithm.rawValue, signature.encoding?.rawValue, "over \(over)",
      signature.time.map { "time \($0.text)" },
      signature.tolerance.map { "tolerance \(period($0))" },
    ].compactMap { $0 }.joined(separator: " ")
  }

  static func example(_ example: Example, _ service: Service) -> String {
    let sources = example.provenance.sources
    let editions = sources.isEmpty ? [] : service.editionNames(of: example.provenance).sorted()
    let parts = service.otherSources(of: example.provenance).sorted()
    return [
      example.file.value, example.extent.rawValue, example.title ?? "", example.repaired ?? "",
      (editions + parts).joined(separator: " "),
    ].joined(separator: "; ")
  }

  static func reading(_ reading: Reading) -> String {
    var parts: [String] = []
    if let text = reading.text { parts.append("\"\(text)\"") }
    if let wire = reading.wire { parts.append("wire \(wire.value)") }
    if let type = reading.type { parts.append("type \(self.type(type))") }
    if let unit = reading.unit { parts.append("unit \(unit.rawValue)") }
    if let isOptional = reading.isOptional { parts.append("optional \(isOptional)") }
    if let isNullable = reading.isNullable { parts.append("nullable \(isNullable)") }
    if let name = reading.name { parts.append("name \(name.value)") }
    if let constant = reading.constant { parts.append("const \(value(constant.value))") }
    if let doc = reading.doc { parts.append("doc \"\(doc)\"") }
    switch reading.condition {
    case .to(let condition): parts.append("when \(self.condition(condition))")
    case .removed: parts.append("when none")
    case nil: break
    }
    switch reading.defaultValue {
    case .to(let located): parts.append("default \(value(located.value))")
    case .removed: parts.append("default none")
    case nil: break
    }
    if reading.isFlattened { parts.append("flattened") }
    return parts.joined(separator: ", ")
  }
}
