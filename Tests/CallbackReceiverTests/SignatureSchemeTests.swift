import CallbackReceiver
import CallbackRuntime
import HTTPTypes
import Testing

@Suite("Signature schemes of other vendors")
struct SignatureSchemeTests {
  private static let prefixed = SignatureScheme(
    place: .header("X-Hub-Signature-256"), prefix: "sha256=", algorithm: .hmacSHA256,
    encoding: .hex, over: .body)
  private static let timed = SignatureScheme(
    place: .header("X-Slack-Signature"), prefix: "v0=", algorithm: .hmacSHA256, encoding: .hex,
    over: .joined([.text("v0:"), .header("X-Slack-Request-Timestamp"), .text(":"), .body]),
    time: .header("X-Slack-Request-Timestamp"), tolerance: .seconds(300))
  private static let listed = SignatureScheme(
    place: .headerPart("Stripe-Signature", name: "v1"), algorithm: .hmacSHA256, encoding: .hex,
    over: .joined([.headerPart("Stripe-Signature", name: "t"), .text("."), .body]),
    time: .headerPart("Stripe-Signature", name: "t"), tolerance: .seconds(300))
  private static let form = SignatureScheme(
    place: .header("X-Twilio-Signature"), algorithm: .hmacSHA1, encoding: .base64,
    over: .urlAndForm)
  private static let token = SignatureScheme(
    place: .header("Authorization"), algorithm: .jwtHS256, encoding: .base64URL,
    over: .claim("sha256", encoding: .base64))

  private func error(
    _ scheme: SignatureScheme, _ secrets: [Secret], _ request: CallbackRequest, now: Int64 = 0,
    _ freshness: SignatureVerifier.Freshness = .documented
  ) -> SignatureError? {
    do throws(SignatureError) {
      try SignatureVerifier([scheme], secrets: secrets, freshness: freshness).verify(
        request, now: now)
      return nil
    } catch { return error }
  }

  private func request(
    _ headers: HTTPFields, _ body: String, url: String? = nil
  ) -> CallbackRequest {
    CallbackRequest(headers: headers, body: Array(body.utf8), url: url)
  }

  // MARK: Prefix

  private static let secret: Secret = "It's a Secret to Everybody"
  private static let hub = HTTPField.Name("X-Hub-Signature-256")!
  private static let digest = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"

  @Test("A signature after a prefix is accepted")
  func prefix() {
    let request = request([Self.hub: "sha256=\(Self.digest)"], "Hello, World!")
    #expect(error(Self.prefixed, [Self.secret], request) == nil)
  }

  @Test(
    "A missing, an unprefixed, an upper-case and a wrong signature are told apart",
    arguments: [
      (nil, .missing("header X-Hub-Signature-256")),
      (digest, .malformed("header X-Hub-Signature-256")),
      ("sha256=\(digest.uppercased())", .malformed("header X-Hub-Signature-256")),
      ("sha256=", .malformed("header X-Hub-Signature-256")),
      ("sha256=\(digest)0", .malformed("header X-Hub-Signature-256")),
      ("sha256=\(digest.dropLast())g", .malformed("header X-Hub-Signature-256")),
      ("sha256=\(digest.dropLast())0", .wrong("header X-Hub-Signature-256")),
    ] as [(String?, SignatureError)])
  func reasons(_ value: String?, _ expected: SignatureError) {
    var headers: HTTPFields = [:]
    headers[Self.hub] = value
    #expect(error(Self.prefixed, [Self.secret], request(headers, "Hello, World!")) == expected)
  }

  @Test("A header that occurs twice is refused, though one of its values is right")
  func repeated() {
    var headers: HTTPFields = [Self.hub: "sha256=\(Self.digest)"]
    headers.append(HTTPField(name: Self.hub, value: "sha256=00"))
    #expect(
      error(Self.prefixed, [Self.secret], request(headers, "Hello, World!"))
        == .repeated("header X-Hub-Signature-256"))
  }

  @Test("While a secret is changed, both are accepted, and no third")
  func rotation() {
    let request = request([Self.hub: "sha256=\(Self.digest)"], "Hello, World!")
    #expect(error(Self.prefixed, ["new", Self.secret], request) == nil)
    #expect(error(Self.prefixed, [Self.secret, "new"], request) == nil)
    #expect(error(Self.prefixed, ["new", "newer"], request) != nil)
    #expect(error(Self.prefixed, [], request) != nil)
  }

  @Test("Without a scheme no request is accepted")
  func undocumented() {
    #expect(throws: SignatureError.undocumented) {
      try SignatureVerifier([], secrets: ["secret"]).verify(request([:], "{}"), now: 0)
    }
  }

  // MARK: Signed time

  private static let sent: Int64 = 1_531_420_618
  private static let command =
    "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&"
    + "channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&"
    + "response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F"
    + "96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"

  private func command(at time: String = "\(sent)") -> CallbackRequest {
    request(
      [
        .init("X-Slack-Request-Timestamp")!: time,
        .init("X-Slack-Signature")!:
          "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
      ], Self.command)
  }

  @Test("A signature over a template is accepted within the tolerance, in both directions")
  func tolerance() {
    let secret: Secret = "8f742231b10e8888abcd99yyyzzz85a5"
    for distance in [-300, 0, 300] as [Int64] {
      #expect(error(Self.timed, [secret], command(), now: Self.sent + distance) == nil)
    }
    for distance in [-301, 301] as [Int64] {
      #expect(
        error(Self.timed, [secret], command(), now: Self.sent + distance)
          == .outdated(.seconds(301)))
    }
    #expect(error(Self.timed, [secret], command(), now: 0, .anyAge) == nil)
    #expect(error(Self.timed, [secret], command(), now: Self.sent + 9, .within(.seconds(8))) != nil)
  }

  @Test(
    "A signed time that is no number of seconds is refused",
    arguments: ["nan", "1e9", "-1", "", "99999999999999999999"])
  func strangeTime(_ time: String) throws {
    let name = HTTPField.Name("X-Slack-Request-Timestamp")!
    let request = request([name: time], "{}")
    // A signer that signs the strange time, so that only the form of the time is wrong.
    var scheme = Self.timed
    scheme.time = nil
    let signed = try CallbackSigner(scheme, secret: "secret").signed(request, now: 0)
    #expect(error(Self.timed, ["secret"], signed) == .malformed("the signed time"))
  }

  // MARK: Several signatures in one header

  @Test("One valid signature of several in a header is enough")
  func severalSignatures() {
    let valid = "d085648b633f667bc2bbe0ae61b315d03eb679fe556605862de839d5e1982458"
    func verdict(_ value: String) -> SignatureError? {
      error(
        Self.listed, ["whsec_test"],
        request([.init("Stripe-Signature")!: value], #"{"type":"invoice.paid"}"#),
        now: 1_700_000_010)
    }
    #expect(verdict("t=1700000000,v1=\(valid)") == nil)
    #expect(verdict("t=1700000000,v1=00,v1=\(valid),v0=ff") == nil)
    #expect(verdict("t=1700000000, v1=\(valid)") == nil)
    #expect(verdict("t=1700000000,v0=\(valid)") == .missing("v1 of header Stripe-Signature"))
    #expect(verdict("v1=\(valid)") == .missing("t of header Stripe-Signature"))
    #expect(verdict("t=1700000000,t=1,v1=\(valid)") == .repeated("t of header Stripe-Signature"))
    #expect(verdict("t=1700000001,v1=\(valid)") == .wrong("v1 of header Stripe-Signature"))
  }

  // MARK: URL and form

  @Test("A signature over the URL and the form's fields is accepted")
  func urlAndForm() {
    let name = HTTPField.Name("X-Twilio-Signature")!
    let url = "https://mycompany.com/myapp.php?foo=1&bar=2"
    let body =
      "Digits=1234&CallSid=CA1234567890ABCDE&To=%2B18005551212&From=%2B14158675309&Caller=%2B14158675309"
    let request = request([name: "RSOYDt4T1cUTdK1PDd93/VVr8B8="], body, url: url)
    #expect(error(Self.form, ["12345"], request) == nil)
    var other = request
    other.url = "https://mycompany.com/myapp.php?foo=1"
    #expect(error(Self.form, ["12345"], other) == .wrong("header X-Twilio-Signature"))
    other.url = nil
    #expect(error(Self.form, ["12345"], other) == .missing("the URL of the request"))
  }

  // MARK: Tokens

  private static let claims =
    "eyJpc3MiOiJrZXkiLCJuYmYiOjE3MDAwMDAwMDAsImV4cCI6MTcwMDAwMDMwMCwic2hhMjU2IjoiVDc0bVc1S1lyZVI4djVz"
    + "NGo0ek1NczNoN1QzRTZRVHltV3VFNTRWZjFnND0ifQ"
  private static let head = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"

  @Test(
    "A token over the hash of the body is accepted while it is valid, and refused with any other text"
  )
  func tokens() {
    let body = #"{"event":"room_started","room":{"name":"lobby"}}"#
    let valid = "\(Self.head).\(Self.claims).7RNv74uXTjrq9XgZ_d0q8HwmpcQulAlGG-ovmRV4yBc"
    func verdict(_ token: String, _ body: String = body, now: Int64 = 1_700_000_100)
      -> SignatureError?
    {
      error(
        Self.token, ["livekit-secret"], request([.init("Authorization")!: token], body), now: now)
    }
    #expect(verdict(valid) == nil)
    #expect(verdict(valid, body + " ") == .wrong("header Authorization"))
    #expect(verdict(valid, now: 1_700_000_301) == .outdated(.seconds(1)))
    #expect(verdict(valid, now: 1_699_999_990) == .outdated(.seconds(10)))
    for index in valid.utf8.indices {
      for bit in 0..<7 {
        var bytes = Array(valid.utf8)
        bytes[valid.utf8.distance(from: valid.startIndex, to: index)] ^= 1 << bit
        #expect(verdict(String(decoding: bytes, as: UTF8.self)) != nil)
      }
    }
  }

  @Test(
    "A token that never expires is refused, at any age, and one whose time of expiry is no number")
  func unlimitedToken() {
    let body = #"{"event":"room_started","room":{"name":"lobby"}}"#
    // The claims iss, nbf and sha256, and then iss, sha256 and the exp null.
    let unlimited =
      "\(Self.head).eyJpc3MiOiJrZXkiLCJuYmYiOjE3MDAwMDAwMDAsInNoYTI1NiI6IlQ3NG1XNUtZcmVSOHY1czRqNHpNTXMz"
      + "aDdUM0U2UVR5bVd1RTU0VmYxZzQ9In0.meWwuAEavupOgHFTTT57ZKXAH-KuAVXf8Q3oOZSFInw"
    let null =
      "\(Self.head).eyJpc3MiOiJrZXkiLCJleHAiOm51bGwsInNoYTI1NiI6IlQ3NG1XNUtZcmVSOHY1czRqNHpNTXMzaDdUM0U2"
      + "UVR5bVd1RTU0VmYxZzQ9In0.e3gkpQTWykL5fUgKvFZ54fHq-uMs9HcFxHYAEpT-cTI"
    func verdict(
      _ token: String, secret: Secret = "livekit-secret",
      _ freshness: SignatureVerifier.Freshness = .documented
    ) -> SignatureError? {
      let request = request([.init("Authorization")!: token], body)
      let verifier = SignatureVerifier([Self.token], secrets: [secret], freshness: freshness)
      do throws(SignatureError) {
        try verifier.verify(request, now: 1_700_000_100)
        return nil
      } catch {
        return error
      }
    }
    for freshness in [.documented, .anyAge, .within(.seconds(60))] as [SignatureVerifier.Freshness]
    {
      #expect(verdict(unlimited, freshness) == .unlimited("header Authorization"))
    }
    #expect(verdict(unlimited, secret: "another") == .wrong("header Authorization"))
    #expect(verdict(null) == .malformed("header Authorization"))
    #expect(
      "\(SignatureError.unlimited("header Authorization"))"
        == "the token in header Authorization has no time at which it expires (exp)")
  }

  @Test("A tolerance of zero accepts the present second alone, in both directions")
  func noTolerance() throws {
    let request = request([.init("X-Slack-Request-Timestamp")!: "5"], "{}")
    let signed = try CallbackSigner(Self.timed, secret: "secret").signed(request, now: 1000)
    let verifier = SignatureVerifier([Self.timed], secrets: ["secret"], freshness: .within(.zero))
    try verifier.verify(signed, now: 1000)
    for now in [999, 1001] as [Int64] {
      #expect(throws: SignatureError.outdated(.seconds(1))) {
        try verifier.verify(signed, now: now)
      }
    }
  }

  @Test("A token without a signature, or with another algorithm, is refused")
  func otherAlgorithms() {
    let none = "eyJhbGciOiJub25lIn0.\(Self.claims)."
    let longer =
      "eyJhbGciOiJIUzUxMiJ9.\(Self.claims).8RQC2kk43wn1s2hLvqMTEd85qvG0mWJRqrZUR1Lr8RY"
    for token in [none, longer, "", "..", "a.b", "a.b.c.d"] {
      let request = request([.init("Authorization")!: token], "{}")
      #expect(
        error(Self.token, ["livekit-secret"], request, now: 1_700_000_100)
          == .malformed("header Authorization"))
    }
  }

  // MARK: Signer

  @Test("What the signer signs is accepted, and with another secret refused")
  func signer() throws {
    let schemes = [Self.prefixed, Self.timed, Self.listed, Self.form, Self.token]
    for scheme in schemes {
      let unsigned = request(
        [.init("X-Slack-Request-Timestamp")!: "5"], "a=1&b=2", url: "https://example.com/")
      let signed = try CallbackSigner(scheme, secret: "secret").signed(unsigned, now: 1000)
      #expect(error(scheme, ["secret"], signed, now: 1010) == nil)
      #expect(error(scheme, ["Secret"], signed, now: 1010) != nil)
    }
  }

  @Test(
    "A signature inside the body replaces the one that is there, and no other byte",
    arguments: [
      ("{ \"a\" : 1.0,\n \"Signature\" : \"old\" , \"b\" : \"\\u0041\" }\n", "\"old\""),
      ("{\"Signature\":null,\"a\":1.0,\"b\":\"A\"}", "null"),
      (" {\"a\":1.0,\"Sign\":[1, 2],\"b\":\"A\"}", "[1, 2]"),
    ])
  func signatureInBody(_ body: String, _ old: String) throws {
    let scheme = SignatureScheme(
      place: .member("Signature|Sign"), algorithm: .sha256, encoding: .hex,
      over: .sorted([.member("a"), .member("b"), .secret]))
    let signed = try CallbackSigner(scheme, secret: "secret").signed(request([:], body), now: 0)
    let digest = "ab2a04e11141a38e78e1e70453e27d0cef0299647bae37f93d83f3b2bd1fd233"
    #expect(
      String(decoding: signed.body, as: UTF8.self) == body.replacing(old, with: "\"\(digest)\""))
    #expect(error(scheme, ["secret"], signed, now: 0) == nil)
  }

  @Test("A signature that the body lacks becomes its last member")
  func missingSignature() throws {
    let scheme = SignatureScheme(
      place: .member("data.Signature"), algorithm: .sha256, encoding: .hex,
      over: .sorted([.member("a"), .secret]))
    let body = #"{"a":1,"data":{"b":2},"c":3}"#
    let signed = try CallbackSigner(scheme, secret: "secret").signed(request([:], body), now: 0)
    let text = String(decoding: signed.body, as: UTF8.self)
    #expect(text.hasPrefix(#"{"a":1,"data":{"b":2,"Signature":""#) && text.hasSuffix(#""},"c":3}"#))
    #expect(error(scheme, ["secret"], signed, now: 0) == nil)
  }
}
