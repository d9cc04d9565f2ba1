import Foundation
import Testing

@Suite("A receiver that is killed")
struct CrashTests {
  private let folder: StoreFolder

  init() throws { folder = try StoreFolder() }

  /// Delivers a callback to a new process, with a lease of ten hours: longer than any run of the tests.
  private func deliver(
    _ number: Int, killedAt point: String = "none", secondsLater: Int = 0
  ) async throws -> Probe.End {
    try await Probe(
      ["deliver", folder.store, folder.effects, "36000000", "\(number)", point],
      secondsLater: secondsLater
    ).end()
  }

  private func effects() throws -> [String] {
    guard let text = try? String(contentsOfFile: folder.effects, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").map(String.init)
  }

  @Test(
    "A callback whose claim is unfinished is handled at the next delivery after the lease",
    arguments: [("claimed", 0), ("handling", 0), ("handled", 1)])
  func unfinished(_ point: String, _ before: Int) async throws {
    let killed = try await deliver(1, killedAt: point)
    #expect(killed.isKilled && killed.status == SIGKILL && killed.text == "")
    #expect(try effects().count == before)
    // The first redelivery comes at once; the store does not know that nobody handles the callback.
    #expect(try await deliver(1).text.hasPrefix("503 in-progress"))
    #expect(try await deliver(1, secondsLater: 18_000).text.hasPrefix("503 in-progress"))
    #expect(try await deliver(1, secondsLater: 36_001).text == "200 handled")
    #expect(try await deliver(1, secondsLater: 36_011).text == "200 duplicate")
    // The effect happens at least once, and once more if it had happened before the end of the process.
    #expect(try effects().count == before + 1)
  }

  @Test("A callback that is finished, but not answered, is not handled again")
  func finished() async throws {
    let killed = try await deliver(1, killedAt: "finished")
    #expect(killed.isKilled && killed.text == "")
    #expect(try await deliver(1).text == "200 duplicate")
    #expect(try effects() == ["1"])
  }

  @Test("A callback that was acknowledged before the end of its handler is handled from the inbox")
  func acknowledged() async throws {
    let killed = try await Probe(["acknowledge", folder.store, folder.effects, "36000000", "7"])
      .end()
    #expect(killed.isKilled && killed.text == "200 unfinished")
    #expect(try effects() == [])
    let resume = ["resume", folder.store, folder.effects, "36000000"]
    #expect(try await Probe(resume).end().text.hasPrefix("in-progress"))
    #expect(try await Probe(resume, secondsLater: 36_001).end().text == "handled")
    #expect(try await Probe(resume, secondsLater: 36_001).end().text == "")
    #expect(try effects() == ["7"])
    #expect(try await deliver(7).text == "200 duplicate")
  }

  @Test(
    "Of 10,000 deliveries by two processes at once, 30 % repeated in each, every callback is handled once"
  )
  func twoProcesses() async throws {
    let count = 5000
    let arguments = ["load", folder.store, folder.effects, "36000000", "\(count)"]
    let probes = try [Probe(arguments), Probe(arguments)]
    for probe in probes {
      let end = try await probe.end()
      #expect(end.status == 0 && !end.isKilled, "\(end.text)")
    }
    let expected = Set((0..<count).map { $0 % 10 < 7 ? $0 : $0 - 5 })
    #expect(expected.count == count * 7 / 10)
    let effects = try effects().compactMap(Int.init)
    #expect(effects.count == expected.count)
    #expect(Set(effects) == expected)
  }
}
