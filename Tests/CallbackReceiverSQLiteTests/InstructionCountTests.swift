import Foundation
import Testing

@Suite("Instructions of a comparison of signatures")
struct InstructionCountTests {
  private static func program(_ name: String) -> String? {
    ["/usr/bin/\(name)", "/usr/local/bin/\(name)"]
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static let count = 400
  private static let valgrind = program("valgrind")
  private static let strip = program("strip") ?? program("llvm-strip")

  @Test(
    "Their number does not depend on the position of the first difference",
    .enabled(
      if: valgrind != nil && strip != nil,
      "valgrind, which counts instructions, or strip is not installed"))
  func constant() async throws {
    let (valgrind, strip) = (try #require(Self.valgrind), try #require(Self.strip))
    let folder = try StoreFolder()
    // valgrind 3.19 does not read the debugging information of Swift 6.3.
    let probe = folder.folder.appendingPathComponent("probe").path
    let copy = try await Probe(running: [strip, "-o", probe, Probe.executable.path]).end()
    try #require(copy.status == 0, "\(copy.text)")
    // Two digits each, so that the processes get the same number of bytes.
    var counts: [Int] = []
    for place in ["00", "01", "31", "62", "63"] {
      let end = try await Probe(
        running: [
          valgrind, "--tool=callgrind", "--callgrind-out-file=/dev/null", probe, "compare", place,
          "\(Self.count)",
        ]
      ).end()
      let line = end.text.split(separator: "\n").first { $0.contains("Collected") }
      counts.append(
        try #require(line.flatMap { Int($0.split(separator: " ").last ?? "") }, "\(end.text)"))
    }
    let (least, greatest) = (try #require(counts.min()), try #require(counts.max()))
    // A comparison that ended at the first difference would take at least one instruction less for each byte after it.
    #expect(greatest - least < Self.count, "\(counts)")
    #expect(least > Self.count * 64 / 16)
  }
}
