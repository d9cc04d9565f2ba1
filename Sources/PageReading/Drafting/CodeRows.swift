/// The rows of a code table in the schema language.
enum CodeRows {
  /// The rows of values: a list of strings if no row has a name or a symbol, otherwise a mapping. A repeated value counts
  /// once.
  static func rows(_ values: [PageValue], areNumbers: Bool) -> YAMLValue {
    var seen: Set<String> = []
    let values = values.filter { seen.insert($0.text).inserted }
    let names = CodeNames.names(of: values)
    if !areNumbers, values.allSatisfy({ $0.constant == nil }) {
      return .list(values.map { key($0.text, false) })
    }
    return .mapping(
      zip(values, names).map { value, name in
        YAMLEntry(key(value.text, areNumbers), row(value, name: areNumbers ? name : nil))
      })
  }

  /// One row: its name alone, or a mapping.
  ///
  /// - Parameter editions: the value of the key `editions`.
  static func row(_ value: PageValue, name: String?, editions: YAMLValue? = nil) -> YAMLValue {
    if value.constant == nil, editions == nil, let name { return .text(name) }
    var keys: [YAMLEntry] = []
    if let name { keys.append(YAMLEntry("name", .text(name))) }
    if let constant = value.constant { keys.append(YAMLEntry("constant", .text(constant))) }
    if let editions { keys.append(YAMLEntry("editions", editions)) }
    return .mapping(keys)
  }

  /// A wire value as a key or an element.
  static func key(_ text: String, _ isNumber: Bool) -> YAMLValue {
    if isNumber { return .plain(text) }
    return text == "else" ? .quoted(text) : .text(text)
  }

  static func isInteger(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.count < 19, digits.allSatisfy(\.isASCIIDigit) else {
      return false
    }
    return text == "0" || digits.first != "0"
  }
}
