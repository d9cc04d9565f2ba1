import CallbackSchema

/// Writes the declaration of an event that the schema lacks.
struct EventDrafting {
  let service: Service
  /// The words that the symbols of the schema's events begin with.
  private let commonWords: [String]

  init(_ service: Service) {
    self.service = service
    let symbols = service.events.compactMap(\.constant).map(CodeNames.words(of:))
    commonWords = Array((symbols.first ?? []).prefix(CodeNames.commonWords(symbols)))
  }

  /// Whether the discriminator is a number.
  var hasNumbers: Bool {
    guard !service.isListed, case .member(let path) = service.discriminator.value else {
      return false
    }
    return service.envelopeField(at: path)?.type.scalar(in: service)?.isInteger ?? false
  }

  /// The key of an event: the vendor's name, or the words of its symbol or of its id.
  func key(of event: PageEvent) -> String {
    if !hasNumbers, let id = event.id ?? event.name { return id }
    if let name = event.name, !isSymbol(name) { return name }
    let symbol = event.constant ?? event.name
    guard let symbol else { return "event\(event.id ?? "")" }
    var words = CodeNames.words(of: symbol)
    let common = zip(words, commonWords).prefix { $0 == $1 }.count
    words = common < words.count ? Array(words.dropFirst(common)) : words
    let isLower = service.events.allSatisfy { $0.key.first?.isLowercase ?? true }
    return isLower ? CodeNames.lowerCamel(words) : CodeNames.upperCamel(words)
  }

  private func isSymbol(_ name: String) -> Bool {
    name.contains("_") && !name.contains(where: \.isLowercase)
  }

  /// The keys of an event before its fields; nil if the page does not give its id.
  func keys(of event: PageEvent, key: String, editions: YAMLValue?) -> [YAMLEntry]? {
    var keys: [YAMLEntry] = []
    if hasNumbers {
      guard let id = event.id, CodeRows.isInteger(id) else { return nil }
      keys.append(YAMLEntry("id", .plain(id)))
    } else if service.isListed || key.isEmpty {
      return nil
    } else if let id = event.id, id != key {
      keys.append(YAMLEntry("id", .quoted(id)))
    }
    if let constant = event.constant ?? event.name.flatMap({ isSymbol($0) ? $0 : nil }),
      constant != key
    {
      keys.append(YAMLEntry("constant", .text(constant)))
    }
    if let editions { keys.append(YAMLEntry("editions", editions)) }
    return keys
  }

  /// The event of the schema that a section of the page describes.
  func match(_ event: PageEvent) -> Event? {
    if let id = event.id, let found = service.events.first(where: { $0.id.value.text == id }) {
      return found
    }
    if event.id != nil, hasNumbers { return nil }
    return service.events.first {
      $0.key == event.name || $0.id.value.text == event.name
        || ($0.constant != nil && ($0.constant == event.constant || $0.constant == event.name))
    }
  }
}
