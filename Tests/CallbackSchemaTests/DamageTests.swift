import CallbackSchema
import Foundation
import PayloadValidation
import SchemaSource
import SwiftGeneration
import TestSupport
import Testing

/// Every shipped schema, damaged line by line and character by character: at every fourth line, and at all lines if
/// `CALLBACKGEN_DAMAGE` is `all`.
@Suite("Damaged schemas")
struct DamageTests {
  static let services = (try? Repository.folders(in: "Schemas")) ?? []

  private static let step =
    ProcessInfo.processInfo.environment["CALLBACKGEN_DAMAGE"] == "all" ? 1 : 4

  /// A file with one thing wrong, and the line where it is.
  struct Damage {
    var bytes: [UInt8]
    var line: Int
  }

  /// How far from the damage an error is: the nearest in its file, and the first that is printed.
  struct Tally {
    var errors = 0
    var near = 0
    var firstNear = 0
    var far: [String] = []
  }

  @Test(
    "A line taken out ends with errors near it, or with a schema that is sound", arguments: services
  )
  func deletions(_ service: String) throws {
    let tally = try measure(service) { lines in
      lines.indices.map { place in
        var copy = lines
        copy.remove(at: place)
        return (copy, place + 1)
      }
    }
    expectNear(tally)
  }

  @Test(
    "A line that stands twice ends with errors near it, or with a schema that is sound",
    arguments: services)
  func duplications(_ service: String) throws {
    let tally = try measure(service) { lines in
      lines.indices.map { place in
        var copy = lines
        copy.insert(lines[place], at: place)
        return (copy, place + 1)
      }
    }
    expectNear(tally)
  }

  @Test(
    "A wrong character ends with errors near it, or with a schema that is sound",
    arguments: services)
  func corruptions(_ service: String) throws {
    var generator = SeededGenerator(seed: 7)
    let telling = Array(#"{}[]:,-#"'&*!|>%@`? \0aZ9é"#) + ["\t", "\u{0}", "\u{85}", "\u{2028}"]
    let tally = try measure(service) { lines in
      lines.indices.flatMap { place -> [([String], Int)] in
        (0..<2).map { _ in
          var copy = lines
          var characters = Array(copy[place])
          let index = Int.random(in: 0...characters.count, using: &generator)
          let character = telling.randomElement(using: &generator) ?? "{"
          switch Int.random(in: 0..<3, using: &generator) {
          case 0 where index < characters.count: characters.remove(at: index)
          case 1 where index < characters.count: characters[index] = character
          default: characters.insert(character, at: index)
          }
          copy[place] = String(characters)
          return (copy, place + 1)
        }
      }
    }
    expectNear(tally)
  }

  private func expectNear(_ tally: Tally) {
    #expect(tally.errors * Self.step > 100)
    // A part of the lines gives another share than all of them.
    #expect(
      tally.near * 100 >= tally.errors * (Self.step == 1 ? 95 : 90),
      "\(tally.near) of \(tally.errors) near, the first of \(tally.firstNear); far: \(tally.far.prefix(40).joined(separator: "\n"))"
    )
  }

  private func measure(_ service: String, _ damage: ([String]) -> [([String], Int)]) throws -> Tally
  {
    let folder = "Schemas/\(service)"
    let files = try Repository.schemaFiles(folder)
    var tally = Tally()
    for (index, file) in files.enumerated() {
      let lines = String(decoding: file.bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false
      )
      .map(String.init)
      for (damaged, line) in damage(lines) where line % Self.step == index % Self.step {
        var all = files
        all[index] = SourceFile(path: file.path, bytes: Array(damaged.joined(separator: "\n").utf8))
        count(all, folder, file.path, line, &tally)
      }
    }
    return tally
  }

  private func count(
    _ files: [SourceFile], _ folder: String, _ path: String, _ line: Int, _ tally: inout Tally
  ) {
    var diagnostics = Diagnostics()
    if let service = SchemaLoader.load(files, folder: folder, into: &diagnostics) {
      if diagnostics.hasErrors {
        SwiftGenerator.checkNames(service, into: &diagnostics)
      } else {
        _ = SwiftGenerator.generate(service, into: &diagnostics)
      }
    }
    let errors = diagnostics.sorted.filter { $0.severity == .error }
    guard let first = errors.first else { return }
    func isNear(_ diagnostic: Diagnostic) -> Bool {
      let ranges = [diagnostic.range] + diagnostic.notes.compactMap(\.range)
      return ranges.contains { $0.path == path && abs($0.start.line - line) <= 2 }
    }
    tally.errors += 1
    if isNear(first) { tally.firstNear += 1 }
    if errors.contains(where: isNear) {
      tally.near += 1
    } else {
      tally.far.append(
        "\(path):\(line): \(first.range.path):\(first.range.start.line): \(first.message)")
    }
  }
}
