import CallbackRuntime
import Crypto
import Foundation

extension SignatureScheme {
  /// The text of the signature of a request, without the prefix.
  func signature(
    of values: inout SignedValues, secret: Secret
  ) throws(SignatureError) -> [UInt8] {
    encoding.text(of: algorithm.code(of: try content(of: &values, secret: secret), secret: secret))
  }

  /// The signed bytes.
  private func content(
    of values: inout SignedValues, secret: Secret
  ) throws(SignatureError) -> [UInt8] {
    switch subject {
    case .body: return values.request.body
    case .joined(let parts):
      var content: [UInt8] = []
      for part in parts { content += try values.bytes(of: part, secret: secret) }
      return content
    case .sorted(let parts):
      var contents: [[UInt8]] = []
      for part in parts { contents.append(try values.bytes(of: part, secret: secret)) }
      return contents.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { $0 }
    case .urlAndForm:
      var content = Array(try values.url().utf8)
      guard let form = try? RawJSON(bytes: FormText.json(values.request.body)) else {
        throw .malformed("the body")
      }
      let fields = (form.members ?? []).map {
        (Array($0.name.utf8), Array(($0.value.string ?? "").utf8))
      }
      for (name, value) in fields.sorted(by: { $0.0.lexicographicallyPrecedes($1.0) }) {
        content += name + value
      }
      return content
    // A token signs its own text; its claims are checked beside it.
    case .claim: throw .undocumented
    }
  }
}

extension SignatureScheme.Algorithm {
  /// The signature's bytes.
  func code(of content: some Collection<UInt8>, secret: Secret) -> [UInt8] {
    let key = SymmetricKey(data: secret.bytes)
    let content = Array(content)
    return switch self {
    case .hmacSHA1: Array(HMAC<Insecure.SHA1>.authenticationCode(for: content, using: key))
    case .hmacSHA256, .jwtHS256: Array(HMAC<SHA256>.authenticationCode(for: content, using: key))
    case .sha256: Array(SHA256.hash(data: content))
    }
  }
}

extension SignatureScheme.Algorithm {
  /// The number of the signature's bytes.
  var byteCount: Int {
    switch self {
    case .hmacSHA1: 20
    case .hmacSHA256, .jwtHS256, .sha256: 32
    }
  }
}

extension SignatureScheme.Encoding {
  /// Whether a text can be that of a number of bytes: its length and its alphabet are right.
  func isText(_ text: [UInt8], ofByteCount count: Int) -> Bool {
    switch self {
    case .hex:
      return text.count == 2 * count
        && text.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    case .base64:
      // Only the standard form: a text that decodes to the same bytes in another way is refused.
      return Data(base64Encoded: Data(text)).map {
        $0.count == count && Array($0.base64EncodedData()) == text
      } ?? false
    case .base64URL: return bytes(of: text)?.count == count
    }
  }

  /// The text of bytes, in ASCII.
  func text(of bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .hex:
      let digits = Array("0123456789abcdef".utf8)
      return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    case .base64: return Array(Data(bytes).base64EncodedData())
    case .base64URL:
      return Data(bytes).base64EncodedData().compactMap { byte in
        switch byte {
        case UInt8(ascii: "+"): UInt8(ascii: "-")
        case UInt8(ascii: "/"): UInt8(ascii: "_")
        case UInt8(ascii: "="): nil
        default: byte
        }
      }
    }
  }
}

extension SignatureScheme.Encoding {
  /// The bytes of a text in Base64 with the URL alphabet and without padding; nil if it is none.
  func bytes(of text: [UInt8]) -> [UInt8]? {
    var standard = text.map { byte in
      switch byte {
      case UInt8(ascii: "-"): UInt8(ascii: "+")
      case UInt8(ascii: "_"): UInt8(ascii: "/")
      // Of the standard alphabet alone, and so refused.
      case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): UInt8(ascii: "!")
      default: byte
      }
    }
    while standard.count % 4 != 0 { standard.append(UInt8(ascii: "=")) }
    return Data(base64Encoded: Data(standard)).map { Array($0) }
  }
}
