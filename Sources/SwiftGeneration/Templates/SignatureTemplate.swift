import CallbackRuntime

extension SignatureScheme {
  /// The arguments of the initializer that makes this value.
  var arguments: [String] {
    [
      "place: \(place.swift)", prefix.map { "prefix: \(Literal.string($0))" },
      "algorithm: .\(algorithm)", "encoding: .\(encoding)", "over: \(subject.swift)",
      time.map { "time: \($0.swift)" }, tolerance.map { "tolerance: \($0.swift)" },
    ].compactMap { $0 }
  }
}

extension SignatureScheme.Place {
  fileprivate var swift: String {
    switch self {
    case .header(let name): ".header(\(Literal.string(name)))"
    case .headerPart(let name, let part):
      ".headerPart(\(Literal.string(name)), name: \(Literal.string(part)))"
    case .member(let path): ".member(\(Literal.string(path)))"
    }
  }
}

extension SignatureScheme.Subject {
  fileprivate var swift: String {
    switch self {
    case .body: ".body"
    case .sorted(let parts): ".sorted([\n\(list(parts))])"
    case .joined(let parts): ".joined([\n\(list(parts))])"
    case .claim(let name, let encoding): ".claim(\(Literal.string(name)), encoding: .\(encoding))"
    case .urlAndForm: ".urlAndForm"
    }
  }

  private func list(_ parts: [SignatureScheme.Part]) -> String {
    parts.map { "  \($0.swift),\n" }.joined()
  }
}

extension SignatureScheme.Part {
  fileprivate var swift: String {
    switch self {
    case .member(let path): ".member(\(Literal.string(path)))"
    case .header(let name): ".header(\(Literal.string(name)))"
    case .headerPart(let name, let part):
      ".headerPart(\(Literal.string(name)), name: \(Literal.string(part)))"
    case .secret: ".secret"
    case .text(let text): ".text(\(Literal.string(text)))"
    case .body: ".body"
    case .url: ".url"
    }
  }
}

extension Duration {
  /// In seconds if it has no fraction of one.
  fileprivate var swift: String {
    let (seconds, attoseconds) = components
    let fraction = attoseconds / 1_000_000_000_000_000
    return fraction == 0 ? ".seconds(\(seconds))" : ".milliseconds(\(seconds * 1000 + fraction))"
  }
}
