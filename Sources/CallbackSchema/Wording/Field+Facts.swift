extension Field {
  /// The unit, limits, default, example and condition of its values, a sentence each.
  ///
  /// - Parameter hasTimes: whether the unit of a point in time is among them.
  package func facts(hasTimes: Bool) -> [String] {
    var (facts, circumstances): ([String], [String]) = ([], [])
    for constraint in constraints {
      switch constraint {
      case .unit(let unit): if hasTimes || !unit.isTime { facts.append("Unit: \(unit.phrase).") }
      case .range(let bounds):
        facts.append("Range: `\(bounds.value.lower ?? "")...\(bounds.value.upper ?? "")`.")
      case .length(let length):
        let unit = if case .list = type { "elements" } else { "characters" }
        facts.append(
          "Length: `\(length.value.lower ?? "0")...\(length.value.upper ?? "")` \(unit).")
      case .characters(let characters): facts.append("Allowed characters: `\(characters.value)`.")
      case .pattern(let pattern): facts.append("Pattern: `\(pattern.value)`.")
      case .condition(.text(let text)): circumstances.append("Applies only when: \(text)")
      case .condition(.clauses(let clauses, _)):
        circumstances.append("Applies only when \(clauses.phrase).")
      case .listed(let values):
        let list = values.map { "`\($0.value.text)`" }.joined(separator: ", ")
        circumstances.append("Documented for this field: \(list).")
      case .format(.boolean):
        facts.append(type == .scalar(.string) ? "Sent as a string." : "Sent as 0 or 1.")
      case .format(let format): if let phrase = format.sentence { facts.append(phrase) }
      // The constant shows it.
      case .constant: break
      }
    }
    if isNullable { facts.append("Can be `null`.") }
    if hasNullElements { facts.append("Elements can be `null`.") }
    if let value = defaultValue {
      facts.append("Default when absent: `\(value.value.text)`.")
    }
    if let example { facts.append("Example: `\(example.value.text)`.") }
    facts += circumstances
    if case .dependent(let dependency) = type {
      facts.append(
        "The code table depends on `\(dependency.selector.value.joined(separator: "."))`.")
    }
    return facts
  }
}
