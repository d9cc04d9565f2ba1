import AgoraCloudRecording
import CallbackRuntime
import Foundation

/// The time of one call, in seconds.
func time(_ repetitions: Int, _ body: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let duration = try clock.measure { for _ in 0..<repetitions { try body() } }
  let (seconds, attoseconds) = duration.components
  return (Double(seconds) + Double(attoseconds) * 1e-18) / Double(repetitions)
}

/// The median of the ratios of interleaved rounds: drift of the machine hits both sides alike.
func ratio(_ base: () throws -> Void, to candidate: () throws -> Void) rethrows -> Double {
  let (rounds, repetitions) = (11, 2000)
  _ = try time(repetitions, base)
  _ = try time(repetitions, candidate)
  var ratios: [Double] = []
  for _ in 0..<rounds {
    let slow = try time(repetitions, base)
    let fast = try time(repetitions, candidate)
    ratios.append(slow / fast)
  }
  return ratios.sorted()[rounds / 2]
}

nonisolated(unsafe) var sink = 0

/// A body that the generated code does not decode as it should: its figures would be meaningless.
struct UnusableBody: Error {
  var name: String
}

extension Agora.Event {
  var isMalformed: Bool {
    if case .malformed = self { true } else { false }
  }
}

func report<Plain: Codable>(_ name: String, _ bytes: [UInt8], as _: Plain.Type) throws {
  let data = Data(bytes)
  let decoder = JSONDecoder()
  let encoder = JSONEncoder()
  let plain = try decoder.decode(Plain.self, from: data)
  let callback = try Agora.Callback(json: bytes)
  guard callback.faults.isEmpty, !callback.event.isMalformed else { throw UnusableBody(name: name) }
  func plainDecode() throws {
    sink &+= withUnsafeBytes(of: try decoder.decode(Plain.self, from: data)) { Int($0[0]) }
  }
  func plainEncode() throws { sink &+= try encoder.encode(plain).count }
  let bytesIn = try ratio(plainDecode) { sink &+= try Agora.Callback(json: bytes).eventType }
  let decoderIn = try ratio(plainDecode) {
    sink &+= try decoder.decode(Agora.Callback.self, from: data).eventType
  }
  let bytesOut = try ratio(plainEncode) { sink &+= callback.json().count }
  let encoderOut = try ratio(plainEncode) { sink &+= try encoder.encode(callback).count }
  func format(_ ratio: Double) -> String { String(format: "%6.2fx", ratio) }
  print(
    "\(name.padding(toLength: 26, withPad: " ", startingAt: 0)) \(format(bytesIn))   \(format(decoderIn))   "
      + "\(format(bytesOut))   \(format(encoderOut))")
}

print(
  "Speed against JSONDecoder and JSONEncoder with plain synthesised structs = 1; more is faster.")
print("                           bytes in  decoder  bytes out  encoder")
try report(
  "uploaded, 2 files, \(Bodies.uploaded.count) B", Bodies.uploaded, as: PlainUploadedCallback.self)
try report("progress, \(Bodies.progress.count) B", Bodies.progress, as: PlainProgressCallback.self)
try report(
  "uploaded, 12 files, \(Bodies.manyFiles.count) B", Bodies.manyFiles,
  as: PlainUploadedCallback.self)

try reportSurvival()
