public import CallbackRuntime

/// Verifies the signatures of requests with the schemes that a schema documents.
///
/// A request is accepted if one of the schemes, with one of the secrets, gives the signature that the request carries. Nothing of
/// the body is decoded for a signature in a header; for one inside the body, the signed members alone are read.
public struct SignatureVerifier: Sendable {
  /// The age of a signed time at which a request is refused although its signature is valid.
  public enum Freshness: Hashable, Sendable {
    /// The tolerance that the schema documents; any age where it documents none.
    case documented
    /// A tolerance of the receiver's own, where the schema documents a signed time; any age elsewhere.
    case within(Duration)
    /// Any age: for bodies that are replayed on purpose.
    case anyAge
  }

  private let schemes: [SignatureScheme]
  private let secrets: [Secret]
  private let freshness: Freshness

  /// Creates a verifier.
  ///
  /// - Parameters:
  ///   - schemes: the service's signature schemes, such as `Agora.signatures`.
  ///   - secrets: the secrets shared with the vendor: usually one, and two while the secret is changed.
  ///   - freshness: the age at which a request is refused.
  public init(
    _ schemes: [SignatureScheme], secrets: [Secret], freshness: Freshness = .documented
  ) {
    self.schemes = schemes
    self.secrets = secrets
    self.freshness = freshness
  }

  /// Verifies the signature of a request.
  ///
  /// - Parameters:
  ///   - request: the request as received.
  ///   - now: the present time, in seconds since 1970.
  /// - Throws: the reason why no scheme accepts the request; of several schemes, that of the one which got farthest.
  public func verify(_ request: CallbackRequest, now: Int64) throws(SignatureError) {
    var farthest = SignatureError.undocumented
    for scheme in schemes {
      do throws(SignatureError) {
        try verify(request, scheme, now)
        return
      } catch {
        if error.progress > farthest.progress { farthest = error }
      }
    }
    throw farthest
  }

  private func verify(
    _ request: CallbackRequest, _ scheme: SignatureScheme, _ now: Int64
  ) throws(SignatureError) {
    var values = SignedValues(request)
    let place = scheme.place.description
    let prefix = Array((scheme.prefix ?? "").utf8)
    var candidates = try values.signatures(at: scheme.place).map { Array($0.utf8) }
      .filter { $0.starts(with: prefix) }.map { Array($0.dropFirst(prefix.count)) }
    if case .claim(let name, let encoding) = scheme.subject {
      return try verify(tokens: candidates, claim: name, encoding, of: request, scheme, now)
    }
    // A vendor that changes its signatures sends the old and the new form side by side.
    candidates.removeAll { !scheme.encoding.isText($0, ofByteCount: scheme.algorithm.byteCount) }
    if candidates.isEmpty { throw .malformed(place) }
    var isValid = false
    // Every secret and every candidate is tried, so that the time does not tell which one is right.
    for secret in secrets {
      let expected = try scheme.signature(of: &values, secret: secret)
      for candidate in candidates where isEqualInConstantTime(expected, candidate) {
        isValid = true
      }
    }
    guard isValid else { throw .wrong(place) }
    try checkAge(scheme, &values, now)
  }

  private func verify(
    tokens: [[UInt8]], claim: String, _ encoding: SignatureScheme.Encoding,
    of request: CallbackRequest, _ scheme: SignatureScheme, _ now: Int64
  ) throws(SignatureError) {
    let place = scheme.place.description
    guard let text = tokens.first, let token = WebToken(text), let digest = token.string(claim),
      let distance = token.distance(from: now)
    else { throw .malformed(place) }
    var isValid = false
    for secret in secrets {
      let code = scheme.algorithm.code(of: token.content, secret: secret)
      if isEqualInConstantTime(scheme.encoding.text(of: code), token.signature) { isValid = true }
    }
    let expected = encoding.text(
      of: SignatureScheme.Algorithm.sha256.code(of: request.body, secret: Secret("")))
    guard isValid, isEqualInConstantTime(expected, Array(digest.utf8)) else { throw .wrong(place) }
    // Whoever has read such a token could send its request for ever.
    if !token.expires { throw .unlimited(place) }
    try check(distance: distance, scheme)
  }

  /// Checks the signed time of a scheme that has one.
  private func checkAge(
    _ scheme: SignatureScheme, _ values: inout SignedValues, _ now: Int64
  ) throws(SignatureError) {
    guard let part = scheme.time, tolerance(of: scheme) != nil else { return }
    let text = try values.bytes(of: part, secret: Secret(""))
    // Digits alone: what a number parser accepts beyond them, such as `nan`, is no time.
    guard !text.isEmpty, text.count <= 18, text.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let time = Int64(String(decoding: text, as: UTF8.self))
    else { throw .malformed("the signed time") }
    let (distance, isOver) = now.subtractingReportingOverflow(time)
    try check(distance: isOver ? .max : Int64(clamping: distance.magnitude), scheme)
  }

  private func check(distance: Int64, _ scheme: SignatureScheme) throws(SignatureError) {
    guard let tolerance = tolerance(of: scheme), distance > 0 else { return }
    if .seconds(distance) > tolerance { throw .outdated(.seconds(distance)) }
  }

  /// The greatest distance between the signed time and the present; nil if any is accepted.
  private func tolerance(of scheme: SignatureScheme) -> Duration? {
    switch freshness {
    case .documented: scheme.algorithm == .jwtHS256 ? scheme.tolerance ?? .zero : scheme.tolerance
    case .within(let tolerance): tolerance
    case .anyAge: nil
    }
  }
}

extension SignatureScheme.Place {
  /// The place in words: `header Sign`.
  var description: String {
    switch self {
    case .header(let name): "header \(name)"
    case .headerPart(let name, let part): "\(part) of header \(name)"
    case .member(let path): "member \(path)"
    }
  }
}
