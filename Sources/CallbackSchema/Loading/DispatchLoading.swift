import SchemaSource

extension Loading {
  /// What `event` of a service says.
  struct Dispatch {
    var discriminators: [Located<Place>] = []
    /// Whether the discriminators are written as a list.
    var isListed = false
    var payload: Located<Place>?
  }

  /// `{ by: place, in: place }`, `{ by: [place, ...], in: place }` or `{ by: key of PATH }`
  ///
  /// - Parameter map: the keys of the service.
  mutating func loadDispatch(_ map: KeyedNodes, of definition: Definition) -> Dispatch {
    var dispatch = Dispatch()
    guard let event = map["event"] else {
      missing(
        "event", "the paths of the discriminator and of the payload", at: definition.key.range,
        in: definition.value)
      return dispatch
    }
    guard let keys = reader.mapping(event.value, of: "event", keys: LanguageKeys.discriminator)
    else { return dispatch }
    if let by = keys["by"], case .sequence(let items) = by.value.content {
      dispatch.isListed = true
      dispatch.discriminators = items.compactMap { loadPart($0) }
      if items.isEmpty {
        reader.error(.missingKey, "the list has no places", at: by.value.range)
      }
    } else if let by = keys["by"] {
      dispatch.discriminators = [loadDiscriminator(by.value)].compactMap { $0 }
    }
    dispatch.payload = keys.place("in", &reader)
    guard let by = keys["by"], Self.isKey(by.value) else {
      require(
        ["by": "the path of the discriminator", "in": "the path of the payload"], in: keys,
        at: event.key.range)
      return dispatch
    }
    dispatch.payload = dispatch.discriminators.first
    if let entry = keys["in"] {
      reader.error(
        .contradiction, "the payload of an event is the value of its key", at: entry.key.range,
        notes: [.init(message: "the key identifies the event here", range: by.value.range)],
        fix: "remove in:")
    }
    return dispatch
  }

  /// Whether a place is written as `key of`.
  private static func isKey(_ node: Node) -> Bool {
    node.scalarText.map { $0 == keyWords || $0.hasPrefix("\(keyWords) ") } ?? false
  }

  private static let keyWords = "key of"

  /// A place, or `key of PATH`.
  private mutating func loadDiscriminator(_ node: Node) -> Located<Place>? {
    guard Self.isKey(node), let text = node.scalarText else {
      return reader.place(node, of: "by")
    }
    let object = text.dropFirst(Self.keyWords.count).drop { $0 == " " }
    if object == "." { return Located(.key([]), at: node.range) }
    let path = object.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard !path.contains("") else {
      reader.error(
        .badPlace, "'\(text)' names no object", at: node.range,
        fix: "write key of . for the body, or key of PATH for an object of the envelope")
      return nil
    }
    return Located(.key(path), at: node.range)
  }

  /// One of several discriminators.
  private mutating func loadPart(_ node: Node) -> Located<Place>? {
    guard let place = loadDiscriminator(node) else { return nil }
    guard case .key = place.value else { return place }
    reader.error(
      .contradiction, "'\(place.value.text)' identifies an event alone, not as one of several",
      at: node.range, fix: "write by: \(place.value.text), without a list")
    return nil
  }
}
