/// The reason why the signature of a request is not accepted.
///
/// The reasons are for the receiver's log. Every one of them is answered alike, so that a sender without the secret learns nothing.
public enum SignatureError: Error, Hashable, Sendable {
  /// The request lacks the signature, or a signed value; the associated value names its place.
  case missing(String)
  /// The place is there several times, so that it is not known which value was signed.
  case repeated(String)
  /// The value at the place does not have the documented form.
  case malformed(String)
  /// The signature at the place is not one of the request with any of the secrets.
  case wrong(String)
  /// The signature is valid, and the signed time is too far from the present, in either direction.
  case outdated(Duration)
  /// The token at the place is valid, and has no time at which it expires.
  case unlimited(String)
  /// The schema of the service has no signature scheme.
  case undocumented
}

extension SignatureError: CustomStringConvertible {
  /// The reason in words: `header Sign is missing`.
  public var description: String {
    switch self {
    case .missing(let place): "\(place) is missing"
    case .repeated(let place): "\(place) occurs several times"
    case .malformed(let place): "\(place) does not have the documented form"
    case .wrong(let place): "\(place) is not the signature of this request with any of the secrets"
    case .outdated(let distance): "the signed time is \(distance) from the present"
    case .unlimited(let place): "the token in \(place) has no time at which it expires (exp)"
    case .undocumented: "the service documents no signature"
    }
  }

  /// How much of the request was right; of several schemes, the error that got farthest is reported.
  var progress: Int {
    switch self {
    case .undocumented: 0
    case .missing: 1
    case .repeated: 2
    case .malformed: 3
    case .wrong: 4
    case .outdated, .unlimited: 5
    }
  }
}
