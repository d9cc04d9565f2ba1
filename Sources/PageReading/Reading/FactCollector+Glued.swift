/// Rows without separators between their cells.
extension FactCollector {
  /// The type words as pages write them, the longest first.
  private static let writtenTypes: [String] = {
    let words = [
      "JSON Object", "JsonObject", "JSONObject", "JSONArray", "JSON Array", "String/Number",
      "String",
      "Number", "Boolean", "Bool", "Integer", "Int64", "Int32", "Uint64", "Uint32", "UInt64",
      "UInt32",
      "Int", "Double", "Float", "Long", "Array", "List", "Object", "JSON", "字符串", "数字", "布尔值",
      "布尔", "整数", "整型", "对象", "数组", "文字列", "数値", "真偽値", "オブジェクト", "配列",
    ]
    return words.sorted { $0.count > $1.count }
  }()

  /// The field of a row such as `StatusNumber0: started`; nil if no type word is in it.
  func gluedField(_ row: TableBlock.Row) -> FieldDraft? {
    guard let text = row.cells.first?.text else { return nil }
    let line = text.plain
    var found: (name: String, type: String)?
    let known = knownNames
    for end in 1..<min(max(line.count, 1), 64) {
      let name = String(line[..<end])
      guard FieldLine.isName(name) else { break }
      guard let type = Self.writtenTypes.first(where: { line[end...].starts(with: $0) }),
        // A word goes on with an underscore, a description does not.
        line.dropFirst(end + type.count).first != "_",
        !endsName(type, before: line[(end + type.count)...])
      else { continue }
      if found == nil || known.contains(name) {
        found = (name, type + Self.alternatives(in: line[(end + type.count)...]))
      }
      if known.contains(name) { break }
    }
    guard let (name, written) = found else { return nil }
    var field = PageField(path: name, position: text.position, rule: .gluedFieldRow)
    field.typeWord = written
    field.type = types.type(of: written)
    field.doubts = [.gluedCells]
    let rest = text.suffix(from: name.count + written.count)
    field.values = ValueReader.values(in: [rest])
    field.presence = PresenceWords.mark(in: rest)
    return FieldDraft(field: field, text: rest.string)
  }

  /// Whether a word for a container is the end of the name, because the word for the type follows: `fileListString`.
  private func endsName(_ word: String, before rest: ArraySlice<Character>) -> Bool {
    ["List", "Array", "Object", "JSON"].contains(word)
      && Self.writtenTypes.contains { rest.starts(with: $0) }
  }

  /// The further types of a union, such as `/Int`, at the start of a text.
  private static func alternatives(in text: ArraySlice<Character>) -> String {
    guard text.first == "/",
      let type = writtenTypes.first(where: { text.dropFirst().starts(with: $0) })
    else { return "" }
    return "/" + type + alternatives(in: text.dropFirst(type.count + 1))
  }

  /// The member names of the schema.
  private var knownNames: Set<String> {
    guard let knowledge else { return [] }
    return Set((knowledge.envelope + knowledge.events.flatMap(\.fields)).map(\.name))
  }

  /// The code of a row such as `32The upload fails`, or of one with a constant before it.
  func gluedCodes(_ row: TableBlock.Row, _ header: TableBlock.Row?) -> [PageValue] {
    guard let text = row.cells.first?.text else { return [] }
    let line = text.plain
    let position = text.position
    func value(_ code: String, from place: Int, constant: String?) -> PageValue {
      var value = PageValue(
        text: code, meaning: ValueReader.trimmedMeaning(line[min(place, line.count)...]),
        position: position, rule: .gluedCodeRow)
      value.constant = constant
      value.doubts = [.gluedCells]
      return value
    }
    let digits = line.prefix(while: \.isASCIIDigit)
    if !digits.isEmpty { return [value(String(digits), from: digits.count, constant: nil)] }
    let constant = line.prefix { $0.isASCIIDigit == false && ($0.isUppercase || $0 == "_") }
    let code = line.dropFirst(constant.count).prefix(while: \.isASCIIDigit)
    if constant.count > 2, !code.isEmpty {
      return [
        value(String(code), from: constant.count + code.count, constant: String(constant))
      ]
    }
    // A code of letters ends where the script of the text changes, or where the schema says.
    let known = Set((knowledge?.events ?? []).flatMap { $0.fields.flatMap(\.values) })
    let longest = known.filter { line.starts(with: $0) }.max { $0.count < $1.count }
    let word = line.prefix(while: \.isNameCharacter)
    if let longest { return [value(longest, from: longest.count, constant: nil)] }
    return word.isEmpty || word.count == line.count || line[word.count].isASCII
      ? [] : [value(String(word), from: word.count, constant: nil)]
  }
}

extension SchemaKnowledge.KnownField {
  /// The member name: the last component of the path.
  var name: String {
    (path.split(separator: ".").last.map(String.init) ?? path).replacing("[]", with: "")
  }
}
