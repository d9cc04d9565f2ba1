import AgoraCloudRecording
import CallbackReceiver
import Crypto
import Foundation
import HTTPTypes

// Prints how much longer the verification of a request takes than the code of its body alone, and exits with 1 above the limit.
let limit = 3.0
let body = [UInt8](repeating: UInt8(ascii: "a"), count: 652)
let secret = "a secret of the console"
let code = HMAC<SHA256>.authenticationCode(for: body, using: SymmetricKey(data: Data(secret.utf8)))
var headers = HTTPFields()
if let name = HTTPField.Name("Agora-Signature-V2") {
  headers[name] = code.map { String(format: "%02x", $0) }.joined()
}
let request = CallbackRequest(headers: headers, body: body)
let verifier = SignatureVerifier(Agora.signatures, secrets: [Secret(secret)])

func time(_ count: Int, _ body: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let duration = try clock.measure { for _ in 0..<count { try body() } }
  return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
}

nonisolated(unsafe) var sink: UInt8 = 0
var ratios: [Double] = []
for _ in 0..<11 {
  let alone = time(5_000) {
    let key = SymmetricKey(data: Data(secret.utf8))
    sink &+= HMAC<SHA256>.authenticationCode(for: body, using: key).reduce(0, &+)
  }
  let whole = try time(5_000) { try verifier.verify(request, now: 1_611_566_412) }
  ratios.append(whole / alone)
}
let ratio = ratios.sorted()[ratios.count / 2]
let verdict = ratio > limit ? "; MISS: above \(limit)" : ""
print(
  "Verification of a body of \(body.count) bytes: \(String(format: "%.2f", ratio)) times HMAC-SHA256 alone\(verdict)"
)
exit(ratio > limit ? 1 : 0)
