import CallbackRuntime
import CallbackSchema
import PayloadValidation
import SchemaSource

/// What the old code makes of the values that a changed field documents, by trial: values at which types, formats and tables
/// differ are read as generated code reads them.
struct ValueTrial {
  /// The rules of the findings about documented values.
  private(set) var findings: Set<Finding.Rule> = []
  /// Whether a number is rounded, without a finding.
  private(set) var isRounded = false
  /// Whether the old code reads some of the values.
  private(set) var readsSome = false
  /// Whether it reads nothing of some of the values; of an object it may read some members.
  private(set) var losesSome = false

  /// - Parameter sendsAccepted: whether values that the new field accepts without documenting them are sent too.
  init(_ old: FieldReader, _ new: FieldReader, _ values: [JSONValue], sendsAccepted: Bool) {
    // Values of a JSON type that the new field never has need no reading.
    let values = values.filter { new.mayHave($0) }
    let selected = (old.selectorValues + new.selectorValues).map(Optional.some) + [nil]
    for value in values {
      for selector in selected {
        let sent = new.read(value, selected: selector)
        guard sent.isDocumented || sendsAccepted && sent.isAccepted else { continue }
        let reading = old.read(value, selected: selector)
        // What both codes report is no effect of the change.
        let rules = Set(reading.findings.map(\.rule)).subtracting(sent.findings.map(\.rule))
        findings.formUnion(rules)
        if reading.isRounded { isRounded = true }
        guard value != .null else { continue }
        if reading.hasValue { readsSome = true } else { losesSome = true }
      }
    }
  }

  /// Whether there is the finding under the wire verdict of a rule.
  func finds(_ rule: ReviewRule) -> Bool {
    rule.wire.finding.map { findings.contains(Finding.Rule(rawValue: $0)) } ?? false
  }
}

/// The readers of values of both states, made when they are needed.
final class StateValidators {
  /// The readers of one state.
  final class State {
    private(set) lazy var validator = BodyValidator(service)
    private let service: Service

    init(_ service: Service) { self.service = service }

    init(_ validator: BodyValidator) {
      service = validator.service
      self.validator = validator
    }
  }

  private let states: (old: State, new: State)

  init(_ old: State, _ new: State) { states = (old, new) }

  var old: BodyValidator { states.old.validator }
  var new: BodyValidator { states.new.validator }
  var swapped: StateValidators { StateValidators(states.new, states.old) }
}

extension Comparison {
  /// Reads documented values of a changed field with the old code; nil for a field whose values are stated as before.
  func trial(_ first: Field, _ second: Field) -> ValueTrial? {
    let isSame =
      SchemaText.type(renamed(first.type)) == SchemaText.type(second.type)
      && first.format == second.format && first.unit == second.unit
      && first.constant?.value == second.constant?.value
      && first.hasNullElements == second.hasNullElements
    let acceptsSame = !sendsAccepted || first.accepts == second.accepts
    if isSame, acceptsSame { return nil }
    return ValueTrial(
      FieldReader(first, by: validators.old), FieldReader(second, by: validators.new),
      TrialValues.values(of: (first, old), (second, new)), sendsAccepted: sendsAccepted)
  }
}

/// The values at which types, formats and tables differ.
enum TrialValues {
  typealias Side = (field: Field, service: Service)

  /// Values of all JSON types, those that the two fields name, and lists and objects of them.
  static func values(of first: Side, _ second: Side) -> [JSONValue] {
    var all = single
    for (field, service) in [first, second] { all += named(field.type, field, in: service) }
    var seen: Set<JSONValue> = []
    all = all.filter { seen.insert($0).inserted }
    let names = Set(
      [first, second].flatMap { field, service in members(of: field.type, in: service) })
    let kinds = [first, second].map { $0.field.type }
    if kinds.contains(where: \.hasList) {
      all += all.map { .array([$0]) } + [.array([.object([])])]
    }
    var objects: [JSONValue] = [.object([])]
    if kinds.contains(where: \.hasMembers) {
      for name in names.sorted() + ["anything"] {
        objects += all.map { .object([.init(name, $0)]) }
      }
    }
    if kinds.contains(where: \.hasList) { objects += objects.map { .array([$0]) } }
    var builders: [JSONValue] = []
    for (field, service) in [first, second] {
      builders += SampleMaker(service, seed: 1).values(of: field)
    }
    builders += builders.flatMap(\.withBrokenMembers)
    builders += builders.map { .string($0.compact) }
    let complete = builders + builders.map { .array([$0]) }
    return all + objects + complete + [.array([])]
  }

  /// Values of all JSON types.
  private static let single: [JSONValue] =
    [.null, .bool(true), .bool(false)] + numbers.map { .number($0) }
    + (numbers + texts).map { .string($0) }

  private static let numbers =
    [
      "0", "1", "2", "3", "7", "-1", "1.5", "1e40", "9007199254740993", "200000000", "5000000000",
      "200000000000", "200000000000000", "200000000000000000",
    ]
    + [Int32.min, .max].map { "\($0)" } + ["2147483648", "-2147483649", "4294967295", "4294967296"]
    + [Int64.min, .max].map { "\($0)" } + ["9223372036854775808", "18446744073709551615"]

  private static let texts = [
    "", "true", "false", "any text", "abc", "A", "2024-02-29", "2024-02-29T12:34:56Z", "12.50",
    "0190163d-8694-739b-aea5-966c26f8ad91", "https://example.com/a?b=c", "{}", #"{"any":"text"}"#,
  ]

  /// The values that a type names: the codes of its tables, with bits that are combined, and constants.
  private static func named(_ type: FieldType, _ field: Field, in service: Service) -> [JSONValue] {
    var found = [field.constant?.value.json].compactMap { $0 }
    func add(_ table: CallbackSchema.CodeTable) {
      found += table.rows.map(\.value.json)
      guard table.kind == .flags else { return }
      let bits = table.rows.compactMap { UInt64($0.value.text) }
      found.append(.number("\(bits.reduce(0, |))"))
    }
    func visit(_ type: FieldType) {
      if let table = type.table(in: service) { add(table) }
      switch type {
      case .list(let element), .map(let element): visit(element)
      case .union(let members): members.forEach(visit)
      case .choice(let choice): found += choice.options.map(\.value.json)
      case .dependent(let dependency):
        dependency.choices.compactMap { service.table(named: $0.table.value) }.forEach(add)
      default: break
      }
    }
    visit(type)
    for bound in [field.bounds?.value.lower, field.bounds?.value.upper] {
      if let bound { found.append(.number(bound)) }
    }
    return found
  }

  /// The names of the members that objects of a type have.
  private static func members(of type: FieldType, in service: Service) -> [String] {
    switch type {
    case .list(let element), .map(let element): members(of: element, in: service)
    case .union(let types): types.flatMap { members(of: $0, in: service) }
    case .choice(let choice): [choice.member]
    default: service.members(of: type)?.map(\.wire) ?? []
    }
  }
}

extension JSONValue {
  /// An object with each of its members replaced in turn by a value that only few types have.
  fileprivate var withBrokenMembers: [JSONValue] {
    guard case .object(let members) = self else { return [] }
    return members.indices.map { place in
      var members = members
      members[place].value = .array([])
      return .object(members)
    }
  }
}

extension FieldType {
  fileprivate var hasList: Bool {
    switch self {
    case .list: true
    case .map(let element): element.hasList
    case .union(let types): types.contains(where: \.hasList)
    default: false
    }
  }

  fileprivate var hasMembers: Bool {
    switch self {
    case .object, .nested, .map, .choice, .scalar(.object), .scalar(.json): true
    case .list(let element): element.hasMembers
    case .union(let types): types.contains(where: \.hasMembers)
    default: false
    }
  }
}
