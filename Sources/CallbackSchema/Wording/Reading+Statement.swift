extension Reading {
  /// The predicate of a sentence whose subject is the source: "gives it in seconds".
  package var statement: String {
    var parts: [String] = []
    if let wire { parts.append("spells it `\(wire.value)`") }
    if let type { parts.append("shows it as \(type.phrase)") }
    if let unit { parts.append("gives it in \(unit.phrase)") }
    if let isOptional {
      parts.append(isOptional ? "documents it as optional" : "documents it as always present")
    }
    if let isNullable {
      parts.append(isNullable ? "documents that it can be `null`" : "documents no `null`")
    }
    if let name { parts.append("calls it `\(name.value)`") }
    if let constant { parts.append("gives the constant `\(constant.value.text)`") }
    switch condition {
    case .to(.text(let text)):
      parts.append("documents it only when: \(text.onOneLine.trimmingPeriod)")
    case .to(.clauses(let clauses, _)):
      parts.append("documents it only when \(clauses.phrase)")
    case .removed: parts.append("documents it without a condition")
    case nil: break
    }
    switch defaultValue {
    case .to(let value): parts.append("gives the default `\(value.value.text)`")
    case .removed: parts.append("gives no default")
    case nil: break
    }
    if isFlattened { parts.append("places its members in the enclosing object") }
    if let doc { parts.append("says: \(doc.onOneLine.trimmingPeriod)") }
    if let text { parts.append("says: \(text.onOneLine.trimmingPeriod)") }
    return parts.joined(separator: ", ")
  }
}
