import CallbackReceiver
import CallbackRuntime
import HTTPTypes

/// Prepares recorded requests for another delivery.
struct RequestSigner: Sendable {
  private let signers: [(scheme: SignatureScheme, signer: CallbackSigner)]
  private let url: String

  /// - Parameters:
  ///   - schemes: the signature schemes of the service.
  ///   - secret: the secret to sign with; nil to keep the recorded signatures.
  ///   - url: the URL to which the requests are posted, for schemes that sign it.
  init(_ schemes: [SignatureScheme], secret: Secret?, url: String) {
    signers =
      secret.map { secret in schemes.map { ($0, CallbackSigner($0, secret: secret)) } } ?? []
    self.url = url
  }

  /// The request with new signatures: in the places where the recorded one has them, or else by the first scheme.
  ///
  /// - Parameters:
  ///   - request: the request as recorded.
  ///   - now: the present time, in seconds since 1970.
  /// - Throws: an error with the place of a signed value that the request lacks.
  func signed(_ request: CallbackRequest, now: Int64) throws(SignatureError) -> CallbackRequest {
    var signed = request
    signed.url = url
    var written: Set<HTTPField.Name> = []
    let present = signers.filter { request.has($0.scheme.place) }
    for (scheme, signer) in present.isEmpty ? Array(signers.prefix(1)) : present {
      // Of several schemes that share a header, the first: a signer replaces the whole header.
      if let name = scheme.place.header, !written.insert(name).inserted { continue }
      signed = try signer.signed(signed, now: now)
    }
    for name in Self.connectionHeaders { signed.headers[name] = nil }
    return signed
  }

  /// Headers of one connection, which the client sets itself.
  private static let connectionHeaders = [
    "Connection", "Content-Length", "Expect", "Host", "Keep-Alive", "Proxy-Authorization",
    "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
  ].compactMap { HTTPField.Name($0) }
}

extension SignatureScheme.Place {
  fileprivate var header: HTTPField.Name? {
    switch self {
    case .header(let name), .headerPart(let name, _): HTTPField.Name(name)
    case .member: nil
    }
  }
}

extension CallbackRequest {
  /// Whether the request has a signature at a place; a signature in the body is always there.
  fileprivate func has(_ place: SignatureScheme.Place) -> Bool {
    place.header.map { headers.contains($0) } ?? true
  }
}
