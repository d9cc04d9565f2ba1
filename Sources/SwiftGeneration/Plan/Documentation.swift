import CallbackSchema

/// The content of a documentation comment: a summary, then paragraphs and a bulleted list.
struct Documentation {
  var summary: String
  var paragraphs: [String] = []
  var bullets: [String] = []

  /// Creates a comment of one sentence.
  init(summary: String) { self.summary = summary }

  /// Documents a table or an object.
  init(_ doc: String?, about provenance: Provenance, _ service: Service) {
    self.init(doc ?? "")
    add(provenance, service)
  }

  /// Splits a schema's doc text: the first sentence is the summary, the rest paragraphs.
  private init(_ doc: String) {
    let end = Self.endOfFirstSentence(doc)
    summary = Self.lines(String(doc[..<end]))
    paragraphs = Self.paragraphs(String(doc[end...]))
  }

  /// Documents a field.
  ///
  /// - Parameter name: the Swift name; the wire name is mentioned only if it differs.
  init(_ field: Field, _ service: Service, name: SwiftName? = nil) {
    self.init(field.doc ?? "")
    var (facts, circumstances): ([String], [String]) = ([], [])
    for constraint in field.constraints {
      switch constraint {
      case .unit(let unit): if !unit.isTime { facts.append("Unit: \(unit.phrase).") }
      case .range(let bounds):
        facts.append("Range: `\(bounds.value.lower ?? "")...\(bounds.value.upper ?? "")`.")
      case .length(let length):
        let unit = if case .list = field.type { "elements" } else { "characters" }
        facts.append(
          "Length: `\(length.value.lower ?? "0")...\(length.value.upper ?? "")` \(unit).")
      case .characters(let characters): facts.append("Allowed characters: `\(characters.value)`.")
      case .pattern(let pattern): facts.append("Pattern: `\(pattern.value)`.")
      case .condition(.text(let text)): circumstances.append("Present only when: \(text)")
      case .condition(.clauses(let clauses, _)):
        circumstances.append("Present only when \(Self.phrase(clauses)).")
      case .listed(let values):
        let list = values.map { "`\($0.value.text)`" }.joined(separator: ", ")
        circumstances.append("Documented for this field: \(list).")
      // The Swift type and the constant show these.
      case .format, .constant: break
      }
    }
    if let value = field.defaultValue {
      facts.append("Default when absent: `\(value.value.text)`.")
    }
    if let example = field.example { facts.append("Example: `\(example.value.text)`.") }
    facts += circumstances
    if case .dependent(let dependency) = field.type {
      facts.append(
        "The code table depends on `\(dependency.selector.value.joined(separator: "."))`.")
    }
    if summary.isEmpty || field.wire != name?.text { facts.append("Wire name: `\(field.wire)`.") }
    if summary.isEmpty {
      summary = facts.joined(separator: " ")
    } else if !facts.isEmpty {
      paragraphs.append(facts.joined(separator: " "))
    }
    add(field.provenance, service)
    for value in [true, false] {
      if let meaning = field.meanings[value] {
        bullets.append("`\(value)`: \(Self.lines(meaning))")
      }
    }
    add(field.readings)
  }

  fileprivate static func phrase(_ clauses: [Condition.Clause]) -> String {
    clauses.text { "`\($0)`" }
  }

  /// Documents an event.
  init(_ event: Event, _ service: Service) {
    self.init(event.doc ?? "")
    let constant = event.constant == event.key ? nil : event.constant
    let fact = "Event \(Self.value(event.id.value, event.key, constant))."
    if summary.isEmpty { summary = fact } else { paragraphs.append(fact) }
    add(event.provenance, service)
  }

  /// Documents a value of a code table.
  init(_ row: CodeTable.Row, _ service: Service) {
    self.init(row.doc ?? "")
    if let advice = row.advice { paragraphs.append("Advice: \(Self.lines(advice))") }
    let fact = "Wire value: \(Self.value(row.value, row.constant))."
    if summary.isEmpty { summary = fact } else { paragraphs.append(fact) }
    add(row.provenance, service)
    add(row.readings)
  }

  /// A wire value, with other names of it in parentheses.
  private static func value(_ value: WireValue, _ names: String?...) -> String {
    let others = names.compactMap { $0 == value.text ? nil : $0.map { "`\($0)`" } }
    return "`\(value.text)`" + (others.isEmpty ? "" : " (\(others.joined(separator: ", ")))")
  }

  /// Adds the sources that document an element, unless all editions do.
  private mutating func add(_ provenance: Provenance, _ service: Service) {
    guard provenance.editions != service.fullEditions || !provenance.sources.isEmpty else { return }
    let names =
      provenance.sources.isEmpty
      ? service.names(of: provenance.editions) : provenance.sources.map(\.text)
    guard !names.isEmpty else { return }
    if provenance.sources.map(\.text) == ["traffic"] {
      paragraphs.append("Undocumented; observed in traffic.")
    } else {
      paragraphs.append("Documented only in: \(names.map { "`\($0)`" }.joined(separator: ", ")).")
    }
  }

  private mutating func add(_ readings: Readings?) {
    guard let readings else { return }
    let statements = readings.entries.map { "`\($0.source.text)` \($0.statement)" }
    let because = readings.because.map { " \(Self.sentence(Self.lines($0)))" } ?? ""
    let kind = readings.isConflict ? "Conflict" : "Difference"
    bullets.append("\(kind): \(statements.joined(separator: "; ")).\(because)")
  }

  /// The paragraphs of a text, each on one line.
  static func paragraphs(_ text: String) -> [String] {
    var paragraphs: [[Substring]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    return paragraphs.map { lines($0.joined(separator: " ")) }.filter { !$0.isEmpty }
  }

  /// The text on one line.
  static func lines(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text with a final period.
  static func sentence(_ text: String) -> String {
    guard let last = text.last else { return text }
    return ".!?".contains(last) ? text : text + "."
  }

  private static func endOfFirstSentence(_ text: String) -> String.Index {
    var place = text.startIndex
    while place < text.endIndex {
      let next = text.index(after: place)
      if ".!?".contains(text[place]), next == text.endIndex || text[next].isWhitespace {
        return next
      }
      place = next
    }
    return text.endIndex
  }
}

extension Reading {
  /// The predicate of a sentence whose subject is the source: "gives it in seconds".
  fileprivate var statement: String {
    var parts: [String] = []
    if let wire { parts.append("spells it `\(wire.value)`") }
    if let type { parts.append("shows it as \(type.phrase)") }
    if let unit { parts.append("gives it in \(unit.phrase)") }
    if let isOptional {
      parts.append(isOptional ? "documents it as optional" : "documents it as always present")
    }
    if let name { parts.append("calls it `\(name.value)`") }
    if let constant { parts.append("gives the constant `\(constant.value.text)`") }
    switch condition {
    case .to(.text(let text)):
      parts.append("documents it only when: \(Documentation.lines(text).trimmingPeriod)")
    case .to(.clauses(let clauses, _)):
      parts.append("documents it only when \(Documentation.phrase(clauses))")
    case .removed: parts.append("documents it without a condition")
    case nil: break
    }
    switch defaultValue {
    case .to(let value): parts.append("gives the default `\(value.value.text)`")
    case .removed: parts.append("gives no default")
    case nil: break
    }
    if isFlattened { parts.append("places its members in the enclosing object") }
    if let doc { parts.append("says: \(Documentation.lines(doc).trimmingPeriod)") }
    if let text { parts.append("says: \(Documentation.lines(text).trimmingPeriod)") }
    return parts.joined(separator: ", ")
  }
}

extension String {
  fileprivate var trimmingPeriod: String { hasSuffix(".") ? String(dropLast()) : self }
}

extension FieldType {
  fileprivate var phrase: String {
    switch self {
    case .scalar(let scalar): scalar.rawValue
    case .stringOrInteger: "string or int"
    case .table(let name), .object(let name): "`\(name)`"
    case .list(let element): "a list of \(element.phrase)"
    case .ownTable: "a code"
    case .nested: "an object"
    case .dependent: "a code"
    }
  }
}

extension Unit {
  fileprivate var phrase: String {
    if let time { return "\(time) since 1970" }
    switch self {
    case .bitsPerSecond: return "bits per second"
    case .tenThousandths: return "ten-thousandths"
    // The names of the other cases are the words.
    default: return "\(self)"
    }
  }
}
