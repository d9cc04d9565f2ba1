import AgoraCloudRecording
import CallbackRuntime
import Foundation
import TestSupport
import Testing

@Suite("Mutations of the examples")
struct MutationTests {
  /// How many mutations each body gets; the long campaign sets more.
  static let count =
    ProcessInfo.processInfo.environment["CALLBACKGEN_MUTATIONS"].flatMap { Int($0) } ?? 1000

  @Test(
    "Both ways in give equal values, and what was read survives a round trip",
    arguments: Bodies.examples)
  func mutations(_ body: Bodies.Example) {
    let bytes = Array(body.wrapped.utf8)
    var generator = SeededGenerator(
      seed: UInt64(bytes.count) &* 31 &+ UInt64(body.example.file.value.utf8.count))
    for _ in 0..<Self.count { check(Self.mutate(bytes, &generator)) }
  }

  /// One to three bytes changed, taken out or put in; mostly the ones that mean something to JSON.
  static func mutate(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    let telling = Array(#""\{}[],:0123456789eE+-.tfnu "#.utf8)
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      let byte =
        Bool.random(using: &generator)
        ? UInt8.random(in: 0...255, using: &generator)
        : telling.randomElement(using: &generator) ?? 0
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(byte, at: place)
      default: bytes[place] = byte
      }
    }
    return bytes
  }

  private func check(_ bytes: [UInt8]) {
    let direct = Result { try Agora.Callback(json: bytes) }
    let decoded = Result { try JSONDecoder().decode(Agora.Callback.self, from: Data(bytes)) }
    switch (direct, decoded) {
    case (.success(let direct), .success(let decoded)):
      if direct != decoded, !Self.differsOnlyInRaw(direct, decoded) { fail("two meanings", bytes) }
      if (try? Agora.Callback(json: direct.json())) != direct { fail("no round trip", bytes) }
    case (.success, .failure(let error)): fail("JSONDecoder says \(error)", bytes)
    case (.failure, .success):
      // Foundation reads what is no JSON: that is the only way in which we may be stricter.
      if (try? RawJSON(String(validating: bytes, as: UTF8.self) ?? "")) != nil {
        fail("only JSONDecoder reads it", bytes)
      }
    case (.failure, .failure): break
    }
  }

  /// Raw JSON through Foundation loses what a number looked like, and numbers too large for it.
  private static func differsOnlyInRaw(_ direct: Agora.Callback, _ decoded: Agora.Callback) -> Bool
  {
    switch (direct.event, decoded.event) {
    case (.unrecognized(let first), .unrecognized(let second)): first.id == second.id
    case (.malformed(let first), .malformed(let second)): first.id == second.id
    default: false
    }
  }

  private func fail(_ what: String, _ bytes: [UInt8]) {
    Issue.record("\(what): \(Bodies.text(bytes))")
  }
}
