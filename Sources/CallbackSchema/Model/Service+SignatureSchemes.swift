public import CallbackRuntime

extension Service {
  /// The signature schemes as CallbackRuntime has them: what generated code declares, and what signs and verifies requests.
  public var signatureSchemes: [SignatureScheme] {
    delivery.signatures.map { scheme(of: $0) }
  }

  private func scheme(of signature: Signature) -> SignatureScheme {
    SignatureScheme(
      place: place(of: signature), prefix: signature.prefix,
      algorithm: SignatureScheme.Algorithm(signature.algorithm),
      encoding: signature.encoding.map(SignatureScheme.Encoding.init) ?? .base64URL,
      over: subject(of: signature), time: signature.time.map { part($0) },
      tolerance: signature.tolerance?.duration)
  }

  private func place(of signature: Signature) -> SignatureScheme.Place {
    switch (signature.place.value, signature.part) {
    case (.header(let name), let part?): .headerPart(name, name: part)
    case (.header(let name), nil): .header(name)
    case (.member(let path), _), (.key(let path), _): .member(spellings(of: path))
    case (.body, _): .member("")
    }
  }

  private func subject(of signature: Signature) -> SignatureScheme.Subject {
    switch signature.subject {
    case .body: .body
    case .sorted(let parts): .sorted(parts.map { part($0) })
    case .template(_, let parts): .joined(parts.map { part($0) })
    case .claim(let name, let encoding):
      .claim(name, encoding: SignatureScheme.Encoding(encoding))
    case .urlAndForm: .urlAndForm
    }
  }

  private func part(_ part: Signature.Part) -> SignatureScheme.Part {
    switch part {
    case .secret: .secret
    case .place(let place): self.part(at: place.value)
    case .headerPart(let place, let name):
      if case .header(let header) = place.value {
        .headerPart(header, name: name)
      } else {
        self.part(at: place.value)
      }
    case .text(let text): .text(text)
    case .body: .body
    case .url: .url
    }
  }

  private func part(at place: Place) -> SignatureScheme.Part {
    switch place {
    case .header(let name): .header(name)
    case .member(let path): .member(spellings(of: path))
    // A key is no place of a signed value.
    case .body, .key: .body
    }
  }

  /// The path of a member, each name with its other spellings after vertical lines.
  private func spellings(of path: [String]) -> String {
    path.indices.map { end in
      let others = envelopeField(at: Array(path[...end]))?.otherSpellings ?? []
      return ([path[end]] + others).joined(separator: "|")
    }.joined(separator: ".")
  }
}

extension SignatureScheme.Algorithm {
  fileprivate init(_ algorithm: Signature.Algorithm) {
    self =
      switch algorithm {
      case .hmacSHA1: .hmacSHA1
      case .hmacSHA256: .hmacSHA256
      case .sha256: .sha256
      case .jwtHS256: .jwtHS256
      }
  }
}

extension SignatureScheme.Encoding {
  fileprivate init(_ encoding: Signature.Encoding) {
    self =
      switch encoding {
      case .hex: .hex
      case .base64: .base64
      }
  }
}

extension Period {
  fileprivate var duration: Duration {
    switch unit {
    case .milliseconds: .milliseconds(count)
    case .seconds: .seconds(count)
    case .minutes: .seconds(count * 60)
    case .hours: .seconds(count * 3600)
    }
  }
}
