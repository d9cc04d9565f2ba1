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
    let direct = try? Agora.Callback(json: bytes)
    let decoded = try? JSONDecoder().decode(Agora.Callback.self, from: Data(bytes))
    if let direct, (try? Agora.Callback(json: direct.json())) != direct {
      fail("no round trip", bytes)
    }
    if direct == decoded { return }
    // Foundation reads what is no JSON, and rounds or refuses numbers that it cannot hold: nothing else may differ.
    guard let exact = try? RawJSON(bytes: bytes) else {
      if direct != nil { fail("only we read it, and it is no JSON", bytes) }
      return
    }
    let throughFoundation = try? JSONDecoder().decode(RawJSON.self, from: Data(bytes))
    if throughFoundation == exact { fail("two meanings", bytes) }
  }

  private func fail(_ what: String, _ bytes: [UInt8]) {
    Issue.record("\(what): \(Bodies.text(bytes))")
  }
}
