extension EventPattern {
  /// The parts of a heading or an item.
  struct Match: Hashable {
    var id: String?
    var name: String?
    var constant: String?
    var version: String?
  }

  /// A part of the template.
  enum Part: Hashable {
    case literal([Character])
    case placeholder(String)
  }

  /// The names of the placeholders.
  static let placeholders = ["id", "name", "constant", "version"]

  /// Why the template cannot be matched; nil if it can.
  var problem: String? {
    guard let parts else {
      return "the placeholders of '\(template)' are {id}, {name}, {constant} and {version}"
    }
    let names = parts.compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
    if Set(names).count < names.count { return "'\(template)' has a placeholder twice" }
    if !names.contains("id"), !names.contains("name"), !takesIDFromAnchor {
      return "'\(template)' has neither {id} nor {name}"
    }
    for (first, second) in zip(parts, parts.dropFirst()) {
      if case .placeholder = first, case .placeholder = second {
        return "'\(template)' has two placeholders without a text between them"
      }
    }
    return nil
  }

  /// The parts of a line; nil if the line has another form.
  ///
  /// Blanks in a literal text and the width of its punctuation do not matter. A heading matches as a whole, an item at
  /// its start.
  func match(_ text: InlineText) -> Match? {
    guard let parts else { return nil }
    let line = text.plain.map(\.ofASCIIWidth)
    var found = Match()
    var place = line.startIndex
    for part in parts {
      switch part {
      case .literal(let literal):
        guard Self.skip(literal, in: line, &place) else { return nil }
      case .placeholder(let name):
        Self.skipBlanks(in: line, &place)
        var value = line[place...].prefix { Self.isAllowed($0, in: name) }
        // Punctuation that ends the name belongs to the sentence.
        while let last = value.last, last.isOne(of: "-.:/") { value.removeLast() }
        guard Self.isValid(value, as: name) else { return nil }
        place += value.count
        found[name] = String(value)
      }
    }
    if kind == .heading {
      Self.skipBlanks(in: line, &place)
      guard place == line.endIndex else { return nil }
    }
    if takesIDFromAnchor {
      guard let id = text.anchors.lazy.compactMap({ Self.number(in: $0) }).first else { return nil }
      found.id = id
    }
    return found
  }

  static func parts(of template: String) -> [Part]? {
    var parts: [Part] = []
    var rest = template.map(\.ofASCIIWidth)[...]
    while !rest.isEmpty {
      let literal = rest.prefix { $0 != "{" }
      rest = rest.dropFirst(literal.count)
      if !literal.isEmpty { parts.append(.literal(Array(literal))) }
      guard !rest.isEmpty else { break }
      let name = String(rest.dropFirst().prefix { $0 != "}" })
      guard placeholders.contains(name) else { return nil }
      parts.append(.placeholder(name))
      rest = rest.dropFirst(name.count + 2)
    }
    return parts
  }

  private static func skipBlanks(in line: [Character], _ place: inout Int) {
    while place < line.endIndex, line[place].isBlank { place += 1 }
  }

  /// Skips a literal text without regard to its blanks; a text of blanks alone needs at least one.
  private static func skip(
    _ literal: [Character], in line: [Character], _ place: inout Int
  ) -> Bool {
    let wanted = literal.filter { !$0.isBlank }
    if wanted.isEmpty { guard place < line.endIndex, line[place].isBlank else { return false } }
    for character in wanted {
      skipBlanks(in: line, &place)
      guard place < line.endIndex,
        line[place] == character || line[place].lowercased() == character.lowercased()
      else { return false }
      place += 1
    }
    return true
  }

  private static func isAllowed(_ character: Character, in placeholder: String) -> Bool {
    switch placeholder {
    case "id": character.isASCIIDigit
    case "version": character.isNameCharacter || character == "-" || character == "."
    default: character.isNameCharacter || character.isOne(of: "-.:/")
    }
  }

  private static func isValid(_ value: ArraySlice<Character>, as placeholder: String) -> Bool {
    switch placeholder {
    case "name", "constant": value.contains(where: \.isASCIILetter)
    case "version": value.contains(where: \.isASCIIDigit)
    default: !value.isEmpty
    }
  }

  /// The number at the start of an anchor such as `12-session_failover`.
  static func number(in anchor: String) -> String? {
    let digits = anchor.prefix(while: \.isASCIIDigit)
    guard !digits.isEmpty else { return nil }
    let next = anchor.dropFirst(digits.count).first
    return next?.isNameCharacter == true && next != "_" ? nil : String(digits)
  }
}

extension EventPattern.Match {
  subscript(placeholder: String) -> String? {
    get {
      switch placeholder {
      case "id": id
      case "name": name
      case "constant": constant
      default: version
      }
    }
    set {
      switch placeholder {
      case "id": id = newValue
      case "name": name = newValue
      case "constant": constant = newValue
      default: version = newValue
      }
    }
  }
}
