import Foundation
import TestSupport

/// What a test found on many pages: how many were as expected, and the first that were not.
struct Judgement: CustomStringConvertible {
  private(set) var count = 0
  private(set) var failures: [String: Int] = [:]
  private(set) var first: [String] = []

  var isClean: Bool { failures.isEmpty }

  /// Counts a page.
  ///
  /// - Parameters:
  ///   - kind: what the page tests.
  ///   - problems: what is wrong with the result; empty if nothing is.
  mutating func add(_ kind: String, _ rendered: RenderedCase, _ note: String, _ problems: [String])
  {
    count += 1
    guard !problems.isEmpty else { return }
    failures[kind, default: 0] += 1
    guard failures[kind] ?? 0 < 3, first.count < 8 else { return }
    let shown = problems.prefix(8).joined(separator: "\n  ")
    first.append("\(rendered): \(note)\n  \(shown)\n  \(rendered.kept())")
  }

  var description: String {
    let kinds = failures.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return """
      \(failures.values.reduce(0, +)) of \(count) pages: \(kinds.joined(separator: ", "))
      \(first.joined(separator: "\n"))
      """
  }
}

extension RenderedCase {
  /// Writes the page and its profile where somebody who reads a failed test finds them, and returns the path.
  func kept() -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("callbackgen-pages")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let number = page.text.utf8.reduce(UInt64(7)) { $0 &* 31 &+ UInt64($1) }
    let file = folder.appendingPathComponent("\(number).md")
    try? page.text.write(to: file, atomically: true, encoding: .utf8)
    let profile = folder.appendingPathComponent("\(number).yaml")
    try? page.profile.write(to: profile, atomically: true, encoding: .utf8)
    return file.path
  }
}
