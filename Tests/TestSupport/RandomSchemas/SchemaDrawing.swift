import CallbackSchema
import PayloadValidation

/// Draws one random schema, and notes what of the language it uses.
final class SchemaDrawing {
  struct DrawnEdition {
    var name: String
    var kind: Edition.Kind
    var isPartial: Bool

    var isVersion: Bool { kind == .version }
    var isFull: Bool { !isPartial && kind != .elsewhere }
  }

  struct DrawnTable {
    var name: String
    var raw: Scalar
    var isFlags: Bool
    var reportsOutcomes: Bool
    /// The wire values of its rows.
    var values: [YAMLText]
  }

  /// A field, as the conditions of its neighbours see it.
  struct DrawnField {
    var wire: String
    /// Values to compare it with; empty where it is not compared.
    var values: [YAMLText]
    var isConstant = false
    /// It has no single value.
    var isCompound = false
  }

  let seed: Int
  var generator: SeededGenerator
  /// It may break rules of the language.
  let isWild: Bool
  let encoding: BodyEncoding
  private(set) var reached: Set<String> = []
  var editions: [DrawnEdition] = []
  var tables: [DrawnTable] = []
  var formats: [String] = []
  var objects: [String] = []
  /// The objects that all editions document.
  var wholeObjects: [String] = []
  /// Objects with the member `kind`, by which they are told apart, and values of this member.
  var chosen: [String] = []
  var chosenValues: [YAMLText] = []
  /// The names of the HTTP headers.
  var headers: [String] = []
  /// The object that events include, and the names of its fields, folded.
  var included = ""
  var includedNames: Set<String> = []
  /// The names of types in the namespace, folded.
  var typeNames: Set<String> = [
    "callback", "event", "header", "unrecognizedevent", "malformedevent", "editions",
  ]

  init(seed: Int) {
    self.seed = seed
    generator = SeededGenerator(seed: UInt64(seed) &* 0x2545_F491)
    isWild = Int.random(in: 0..<4, using: &generator) == 0
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: encoding = .form
    case 1: encoding = .list
    default: encoding = .json
    }
  }

  func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &generator) < percent
  }

  /// Whether a rule is broken here.
  func slips() -> Bool { isWild && chance(2) }

  func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  func pick<Element>(_ items: [Element]) -> Element {
    items[number(0...items.count - 1)]
  }

  /// Some of the items, in order, one at least.
  func some<Element>(_ items: [Element]) -> [Element] {
    var kept: [Element] = []
    for item in items where chance(50) { kept.append(item) }
    return kept.isEmpty ? [pick(items)] : kept
  }

  func reach(_ what: String) { reached.insert(what) }

  /// A word of the language.
  func word(_ kind: String, _ text: String) -> YAMLText {
    reach("\(kind) \(text)")
    return .plain(text)
  }

  /// A mapping with keys of the language.
  func map(_ place: String, _ entries: [(String, YAMLText)]) -> YAMLText {
    for (key, _) in entries { reach("\(place).\(key)") }
    return .map(entries.map { YAMLText.Entry(key: .plain($0.0), value: $0.1) })
  }

  // MARK: - Names

  /// A name that is free in a scope, and takes it.
  func name(in scope: inout Set<String>, isReadable: Bool = true) -> String {
    for _ in 0..<200 {
      let (kind, words) = pick([
        ("ordinary", RandomNames.ordinary), ("ordinary", RandomNames.ordinary),
        ("keyword", RandomNames.keywords), ("library", RandomNames.library),
        ("runtime", RandomNames.runtime), ("member", RandomNames.members), ("odd", RandomNames.odd),
        ("unreadable", isReadable ? RandomNames.ordinary : RandomNames.unreadable),
      ])
      let name = pick(words)
      let folded = RandomNames.folded(name)
      guard !folded.isEmpty || slips() else { continue }
      guard scope.insert(folded).inserted || slips() else { continue }
      reach("name \(kind)")
      return name
    }
    let name = "spare\(scope.count)"
    scope.insert(name)
    return name
  }

  func typeName() -> String { name(in: &typeNames) }

  /// A name for Swift, that is free in a scope, and takes it.
  func swiftName(in scope: inout Set<String>) -> YAMLText {
    if slips() { return .quoted(pick(RandomNames.members + RandomNames.odd)) }
    let words = RandomNames.keywords.filter { $0.lowercased() != "self" } + RandomNames.ordinary
    for word in [pick(words), pick(words)] where scope.insert(RandomNames.folded(word)).inserted {
      return .quoted(word)
    }
    scope.insert("given\(scope.count)")
    return .quoted("given\(scope.count - 1)")
  }

  func doc() -> YAMLText {
    .quoted(
      pick([
        "What it is.", "A text. With `code`, */ and /// in it.", "\\(body) and \"quotes\".",
        "Größe: 房间.",
      ]))
  }

  // MARK: - Sources

  /// The full editions, as `editions` names them.
  var fullEditions: [String] { editions.filter(\.isFull).map(\.name) }

  /// A text, or a mapping of a text and its sources.
  func deprecation(within container: [String]) -> YAMLText {
    guard chance(50) else {
      reach("deprecation words")
      return doc()
    }
    return map("deprecation", [("doc", doc()), ("editions", .list(sources(within: container)))])
  }

  /// Sources of a thing that lies in a container.
  func sources(within container: [String]) -> [YAMLText] {
    guard !slips() else { return [.plain(pick(editions).name)] }
    var found = container.isEmpty ? [] : some(container).map { YAMLText.quoted($0) }
    let versions = editions.filter { $0.isVersion && !$0.isPartial }.map(\.name)
    if versions.count > 1, Set(versions).isSubset(of: container), chance(40) {
      reach("source range")
      found = [
        .quoted(
          pick(["\(versions[1])...", "...\(versions[0])", "\(versions[0])...\(versions[1])"]))
      ]
    }
    if let elsewhere = editions.first(where: { $0.kind == .elsewhere }), chance(30) {
      reach("source elsewhere")
      found.append(.quoted(elsewhere.name))
    }
    if chance(25) {
      let part = pick(Source.Part.allCases).rawValue
      reach("source \(part)")
      found = [.quoted(chance(50) ? part : "\(pick(editions).name) \(part)")]
    }
    return found.isEmpty ? [.quoted("traffic")] : found
  }

  /// A source that reads something differently, and whether that is a conflict.
  func readingSource() -> (YAMLText, isConflict: Bool) {
    let edition = pick(editions)
    switch number(0...3) {
    case 0:
      let part = pick(Source.Part.allCases).rawValue
      return (.quoted(chance(50) ? part : "\(edition.name) \(part)"), true)
    default: return (.quoted(edition.name), !edition.isVersion)
    }
  }

  // MARK: - Wire values

  func value(of scalar: Scalar) -> YAMLText {
    let digits: [String] =
      switch scalar {
      case .bool: ["true", "false"]
      case .int, .int64: ["0", "1", "-1", "42", "10000", "-12345", "\(Int64.min)", "\(Int64.max)"]
      case .int32: ["0", "1", "-1", "42", "10000", "\(Int32.min)", "\(Int32.max)"]
      case .uint32: ["0", "1", "7", "10000", "\(UInt32.max)"]
      case .uint64: ["0", "1", "7", "10000", "\(UInt64.max)", "\(1 << 62)"]
      case .double: ["0.5", "-1.25", "1e3", "0", "12345.678", "1E-7", "-0"]
      case .string:
        ["a", "7", "true", "x-1"]
      case .object, .json: ["1", "true", "text", "0.5"]
      }
    if scalar == .string, chance(50) {
      return .quoted(pick(RandomNames.odd + RandomNames.keywords + RandomNames.unreadable))
    }
    if slips() {
      return pick([.plain("-0"), .quoted("1"), .plain("null"), .plain("99999999999999999999")])
    }
    return .plain(pick(digits))
  }

  /// Different values of a type.
  func values(of scalar: Scalar, _ count: Int) -> [YAMLText] {
    var seen: Set<String> = []
    var values: [YAMLText] = []
    for _ in 0..<count {
      let value = value(of: scalar)
      if seen.insert(value.text.filter { $0 != "\"" }).inserted { values.append(value) }
    }
    return values
  }
}
