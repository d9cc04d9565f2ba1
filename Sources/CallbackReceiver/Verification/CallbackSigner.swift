public import CallbackRuntime
import HTTPTypes

/// Signs requests as a vendor does: for tests, and for posting recorded callbacks again.
public struct CallbackSigner: Sendable {
  private let scheme: SignatureScheme
  private let secret: Secret

  /// Creates a signer for a scheme of a service, such as `Agora.signatures[0]`.
  public init(_ scheme: SignatureScheme, secret: Secret) {
    self.scheme = scheme
    self.secret = secret
  }

  /// The request with its signature, and with the signed time where the scheme has one.
  ///
  /// A signature or a time inside the body replaces the value that is there; all other bytes of the body stay.
  ///
  /// - Parameters:
  ///   - request: the request with all signed values but these.
  ///   - now: the present time, in seconds since 1970.
  /// - Throws: an error with the place of a signed value that the request lacks.
  public func signed(
    _ request: CallbackRequest, now: Int64
  ) throws(SignatureError) -> CallbackRequest {
    var request = request
    request.removeHeader(of: scheme.place)
    if let time = scheme.time { request.set("\(now)", at: time) }
    let signature: String
    if case .claim(let name, let encoding) = scheme.subject {
      signature = token(claim: name, encoding, over: request.body, now: now)
    } else {
      var values = SignedValues(request)
      let text = try scheme.signature(of: &values, secret: secret)
      signature = String(decoding: text, as: UTF8.self)
    }
    request.set((scheme.prefix ?? "") + signature, at: scheme.place)
    return request
  }

  /// A token that is valid for five minutes.
  private func token(
    claim: String, _ encoding: SignatureScheme.Encoding, over body: [UInt8], now: Int64
  ) -> String {
    let digest = encoding.text(of: SignatureScheme.Algorithm.sha256.code(of: body, secret: secret))
    let claims = """
      {"\(claim)":"\(String(decoding: digest, as: UTF8.self))","nbf":\(now),"exp":\(now + 300)}
      """
    let url = SignatureScheme.Encoding.base64URL
    let header = url.text(of: Array(#"{"alg":"HS256","typ":"JWT"}"#.utf8))
    let content = header + Array(".".utf8) + url.text(of: Array(claims.utf8))
    let code = scheme.algorithm.code(of: content, secret: secret)
    return String(decoding: content + Array(".".utf8) + url.text(of: code), as: UTF8.self)
  }
}

extension CallbackRequest {
  fileprivate mutating func removeHeader(of place: SignatureScheme.Place) {
    switch place {
    case .header(let name), .headerPart(let name, _):
      if let field = HTTPField.Name(name) { headers[field] = nil }
    case .member: break
    }
  }

  fileprivate mutating func set(_ value: String, at place: SignatureScheme.Place) {
    switch place {
    case .header(let name): set(value, header: name)
    case .headerPart(let name, let part): add(value, header: name, part)
    case .member(let path): setMember(path, value)
    }
  }

  /// Sets the signed time.
  fileprivate mutating func set(_ value: String, at part: SignatureScheme.Part) {
    switch part {
    case .header(let name): set(value, header: name)
    case .headerPart(let name, let part): add(value, header: name, part)
    case .member(let path): setMember(path, value)
    case .secret, .text, .body, .url: break
    }
  }

  private mutating func set(_ value: String, header name: String) {
    if let field = HTTPField.Name(name) { headers[field] = value }
  }

  private mutating func add(_ value: String, header name: String, _ part: String) {
    guard let field = HTTPField.Name(name) else { return }
    headers[field] = [headers[field], "\(part)=\(value)"].compactMap { $0 }.joined(separator: ",")
  }

  /// Sets a member of the body to a string. The value is replaced where it is; a member that is missing becomes the last one.
  private mutating func setMember(_ path: String, _ value: String) {
    let names = path.split(separator: ".").map(String.init)
    guard let object = try? RawJSON(bytes: body) else { return }
    if let range = object.range(of: names[...], in: body) {
      body.replaceSubrange(range, with: RawJSON(string: value).bytes)
    } else {
      body = object.adding(names[...], value).bytes
    }
  }
}

extension RawJSON {
  /// The bytes of a member's value in a body that is this object.
  fileprivate func range(of path: ArraySlice<String>, in body: [UInt8]) -> Range<Int>? {
    var (value, place) = (self, "")
    for step in path {
      guard let member = value.members?.first(where: { Self.names(step).contains($0.name) }) else {
        return nil
      }
      value = member.value
      place += place.isEmpty ? member.name : ".\(member.name)"
    }
    return _JSONReader.offsets(in: body)[place].map { $0..<($0 + value.bytes.count) }
  }

  /// The object with a member that it lacks; unchanged if it lacks the object for the member.
  fileprivate func adding(_ path: ArraySlice<String>, _ value: String) -> RawJSON {
    guard let step = path.first, let name = Self.names(step).first, var members else { return self }
    if path.count > 1 {
      guard let place = members.firstIndex(where: { Self.names(step).contains($0.name) }) else {
        return self
      }
      members[place].value = members[place].value.adding(path.dropFirst(), value)
    } else {
      members.append(Member(name: name, value: RawJSON(string: value)))
    }
    return RawJSON(members: members)
  }

  /// The name and its other spellings, which follow it after vertical lines.
  private static func names(_ step: String) -> [String] {
    step.split(separator: "|").map(String.init)
  }
}
