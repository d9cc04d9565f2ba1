import CallbackSchema
import CommandSupport
import PayloadValidation
import TestSupport
import Testing

@testable import callbackgen

@Suite("Lines that several threads validate")
struct RecordValidationTests {
  /// What is said of a line.
  private struct Line: Hashable {
    var number: Int
    var bytes: [UInt8]
    var findings: Int
    var isUnreadable: Bool
  }

  private struct Result: Equatable {
    var documented = 0
    var lines: [Line] = []

    mutating func add(_ results: RecordResults) {
      documented += results.documented
      for reported in results.reported {
        var line = Line(
          number: reported.body.record.line, bytes: reported.body.bytes, findings: 0,
          isUnreadable: true)
        if case .report(let report) = reported.problem, report.fault == nil {
          (line.findings, line.isUnreadable) = (report.findings.count, false)
        }
        lines.append(line)
      }
    }
  }

  private static func service() throws -> Service {
    try SchemaFolder.service(
      at: Repository.root.appendingPathComponent("Schemas/TencentTRTCRoom").path, edition: nil)
  }

  /// A text of documented, odd, broken and blank lines, with both kinds of line breaks.
  private static func text(
    _ samples: [[UInt8]], _ generator: inout SeededGenerator
  ) -> [UInt8] {
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 0...60, using: &generator) {
      var line = samples.randomElement(using: &generator) ?? []
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: line = []
      case 1: line = Array(" \t ".utf8)
      case 2: line = Array(line.prefix(Int.random(in: 0...line.count, using: &generator)))
      case 3: line = Array("{\"x\":1,".utf8) + line.dropFirst()
      case 4: line = Array("  ".utf8) + line + Array(" \t".utf8)
      case 5: line = [0]
      case 6:
        let count = Int.random(in: 0...9_000, using: &generator)
        line = Array("{\"x\":\"".utf8) + Array(repeating: 0x79, count: count) + Array("\"}".utf8)
      default: break
      }
      text += line + (Bool.random(using: &generator) ? [0x0a] : [0x0d, 0x0a])
    }
    if Bool.random(using: &generator) { text = text.dropLast() }
    return text
  }

  /// The expected result: the text is divided at its line breaks, and one line is validated after the other.
  private static func oracle(_ text: [UInt8], _ validator: BodyValidator) -> Result {
    var result = Result()
    // White space before the first record is no part of it.
    var isFirst = true
    for (index, part) in text.split(separator: 0x0a, omittingEmptySubsequences: false).enumerated()
    {
      var line = Array(part)
      while let last = line.last, last <= 0x20 { line.removeLast() }
      if isFirst { line = Array(line.drop { [0x20, 0x09, 0x0d].contains($0) }) }
      isFirst = isFirst && part.allSatisfy { [0x20, 0x09, 0x0d].contains($0) }
      if line.isEmpty { continue }
      let report = validator.validate(line)
      if report.findings.isEmpty, report.fault == nil {
        result.documented += 1
      } else {
        let isUnreadable = report.fault != nil
        result.lines.append(
          Line(
            number: index + 1, bytes: line, findings: isUnreadable ? 0 : report.findings.count,
            isUnreadable: isUnreadable))
      }
    }
    return result
  }

  @Test(
    "Every division of a text into blocks and pieces gives the result of one line after another",
    arguments: 0..<60)
  func divisions(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let service = try Self.service()
    let maker = SampleMaker(service, seed: seed)
    let samples = service.events.flatMap { maker.samples(of: $0, withEnvelope: true).map(\.body) }
    let text = Self.text(samples, &generator)
    let validator = BodyValidator(service)
    let expected = Self.oracle(text, validator)
    for (block, piece, reported) in [
      (1 << 20, 1 << 13, 1 << 10), (1 << 20, 1, 1), (1 << 20, 700, 3), (5_000, 1_000, 2),
      (300, 100, 1 << 10), (7, 1, 1 << 10),
    ] {
      for workers in [1, 3] {
        var validation = RecordValidation(
          service: service.name, validators: Array(repeating: validator, count: workers),
          extraction: try BodyExtraction(prefix: nil, path: nil, headers: nil), event: nil,
          headers: [:])
        validation.pieceSizes = piece...piece
        validation.maximumReported = reported
        var rest = text[...]
        var reader = RecordReader { buffer in
          let next = rest.prefix(Int.random(in: 1...block, using: &generator))
          buffer += next
          rest = rest.dropFirst(next.count)
        }
        var result = Result()
        _ = try reader.read(as: .lines) { line, bytes in
          let block = LineBlock(source: "app.log", line: line, bytes: bytes)
          return validation.validate(block) { result.add($0) }
        } _: { record in
          Issue.record("line \(record.line) is not longer than the maximum")
        }
        #expect(result == expected, "blocks of \(block), pieces of \(piece), \(workers) threads")
      }
    }
  }

  @Test("Line breaks that end pieces are where the lines end")
  func pieces() {
    let bytes = Array("ab\n\ncdefgh\ni".utf8)
    let block = LineBlock(source: "app.log", line: 1, bytes: bytes[...])
    for size in 1...bytes.count + 1 {
      let pieces = block.pieces(of: size)
      #expect(Array(pieces.joined()) == bytes)
      #expect(pieces.dropLast().allSatisfy { $0.last == 0x0a && $0.count >= size })
    }
    #expect(
      block.pieces(of: 3).map { String(decoding: $0, as: UTF8.self) } == [
        "ab\n", "\ncdefgh\n", "i",
      ])
  }
}
