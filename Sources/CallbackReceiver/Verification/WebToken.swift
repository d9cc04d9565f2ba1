import CallbackRuntime

/// A JSON Web Token in its compact form: header, claims and signature in Base64 with the URL alphabet, with points between them.
struct WebToken {
  /// The text that is signed: header and claims with the point between them.
  var content: [UInt8]
  /// The text of the signature.
  var signature: [UInt8]
  /// The claims.
  private var claims: RawJSON

  /// Reads a token; nil if the text is none, or one that names another algorithm than HMAC with SHA-256.
  ///
  /// The algorithm of the scheme is used whatever the token says. A token that names another one is refused all the same, because
  /// its sender means something else.
  init?(_ text: [UInt8]) {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, let header = Self.object(parts[0]), let claims = Self.object(parts[1]),
      header.values("alg").map(\.string) == ["HS256"]
    else { return nil }
    (content, signature) = (parts[0] + [UInt8(ascii: ".")] + parts[1], Array(parts[2]))
    self.claims = claims
  }

  /// A claim that is a string; nil if it is absent, repeated or no string.
  func string(_ claim: String) -> String? {
    let values = claims.values(claim)
    return values.count == 1 ? values[0].string : nil
  }

  /// Whether the token has a time after which it is not valid.
  var expires: Bool { !claims.values("exp").isEmpty }

  /// The distance of a time from the token's validity: 0 while the token is valid, and nil if its limits are no numbers.
  ///
  /// - Parameter now: the present time, in seconds since 1970.
  func distance(from now: Int64) -> Int64? {
    var distance: Int64 = 0
    for (claim, sign) in [("exp", 1), ("nbf", -1)] as [(String, Int64)] {
      let values = claims.values(claim)
      guard !values.isEmpty else { continue }
      // Beyond the integers that a Double holds exactly a limit is no time.
      guard values.count == 1, let limit = values[0].double, limit.magnitude < 9e15 else {
        return nil
      }
      let (past, isOver) = now.subtractingReportingOverflow(Int64(limit))
      guard !isOver, past != .min else { return nil }
      distance = max(distance, past * sign)
    }
    return distance
  }

  private static func object(_ text: some Collection<UInt8>) -> RawJSON? {
    guard let bytes = SignatureScheme.Encoding.base64URL.bytes(of: Array(text)) else { return nil }
    let value = try? RawJSON(bytes: bytes)
    return value?.isObject == true ? value : nil
  }
}

extension RawJSON {
  /// The values of a member; more than one if its name is repeated.
  fileprivate func values(_ name: String) -> [RawJSON] {
    (members ?? []).filter { $0.name == name }.map(\.value)
  }
}
