import CallbackSchema

/// The pairs of fields that are the same in both states, possibly renamed.
enum FieldMatching {
  /// The new paths of fields by their old paths, for fields whose path changed because a name in it did.
  static func renames(_ old: [Field], _ new: [Field]) -> [String: String] {
    var found: [String: String] = [:]
    func collect(_ old: [Field], _ new: [Field], _ path: String, _ newPath: String) {
      for (first, second) in pairs(old, new).pairs {
        let (before, after) = (path + first.wire, newPath + second.wire)
        if before != after { found[before] = after }
        if case .nested(let inner) = first.type, case .nested(let others) = second.type {
          collect(inner, others, before + ".", after + ".")
        }
      }
    }
    collect(old, new, "", "")
    return found
  }

  /// The pairs of fields that are the same, and the removed and added fields.
  ///
  /// Fields are paired by name, then by an alias or a reading, then by Swift name, then by name without regard to case.
  static func pairs(_ old: [Field], _ new: [Field]) -> (
    pairs: [(Field, Field)], removed: [Field], added: [Field]
  ) {
    var (removed, added) = (old, new)
    var pairs = removed.takePairs(with: &added) { $0.wire == $1.wire }
    func take(_ isSame: (Field) -> Bool) -> Field? {
      added.firstIndex(where: isSame).map { added.remove(at: $0) }
    }
    removed.removeAll { field in
      let renamed =
        take { $0.otherSpellings.contains(field.wire) || field.otherSpellings.contains($0.wire) }
        ?? take { ($0.name?.value ?? $0.wire) == (field.name?.value ?? field.wire) }
        ?? take { $0.wire.lowercased() == field.wire.lowercased() }
      if let renamed { pairs.append((field, renamed)) }
      return renamed != nil
    }
    return (pairs, removed, added)
  }

  /// How alike the names and the descriptions of two fields are, from 0 to 1.
  static func likeness(_ first: Field, _ second: Field) -> Double {
    if first.doc != nil, first.doc == second.doc { return 1 }
    func words(_ field: Field) -> Set<String> {
      var words = ""
      for character in field.wire {
        if character.isUppercase { words.append(" ") }
        words.append(character.isLetter || character.isNumber ? character : " ")
      }
      return Set("\(words) \(field.doc ?? "")".lowercased().split(separator: " ").map(String.init))
    }
    let (before, after) = (words(first), words(second))
    return Double(before.intersection(after).count) / Double(max(before.union(after).count, 1))
  }
}
