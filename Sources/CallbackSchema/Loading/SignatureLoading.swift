import SchemaSource

extension Loading {
  mutating func loadSignature(_ node: Node) -> Signature? {
    guard let map = reader.mapping(node, of: "a signature", keys: LanguageKeys.signature) else {
      return nil
    }
    require(
      [
        "in": "the place of the signature", "algorithm": "the signature algorithm",
        "over": "the signed content",
      ], in: map, at: node.range, before: node)
    guard let place = map.place("in", &reader),
      let algorithm: Signature.Algorithm = map.word("algorithm", &reader),
      let subject = map["over"].flatMap({ loadSubject($0.value, algorithm) })
    else { return nil }
    var signature = Signature(
      place: place, algorithm: algorithm, subject: subject,
      provenance: provenance(map["editions"], within: everyone), range: node.range)
    signature.part = map.text("part", &reader)
    signature.prefix = map.text("prefix", &reader)
    signature.time = map["time"].flatMap { entry in
      reader.text(entry.value, of: "time").flatMap { loadPart($0, at: entry.value.range) }
    }
    signature.tolerance = map["tolerance"].flatMap { period($0.value, of: "tolerance") }
    loadEncoding(map, into: &signature)
    check(map, signature)
    return signature
  }

  private mutating func loadEncoding(_ map: KeyedNodes, into signature: inout Signature) {
    guard signature.algorithm == .jwtHS256 else {
      require(["encoding": "the encoding of the signature"], in: map, at: signature.range)
      signature.encoding = map.word("encoding", &reader)
      return
    }
    guard let encoding = map["encoding"] else { return }
    reader.error(
      .contradiction, "a token has the encoding of JSON Web Tokens", at: encoding.key.range,
      fix: "remove encoding; that of the claim is in over")
  }

  private mutating func check(_ map: KeyedNodes, _ signature: Signature) {
    if let part = map["part"], case .member = signature.place.value {
      reader.error(
        .contradiction, "only the value of a header has named parts", at: part.key.range,
        fix: "remove part")
    }
    if let tolerance = map["tolerance"], map["time"] == nil {
      reader.error(
        .missingKey, "'time' is missing: the place of the time that tolerance limits",
        at: tolerance.key.range)
    }
    let isClaim = if case .claim = signature.subject { true } else { false }
    if isClaim != (signature.algorithm == .jwtHS256), let over = map["over"] {
      reader.error(
        .contradiction,
        isClaim
          ? "only a token has claims, which \(signature.algorithm.rawValue) is not"
          : "a token signs its claims, and one of them depends on the body",
        at: over.value.range,
        fix: isClaim
          ? "write algorithm: jwt-hs256" : "write over: { claim: NAME, of: body, encoding: base64 }"
      )
    }
  }

  /// `body`, `url-and-form`, a template, `{ sorted: [PLACE, secret] }`, or `{ claim: NAME, of: body, encoding }`
  private mutating func loadSubject(
    _ node: Node, _ algorithm: Signature.Algorithm
  ) -> Signature.Subject? {
    if case .scalar = node.content {
      guard let text = reader.text(node, of: "over") else { return nil }
      if text == "body" { return .body }
      if text == "url-and-form" { return .urlAndForm }
      if text.contains("{") { return loadTemplate(text, at: node.range) }
      reader.error(
        .badWord, "'\(text)' is not a signed content", at: node.range,
        fix:
          "write body, url-and-form, a template such as \"{header X-Time}.{body}\", { sorted: [PLACE, secret] } or { claim: NAME, of: body, encoding: base64 }"
      )
      return nil
    }
    guard let map = reader.mapping(node, of: "over", keys: LanguageKeys.signed) else { return nil }
    if map["claim"] != nil { return loadClaim(map, at: node.range) }
    for key in ["of", "encoding"] {
      guard let entry = map[key] else { continue }
      reader.error(
        .missingKey, "'claim' is missing: the name of the claim", at: entry.key.range)
      return nil
    }
    guard let sorted = map["sorted"] else {
      reader.error(
        .missingKey, "'sorted' or 'claim' is missing: the signed values", at: node.range)
      return nil
    }
    let parts = reader.items(sorted.value, of: "sorted").compactMap { item -> Signature.Part? in
      if item.scalarText == "secret" { return .secret }
      return reader.place(item, of: "sorted").map { .place($0) }
    }
    // The secret is the key of an HMAC, and need not be signed too.
    guard parts.contains(.secret) || algorithm != .sha256 else {
      reader.error(
        .missingKey,
        "'sorted' has no 'secret', and sha256 has no key: without either anyone can sign",
        at: sorted.value.range,
        fix: "add secret to the list, or write algorithm: hmac-sha256 if the secret is the key")
      return nil
    }
    return .sorted(parts)
  }

  private mutating func loadClaim(_ map: KeyedNodes, at range: SourceRange) -> Signature.Subject? {
    if let sorted = map["sorted"] {
      reader.error(
        .contradiction, "the signed content is a claim or sorted values, not both",
        at: sorted.key.range)
    }
    require(
      ["of": "body, whose SHA-256 the claim contains", "encoding": "the encoding of the claim"],
      in: map, at: range)
    if let of = map["of"], let text = reader.text(of.value, of: "of"), text != "body" {
      reader.error(
        .badWord, "'\(text)' is not hashed into a claim", at: of.value.range, fix: "write body")
    }
    guard let name = map.text("claim", &reader),
      let encoding: Signature.Encoding = map.word("encoding", &reader)
    else { return nil }
    return .claim(name: name, encoding: encoding)
  }

  /// Text with values in braces, such as `v0:{header X-Time}:{body}`.
  private mutating func loadTemplate(_ text: String, at range: SourceRange) -> Signature.Subject? {
    var parts: [Signature.Part] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else {
        reader.error(
          .badTemplate, "the braces of '\(text)' are not paired", at: range,
          fix: "write {body}, {url}, {secret}, {header NAME} or {PATH} for a value")
        return nil
      }
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      let name = String(rest[rest.index(after: open)..<close])
      guard let part = loadPart(name, at: range) else { return nil }
      parts.append(part)
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    return .template(Located(text, at: range), parts)
  }

  /// `body`, `url`, `secret`, a path, `header NAME`, or `header NAME PART`
  private mutating func loadPart(_ text: String, at range: SourceRange) -> Signature.Part? {
    switch text {
    case "body": return .body
    case "url": return .url
    case "secret": return .secret
    default: break
    }
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    if words.first == "header" {
      if words.count == 2, !words[1].isEmpty {
        return .place(Located(.header(words[1]), at: range))
      }
      if words.count == 3, !words[1].isEmpty, !words[2].isEmpty {
        return .headerPart(Located(.header(words[1]), at: range), name: words[2])
      }
    } else if words.count == 1 {
      let path = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      if !path.contains("") { return .place(Located(.member(path), at: range)) }
    }
    reader.error(
      .badPlace, "'\(text)' is not a value of the request", at: range,
      fix: "write body, url, secret, a path, header NAME, or header NAME PART")
    return nil
  }
}
