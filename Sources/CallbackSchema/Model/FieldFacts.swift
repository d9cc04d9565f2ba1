@_spi(Generated) package import CallbackRuntime

/// Properties derived from a field's schema, shared by generated code and by the tools.
extension Field {
  /// JSON types that are accepted besides the documented one: those of the readings, then those of `accepts`.
  public func otherKinds(in service: Service) -> [JSONKind] {
    if readings == nil, accepts.isEmpty, service.encoding != .form { return [] }
    let own = type.kinds(in: service) ?? []
    let read = (readings?.entries ?? []).flatMap { reading in
      let kinds = reading.type?.kinds(in: service) ?? []
      return JSONKind.allCases.filter(kinds.contains)
    }
    var kinds: [JSONKind] = []
    // In a form, numbers and booleans are text.
    if service.encoding == .form, own == [.number] || own == [.bool] { kinds.append(.string) }
    for kind in read + accepts where !own.contains(kind) && !kinds.contains(kind) {
      kinds.append(kind)
    }
    return kinds
  }

  /// The unit of a point in time; nil for any other value.
  public var timeUnit: Unit? {
    guard let unit, unit.isTime, case .scalar(let scalar) = spelled.map(FieldType.scalar) ?? type,
      scalar.isInteger
    else { return nil }
    return unit
  }

  /// The type of the value that the JSON spells in another type: `int` or `double` in a string, `bool` in a string or an
  /// integer; nil for any other field.
  public var spelled: Scalar? {
    guard case .scalar(let scalar) = type else { return nil }
    switch format {
    case .integer? where scalar == .string: return .int
    case .number? where scalar == .string: return .double
    case .boolean? where scalar == .string || scalar.isInteger: return .bool
    default: return nil
    }
  }

  /// The bounds of the integer type of a time, which its Swift type does not have; nil if a range is documented.
  public var impliedBounds: Bounds? {
    guard bounds == nil, timeUnit != nil, case .scalar(let scalar) = type else { return nil }
    switch scalar {
    case .uint32: return Bounds(lower: "0", upper: "\(UInt32.max)")
    case .uint64: return Bounds(lower: "0", upper: nil)
    case .int32: return Bounds(lower: "\(Int32.min)", upper: "\(Int32.max)")
    default: return nil
    }
  }

  /// The pattern of its values, compiled.
  package var compiledPattern: Pattern? {
    pattern.flatMap { try? Pattern(parsing: $0.value) }
  }

  /// The name of the text format of its values.
  var formatName: String? { if case .text(let name)? = format { name.value } else { nil } }

  /// The other unit of a time that a reading documents.
  public var otherTimeUnit: Unit? {
    guard let unit, unit.isTime else { return nil }
    return (readings?.entries ?? []).lazy.compactMap(\.unit).first { $0 != unit && $0.isTime }
  }

  /// The editions that list the codes of the field; empty if all editions with the field do.
  public func listingEditions(in service: Service, within editions: EditionSet) -> EditionSet {
    guard let table = codeTable(in: service), table.kind == .codes else { return [] }
    let listing = table.rows.reduce(into: EditionSet()) { $0.formUnion($1.provenance.editions) }
    let documented = provenance.editions.intersection(editions)
    let listed = listing.intersection(documented)
    return listed == documented ? [] : listed
  }

  /// The code table of the field; nil for any other field, and for a dependent table.
  public func codeTable(in service: Service) -> CodeTable? { type.table(in: service) }
}

extension Unit {
  /// The unit of a point in time; nil for a unit that measures an amount.
  package var time: UnixTimeUnit? {
    switch self {
    case .unixSeconds: .seconds
    case .unixMilliseconds: .milliseconds
    case .unixMicroseconds: .microseconds
    case .unixNanoseconds: .nanoseconds
    default: nil
    }
  }
}

extension Service {
  /// A mask of the full editions; the lowest bit stands for the first one.
  public func mask(of editions: EditionSet) -> UInt64 {
    let full = fullEditions.rawValue
    // The full editions are usually the first ones.
    if full & (full &+ 1) == 0 { return editions.rawValue & full }
    var mask: UInt64 = 0
    for (bit, place) in fullEditions.places.enumerated() where editions.contains(edition: place) {
      mask |= 1 << UInt64(bit)
    }
    return mask
  }
}

extension FieldType {
  /// The names of the tables and objects that it refers to, at any depth of its own fields.
  package var names: Set<String> {
    var names: Set<String> = []
    insertNames(into: &names)
    return names
  }

  /// Adds the names of the tables and objects that it refers to.
  package func insertNames(into names: inout Set<String>) {
    switch self {
    case .scalar, .ownTable, .stringOrInteger: break
    case .table(let name), .object(let name): names.insert(name)
    case .nested(let fields): for field in fields { field.type.insertNames(into: &names) }
    case .list(let element), .map(let element): element.insertNames(into: &names)
    case .dependent(let dependency):
      names.formUnion(dependency.choices.lazy.map(\.table.value))
    case .union(let members): for member in members { member.insertNames(into: &names) }
    case .choice(let choice): names.formUnion(choice.options.lazy.map(\.object.value))
    }
  }
}

extension [Field] {
  /// The fields, each followed by those of its own, at any depth.
  package var withNested: [Field] {
    flatMap { field in
      if case .nested(let inner) = field.type { [field] + inner.withNested } else { [field] }
    }
  }

  /// Visits each field and then those of its own, at any depth.
  package func visitWithNested(_ visit: (Field) -> Void) {
    for field in self {
      visit(field)
      if case .nested(let inner) = field.type { inner.visitWithNested(visit) }
    }
  }

  /// The fields, constants first, because they identify the object.
  public var constantsFirst: [Field] {
    guard contains(where: { $0.constant != nil }) else { return self }
    return filter { $0.constant != nil } + filter { $0.constant == nil }
  }
}
