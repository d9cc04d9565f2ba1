/// A documented limit on the values of a field.
///
/// Every tool switches over it without a `default`, so that a further case is a list of compiler errors.
public enum Constraint: Hashable, Sendable {
  /// The unit of a number.
  case unit(Unit)
  /// The bounds of a number.
  case range(Located<Bounds>)
  /// The length of a string in Unicode scalars, or of a list in elements.
  case length(Located<Bounds>)
  /// The allowed characters of a string: `a-zA-Z0-9_.`.
  case characters(Located<String>)
  /// The regular expression that the whole string matches.
  case pattern(Located<String>)
  /// The format of a string.
  case format(Format)
  /// The condition under which the field is present.
  case condition(Condition)
  /// The rows of a shared table that are documented for the field.
  case listed([Located<WireValue>])
  /// The only value.
  case constant(Located<WireValue>)

  /// The keys of the schema language that state constraints, in the order of `Field.constraints`.
  public enum Key: String, CaseIterable, Sendable {
    case unit, range, length, characters, pattern, format, when, values, const
  }

  public var key: Key {
    switch self {
    case .unit: .unit
    case .range: .range
    case .length: .length
    case .characters: .characters
    case .pattern: .pattern
    case .format: .format
    case .condition: .when
    case .listed: .values
    case .constant: .const
    }
  }
}

extension Field {
  public var unit: Unit? {
    get { first { if case .unit(let unit) = $0 { unit } else { nil } } }
    set { set(.unit, newValue.map(Constraint.unit)) }
  }

  public var bounds: Located<Bounds>? {
    first { if case .range(let bounds) = $0 { bounds } else { nil } }
  }

  public var length: Located<Bounds>? {
    first { if case .length(let length) = $0 { length } else { nil } }
  }

  public var characters: Located<String>? {
    first { if case .characters(let characters) = $0 { characters } else { nil } }
  }

  public var pattern: Located<String>? {
    first { if case .pattern(let pattern) = $0 { pattern } else { nil } }
  }

  public var format: Format? {
    get { first { if case .format(let format) = $0 { format } else { nil } } }
    set { set(.format, newValue.map(Constraint.format)) }
  }

  public var condition: Condition? {
    get { first { if case .condition(let condition) = $0 { condition } else { nil } } }
    set { set(.when, newValue.map(Constraint.condition)) }
  }

  /// The documented rows of a shared table; empty if all are documented.
  public var listed: [Located<WireValue>] {
    get { first { if case .listed(let values) = $0 { values } else { nil } } ?? [] }
    set { set(.values, newValue.isEmpty ? nil : .listed(newValue)) }
  }

  public var constant: Located<WireValue>? {
    get { first { if case .constant(let constant) = $0 { constant } else { nil } } }
    set { set(.const, newValue.map(Constraint.constant)) }
  }

  private func first<Value>(_ value: (Constraint) -> Value?) -> Value? {
    for constraint in constraints {
      if let found = value(constraint) { return found }
    }
    return nil
  }

  /// Replaces the constraint of a key.
  private mutating func set(_ key: Constraint.Key, _ constraint: Constraint?) {
    let place = constraints.firstIndex { $0.key == key }
    if let place { constraints.remove(at: place) }
    if let constraint { constraints.insert(constraint, at: place ?? constraints.endIndex) }
  }
}
