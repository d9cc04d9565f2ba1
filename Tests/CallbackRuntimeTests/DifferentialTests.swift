@_spi(Generated) import CallbackRuntime
import Foundation
import PayloadValidation
import Testing

/// What reading a body from bytes and through Foundation's decoder came to.
private enum Verdict: Hashable {
  case bothRead, bothRefuse
  /// Allowed: what Foundation read is not JSON.
  case onlyFoundationReadsInvalid
  /// Allowed: a string that is not valid Unicode, inside a callback.
  case onlyBytesRead
  /// Allowed: a number that Foundation rounds, or can't hold at all.
  case foundationLosesNumbers
  /// Allowed: a string is read from a number, whose spelling Foundation does not tell.
  case foundationRespellsNumbers
  /// Allowed: a number that Foundation does not read in that spelling.
  case foundationRefusesSpelling
  case differ(String)
}

@Suite("Two ways in, one meaning")
struct DifferentialTests {
  /// How many mutations there are of a body; more on demand.
  private let count =
    ProcessInfo.processInfo.environment["CALLBACKGEN_MUTATIONS"].flatMap { Int($0) } ?? 1000

  private func compare<T: CallbackObject>(_: T.Type, _ body: [UInt8]) -> Verdict {
    let direct = try? T(json: body)
    let decoded = try? JSONDecoder().decode(T.self, from: Data(body))
    if let direct, (try? T(json: direct.json())) != direct { return .differ("its own bytes") }
    if let direct, direct == decoded { return .bothRead }
    if direct == nil, decoded == nil { return .bothRefuse }
    guard let exact = try? RawJSON(bytes: body) else {
      if T.self == Media.Callback.self, direct != nil, (try? RawJSON(repaired(body))) != nil {
        return .onlyBytesRead
      }
      return direct == nil ? .onlyFoundationReadsInvalid : .differ("read what is no JSON")
    }
    let rounded = try? JSONDecoder().decode(RawJSON.self, from: Data(body))
    if rounded != exact { return .foundationLosesNumbers }
    let respelt = rounded.flatMap { try? T(json: $0.bytes) }
    if let respelt, direct != nil, respelt == decoded { return .foundationRespellsNumbers }
    // Foundation has no double for `0E1`, which is JSON and 0: written as it reads it otherwise, it reads it.
    let retried = rounded.flatMap { try? JSONDecoder().decode(T.self, from: Data($0.bytes)) }
    if decoded == nil, let direct, retried == direct { return .foundationRefusesSpelling }
    return .differ("\(String(describing: direct)) and \(String(describing: decoded))")
  }

  /// The body with valid Unicode in its strings.
  private func repaired(_ body: [UInt8]) -> String {
    String(decoding: body, as: UTF8.self)
      .replacing(/\\u[dD][89a-fA-F][0-9a-fA-F]{2}/, with: #"\ufffd"#)
  }

  @Test("Every prefix", arguments: Bodies.all)
  func prefixes(body: String) {
    let bytes = Array(body.utf8)
    for count in 0..<bytes.count {
      let verdict = compare(Media.Callback.self, Array(bytes[..<count]))
      #expect(verdict == .bothRefuse || count > bytes.count - 8, "\(count)")
    }
  }

  @Test("A thousand mutations of each body", arguments: zip(Bodies.all, 1...Bodies.all.count))
  func mutations(body: String, seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let bytes = Array(body.utf8)
    var verdicts: [Verdict: Int] = [:]
    for _ in 0..<count {
      let mutated = Mutations.mutate(bytes, &generator)
      let verdict = compare(Media.Callback.self, mutated)
      if case .differ = verdict {
        Issue.record("\(verdict): \(String(decoding: mutated, as: UTF8.self))")
      }
      verdicts[verdict, default: 0] += 1
    }
    #expect(verdicts[.bothRead, default: 0] > count / 10, "too few are read to say anything")
    #expect(verdicts[.bothRefuse, default: 0] > count / 20, "too few are refused to say anything")
  }

  @Test("Mutations of objects with a field of every kind")
  func mutatedFields() {
    var generator = SeededGenerator(seed: 77)
    for body in [Bodies.everything, Bodies.lenient].map({ Array($0.utf8) }) {
      for _ in 0..<count {
        let mutated = Mutations.mutate(body, &generator)
        for verdict in [compare(Everything.self, mutated), compare(Lenient.self, mutated)] {
          if case .differ = verdict {
            Issue.record("\(verdict): \(String(decoding: mutated, as: UTF8.self))")
          }
        }
      }
    }
  }

  @Test("Findings never fail, and the value is the same with them")
  func findings() {
    var generator = SeededGenerator(seed: 5)
    for body in Bodies.all.map({ Array($0.utf8) }) {
      for _ in 0..<300 {
        let mutated = Mutations.mutate(body, &generator)
        let value = try? Media.Callback(json: mutated)
        let reading = try? Media.Callback.read(json: mutated)
        #expect(value == reading?.value)
        _ = value?.validate()
        let offsets = reading?.findings.compactMap(\.offset) ?? []
        #expect(offsets == offsets.sorted())
      }
    }
  }
}
