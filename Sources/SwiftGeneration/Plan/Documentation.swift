import CallbackSchema
import SchemaSource

/// The content of a documentation comment: a summary, then paragraphs and a bulleted list.
///
/// The initializers borrow the service: a copy for each comment, on several threads, is many changes of shared reference counts.
struct Documentation {
  var summary: String
  var paragraphs: [String] = []
  var bullets: [String] = []

  /// Creates a comment of one sentence.
  init(summary: String) { self.summary = summary }

  /// Documents a fact of delivery.
  init(_ summary: String, about provenance: Provenance, _ service: borrowing Service) {
    self.init(summary: summary)
    add(provenance, service)
  }

  /// Documents the deduplication key.
  init(_ identity: Identity, _ service: borrowing Service) {
    self.init(summary: "Deduplication key, equal for redeliveries of one event.")
    if let doc = identity.doc { paragraphs = Self.paragraphs(doc) }
    add(identity.provenance, service)
  }

  /// Documents a table or an object.
  init(_ doc: String?, about provenance: Provenance, _ service: borrowing Service) {
    self.init(doc ?? "")
    add(provenance, service)
  }

  /// Splits a schema's doc text: the first sentence is the summary, the rest paragraphs.
  init(_ doc: String) {
    if let (first, others) = doc.firstSentence {
      summary = first
      if !others.isEmpty { paragraphs = [others] }
      return
    }
    let end = doc.endOfFirstSentence
    if end == doc.endIndex {
      summary = doc.onOneLine
    } else {
      summary = String(doc[..<end]).onOneLine
      paragraphs = Self.paragraphs(String(doc[end...]))
    }
  }

  /// Documents a field.
  ///
  /// - Parameter name: the Swift name; the wire name is mentioned only if it differs.
  init(_ field: Field, _ service: borrowing Service, name: SwiftName? = nil) {
    self.init(field.doc ?? "")
    add(field.deprecation)
    var facts = field.facts(hasTimes: field.timeUnit == nil)
    if summary.isEmpty || field.wire != name?.text { facts.append("Wire name: `\(field.wire)`.") }
    if summary.isEmpty {
      summary = facts.joined(separator: " ")
    } else if !facts.isEmpty {
      paragraphs.append(facts.joined(separator: " "))
    }
    add(field.provenance, service)
    for value in [true, false] {
      if let meaning = field.meanings[value] {
        bullets.append("`\(value)`: \(meaning.onOneLine)")
      }
    }
    add(field.readings)
  }

  /// Documents an event.
  init(_ event: Event, _ service: borrowing Service) {
    self.init(event.doc ?? "")
    add(event.deprecation)
    let constant = event.constant == event.key ? nil : event.constant
    let fact = "Event \(Self.value(event.id.value, event.key, constant))."
    if summary.isEmpty { summary = fact } else { paragraphs.append(fact) }
    switch event.payload?.value {
    case .place(.body)?: paragraphs.append("Its fields are members of the body.")
    case .place(let place)?: paragraphs.append("Its fields are members of `\(place.text)`.")
    case EventPayload.none?: paragraphs.append("It has no payload.")
    case nil: break
    }
    add(event.provenance, service)
  }

  /// Documents a value of a code table.
  init(_ row: CodeTable.Row, _ service: borrowing Service) {
    self.init(row.doc ?? "")
    add(row.deprecation)
    if let advice = row.advice { paragraphs.append("Advice: \(advice.onOneLine)") }
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
    if let sources = Self.sources(provenance, service) { paragraphs.append(sources) }
  }

  /// A sentence on the sources of an element; nil if they are all editions.
  static func sources(_ provenance: Provenance, _ service: Service) -> String? {
    guard provenance.editions != service.fullEditions || !provenance.sources.isEmpty else {
      return nil
    }
    let names =
      provenance.sources.isEmpty
      ? service.names(of: provenance.editions) : provenance.sources.map(\.text)
    guard !names.isEmpty else { return nil }
    if names == ["traffic"] { return "Undocumented; observed in traffic." }
    let isElsewhere = provenance.sources.contains { source in
      source.editions.contains { service.editions[$0].kind == .elsewhere }
    }
    let list = names.map { "`\($0)`" }.joined(separator: ", ")
    return "Documented \(isElsewhere ? "in" : "only in"): \(list)."
  }

  private mutating func add(_ deprecation: Deprecation?) {
    guard let deprecation else { return }
    paragraphs.append("\(deprecation.introduction): \(deprecation.text.onOneLine.asSentence)")
  }

  private mutating func add(_ readings: Readings?) {
    guard let readings else { return }
    let statements = readings.entries.map { "`\($0.source.text)` \($0.statement)" }
    let because = readings.because.map { " \($0.onOneLine.asSentence)" } ?? ""
    let kind = readings.isConflict ? "Conflict" : "Difference"
    bullets.append("\(kind): \(statements.joined(separator: "; ")).\(because)")
  }

  /// The paragraphs of a text, each on one line.
  static func paragraphs(_ text: String) -> [String] {
    if text.isEmpty { return [] }
    let single = String(text.drop(while: \.isWhitespace))
    if !single.isEmpty, single.isOnOneLine { return [single] }
    var paragraphs: [[Substring]] = [[]]
    for bytes in text.utf8.split(separator: 0x0a, omittingEmptySubsequences: false) {
      let line = Substring(bytes)
      if line.allSatisfy(\.isWhitespace) {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    return paragraphs.map { $0.joined(separator: " ").onOneLine }.filter { !$0.isEmpty }
  }
}
