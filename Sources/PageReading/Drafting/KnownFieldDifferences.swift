import CallbackSchema

/// The type, the spelling and the presence that a page gives a field of the schema differently.
struct KnownFieldDifferences {
  let field: PageField
  let known: Field
  let editions: DraftEditions
  let context: DraftContext

  /// The keys of the reading that records what the page says.
  private var differing: [YAMLEntry] {
    var keys: [YAMLEntry] = []
    if known.wire != field.name, !isRead({ $0.wire?.value == field.name }),
      !known.aliases.contains(where: { $0.value == field.name })
    {
      keys.append(YAMLEntry("wire", .text(field.name)))
    }
    if let type = otherType { keys.append(YAMLEntry("type", .text(type))) }
    if let isRequired = field.presence?.isRequired, isRequired == isOptional,
      known.condition == nil
    {
      keys.append(YAMLEntry("optional", .plain(isRequired ? "false" : "true")))
    }
    return keys
  }

  private var isOptional: Bool {
    for name in editions.names ?? [] {
      if let place = context.service.editions.firstIndex(where: { $0.name == name }) {
        let table = readings.first { $0.source.editions.contains(place) && $0.isOptional != nil }
        return table?.isOptional ?? known.effective(in: place).isOptional
      }
    }
    return known.isOptional
  }

  private var readings: [Reading] { known.readings?.entries ?? [] }

  /// Whether a reading of the page, or of a part of it, says something.
  private func isRead(_ says: (Reading) -> Bool) -> Bool {
    readings.contains { reading in
      guard says(reading) else { return false }
      if reading.source.editions.isEmpty { return true }
      guard let names = editions.names else { return true }
      return reading.source.editions.contains { names.contains(context.service.editions[$0].name) }
    }
  }

  /// The page's type in the schema language, if it is another one than the schema's; nil if it has no reading.
  private var otherType: String? {
    guard let type = field.type, let own = known.type.kinds(in: context.service),
      !type.kinds.isEmpty
    else { return nil }
    if type.kinds == own {
      // A page that names no width agrees with every number.
      guard case .number(let width?) = type,
        let scalar = known.type.scalar(in: context.service), width != scalar,
        !isRead({ $0.type == .scalar(width) })
      else { return nil }
      return width.rawValue
    }
    guard !isRead({ $0.type?.kinds(in: context.service) == type.kinds }) else { return nil }
    return switch type {
    case .string: "string"
    case .bool: "bool"
    case .object: "object"
    case .number(let scalar): scalar?.rawValue ?? "int"
    case .list, .union: type.kinds == [.string, .number] ? "string | int" : nil
    }
  }

  /// Whether the schema follows another source than the page, which the reading contradicts.
  private var hasOtherSource: Bool {
    !known.provenance.editions.subtracting(editions.full(of: context.service)).isEmpty
  }

  /// What a person has to decide: the page alone documents the field, so that the declaration itself changes.
  var remarks: [Draft.Remark] {
    let keys = differing
    guard !keys.isEmpty, !hasOtherSource else { return [] }
    let statement = keys.map { "\($0.name): \($0.value.scalarText ?? "")" }.joined(separator: ", ")
    return [
      .init(
        "the page says \(statement); no other source documents the field, so its declaration changes",
        at: field.position)
    ]
  }

  /// The edits that add a reading.
  func edits(at place: SchemaDirectory.Place) -> [SchemaEdit] {
    let keys = differing
    guard !keys.isEmpty, hasOtherSource, let names = editions.names, let name = names.first,
      names.count == 1
    else { return [] }
    let path = place.path + ["readings"]
    guard let node = context.directory.node(at: place.appending("readings")) else {
      var entries = [YAMLEntry(.text(name), .mapping(keys))]
      if isConflict { entries.append(YAMLEntry("because", .text(Self.reason))) }
      return [
        SchemaEdit(
          file: place.file, path: place.path,
          .insert(YAMLEntry("readings", .mapping(entries)), .end))
      ]
    }
    if node[name] != nil {
      return keys.map { SchemaEdit(file: place.file, path: path + [name], .insert($0, .end)) }
    }
    var edits = [
      SchemaEdit(
        file: place.file, path: path,
        .insert(YAMLEntry(.text(name), .mapping(keys)), .before(["because"])))
    ]
    if isConflict, node["because"] == nil {
      edits.append(
        SchemaEdit(
          file: place.file, path: path, .insert(YAMLEntry("because", .text(Self.reason)), .end)))
    }
    return edits
  }

  /// Whether the edition is a page, whose difference needs a reason.
  private var isConflict: Bool {
    context.service.editions.contains {
      editions.names?.contains($0.name) ?? false && $0.kind != .version
    }
  }

  private static let reason = "The schema keeps what its other sources document."
}
