import AgoraCloudRecording
import CallbackReceiver
import CallbackRuntime
import Foundation
import HTTPTypes
import TencentTRTCRecording
import Testing
import VolcengineRTC

/// A request that a vendor prints, or whose signature was computed by other software, with its secret.
struct SignedVector: Sendable, CustomTestStringConvertible {
  var name: String
  var schemes: [SignatureScheme]
  var secret: Secret
  var headers: HTTPFields = [:]
  var body: String

  var request: CallbackRequest { CallbackRequest(headers: headers, body: Array(body.utf8)) }
  var testDescription: String { name }

  private static let agoraBody =
    #"{"eventMs":1560408533119,"eventType":10,"noticeId":"4eb720f0-8da7-11e9-a43e-53f411c2761f","notifyMs":1560408533119,"#
    + #""payload":{"a":"1","b":2},"productId":1}"#

  static let all = [
    SignedVector(
      name: "Agora, SHA-1", schemes: Agora.signatures, secret: "secret",
      headers: [.init("Agora-Signature")!: "033c62f40f687675f17f0f41f91a40c71c0f134c"],
      body: agoraBody),
    SignedVector(
      name: "Agora, SHA-256", schemes: Agora.signatures, secret: "secret",
      headers: [
        .init("agora-signature-v2")!:
          "6d3320c60b11101395b7fc8f9068748808a0aa1bfa064438e39d1bc2c7d74d99"
      ],
      body: agoraBody),
    SignedVector(
      name: "TRTC", schemes: TRTC.signatures, secret: "123654",
      headers: [.init("Sign")!: "kkoFeO3Oh2ZHnjtg8tEAQhtXK16/KI05W3BQff8IvGA="],
      body:
        "{\n\t\"EventGroupId\":\t2,\n\t\"EventType\":\t204,\n\t\"CallbackTs\":\t1664209748188,\n\t\"EventInfo\":\t{\n"
        + "\t\t\"RoomId\":\t8489,\n\t\t\"EventTs\":\t1664209748,\n\t\t\"EventMsTs\":\t1664209748180,\n"
        + "\t\t\"UserId\":\t\"user_85034614\",\n\t\t\"Reason\":\t0\n\t}\n}"),
    SignedVector(
      name: "Volcengine", schemes: Volcengine.signatures, secret: "1234",
      body:
        #"{"EventType":"RoomCreate","EventData":"{\"RoomId\":\"room1\",\"Timestamp\":1679383924691}","#
        + #""EventTime":"2023-03-21T15:32:04+08:00","EventId":"123456","AppId":"appId","Version":"2020-12-01","#
        + #""Nonce":"aaBc","Signature":"1c7200723842eff514b65fc3f065597432bbb4249e10d33db79b3853d05f3691"}"#
    ),
  ]
}

@Suite("Signatures of the vendors")
struct VendorVectorTests {
  private func verify(_ vector: SignedVector, _ request: CallbackRequest, _ secret: Secret) -> Bool
  {
    (try? SignatureVerifier(vector.schemes, secrets: [secret]).verify(request, now: 0)) != nil
  }

  @Test("A printed signature is accepted", arguments: SignedVector.all)
  func accepted(_ vector: SignedVector) throws {
    try SignatureVerifier(vector.schemes, secrets: [vector.secret]).verify(vector.request, now: 0)
  }

  @Test(
    "A request with any one bit of the body changed is refused, if the whole body is signed",
    arguments: SignedVector.all.filter { !$0.headers.isEmpty })
  func changedBody(_ vector: SignedVector) {
    for index in vector.request.body.indices {
      for bit in 0..<8 {
        var request = vector.request
        request.body[index] ^= 1 << bit
        #expect(!verify(vector, request, vector.secret), "byte \(index), bit \(bit)")
      }
    }
  }

  @Test(
    "A request with any one bit of the signature changed is refused", arguments: SignedVector.all)
  func changedSignature(_ vector: SignedVector) throws {
    for field in vector.headers {
      let value = Array(field.value.utf8)
      for index in value.indices {
        // A header is ASCII; the eighth bit makes it another text.
        for bit in 0..<7 {
          var changed = value
          changed[index] ^= 1 << bit
          var request = vector.request
          request.headers[field.name] = String(decoding: changed, as: UTF8.self)
          #expect(!verify(vector, request, vector.secret), "byte \(index), bit \(bit)")
        }
      }
    }
  }

  @Test("A request is refused with any one bit of the secret changed", arguments: SignedVector.all)
  func changedSecret(_ vector: SignedVector) {
    for (text, count) in [("secret", 6), ("123654", 6), ("1234", 4)] {
      guard verify(vector, vector.request, Secret(text)) else { continue }
      for index in 0..<count {
        for bit in 0..<8 {
          var bytes = Array(text.utf8)
          bytes[index] ^= 1 << bit
          #expect(
            !verify(vector, vector.request, Secret(bytes: bytes)), "byte \(index), bit \(bit)")
        }
      }
    }
  }

  @Test("A member is found under its other spelling, and not under both")
  func otherSpelling() throws {
    let vector = try #require(SignedVector.all.last)
    var request = vector.request
    request.body = Array(vector.body.replacing("Nonce", with: "Noce").utf8)
    #expect(verify(vector, request, vector.secret))
    request.body = Array(
      vector.body.replacing("{\"EventType", with: "{\"Noce\":\"aaBc\",\"EventType").utf8)
    #expect(throws: SignatureError.repeated("member Nonce|Noce")) {
      try SignatureVerifier(vector.schemes, secrets: [vector.secret]).verify(request, now: 0)
    }
  }

  @Test("Any one bit of a signed value inside the body changes its signature")
  func changedMembers() throws {
    let vector = try #require(SignedVector.all.last)
    let body = vector.body
    for value in [
      "RoomCreate", "room1", "1679383924691", "2023-03-21T15", "123456", "appId", "aaBc",
      "1c720072",
    ] {
      let range = try #require(body.range(of: value))
      let start = body.utf8.distance(from: body.startIndex, to: range.lowerBound)
      for index in start..<(start + value.utf8.count) {
        for bit in 0..<8 {
          var request = vector.request
          request.body[index] ^= 1 << bit
          #expect(!verify(vector, request, vector.secret), "byte \(index), bit \(bit)")
        }
      }
    }
  }
}
