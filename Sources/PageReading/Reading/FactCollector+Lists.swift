/// Fields and values in lists.
extension FactCollector {
  mutating func readItem(_ block: Block, indentation: Int) {
    let text = block.text
    if !parameters.isEmpty {
      if let value = ValueReader.item(text) { addValue(value, toParameter: true) }
      return
    }
    let line = FieldLine(text, types: types)
    if let line, line.type != nil {
      addField(line, block, indentation: indentation, rule: .fieldItem)
    } else if let value = ValueReader.item(text), let field = fieldForValue(value, indentation) {
      add(value, to: field)
    } else if let line, line.isCode, isInField(indentation) == nil, owner != .none, group != nil {
      addField(line, block, indentation: indentation, rule: .fieldItem)
    } else if let line, line.isCode, let field = isInField(indentation), isContainer(field) {
      addField(line, block, indentation: indentation, rule: .fieldItem)
    } else {
      readProse(block, indentation: indentation)
    }
  }

  /// Reads a paragraph that has the form of a field: its list marker is lost.
  mutating func readLooseField(_ block: Block, indentation: Int) {
    let text = block.text
    if let line = FieldLine(text, types: types), line.type != nil,
      line.isCode || page?.form == .text,
      owner != .none, parameters.isEmpty
    {
      var broken = line
      broken.doubts.insert(.brokenMarkup)
      let level = open.first?.indentation ?? indentation
      addField(broken, block, indentation: level, rule: .fieldParagraph)
    } else if let last = open.last, indentation > last.indentation, let group {
      // Further text of the item above.
      note(text, for: groups[group].drafts[last.field], at: last.field, in: group)
      groups[group].drafts[last.field].field.lastLine = block.lastLine
    } else if let parameter = parameters.last, let group {
      note(text, for: groups[group].drafts[parameter], at: parameter, in: group)
    }
  }

  private mutating func readProse(_ block: Block, indentation: Int) {
    if let parent = prose.last(where: { $0.indentation < indentation }),
      isInField(indentation) == nil,
      owner != .none, startsLikeDeclaration(block.text)
    {
      report(.parentItem, parent.block.text.string, parent.block.position)
      prose.removeAll()
    }
    if let field = isInField(indentation), let group {
      note(block.text, for: groups[group].drafts[field], at: field, in: group)
      if startsWithCode(block.text) { report(.codeItem, block.text.string, block.position) }
      return
    }
    prose.removeAll { $0.indentation >= indentation }
    prose.append((indentation, block))
    if startsWithCode(block.text) { report(.codeItem, block.text.string, block.position) }
  }

  private func startsWithCode(_ text: InlineText) -> Bool {
    text.codeSpans.first?.range.lowerBound == 0
  }

  private func startsLikeDeclaration(_ text: InlineText) -> Bool {
    startsWithCode(text) || ValueReader.item(text) != nil
  }

  // MARK: Fields

  private mutating func addField(
    _ line: FieldLine, _ block: Block, indentation: Int, rule: ReadingRule
  ) {
    let group = listGroup(at: block)
    while let last = open.last, last.indentation >= indentation { open.removeLast() }
    var doubts = line.doubts
    if open.count > Self.maximumDepth {
      open.removeLast(open.count - Self.maximumDepth)
      doubts.insert(.looseIndentation)
    }
    // A scalar has no members: the item belongs to the container above it.
    while let last = open.last, !isContainer(last.field) {
      open.removeLast()
      doubts.insert(.looseIndentation)
    }
    let parent = open.last.map { groups[group].drafts[$0.field] }
    var field = PageField(
      path: Self.path(of: line.name, below: parent?.field), position: block.position, rule: rule)
    field.position = line.isCode || rule == .fieldParagraph ? block.text.position : block.position
    (field.typeWord, field.type, field.presence) = (line.typeWord, line.type, line.presence)
    field.presence = field.presence ?? PresenceWords.mark(in: line.description)
    field.doubts = doubts
    if field.type == nil { field.doubts.insert(.noType) }
    field.links = block.text.links.compactMap { AnchorKey.key(ofTarget: $0.target) }
    field.values = ValueReader.values(in: [line.description]).filter { $0.text != line.name }
    field.lastLine = block.lastLine
    var draft = FieldDraft(field: field, text: line.description.string)
    draft.indentation = indentation
    draft.objectName = Self.objectName(in: line.typeWord)
    groups[group].drafts.append(draft)
    groups[group].lastLine = block.lastLine
    open.append((indentation, groups[group].drafts.count - 1))
    prose = []
  }

  /// The name of an object in a type word, such as `Stream` of `Array of Stream`.
  static func objectName(in typeWord: String?) -> String? {
    guard let word = typeWord?.split(whereSeparator: { !$0.isNameCharacter }).last else {
      return nil
    }
    return String(word)
  }

  /// The path of a member.
  static func path(of name: String, below parent: PageField?) -> String {
    guard let parent else { return name }
    let isList = if case .list = parent.type { true } else { false }
    return parent.path + (isList ? "[]" : "") + "." + name
  }

  func isContainer(_ field: Int) -> Bool {
    guard let group else { return false }
    let draft = groups[group].drafts[field].field
    return draft.type?.isContainer ?? (draft.typeWord == nil && draft.values.isEmpty)
  }

  /// The group that a list item adds to; a new one where none is open.
  mutating func listGroup(at block: Block) -> Int {
    if let group { return group }
    add(
      FieldGroup(
        owner: ownerHasGroup ? .none : owner, section: owner, caption: caption,
        anchors: anchors, position: block.position, lastLine: block.lastLine, rule: .fieldItem))
    group = groups.count - 1
    open = []
    return groups.count - 1
  }

  // MARK: Values

  /// The innermost field with a smaller indentation.
  private func isInField(_ indentation: Int) -> Int? {
    open.last { $0.indentation < indentation }?.field
  }

  /// The field to which a value item belongs.
  private func fieldForValue(_ value: PageValue, _ indentation: Int) -> Int? {
    guard let group else { return nil }
    if let field = isInField(indentation), !isStrictContainer(field, in: group) { return field }
    // In a flat list, a quoted value, a number or a boolean belongs to the field before it.
    let isPlain =
      value.isQuoted || ValueReader.isNumber(value.text)
      || value.text == "true" || value.text == "false"
    guard isPlain, let last = open.last?.field, !isStrictContainer(last, in: group) else {
      return nil
    }
    return last
  }

  private func isStrictContainer(_ field: Int, in group: Int) -> Bool {
    switch groups[group].drafts[field].field.type {
    case .object?: true
    // The elements of a list may have documented values.
    default: false
    }
  }

  private mutating func add(_ value: PageValue, to place: Int) {
    guard let group else { return }
    var field = groups[group].drafts[place].field
    // Items are certain; what the sentence above mentions is not.
    field.values.removeAll { $0.rule == .valueProse || $0.text == value.text }
    field.values.append(value)
    field.lastLine = max(field.lastLine, value.position.line)
    groups[group].drafts[place].field = field
  }

  private mutating func addValue(_ value: PageValue, toParameter: Bool) {
    if let parameter = parameters.last { add(value, to: parameter) }
  }

  /// Adds the links and the text of a line to the field above it.
  private mutating func note(
    _ text: InlineText, for draft: FieldDraft, at place: Int, in group: Int
  ) {
    var draft = draft
    draft.text += " " + text.string
    draft.field.links += text.links.compactMap { AnchorKey.key(ofTarget: $0.target) }
    draft.field.lastLine = max(draft.field.lastLine, text.position.line)
    groups[group].drafts[place] = draft
  }

  // MARK: Tags

  mutating func readParameter(_ tag: ParameterTag, _ block: Block) {
    let group = listGroup(at: block)
    if let last = parameters.last, parameters.count > Self.maximumDepth {
      if parameters.count == Self.maximumDepth + 1 {
        report(.parentItem, tag.name, block.position)
      }
      // Its end ends nothing.
      parameters.append(last)
      return
    }
    let parent = parameters.last.map { groups[group].drafts[$0].field }
    var field = PageField(
      path: Self.path(of: tag.name, below: parent), position: block.position, rule: .parameterTag)
    field.typeWord = tag.type
    field.type = tag.type.flatMap { types.type(of: $0) }
    if field.type == nil { field.doubts.insert(.noType) }
    field.presence = tag.isRequired.map {
      PagePresence(isRequired: $0, word: "required", position: block.position)
    }
    var draft = FieldDraft(field: field, text: "")
    draft.objectName = Self.objectName(in: tag.type)
    groups[group].drafts.append(draft)
    parameters.append(groups[group].drafts.count - 1)
  }
}
