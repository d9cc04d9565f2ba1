/// Codes in two levels: lists of codes below labels, such as "Room entry" and "Room exit".
enum CodeGroups {
  /// The labels of the values, in the order of the page.
  static func names(of values: [PageValue]) -> [String] {
    var seen: Set<String> = []
    return values.filter { $0.rule == .codeSegment }.compactMap(\.group).filter {
      seen.insert($0).inserted
    }
  }

  /// The values of a field that hold for an event: those below the only label whose words are all in the name or the
  /// constant of the event; all values if there is no such label.
  static func values(of field: PageField, for event: PageEvent?) -> [PageValue] {
    let labels = names(of: field.values)
    guard let event, labels.count > 1 else { return field.values }
    let known = [event.name, event.constant].compactMap { $0 }.map { words(of: $0) }
    let own = labels.filter { label in
      let words = words(of: label)
      return !words.isEmpty && known.contains { words.isSubset(of: $0) }
    }
    guard own.count == 1, let label = own.first else { return field.values }
    return field.values.filter { $0.group == nil || $0.group == label }.map { value in
      var value = value
      value.group = nil
      return value
    }
  }

  private static func words(of name: String) -> Set<String> {
    Set(CodeNames.words(of: name).map { $0.lowercased() })
  }
}
