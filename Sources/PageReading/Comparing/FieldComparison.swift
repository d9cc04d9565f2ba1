import CallbackSchema

/// The comparison of the fields of one event, or of one place of the envelope.
struct FieldComparison {
  /// Whether both sides describe values in one language, so that their meanings can be compared.
  var comparesMeanings = false
  /// The codes of the tables on the page that belong to no field.
  var looseCodes: [Set<String>] = []
  /// The text of a field's declaration on the page; nil where it is not at hand.
  var text: ((PageField) -> String)?

  /// The differences in the order of the alignment: one for each field, but for one that is both renamed and changed.
  func differences(_ first: [ComparedField], _ second: [ComparedField]) -> [FieldDifference] {
    let alignment = FieldAlignment(first, second)
    var found: [FieldDifference] = []
    for pair in alignment.pairs { found += differences(pair) }
    found += alignment.moves.map(difference)
    for single in alignment.removed {
      found.append(
        FieldDifference(
          kind: .removed, path: single.field.path, first: single.field, neighbor: single.neighbor,
          containers: single.containers,
          isCertain: single.containers.isEmpty || !isUnread(single)))
    }
    for single in alignment.added {
      let doubts = single.field.doubtsAboutContent
      found.append(
        FieldDifference(
          kind: .added, path: single.field.path, second: single.field, neighbor: single.neighbor,
          containers: single.containers, isCertain: doubts.isEmpty, doubts: doubts))
    }
    return found
  }

  /// Whether the page names the container of a missing field without any member.
  private func isUnread(_ single: FieldAlignment.Single) -> Bool {
    single.neighbor?.doubts.contains(.emptyContainer) == true
  }

  private func difference(_ move: FieldAlignment.Move) -> FieldDifference {
    let fields = move.fields
    let doubts = fields.reduce(into: Set<Doubt>()) { doubts, field in
      // An object without members in the schema has none on the page either.
      let own = field.first.members.isEmpty ? [Doubt.emptyContainer] : []
      doubts.formUnion(field.second.doubts.subtracting(own))
    }
    return FieldDifference(
      kind: .moved(names: fields.map(\.second.name), from: move.from, to: move.to),
      path: fields[0].first.path, first: fields[0].first, second: fields[0].second,
      containers: move.containers, isCertain: doubts.isEmpty, doubts: doubts)
  }

  private func differences(_ pair: FieldAlignment.Pair) -> [FieldDifference] {
    let (first, second) = (pair.first, pair.second)
    var found: [FieldDifference] = []
    let doubts = second.doubtsAboutContent.union(first.doubtsAboutContent)
    func add(
      _ kind: FieldDifference.Kind, isCertain: Bool = true, _ more: Set<Doubt> = []
    ) {
      let all = doubts.union(more)
      found.append(
        FieldDifference(
          kind: kind, path: first.path, first: first, second: second,
          isCertain: isCertain && all.isEmpty, doubts: all))
    }
    switch pair.match {
    case .name: break
    case .spelling(let spelling):
      switch spelling.kind {
      case .part: break
      case .declared(let reading): add(.readingGone(reading))
      case .accepted: add(.renamed(from: first.name, to: second.name))
      }
    case .renamed(let isCertain):
      add(.renamed(from: first.name, to: second.name), isCertain: isCertain)
    }
    switch type(first, second) {
    case .same: break
    case .changed(let reading):
      add(.type(from: first.type.text, to: second.type.text, reading: reading))
    case .readingGone(let reading, let isCertain):
      add(.readingGone(reading), isCertain: isCertain)
    }
    let values = values(first, second)
    // A table that is attached by the name of a field may be lost with the name.
    let isLost = if case .renamed = pair.match { values.isListGone } else { false }
    if !values.isEmpty, !isLost {
      // A list that is read from a sentence may be incomplete.
      let uncertain = second.values.filter { !$0.isCertain }.compactMap(\.page)
      let more = values.removed.isEmpty ? [] : uncertain.flatMap(\.doubts)
      // The list of a field may be a table that no rule attaches to it.
      let isLoose =
        values.isListGone
        && looseCodes.contains { codes in values.removed.contains { codes.contains($0.text) } }
      // A sentence names only some of the values.
      let isProse = second.values.isEmpty && !values.isListGone
      let unsure = values.added.filter { !$0.isCertain }.compactMap(\.page).flatMap(\.doubts)
      add(
        .values(values), isCertain: !isLoose && !values.isReworded,
        Set(more).union(unsure).union(isProse ? [.proseValue] : []))
    }
    if let isRequired = presence(first, second) { add(.presence(isRequired: isRequired)) }
    return found
  }

  private enum TypeResult {
    case same
    case changed(Reading?)
    case readingGone(Reading, isCertain: Bool)
  }

  private func type(_ first: ComparedField, _ second: ComparedField) -> TypeResult {
    let replaced = first.replacedType
    guard first.type.contradicts(second.type) else {
      guard let replaced, replaced.isOfPart, let field = second.page, let text,
        first.type.kinds == [.string], replaced.reading.type?.isNumber == true
      else { return .same }
      // The reading of a part is shown by a number without quotation marks.
      return text(field).hasBareNumber
        ? .same : .readingGone(replaced.reading, isCertain: false)
    }
    if first.otherTypes.contains(where: { !$0.contradicts(second.type) }) { return .same }
    if let part = first.partTypes.first(where: { !$0.type.contradicts(second.type) }) {
      return .changed(part.reading)
    }
    if let replaced, !replaced.declared.contradicts(second.type) {
      return .readingGone(replaced.reading, isCertain: true)
    }
    return .changed(nil)
  }

  private func presence(_ first: ComparedField, _ second: ComparedField) -> Bool? {
    guard !first.presence.isEmpty, !second.presence.isEmpty,
      first.presence.isDisjoint(with: second.presence)
    else { return nil }
    return second.presence.contains(.required)
  }

  // MARK: Values

  /// The further values of a sentence that names most of the known ones.
  private func unsureAdditions(
    _ values: [ComparedValue], _ known: Set<String>
  ) -> [ComparedValue] {
    let shared = values.filter { known.contains($0.text) }
    guard known.count > 1, shared.count * 2 >= known.count, !values.contains(where: \.isCertain)
    else { return [] }
    return values.filter { !known.contains($0.text) }
  }

  /// A value, and the label below which it stands if the lists are compared label by label.
  private struct ValueKey: Hashable {
    var text: String
    var group: String?
  }

  /// Whether both sides list the values below labels, in the same words: one side may have further labels.
  private func isGrouped(_ first: [ComparedValue], _ second: [ComparedValue]) -> Bool {
    let labels = (Set(first.compactMap(\.group)), Set(second.compactMap(\.group)))
    guard comparesMeanings, !labels.0.isEmpty, !labels.1.isEmpty else { return false }
    return labels.0.isSubset(of: labels.1) || labels.1.isSubset(of: labels.0)
  }

  private func values(_ first: ComparedField, _ second: ComparedField) -> ValueDifference {
    var found = ValueDifference()
    let matched =
      first.schema == nil ? nil : CodeLabels.matched(second.values, with: first.values)
    let listed = matched ?? second.values
    found.isGrouped = matched != nil || isGrouped(first.values, second.values)
    // A table without a label on the page is compared with the codes of all labels.
    let labels = Set(listed.map(\.group))
    func key(_ value: ComparedValue) -> ValueKey {
      let isLabelled = found.isGrouped && (matched == nil || labels.contains(value.group))
      return ValueKey(text: value.text, group: isLabelled ? value.group : nil)
    }
    let known = Dictionary(first.values.map { (key($0), $0) }) { first, _ in first }
    var shown = Dictionary(listed.map { (key($0), $0) }) { first, _ in first }
    if matched != nil {
      shown.merge(listed.map { (ValueKey(text: $0.text), $0) }) { first, _ in first }
    }
    if second.values.isEmpty {
      guard !first.isConstant else { return found }
      let demanded = first.values.filter(\.isDemanded)
      // A sentence can name the values.
      let written = second.page.flatMap { page in text.map { $0(page) } } ?? ""
      found.removed = demanded.filter { !written.names($0.text) }
      found.isListGone = found.removed.count == demanded.count
      return found
    }
    var seen: Set<ValueKey> = []
    found.added = listed.filter { value in
      guard value.isCertain, seen.insert(key(value)).inserted else { return false }
      return known[key(value)]?.foreignEditions.isEmpty != true
    }
    if first.isConstant {
      // A page may list further values of a constant in its prose.
      if listed.contains(where: { known[key($0)] != nil }) { found.added = [] }
      if !found.added.isEmpty { found.removed = first.values }
      return found
    }
    found.removed = first.values.filter { $0.isDemanded && shown[key($0)] == nil }
    for value in first.values {
      guard let constant = value.constant, let other = shown[key(value)],
        let another = other.constant, constant != another
      else { continue }
      found.renamed.append((value, other))
    }
    if found.added.isEmpty {
      found.added = unsureAdditions(second.values, Set(first.values.map(\.text)))
    }
    if comparesMeanings { found.moved = MovedMeanings.between(first.values, second.values) }
    return found
  }
}

extension FieldType {
  fileprivate var isNumber: Bool {
    if case .scalar(let scalar) = self { scalar.kind == .number } else { false }
  }
}

extension String {
  /// Whether the text contains a value; a short one as a word.
  fileprivate func names(_ value: String) -> Bool {
    guard !value.isEmpty else { return false }
    func isWord(_ character: Character) -> Bool {
      character.isASCII && (character.isLetter || character.isNumber || character == "_")
    }
    // A converter loses line breaks between a meaning and the next value.
    let mayBeGlued = value.count >= 7
    return ranges(of: value).contains { range in
      let isBeginning =
        range.lowerBound == startIndex || !isWord(self[index(before: range.lowerBound)])
      let isEnd = range.upperBound == endIndex || !isWord(self[range.upperBound])
      return mayBeGlued || isBeginning && isEnd
    }
  }

  /// Whether the text has digits that are neither quoted nor part of a word.
  fileprivate var hasBareNumber: Bool {
    var before: Character = " "
    var isRun = false
    for character in self + " " {
      if character.isASCIIDigit {
        if !isRun { isRun = !(before.isNameCharacter || before.isOne(of: "\"'“”‘’.-")) }
      } else {
        if isRun, !(character.isNameCharacter || character.isOne(of: "\"'“”‘’")) { return true }
        isRun = false
      }
      before = character
    }
    return false
  }
}
