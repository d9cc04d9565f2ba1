import SchemaSource

extension Loading {
  mutating func loadDelivery(_ map: KeyedNodes, _ names: TypeNames) -> Delivery {
    var delivery = Delivery()
    delivery.headers =
      map["headers"].map { loadFields($0.value, names, within: everyone) }
      ?? []
    delivery.signatures = map.items("signatures", &reader).compactMap { loadSignature($0) }
    delivery.acknowledgement = map["acknowledge"].flatMap { loadAcknowledgement($0) }
    delivery.retries = map["retries"].flatMap { loadRetries($0.value) }
    delivery.identity = map["identity"].flatMap { loadIdentity($0) } ?? Identity()
    delivery.order = map.place("order", &reader)
    delivery.probes = map.items("probes", &reader).map {
      let clauses = loadClauses($0, of: "a probe")
      if case .mapping(let entries) = $0.content, entries.isEmpty {
        reader.error(.missingKey, "the probe has no members", at: $0.range)
      }
      return Probe(clauses: clauses, range: $0.range)
    }
    return delivery
  }

  private mutating func loadAcknowledgement(_ entry: Node.Entry) -> Acknowledgement? {
    guard
      let map = reader.mapping(entry.value, of: "acknowledge", keys: LanguageKeys.acknowledgement)
    else { return nil }
    require(["status": "the HTTP status code of the response"], in: map, at: entry.key.range)
    guard let status = map.integer("status", &reader) else { return nil }
    if map["body"] == nil, let flag = map["body-required"] {
      reader.error(
        .contradiction, "there is no body that could be required", at: flag.key.range,
        fix: "add body, or remove body-required")
    }
    return Acknowledgement(
      status: status, within: map["within"].flatMap { period($0.value, of: "within") },
      body: map.text("body", &reader),
      isBodyRequired: map["body-required"].flatMap {
        reader.boolean($0.value, of: "body-required")
      } ?? true, provenance: provenance(map["editions"], within: everyone))
  }

  private mutating func loadRetries(_ node: Node) -> RetryPolicy? {
    guard let map = reader.mapping(node, of: "retries", keys: LanguageKeys.retries) else {
      return nil
    }
    return RetryPolicy(
      attempts: map.integer("attempts", &reader),
      first: map["first"].flatMap { period($0.value, of: "first", allowsZero: true) },
      interval: map["interval"].flatMap { entry in
        entry.value.scalarText == "growing"
          ? .growing : period(entry.value, of: "interval", or: "growing").map { .fixed($0) }
      },
      duration: map["for"].flatMap { period($0.value, of: "for") },
      provenance: provenance(map["editions"], within: everyone))
  }

  /// A list of places, or `{ members, doc, editions }`.
  private mutating func loadIdentity(_ entry: Node.Entry) -> Identity? {
    var identity = Identity()
    var members = entry.value
    if case .mapping = members.content {
      guard let map = reader.mapping(members, of: "identity", keys: LanguageKeys.identity) else {
        return nil
      }
      require(
        ["members": "the places of the members that identify a callback"], in: map,
        at: entry.key.range)
      guard let list = map["members"]?.value else { return nil }
      members = list
      identity.doc = map.text("doc", &reader)
      // Without sources the key is the schema's conclusion.
      if let sources = map["editions"] {
        identity.provenance = provenance(sources, within: everyone)
      }
    }
    identity.members = reader.items(members, of: "identity").compactMap {
      reader.place($0, of: "identity")
    }
    return identity
  }

  /// `[1-9][0-9]*(ms|s|min|h)`, or also a count of 0.
  ///
  /// - Parameters:
  ///   - node: the node.
  ///   - what: the key of the duration.
  ///   - allowsZero: whether the count may be 0.
  ///   - word: a word that the caller accepts in place of a duration.
  mutating func period(
    _ node: Node, of what: String, allowsZero: Bool = false, or word: String? = nil
  ) -> Period? {
    guard let text = reader.text(node, of: what) else { return nil }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard digits.first != "0" || allowsZero && digits == "0", let count = Int(digits),
      let unit = Period.Unit(rawValue: String(text.dropFirst(digits.count)))
    else {
      reader.error(
        .badDuration, "'\(text)' is not a duration", at: node.range,
        fix: word.flatMap { suggestion(for: text, in: [$0]) }
          ?? (allowsZero && text == "0"
            ? "write 0s" : "write an integer and ms, s, min or h, such as 10s"))
      return nil
    }
    return Period(count: count, unit: unit)
  }

  /// `{ PATH: value, PATH: [values], PATH: { not: value } }`
  mutating func loadClauses(_ node: Node, of what: String) -> [Condition.Clause] {
    reader.entries(node, of: what).compactMap { entry in
      guard let path = reader.path(entry.key, of: "a path") else { return nil }
      var value = entry.value
      var isNegated = false
      if case .mapping = value.content {
        guard let map = reader.mapping(value, of: "a condition", keys: LanguageKeys.negation),
          let not = map["not"]
        else {
          reader.error(
            .missingKey, "'not' is missing: the excluded values", at: value.range)
          return nil
        }
        value = not.value
        isNegated = true
      }
      let nodes: [Node] = if case .sequence(let items) = value.content { items } else { [value] }
      if nodes.isEmpty {
        reader.error(.missingKey, "the list has no values", at: value.range)
      }
      let values = nodes.compactMap {
        reader.wireValue($0, of: path.value.joined(separator: "."))?.value
      }
      return Condition.Clause(path: path, values: values, isNegated: isNegated)
    }
  }
}
